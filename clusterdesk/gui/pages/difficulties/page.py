"""Difficulties of the field: all of them by theme, filtered as one types; opened with Enter, noted with a key."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.views.difficulties import DifficultyList, DifficultyRow, Waits
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.difficulties import cells, jobs, listed, words
from clusterdesk.gui.pages.difficulties.filters import Filters
from clusterdesk.gui.pages.difficulties.list_card import ListCard, NotingButton
from clusterdesk.gui.papers.buttons import RollUpButton
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.search_field import SearchField

_SHOWN = (
    "difficulty difficulty_organisation difficulty_quote difficulty_step difficulty_theme difficulty_recipient"
    " organisation profile"
)


class DifficultiesPage(Page):
    """The page; its argument is the ``Waits`` that is shown first, or None."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make filters and table."""
        kit, t = self.kit, self.kit.t
        self._data = DifficultyList(())
        self._by, self._descending = listed.By.THEME, False
        self.header = PageHeader(kit, t("Difficulties of the field"), note=" ")
        self.new_button = NotingButton(kit)
        self.roll_button = RollUpButton(self.context, self.rows)
        self.header.add(self.roll_button, self.export_button(), self.new_button)
        self.filters, self.card = Filters(kit), ListCard(kit)
        self.body.setSpacing(10)
        self.body.addWidget(self.header)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.card, 1)
        self._connect()

    def argument_changed(self) -> None:
        """Begin with what waits for something."""
        if isinstance(self.argument, Waits):
            self.filters.begin(self.argument)

    def refresh(self, changes: object) -> None:
        """Read the list."""
        self.context.desk.submit(jobs.read_list, self._show, latest="difficulties", owner=self)

    def search_field(self) -> SearchField:
        """Return the field over the list."""
        return self.filters.field

    def listing(self) -> Shown:
        """Return the difficulties that are shown, in their order; restricted ones never leave."""
        title = self.kit.t("Difficulties of the field")
        return Shown("difficulties", title, cells.headings(self.kit), cells.cells(self.kit, self.rows()))

    def rows(self) -> list[DifficultyRow]:
        """Return the difficulties that fit what is asked for."""
        return listed.shown(self._data.rows, self.wanted())

    def wanted(self) -> listed.Wanted:
        """Return what is asked for now."""
        return self.filters.wanted(self._by, descending=self._descending)

    def _connect(self) -> None:
        self.filters.changed.connect(self._fill)
        self.filters.left_down.connect(self.card.enter)
        self.card.opened.connect(self._open)
        self.card.sort_asked.connect(self._sort)
        self.card.typed.connect(self._type_on)
        self.card.all_asked.connect(self._show_all)
        for asked in (self.new_button.clicked, self.card.new_asked):
            asked.connect(self._ask_new)

    def _show(self, data: DifficultyList) -> None:
        self._data = data
        self.header.set_note(words.count_words(self.kit, data.total) if data.rows else "")
        self.filters.show_list(data)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        by_theme = self._by is listed.By.THEME
        self.card.show_rows(self.rows(), by_theme=by_theme, some=bool(self._data.rows))

    @Slot()
    def _show_all(self) -> None:
        self.filters.clear()

    @Slot(str)
    def _type_on(self, text: str) -> None:
        self.filters.field.setFocus()
        self.filters.field.insert(text)

    @Slot(str, bool)
    def _sort(self, key: str, descending: bool) -> None:
        self._by, self._descending = listed.By(key), descending
        self._fill()

    @Slot(object)
    def _open(self, difficulty_id: object) -> None:
        if isinstance(difficulty_id, UUID):
            self.context.shell.go(routes.difficulty(difficulty_id))

    @Slot()
    def _ask_new(self) -> None:
        from clusterdesk.gui.pages.difficulties.noting import NotingDialog

        dialog = NotingDialog(self.context, jobs.Noting(), self.window())
        dialog.noted.connect(self._open)
        dialog.open()
