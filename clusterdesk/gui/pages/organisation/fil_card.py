"""The Fil: filter chips with counts, and everything that happened, newest first."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal, Slot

from clusterdesk.domain.views.timeline import TimelineEntry, TimelinePage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisation.fil_groups import GROUP_LABELS, FilGroup, kinds_of
from clusterdesk.gui.pages.organisation.fil_words import entry_words
from clusterdesk.gui.pages.organisation.loading import read_fil
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.timeline import TimelineView

_ALL = "all"
_STEP = 100


class FilCard(Card):
    """The Fil of an organisation.

    Signals:
        opened: an entry was opened (a TimelineEntry of the domain).
        first_asked: the button of the empty Fil: prepare the first visit.
    """

    opened = Signal(object)
    first_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty Fil."""
        super().__init__(margin=12, spacing=8)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._organisation_id: UUID | None = None
        self._limit = _STEP
        self._entries: dict[object, TimelineEntry] = {}
        self.chips = FilterChips(self.kit, t("What the timeline shows"))
        self.chips.chosen.connect(self._filter)
        self.view = TimelineView(self.kit, t("Timeline"))
        self.view.setMinimumHeight(self.kit.theme.length(150))
        self.view.opened.connect(self._open)
        self.view.clicked.connect(self._open_index)
        self.more = Button(self.kit, t("Show older entries"), "link")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.empty = EmptyState(
            self.kit,
            "history",
            t("Nothing has happened yet"),
            t("Visits, calls, documents and results will stand here, newest first. Drop a file here to attach it."),
            t("Plan the first visit"),
        )
        self.empty.acted.connect(self.first_asked)
        self.empty.hide()
        self.add(self.chips)
        self.body.addWidget(self.view, 1)
        self.add(self.more)
        self.body.addWidget(self.empty, 1)

    def show_organisation(self, organisation_id: UUID) -> None:
        """Load the Fil of an organisation."""
        if organisation_id != self._organisation_id:
            self._organisation_id, self._limit = organisation_id, _STEP
            self.chips.choose(_ALL)
        self.load()

    def load(self) -> None:
        """Ask for the entries."""
        if self._organisation_id is None:
            return
        chosen = next(iter(self.chips.keys), _ALL)
        kinds = None if chosen == _ALL else kinds_of(FilGroup(chosen))
        self.context.desk.submit(partial(read_fil, self._organisation_id, kinds, self._limit), self._show, latest="fil")

    def _show(self, page: TimelinePage) -> None:
        t = self.kit.t
        total = sum(page.counts.values())
        counts = {group: sum(page.counts.get(kind, 0) for kind in kinds_of(group)) for group in FilGroup}
        chips = [FilterChoice(_ALL, t("All"), total)]
        chips += [FilterChoice(group.value, t(GROUP_LABELS[group]), n) for group, n in counts.items() if n]
        self.chips.set_choices(chips)
        self.chips.updateGeometry()
        shown = [entry_words(self.kit, entry) for entry in page.entries]
        self._entries = {line.id: entry for line, entry in zip(shown, page.entries, strict=True)}
        at = self.view.verticalScrollBar().value()
        self.view.set_entries(shown)
        self.view.verticalScrollBar().setValue(at)
        for widget in (self.chips, self.view):
            widget.setVisible(bool(total))
        self.empty.setVisible(not total)
        self.more.setVisible(page.next is not None)

    @Slot(object)
    def _filter(self, _keys: frozenset[str]) -> None:
        self._limit = _STEP
        self.load()

    @Slot()
    def _show_more(self) -> None:
        self._limit += _STEP
        self.load()

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        self._open(self.view.entries.entries[index.row()].id)

    @Slot(object)
    def _open(self, line_id: object) -> None:
        entry = self._entries.get(line_id)
        if entry is not None:
            self.opened.emit(entry)
