"""The grid of one ledger with the bar of the current figure, and the line that says what is odd."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.figures.cells import FigureCell, GridCell, StaffCell
from clusterdesk.domain.figures.due import period_due
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.figures import keys
from clusterdesk.gui.pages.figures.cell_bar import CellBar
from clusterdesk.gui.pages.figures.cell_menu import CellMenu
from clusterdesk.gui.pages.figures.entry import Change, FigureEntry, emptied
from clusterdesk.gui.pages.figures.jobs import KeepNote, NotePeriodOf
from clusterdesk.gui.pages.figures.ledger_model import LedgerModel
from clusterdesk.gui.pages.figures.table import FigureTable
from clusterdesk.gui.shortcuts import shown_keys
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.label import Label

_ROW_UNITS, _COLUMN_UNITS = 35, 92
_ROOM_FOR_BAR, _ROOM_FOR_HINT = 260, 320
_OF_STAFF = ("source", "precision")
_NEXT_SOURCE = {
    FigureSource.COMPANY: FigureSource.ACCOUNTANT,
    FigureSource.ACCOUNTANT: FigureSource.FILED,
    FigureSource.FILED: FigureSource.ORAL,
    FigureSource.ORAL: FigureSource.COMPANY,
}


class LedgerGrid(QWidget):
    """Table, bar and words.

    Signals:
        pointed: another period may be the current one.
    """

    pointed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make an empty grid."""
        super().__init__(parent)
        self._context, self.kit = context, context.kit
        t = self.kit.t
        self.model = LedgerModel(self.kit, self)
        self.table = FigureTable(self.kit, self.model, t("Figures by period"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.entry = FigureEntry(context, self.model, self)
        self.bar = CellBar(self.kit)
        self.said = Label("", "muted", wrap=True)
        self.hint = Label(self._keys(), "small", wrap=True)
        card = Card(margin=10, spacing=6)
        card.add(self.table, self.bar)
        card.body.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(card, 1)
        column.addWidget(self.said)
        column.addWidget(self.hint)
        self._actions: list[QAction] = []
        self._connect()
        self._measure()

    @property
    def period(self) -> str | None:
        """The period one stands in."""
        column = self.table.currentIndex().column()
        return self.model.periods[column] if 0 <= column < len(self.model.periods) else None

    @property
    def cell(self) -> GridCell | None:
        """The figure one stands on."""
        index = self.table.currentIndex()
        return self.model.cell_at(index.row(), index.column()) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self._measure()

    def connect_keys(self, page: QWidget) -> None:
        """Let the keys of the page work on the grid."""
        t = self.kit.t
        self._actions = [
            keys.connect(page, t, keys.FILL, self.fill_right),
            keys.connect(page, t, keys.ABOUT, self._switch_precision),
            keys.connect(page, t, keys.SOURCE, self._next_source),
            keys.connect(page, t, keys.NOTE, self._go_to_note),
        ]

    def show_view(self, view: LedgerView | None, typed: Mapping[GridCell, str]) -> None:
        """Show a ledger; a new one begins at the period that is due."""
        before = self.model.view.ledger.id if self.model.view is not None else None
        self.model.show_view(view, typed)
        self._measure()
        if view is not None and (view.ledger.id != before or not self.table.currentIndex().isValid()):
            self._begin(view)
        self._point()

    def hush(self) -> None:
        """Say nothing any more."""
        self.say("", problem=False)

    def say(self, words: str, *, problem: bool) -> None:
        """Say something about what was entered."""
        self.said.set_role("problem" if problem else "muted")
        self.said.setText(words)

    def say_refused(self, error: BaseException) -> None:
        """Say why something was not done."""
        self.say(self._context.error_text(error), problem=True)

    @Slot()
    def fill_right(self) -> None:
        """Copy the first column of the selection to its others; of a single cell, what stands at its left."""
        chosen = self.table.selected()
        columns = sorted({column for _, column in chosen})
        if len(columns) == 1 and columns[0] > 0:
            columns = [columns[0] - 1, columns[0]]
        changes = []
        for row in sorted({row for row, _ in chosen}):
            first = self.model.cell_at(row, columns[0])
            if first is None:
                continue
            filled = self.model.entered(first)
            for column in columns[1:]:
                cell = self.model.cell_at(row, column)
                if cell is not None and not self.model.is_locked(cell):
                    changes.append((cell, replace(filled, period=cell.period)))
        self.entry.enter(changes)

    def _keys(self) -> str:
        return self.kit.t(
            "Small: the year before. {fill}: fill to the right. {about}: about right. {source}: next source. "
            "{note}: note. {close}: close the period.",
            fill=shown_keys(keys.FILL),
            about=shown_keys(keys.ABOUT),
            source=shown_keys(keys.SOURCE),
            note=shown_keys(keys.NOTE),
            close=shown_keys(keys.CLOSE),
        )

    def _connect(self) -> None:
        self.table.typing.connect(self.entry.typing)
        self.table.typing.connect(self._warn)
        self.table.pasted.connect(self._paste)
        self.table.emptied.connect(self._empty)
        self.table.row_finished.connect(self._go_down)
        self.table.pointed.connect(self._point)
        self.table.locked_touched.connect(self._say_locked)
        self.table.customContextMenuRequested.connect(self._offer)
        self.entry.said.connect(self._tell)
        self.entry.entered.connect(self.hush)
        self.entry.answered.connect(self.table.setFocus)
        self.bar.changed.connect(self._change)
        self.bar.drafted.connect(self._keep_note)
        self.kit.theme.changed.connect(self._measure)

    def _begin(self, view: LedgerView) -> None:
        due = period_due(view.ledger.cadence, None, self.kit.clock.today())
        column = self.model.column_of(due) if due is not None else len(self.model.periods) - 1
        self.table.point_to(0, max(column, 0))
        self.table.horizontalScrollBar().setValue(self.table.horizontalScrollBar().maximum())
        self.table.scrollTo(self.table.currentIndex())

    @Slot()
    def _measure(self) -> None:
        """Let whole columns fill the width, and leave the rows what room there is."""
        length = self.kit.theme.length
        self.table.verticalHeader().setDefaultSectionSize(length(_ROW_UNITS))
        least, room = length(_COLUMN_UNITS), self.table.viewport().width()
        width = room // max(room // least, 1) if room > least else least
        moved = self.table.columnWidth(0) != width
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, width)
        if moved:
            self.table.doItemsLayout()  # else the scroll bar still ends where the narrower columns did
            self.table.scrollTo(self.table.currentIndex())
        self.bar.setVisible(self.height() >= length(_ROOM_FOR_BAR))
        self.hint.setVisible(self.height() >= length(_ROOM_FOR_HINT))

    @Slot(str)
    def _paste(self, text: str) -> None:
        here = self.table.currentIndex()

        def place(row: int, column: int) -> GridCell | None:
            return self.model.cell_at(here.row() + row, here.column() + column)

        self.entry.paste(text, place)

    def _open_cells(self) -> list[GridCell]:
        cells = [cell for one in self.table.selected() if (cell := self.model.cell_at(*one)) is not None]
        return [cell for cell in cells if not self.model.is_locked(cell)]

    @Slot()
    def _empty(self) -> None:
        cells = self._open_cells()
        self.entry.drop(cells)
        self.entry.write([(cell, emptied(self.model.entered(cell))) for cell in cells])

    @Slot(int)
    def _go_down(self, row: int) -> None:
        if row + 1 < self.model.rowCount():
            self.table.point_to(row + 1, self.table.currentIndex().column())

    @Slot(str, object)
    def _change(self, name: str, value: object) -> None:
        """Change what the selected figures say of themselves."""
        if self.cell is None and self.period is not None and self.model.view is not None:
            job = NotePeriodOf(self.model.view.ledger.id, self.period, str(value))
            self._context.write(job, None, self.say_refused, owner=self)
            return
        given: dict[str, Any] = {name: value}
        changes: list[Change] = []
        for cell in self._open_cells():
            entered = self.model.entered(cell)
            counted = isinstance(entered, StaffCell) and entered.fte is not None and name in _OF_STAFF
            if counted or (isinstance(entered, FigureCell) and entered.amount is not None):
                changes.append((cell, replace(entered, **given)))
        self.entry.write(changes)

    @Slot(str)
    def _keep_note(self, text: str) -> None:
        """Keep a note on a figure while it is typed."""
        if self.cell is not None and self.cell.line is not None:
            self._context.desk.submit(KeepNote(self.cell, text), owner=self)

    @Slot()
    def _switch_precision(self) -> None:
        cell = self.cell
        if cell is not None:
            exact = self.model.entered(cell).precision is Precision.EXACT
            self._change("precision", Precision.ABOUT if exact else Precision.EXACT)

    @Slot()
    def _next_source(self) -> None:
        cell = self.cell
        if cell is not None:
            self._change("source", _NEXT_SOURCE[self.model.entered(cell).source])

    @Slot()
    def _go_to_note(self) -> None:
        if self.bar.isEnabled():
            self.bar.show()
            self.bar.remark.edit.setFocus()

    @Slot(QPoint)
    def _offer(self, place: QPoint) -> None:
        cell = self.cell
        line = self.model.line_label(self.table.currentIndex().row()) if cell is not None else ""
        menu = CellMenu(self._context, self, cell, line)
        menu.copying.triggered.connect(self.table.copy)
        menu.emptying.triggered.connect(self._empty)
        menu.addActions(self._actions)
        menu.popup(self.table.viewport().mapToGlobal(place))

    @Slot()
    def _point(self) -> None:
        """Show what the current figure says of itself, and what is odd about it."""
        cell = self.cell
        if cell is None:
            view, period = self.model.view, self.period
            self.bar.show_period(period or "", view.notes.get(period, "") if view is not None and period else None)
        else:
            self.bar.show_cell(self.model.entered(cell), locked=self.model.is_locked(cell))
            typed = self.model.typed.get(cell)
            odd = [typed.problem] if typed is not None else self.model.warning_lines(cell)
            if any(odd):
                self.say("  ".join(odd), problem=typed is not None)
            elif self.said.property("role") != "problem":
                self.hush()
        self.pointed.emit()

    @Slot(object, str)
    def _warn(self, cell: GridCell, text: str) -> None:
        """Say while it is typed what is odd about an amount."""
        odd = self.entry.odd(cell, text, self.model.cells())
        if odd or self.said.property("role") != "problem":
            self.say(odd, problem=False)

    @Slot()
    def _say_locked(self) -> None:
        words = self.kit.t("This period is closed: {keys} opens it again.", keys=shown_keys(keys.CLOSE))
        self.say(words, problem=True)

    @Slot(str, bool)
    def _tell(self, words: str, problem: bool) -> None:
        self.say(words, problem=problem)
