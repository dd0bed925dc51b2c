"""The grid of what is due as a model: a ledger a row; turnover, total costs, FTE, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import FigureCell, GridCell, StaffCell
from clusterdesk.domain.figures.months import KnownCell, LedgerPeriod, ledger_period
from clusterdesk.domain.figures.warnings import FigureWarning, cell_warnings
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.views.figures import DueLedger
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.grid_model import Entered, Face, GridModel, Index, Terms, shown_number
from clusterdesk.gui.pages.figures.jobs import DUE_LINES
from clusterdesk.gui.tokens import Tone
from clusterdesk.services.figure_words import LACKS, cell_story, warning_words

NAME, PERIOD, FIRST, STATE = 0, 1, 2, 5
_COUNT = 6


class DueModel(GridModel):
    """The rows."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        """Make an empty grid."""
        super().__init__(kit, parent)
        self._rows: tuple[DueLedger, ...] = ()
        self._by_id: dict[UUID, DueLedger] = {}

    @property
    def ledgers(self) -> Sequence[DueLedger]:
        """The rows, in order."""
        return self._rows

    def show_ledgers(self, ledgers: Sequence[DueLedger], typed: Mapping[GridCell, str]) -> None:
        """Show ledgers; what is being written stays as it is, and so do texts that were not understood."""
        same = [one.ledger_id for one in ledgers] == [one.ledger_id for one in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(ledgers)
        self._by_id = {one.ledger_id: one for one in ledgers}
        self.settle()
        for cell, text in typed.items():
            if cell not in self.typed:
                self.keep_typed(cell, text)
        if not same:
            self.endResetModel()
        self.repaint()

    def row_of(self, ledger_id: UUID) -> int:
        """Return where a ledger stands, -1 when it does not."""
        return next((number for number, one in enumerate(self._rows) if one.ledger_id == ledger_id), -1)

    def state(self, row: int) -> LedgerPeriod:
        """Return what a row lacks, what is being written included."""
        one = self._rows[row]
        cells = {**one.cells}
        for line in DUE_LINES[:2]:
            entered = self.entered(GridCell(one.ledger_id, one.period, line))
            if line is not None and isinstance(entered, FigureCell):
                cells[line] = entered
        known = [KnownCell(one.period, c.line, c.amount, c.precision) for c in cells.values() if c.amount is not None]
        return ledger_period(one.period, known, one.state.closed_on, self.kit.clock.today())

    def warnings(self, cell: GridCell) -> list[FigureWarning]:
        """Return what is odd about a cell."""
        entered, one = self.entered(cell), self._by_id.get(cell.ledger_id)
        if one is None or not isinstance(entered, FigureCell):
            return []
        here = {known.place: known for known in one.cells.values()}
        return cell_warnings({**one.history, **here}, entered)

    # GridModel

    def cell_at(self, row: int, column: int) -> GridCell | None:
        """Return the figure of a ledger's row."""
        if not (0 <= row < len(self._rows) and FIRST <= column < STATE):
            return None
        return GridCell(self._rows[row].ledger_id, self._rows[row].period, DUE_LINES[column - FIRST])

    def stored(self, cell: GridCell) -> Entered:
        """Return a cell as it was read."""
        one = self._by_id[cell.ledger_id]
        if cell.line is None:
            return StaffCell(cell.period, one.fte)
        return one.cells.get(cell.line) or FigureCell(cell.period, cell.line, None)

    def terms(self, cell: GridCell) -> Terms:
        """Return those of the ledger."""
        ledger = self._by_id[cell.ledger_id]
        return Terms(ledger.currency, ledger.vat_rate)

    def is_locked(self, cell: GridCell) -> bool:
        """Tell whether the period was closed meanwhile."""
        one = self._by_id.get(cell.ledger_id)
        return one is not None and one.state.closed_on is not None

    def make_face(self, row: int, column: int) -> Face:
        """Return name, period, figures with those of the period before, and the state."""
        one, kit = self._rows[row], self.kit
        if column == NAME:
            more = one.project or (one.name if one.name != one.organisation else "")
            return Face(one.organisation, more, strong=True, number=False)
        if column == PERIOD:
            return Face(kit.formats.partial(one.period), number=False)
        if column == STATE:
            return self._state_face(row)
        cell = GridCell(one.ledger_id, one.period, DUE_LINES[column - FIRST])
        face = self.figure_face(cell, self._before(one, cell))
        if not face.text and cell.line is FigureLine.TOTAL_COSTS and one.state.costs is not None:
            return replace(face, text=shown_number(self.kit, one.state.costs), computed=True)
        return face

    def story(self, row: int, column: int) -> str:
        """Return where a figure comes from, and what is odd about it."""
        one, cell = self._rows[row], self.cell_at(row, column)
        t, formats = self.kit.t, self.kit.formats
        if cell is None:
            lacks = [t(LACKS[lack]) for lack in self.state(row).lacks] if column == STATE else []
            return "\n".join(lacks)
        typed = self.typed.get(cell)
        if typed is not None:
            return typed.problem or t("Typed, and not entered yet.")
        entered = self.entered(cell)
        if not isinstance(entered, FigureCell) or entered.amount is None:
            return ""
        odd = [warning_words(each, t, formats, one.currency) for each in self.warnings(cell)]
        return "\n".join([*odd, *cell_story(entered, t, formats, one.currency)])

    def tone(self, cell: GridCell, entered: Entered) -> Tone | None:
        """Let odd amounts be amber."""
        return Tone.WARN if any(one.message is Message.UNUSUAL_AMOUNT for one in self.warnings(cell)) else None

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many ledgers there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else _COUNT

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        """Return the labels of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if FIRST <= section < STATE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        t = self.kit.t
        figures = [t(choice_label(line)) if line is not None else t("FTE") for line in DUE_LINES]
        return [t("Organisation"), t("Period"), *figures, t("State")][section]

    def _before(self, one: DueLedger, cell: GridCell) -> str:
        """Return what the period before holds."""
        if cell.line is None:
            amount = one.fte_before
        else:
            amount = one.before.costs if cell.line is FigureLine.TOTAL_COSTS else one.before.amounts.get(cell.line)
        if amount is None:
            return ""
        formats = self.kit.formats
        return self.kit.t(
            "{period} {amount}", period=formats.partial(one.period_before), amount=shown_number(self.kit, amount)
        )

    def _state_face(self, row: int) -> Face:
        t, state = self.kit.t, self.state(row)
        if state.closed_on is not None:
            return Face(t("Closed"), tone=Tone.OK, chip=True, number=False)
        if state.can_be_closed:
            return Face(t("Complete: to be closed"), tone=Tone.INFO, chip=True, number=False)
        if state.about:
            return Face(t("Only about right"), tone=Tone.WARN, chip=True, number=False)
        if FigureLine.REVENUE in state.amounts:
            return Face(t("Costs missing"), tone=Tone.NEUTRAL, chip=True, number=False)
        return Face(t("To enter"), tone=Tone.NEUTRAL, chip=True, number=False)
