"""The grid of a ledger as a model: lines as rows, periods as columns, the year before small below, the state last."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import CellPlace, FigureCell, GridCell, StaffCell
from clusterdesk.domain.figures.months import KnownCell, LedgerPeriod, ledger_period
from clusterdesk.domain.figures.periods import last_day, year_before
from clusterdesk.domain.figures.shown import Line, grid_lines, grid_periods
from clusterdesk.domain.figures.warnings import cell_warnings, unusual_places
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.grid_model import Entered, Face, GridModel, Index, Terms, Typed, shown_number
from clusterdesk.gui.tokens import Tone
from clusterdesk.services.figure_words import LACKS, cell_story, warning_words


class LedgerModel(GridModel):
    """The cells of one ledger."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        """Make an empty grid."""
        super().__init__(kit, parent)
        self.view: LedgerView | None = None
        self.lines: list[Line] = []
        self.periods: list[str] = []
        self._columns: dict[str, int] = {}
        self._unusual: frozenset[CellPlace] | None = None
        self._states: dict[str, LedgerPeriod] = {}

    def show_view(self, view: LedgerView | None, typed: Mapping[GridCell, str]) -> None:
        """Show a ledger; what is being written stays as it is, and so do texts that were not understood."""
        lines = grid_lines(view) if view is not None else []
        periods = grid_periods(view, self.kit.clock.today()) if view is not None else []
        same_ledger = self.view is not None and view is not None and self.view.ledger.id == view.ledger.id
        same = same_ledger and (lines, periods) == (self.lines, self.periods)
        if not same:
            self.beginResetModel()
        if not same_ledger:
            self.typed.clear()
        self.view, self.lines, self.periods = view, lines, periods
        self._columns = {period: number for number, period in enumerate(periods)}
        self.settle()
        for cell, text in typed.items():
            if view is not None and cell.ledger_id == view.ledger.id:
                self.typed.setdefault(cell, Typed(text))
        if not same:
            self.endResetModel()
        self.repaint()
        if self.periods:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.periods) - 1)

    def column_of(self, period: str) -> int:
        """Return where a period stands, -1 where it does not."""
        return self._columns.get(period, -1)

    def state(self, period: str) -> LedgerPeriod:
        """Return what a period holds and lacks, what is being written included."""
        found = self._states.get(period)
        if found is None:
            view = self._shown()
            shares = {line.id: line.share for line in view.lines}
            known = [
                KnownCell(
                    period,
                    cell.line,
                    cell.amount,
                    cell.precision,
                    cell.own_line_id,
                    shares.get(cell.own_line_id, Decimal(0)) if cell.own_line_id is not None else Decimal(0),
                )
                for cell in self._cells_of(period)
                if cell.amount is not None
            ]
            found = ledger_period(period, known, view.closed.get(period), self.kit.clock.today())
            self._states[period] = found
        return found

    def cells(self) -> dict[CellPlace, FigureCell]:
        """Return all cells of the ledger, what is being written included."""
        found = dict(self._shown().cells)
        for entered in self.being_written():
            if isinstance(entered, FigureCell):
                found[entered.place] = entered
        return found

    def warning_lines(self, cell: GridCell) -> list[str]:
        """Return what is odd about a cell, in words."""
        entered = self.entered(cell)
        if not isinstance(entered, FigureCell):
            return []
        t, formats, currency = self.kit.t, self.kit.formats, self.terms(cell).currency
        return [warning_words(one, t, formats, currency) for one in cell_warnings(self.cells(), entered)]

    # GridModel

    def cell_at(self, row: int, column: int) -> GridCell | None:
        """Return the figure of a line in a period; the last row holds none."""
        if self.view is None or not (0 <= row < len(self.lines) and 0 <= column < len(self.periods)):
            return None
        return GridCell(self.view.ledger.id, self.periods[column], *self.lines[row])

    def stored(self, cell: GridCell) -> Entered:
        """Return a cell as it was read."""
        view = self._shown()
        if cell.line is not None:
            return view.cell((cell.period, cell.line, cell.own_line_id))
        end = last_day(cell.period)
        found = next((one for one in view.staff if one.on == end), None)
        if found is None:
            return StaffCell(cell.period, None)
        return StaffCell(cell.period, found.fte, found.source, found.precision)

    def terms(self, cell: GridCell) -> Terms:
        """Return those of the ledger."""
        ledger = self._shown().ledger
        return Terms(ledger.currency, ledger.vat_rate)

    def is_locked(self, cell: GridCell) -> bool:
        """Tell whether the period is closed."""
        return self.view is not None and cell.period in self.view.closed

    def repaint(self) -> None:
        """Judge all cells anew, and show them."""
        self._unusual = None
        self._states.clear()
        super().repaint()

    def make_face(self, row: int, column: int) -> Face:
        """Return a figure with that of the year before, or the state of the period."""
        period = self.periods[column]
        cell = self.cell_at(row, column)
        if cell is None:
            return self._state_face(period)
        face = self.figure_face(cell, self._last_year(cell))
        if cell.line is FigureLine.TOTAL_COSTS and not face.text and (costs := self.state(period).costs) is not None:
            return replace(face, text=shown_number(self.kit, costs), computed=True)
        return face

    def story(self, row: int, column: int) -> str:
        """Return where a figure comes from and what is odd about it, or what the period lacks."""
        t, formats, cell = self.kit.t, self.kit.formats, self.cell_at(row, column)
        if cell is None:
            return "\n".join(t(LACKS[lack]) for lack in self.state(self.periods[column]).lacks)
        typed = self.typed.get(cell)
        if typed is not None:
            return typed.problem or t("Typed, and not entered yet.")
        entered = self.entered(cell)
        if not isinstance(entered, FigureCell) or entered.amount is None:
            return ""
        return "\n".join([*self.warning_lines(cell), *cell_story(entered, t, formats, self.terms(cell).currency)])

    def tone(self, cell: GridCell, entered: Entered) -> Tone | None:
        """Let odd amounts be amber."""
        if self._unusual is None:
            self._unusual = unusual_places(self.cells())
        return Tone.WARN if isinstance(entered, FigureCell) and entered.place in self._unusual else None

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are, and one for the state."""
        return 0 if parent.isValid() or self.view is None else len(self.lines) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many periods there are."""
        return 0 if parent.isValid() else len(self.periods)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """Return periods and lines."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if across:
            return self.kit.formats.partial(self.periods[section]) if section < len(self.periods) else None
        return self.line_label(section)

    def line_label(self, row: int) -> str:
        """Return what a row is called; a line of its own with its variable share."""
        t = self.kit.t
        if row >= len(self.lines):
            return t("State")
        line, own = self.lines[row]
        if line is None:
            return t("FTE")
        named = next((one for one in self._shown().lines if one.id == own), None)
        if named is None:
            return t(choice_label(line))
        return t("{line} ({share})", line=named.name, share=self.kit.formats.percent(named.share))

    # helpers

    def _shown(self) -> LedgerView:
        assert self.view is not None
        return self.view

    def _cells_of(self, period: str) -> list[FigureCell]:
        here = {place: cell for place, cell in self._shown().cells.items() if place[0] == period}
        for entered in self.being_written():
            if isinstance(entered, FigureCell) and entered.period == period:
                here[entered.place] = entered
        return list(here.values())

    def _last_year(self, cell: GridCell) -> str:
        before = replace(cell, period=year_before(cell.period))
        entered = self.entered(before)
        amount = entered.fte if isinstance(entered, StaffCell) else entered.amount
        if amount is None and cell.line is FigureLine.TOTAL_COSTS:
            amount = self.state(before.period).costs
        return "" if amount is None else shown_number(self.kit, amount)

    def _state_face(self, period: str) -> Face:
        t, state = self.kit.t, self.state(period)
        if state.closed_on is not None:
            return Face(t("closed"), tone=Tone.OK if state.complete else Tone.WARN, locked=True)
        if state.can_be_closed:
            return Face(t("complete"), tone=Tone.INFO)
        if state.amounts:
            return Face(t("in part"), computed=True)
        return Face("")
