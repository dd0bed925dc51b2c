"""What is odd about an amount that is entered: said at once, and never in the way of saving it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from statistics import median
from uuid import UUID

from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.figures.cells import CellPlace, FigureCell
from clusterdesk.domain.records.figures import FigureLine, Precision

# A slip of two places, or thousands where units were meant, is a factor of 100 or 1000; a good month is not.
_UNUSUAL_FACTOR = 50
_FEWEST_KNOWN = 3
_ROUNDING = 1
_PARTS = (FigureLine.VARIABLE, FigureLine.SEMI_VARIABLE, FigureLine.FIXED)
_COSTS = frozenset({*_PARTS, FigureLine.TOTAL_COSTS})


@dataclass(frozen=True, slots=True)
class FigureWarning:
    """Something to check: the message, and its amounts by the names of its parameters."""

    message: Message
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


def cell_warnings(cells: Mapping[CellPlace, FigureCell], cell: FigureCell) -> list[FigureWarning]:
    """Return what is odd about a cell among the others of its ledger; ``cells`` may hold it already, or not."""
    if cell.amount is None:
        return []
    there = {**cells, cell.place: cell}
    found = [FigureWarning(Message.UNUSUAL_AMOUNT)] if _unusual(there, cell, cell.amount) else []
    return [*found, *(_of_costs(there, cell.period) if cell.line in _COSTS else ())]


def unusual_places(cells: Mapping[CellPlace, FigureCell]) -> frozenset[CellPlace]:
    """Return where unusual amounts stand, all of a ledger at once."""
    lines: dict[tuple[FigureLine, UUID | None], dict[CellPlace, FigureCell]] = {}
    for place, cell in cells.items():
        if cell.amount is not None:
            lines.setdefault((cell.line, cell.own_line_id), {})[place] = cell
    return frozenset(
        place
        for line in lines.values()
        for place, cell in line.items()
        if cell.amount is not None and _unusual(line, cell, cell.amount)
    )


def _unusual(cells: Mapping[CellPlace, FigureCell], cell: FigureCell, amount: Decimal) -> bool:
    others = [
        one.amount
        for one in cells.values()
        if one.line is cell.line and one.own_line_id == cell.own_line_id and one.period != cell.period and one.amount
    ]
    if len(others) < _FEWEST_KNOWN or not amount:
        return False
    usual = median(others)
    if not usual:
        return False
    ratio = amount / usual
    return ratio < 0 or not Decimal(1) / _UNUSUAL_FACTOR < ratio < _UNUSUAL_FACTOR


def _of_costs(cells: Mapping[CellPlace, FigureCell], period: str) -> Iterator[FigureWarning]:
    here = [one for one in cells.values() if one.period == period and one.amount is not None]
    sums: dict[FigureLine, Decimal] = {}
    for one in here:
        sums[one.line] = sums.get(one.line, Decimal(0)) + (one.amount or 0)
    split = FigureLine.VARIABLE in sums and FigureLine.FIXED in sums
    parts, total = sum((sums.get(line, Decimal(0)) for line in _PARTS), Decimal(0)), sums.get(FigureLine.TOTAL_COSTS)
    exact = all(one.precision is Precision.EXACT for one in here if one.line in _COSTS)
    if total is not None and (parts - total > _ROUNDING or (split and abs(parts - total) > _ROUNDING)) and exact:
        yield FigureWarning(Message.PARTS_DIFFER, {"x": parts, "y": total})
    if split and not sums[FigureLine.FIXED] and not sums.get(FigureLine.SEMI_VARIABLE):
        yield FigureWarning(Message.NO_FIXED_COSTS)
