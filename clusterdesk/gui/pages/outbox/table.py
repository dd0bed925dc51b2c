"""The exports as a table: all of them, what waits, or what has arrived; the whole of the current one under it."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QItemSelection, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from clusterdesk.domain.outgoing.states import JobState
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.held import HeldRows
from clusterdesk.gui.models.rows import RowsModel
from clusterdesk.gui.pages.outbox import words
from clusterdesk.gui.pages.outbox.reading import Sent
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.rows_table import RowsTable

_LEAST_ROWS_UNITS = 150
ARRIVED = frozenset({JobState.COPIED, JobState.VERIFIED})


class OutboxTable(QWidget):
    """Shows exports.

    Signals:
        pointed: another one is current, or others are selected.
        opened: a row was opened (Enter, double click).
    """

    pointed = Signal()
    opened = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._kit, t = kit, kit.t
        self._all: dict[Hashable, Sent] = {}
        self._shown = "all"
        self.chips = FilterChips(kit, t("Which of them"))
        self._source = HeldRows()
        self.model = RowsModel(kit.theme, words.columns(t), self._source, self)
        self.rows = RowsTable(kit, self.model, t("Outbox"), many=True)
        self.details = Label("", "muted", wrap=True)
        self.details.setContentsMargins(14, 6, 14, 8)
        self.empty = EmptyState(
            kit,
            "send",
            t("Nothing waits."),
            t("Send a printed page from its preview, or a list from its page: it goes to the team’s folder."),
        )
        self.empty.setProperty("role", "plain")  # the card around it has a frame already
        self._measure()
        kit.theme.changed.connect(self._measure)
        self._assemble()
        self.chips.chosen.connect(self._choose)
        self.rows.opened.connect(self._opened)
        self.rows.pointed.connect(self._tell)
        self.rows.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._tell)
        self.show_exports(())

    @property
    def exports(self) -> tuple[Sent, ...]:
        """All of them, whatever is shown."""
        return tuple(self._all.values())

    @property
    def chosen(self) -> tuple[Sent, ...]:
        """Those that are selected."""
        return tuple(self._all[one] for one in self.rows.selected_ids if one in self._all)

    @property
    def current(self) -> Sent | None:
        """The one that is pointed at."""
        return self._all.get(self.rows.current_id)

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """The texts of the rows that are shown."""
        return [row.cells for row in self._source.rows]

    @property
    def headings(self) -> list[str]:
        """The headings."""
        return [column.label for column in self.model.columns]

    def show_exports(self, found: Sequence[Sent]) -> None:
        """Show these instead of the others."""
        t = self._kit.t
        self._all = {one.job.id: one for one in found}
        arrived = sum(one.job.state in ARRIVED for one in found)
        self.chips.set_choices(
            (
                FilterChoice("all", t("All"), len(found)),
                FilterChoice("waiting", t("Waiting"), len(found) - arrived),
                FilterChoice("arrived", t("Arrived"), arrived),
            )
        )
        self.chips.choose(self._shown)
        self._fill()

    def _assemble(self) -> None:
        card = Card(margin=1)
        card.body.setContentsMargins(1, 6, 1, 6)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        card.body.addLayout(self._stack, 1)
        card.body.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        column.addWidget(card, 1)

    def _fill(self) -> None:
        rows = [words.row_of(self._kit, one.job) for one in self._all.values() if self._fits(one)]
        self.model.set_ids(self._source.hold(rows), keep_rows=False)
        self._stack.setCurrentWidget(self.rows if rows else self.empty)

    def _fits(self, one: Sent) -> bool:
        return self._shown == "all" or (one.job.state in ARRIVED) is (self._shown == "arrived")

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self._shown = next(iter(keys), "all")
        self._fill()

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._tell()

    @Slot()
    def _tell(self, _current: object = None) -> None:
        current = self.current
        self.details.setText(words.details(self._kit, current.job) if current is not None else "")
        self.details.setVisible(current is not None)
        self.pointed.emit()

    @Slot()
    def _measure(self) -> None:
        self.rows.setMinimumHeight(self._kit.theme.length(_LEAST_ROWS_UNITS))

    @Slot(object)
    def _opened(self, _id: object) -> None:
        self.opened.emit()
