"""The list of organisations: filtered as one types, sorted by the store, opened with Enter."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtCore import QItemSelection, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence

from clusterdesk.domain.views.organisation_list import (
    OrganisationFilter,
    OrganisationIds,
    OrganisationOrder,
    OrganisationSort,
)
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Organisations
from clusterdesk.gui.pages.organisations.filters import OrganisationFilters
from clusterdesk.gui.pages.organisations.listed import ListArea
from clusterdesk.gui.pages.organisations.new import NewOrganisation
from clusterdesk.gui.pages.organisations.rows import ListData, ReadIds, ReadList
from clusterdesk.gui.pages.organisations.saved import SavedFilters
from clusterdesk.gui.pages.organisations.selection import SelectionBar
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.search_field import SearchField

_COUNT_PAUSE_MS = 250


class OrganisationsPage(Page):
    """The page; its argument is the key of a filter to begin with, or None."""

    shows = (
        "organisation",
        "organisation_value_chain",
        "value_chain",
        "membership",
        "address",
        "session",
        "action",
        "coaching_file",
        "coaching_file_manager",
        "project",
        "saved_filter",
        "tag",
        "record_tag",
        "profile",
    )

    def build(self) -> None:
        """Make field, chips and table."""
        kit, t = self.kit, self.kit.t
        self._order = OrganisationOrder()
        self._profile_id: UUID | None = None
        self.header = PageHeader(kit, t("Organisations"))
        self.new_button = Button(kit, t("New organisation"), "primary", icon="plus")
        self.import_button = Button(kit, t("Import"), icon="import", hint=t("Bring in a list: xlsx, ods or csv"))
        self.header.add(self.import_button, self.export_button(), self.new_button)
        self.field = SearchField(kit, t("Name or enterprise number"))
        self.filters = OrganisationFilters(kit)
        self.saved = SavedFilters(self.context)
        self.selection = SelectionBar(self.context)
        self.area = ListArea(self.context)
        self.table, self.model, self.nothing = self.area.table, self.area.model, self.area.nothing
        self.table.show_sort(OrganisationSort.NAME, descending=False)
        line = Row(stretch=False)
        line.line.addWidget(self.selection, 1)
        line.line.addWidget(self.saved.save)
        for part in (self.header, self.field, self.saved, self.filters.scrolled(), line):
            self.body.addWidget(part)
        self.body.addWidget(self.area, 1)
        self.body.setSpacing(10)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_PAUSE_MS)
        self._connect()

    def argument_changed(self) -> None:
        """Begin with a filter."""
        if isinstance(self.argument, str):
            self.field.clear()
            self.filters.choose(self.argument)

    def refresh(self, changes: object) -> None:
        """Read list and counts; rows that may have changed are read again."""
        self._fresh = changes is not None
        self._ask_list()

    def search_field(self) -> SearchField:
        """Return the field over the list."""
        return self.field

    def listing(self) -> Organisations:
        """Return the organisations that are shown, in their order."""
        return Organisations(self.wanted(), self._order, self.kit.t)

    def wanted(self) -> OrganisationFilter:
        """Return the filter in force."""
        days = self.context.settings.silent_after_days
        return self.filters.wanted(self.kit.clock.today(), self.field.text(), days, self._profile_id)

    _fresh = False

    def _connect(self) -> None:
        self.field.searched.connect(self._typed)
        self.field.left_down.connect(self._into_table)
        self.field.entered.connect(self._entered)
        self.filters.chosen.connect(self._chosen)
        self.filters.tag_dropped.connect(self.selection.tag_with)
        self.saved.applied.connect(self._apply)
        self.saved.cleared.connect(self._clear)
        self.saved.focus_asked.connect(self._into_table)
        self._counting.timeout.connect(self._ask_list)
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self._sort)
        self.table.typed.connect(self._type_on)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._tell_selection)
        self.new_button.clicked.connect(self._ask_new)
        self.nothing.new_asked.connect(self._ask_new)
        self.nothing.clear_asked.connect(self._clear)
        for asked in (self.import_button.clicked, self.nothing.import_asked):
            asked.connect(self._import)
        delete = QAction(self.kit.t("To the bin"), self.table)
        delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.triggered.connect(self.selection.bin_selected)
        self.table.addAction(delete)

    def _ask_list(self) -> None:
        self._counting.stop()
        self.saved.show_wanted(self.wanted(), self._order)
        question = ReadList(self.wanted(), self._order, self.kit.t.language, self.context.settings.profile_name)
        self.context.desk.submit(question, self._show_list, latest="organisations", owner=self)

    def _show_list(self, found: ListData) -> None:
        self._profile_id = found.profile_id
        self.filters.show_counts(found.counts)
        self.saved.show_saved(found.saved, found.saved_counts)
        self._show_ids(found.ids)

    def _show_ids(self, ids: OrganisationIds) -> None:
        self.model.set_ids(ids, keep_rows=not self._fresh)
        self.context.walk.ids = ids
        self._fresh = False
        self.selection.show_total(len(ids))
        self.nothing.explain(self.field.text().strip(), filtered=bool(self.filters.keys))
        self.area.show_which(empty=not len(ids))

    @Slot(str)
    def _typed(self, _text: str) -> None:
        question = ReadIds(self.wanted(), self._order)
        self.context.desk.submit(question, self._show_ids, latest="organisations", owner=self)
        self._counting.start()

    @Slot(str)
    def _entered(self, text: str) -> None:
        """Open what alone is left; where nothing fits, offer to make it."""
        if len(self.model.ids) == 1:
            self._open(self.model.id_at(0))
        elif not self.model.ids and text.strip():
            self._ask_new()
        else:
            self._into_table()

    @Slot()
    def _into_table(self) -> None:
        self.table.setFocus()
        if not self.table.selected_ids:  # the focus alone makes a row the current one, which nobody sees
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    @Slot(str)
    def _type_on(self, text: str) -> None:
        self.field.setFocus()
        self.field.insert(text)

    @Slot(object)
    def _chosen(self, _keys: object) -> None:
        self._ask_list()

    @Slot(object, object)
    def _apply(self, wanted: OrganisationFilter, order: OrganisationOrder) -> None:
        """Show what a saved filter shows, in its order."""
        self.field.setText(wanted.text)
        self.filters.show_filter(wanted)
        self._order = order
        self.table.show_sort(self._order.by, descending=self._order.descending)
        self._ask_list()

    @Slot()
    def _clear(self) -> None:
        self.field.clear()
        self.filters.choose()
        self._ask_list()

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._order = OrganisationOrder(OrganisationSort(key), descending)
        self._ask_list()

    @Slot(object)
    def _open(self, organisation_id: Hashable) -> None:
        if isinstance(organisation_id, UUID):
            self.context.shell.go(routes.organisation(organisation_id))

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._tell_selection()

    @Slot()
    def _tell_selection(self) -> None:
        self.selection.show_selection([one for one in self.table.selected_ids if isinstance(one, UUID)])

    @Slot()
    def _ask_new(self) -> None:
        dialog = NewOrganisation(self.context, self._name_looked_for(), parent=self.window())
        dialog.made.connect(self._open)
        dialog.open()

    def _name_looked_for(self) -> str:
        return "" if self.model.ids else self.field.text().strip()

    @Slot()
    def _import(self) -> None:
        self.context.shell.go(routes.importing())
