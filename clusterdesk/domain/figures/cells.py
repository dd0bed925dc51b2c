"""The cells of a ledger: an amount of a line in a period, where it comes from and how exact it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureLine, FigureSource, Precision

type CellPlace = tuple[str, FigureLine, UUID | None]
"""Where a cell stands in its ledger: period, line, and the line of its own where it is one."""

_CENT = Decimal("0.01")
# The lines whose amounts cannot be less than zero. Turnover can: credit notes.
NEVER_NEGATIVE = frozenset({FigureLine.VARIABLE, FigureLine.SEMI_VARIABLE, FigureLine.UNITS})


def is_below_zero(line: FigureLine, amount: Decimal | None) -> bool:
    """Tell whether an amount is negative on a line that has no negative ones."""
    return line in NEVER_NEGATIVE and amount is not None and amount.is_finite() and amount < 0


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What is entered in one cell: ``amount`` is ex VAT, ``None`` empties the cell.

    An amount with VAT is given as ``entered`` with its ``vat_rate`` in percent; the amount follows from them.
    """

    period: str
    line: FigureLine
    amount: Decimal | None
    own_line_id: UUID | None = None
    entered: Decimal | None = None
    vat_rate: Decimal | None = None
    source: FigureSource = FigureSource.COMPANY
    precision: Precision = Precision.EXACT
    remark: str = ""
    visibility: Visibility = Visibility.SHAREABLE

    @property
    def place(self) -> CellPlace:
        """Where it stands in its ledger."""
        return self.period, self.line, self.own_line_id


@dataclass(frozen=True, slots=True)
class GridCell:
    """Where something is typed in a grid of figures; ``line`` of ``None`` is the head count of the period."""

    ledger_id: UUID
    period: str
    line: FigureLine | None
    own_line_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StaffCell:
    """The full-time equivalents on the last day of a period; ``None`` takes the head count away."""

    period: str
    fte: Decimal | None
    source: FigureSource = FigureSource.COMPANY
    precision: Precision = Precision.EXACT


def without_vat(entered: Decimal, rate: Decimal) -> Decimal:
    """Return the amount ex VAT, to the cent, half a cent up; ``rate`` in percent."""
    return (entered * 100 / (100 + rate)).quantize(_CENT, ROUND_HALF_UP)


def with_vat(entered: Decimal, rate: Decimal, cell: FigureCell) -> FigureCell:
    """Return a cell entered with VAT: the amount ex VAT, with what was typed and the rate kept."""
    return FigureCell(
        cell.period,
        cell.line,
        without_vat(entered, rate),
        cell.own_line_id,
        entered,
        rate,
        cell.source,
        cell.precision,
        cell.remark,
        cell.visibility,
    )


def overwritten(present: Mapping[CellPlace, FigureCell], cells: Sequence[FigureCell]) -> list[FigureCell]:
    """Return the cells, as they stand, that hold another amount than what would be entered over them."""
    found = (present.get(cell.place) for cell in cells if cell.amount is not None)
    new = {cell.place: cell.amount for cell in cells}
    return [old for old in found if old is not None and old.amount is not None and old.amount != new[old.place]]


def twice(cells: Iterable[FigureCell]) -> FigureCell | None:
    """Return the first cell whose place was filled before with another amount; ``None`` where there is none."""
    seen: dict[CellPlace, FigureCell] = {}
    for cell in cells:
        if cell.place in seen and seen[cell.place].amount != cell.amount:
            return cell
        seen[cell.place] = cell
    return None
