"""The year as a strip: months across, kinds of event down, each event in its month; dragged, or moved by keys."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from clusterdesk.domain.programme.counting import DECEMBER, Standing
from clusterdesk.domain.views.programme import EventRow, KindYear, ProgrammeYear
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.pages.programme.pill import EVENT, EventPill, MissingPill
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.dragging import DropZone
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.i18n.locale_facts import month_name

_KIND_UNITS, _MONTH_UNITS = 158, 58


class MonthCell(DropZone):
    """One kind of event in one month.

    Signals:
        let_go: an event was let go here (its id, the month).
    """

    let_go = Signal(object, int)

    def __init__(self, kit: Kit, month: int, name: str, *, today: bool, past: bool) -> None:
        """Make an empty cell; ``name`` says kind and month; one that is ``past`` takes nothing."""
        super().__init__(*(() if past else (EVENT,)), role="day")
        self.month = month
        self.setProperty("today", today)
        self.setAccessibleName(name)
        self.setMinimumWidth(kit.theme.length(_MONTH_UNITS - 6))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.dropped.connect(self._tell)

    def add(self, pill: QWidget) -> None:
        """Put an event under the others."""
        self._column.insertWidget(self._column.count() - 1, pill)

    @Slot(str, object)
    def _tell(self, _kind: str, payload: bytes) -> None:
        self.let_go.emit(UUID(bytes=payload), self.month)


class YearStrip(Card):
    """The strip.

    Signals:
        opened: an event (its id).
        moved: an event to another month (its id, the month).
        plan_asked: an event is to be planned (the kind's id, the month).
    """

    opened = Signal(object)
    moved = Signal(object, int)
    plan_asked = Signal(object, int)

    def __init__(self, kit: Kit) -> None:
        """Make an empty strip."""
        super().__init__(margin=8, spacing=4)
        self.kit = kit
        self.cells: dict[tuple[UUID | None, int], MonthCell] = {}
        self._year: ProgrammeYear | None = None
        self._folded = False
        self._inner = QWidget()
        self.add(self._inner)

    @property
    def pills(self) -> tuple[EventPill, ...]:
        """The events shown, kind by kind, month by month."""
        return tuple(self._inner.findChildren(EventPill))

    def show_year(self, year: ProgrammeYear) -> None:
        """Show a year; an event that had the focus keeps it, wherever it has gone."""
        self._year = year
        focused = self.focused_event()
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        self.cells = {}
        self._folded = not self._has_room()
        if self._folded:
            self._list(year)
        else:
            self._grid(year)
        self.add(self._inner)
        if focused is not None:
            self._focus(focused.record.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the kinds with their events one after the other where twelve months find no room."""
        super().resizeEvent(event)
        if self._year is not None and self._folded is self._has_room():
            self.show_year(self._year)

    def _has_room(self) -> bool:
        return self.width() >= self.kit.theme.length(_KIND_UNITS + (DECEMBER + 1) * _MONTH_UNITS)

    def _grid(self, year: ProgrammeYear) -> None:
        grid = QGridLayout(self._inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, self.kit.theme.length(_KIND_UNITS))
        self._head(grid, year)
        for line, kind in enumerate(year.kinds, start=1):
            self._row(grid, line, kind, year)

    def _list(self, year: ProgrammeYear) -> None:
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        for kind in year.kinds:
            column.addWidget(self._kind(kind, words.kind_name(self.kit, kind.kind)))
            line = QWidget()
            flow = FlowLayout(line, spacing=4)
            for event in kind.events:
                flow.addWidget(self._pill(event, year, with_month=True))
            gap = self._gap(kind)
            if gap is not None:
                flow.addWidget(gap)
            column.addWidget(line)

    def focused_event(self) -> EventRow | None:
        """Return the event in focus."""
        focused = QApplication.focusWidget()
        return focused.row if isinstance(focused, EventPill) and self.isAncestorOf(focused) else None

    def _focus(self, event_id: UUID) -> None:
        for pill in self.pills:
            if pill.event_id == event_id:
                pill.setFocus()

    def _head(self, grid: QGridLayout, year: ProgrammeYear) -> None:
        for month in range(1, DECEMBER + 1):
            here = (year.today.year, year.today.month) == (year.year, month)
            label = Label(month_name(self.kit.t.language, month, short=True), "strong" if here else "small")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label, 0, month)
            grid.setColumnStretch(month, 1)

    def _row(self, grid: QGridLayout, line: int, kind: KindYear, year: ProgrammeYear) -> None:
        name = words.kind_name(self.kit, kind.kind)
        grid.addWidget(self._kind(kind, name), line, 0)
        key = kind.kind.id if kind.kind is not None else None
        for month in range(1, DECEMBER + 1):
            here = (year.today.year, year.today.month) == (year.year, month)
            said = f"{name}, {self.kit.formats.month_year(date(year.year, month, 1))}"
            past = (year.year, month) < (year.today.year, year.today.month)
            cell = self.cells[key, month] = MonthCell(self.kit, month, said, today=here, past=past)
            cell.let_go.connect(self.moved)
            grid.addWidget(cell, line, month)
        for event in kind.events:
            self.cells[key, event.record.on.month].add(self._pill(event, year))
        gap = self._gap(kind)
        if gap is not None:
            self.cells[key, gap.month].add(gap)

    def _pill(self, event: EventRow, year: ProgrammeYear, *, with_month: bool = False) -> EventPill:
        pill = EventPill(self.kit, event, year.today, with_month=with_month)
        pill.opened.connect(self.opened)
        return pill

    def _gap(self, kind: KindYear) -> MissingPill | None:
        missing = kind.counted.missing
        if not missing:
            return None
        month = (kind.commitment.due_month if kind.commitment is not None else None) or DECEMBER
        late = kind.counted.standing is Standing.LATE
        key = kind.kind.id if kind.kind is not None else None
        gap = MissingPill(self.kit, key, words.kind_name(self.kit, kind.kind), month, missing, late=late)
        gap.asked.connect(self.plan_asked)
        return gap

    def _kind(self, kind: KindYear, name: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 4, 6, 4)
        column.setSpacing(2)
        column.addWidget(ElidedLabel(name, "strong"))
        chip = Chip(words.standing_words(self.kit, kind.counted), words.STANDING_TONES[kind.counted.standing])
        chip.explain(words.counted_words(self.kit, kind.counted))
        column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box
