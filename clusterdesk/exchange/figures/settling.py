"""One figure for one place of a ledger: parts are added up, what is given twice is refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.figures import Precision
from clusterdesk.exchange.figures.column_words import Part
from clusterdesk.exchange.figures.raw_cells import RawFigure
from clusterdesk.exchange.reading.source import address

_TWICE = N_("{period} is given twice with different amounts.")
_IN_TOTAL_FAILED = N_("Another part of the same figure cannot be read.")


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure of a sheet: the cell or head count a ledger would have, or the problem that refuses it."""

    raws: tuple[RawFigure, ...]
    cell: FigureCell | None = None
    problem: Problem | None = None
    staff: StaffCell | None = None

    @property
    def address(self) -> str:
        """Where it stands on the sheet, ``B3``; several cells that are added up with a plus between them."""
        return " + ".join(address(one.line, one.column) for one in self.raws)

    @property
    def heading(self) -> str:
        """What stands beside or above it."""
        return " + ".join(dict.fromkeys(one.heading for one in self.raws))

    def said(self, part: Part) -> bool:
        """Tell whether the sheet says something about it."""
        return any(part in one.said for one in self.raws)


def settled(period: str, reads: Sequence[tuple[RawFigure, FigureCell | Problem]]) -> list[ReadFigure]:
    """Make one figure of what goes to one place: parts are added up, one heading given twice is refused."""
    if len(reads) == 1:
        raw, read = reads[0]
        return [ReadFigure((raw,), None, read) if isinstance(read, Problem) else ReadFigure((raw,), read)]
    by_heading: dict[str, list[tuple[RawFigure, FigureCell | Problem]]] = {}
    for raw, read in reads:
        by_heading.setdefault(match_key(raw.heading), []).append((raw, read))
    if any(len({_amount(read) for _, read in same}) > 1 for same in by_heading.values()):
        twice = Problem("month_twice", _TWICE, {"period": period})
        return [ReadFigure((raw,), None, read if isinstance(read, Problem) else twice) for raw, read in reads]
    parts = [same[0] for same in by_heading.values()]
    cells = [read for _, read in parts if isinstance(read, FigureCell)]
    if len(cells) < len(parts):
        failed = Problem("part_refused", _IN_TOTAL_FAILED)
        return [ReadFigure((raw,), None, read if isinstance(read, Problem) else failed) for raw, read in parts]
    return [ReadFigure(tuple(raw for raw, _ in parts), _added(cells))]


def _amount(read: FigureCell | Problem) -> Decimal | str | None:
    return read.code if isinstance(read, Problem) else read.amount


def _added(cells: Sequence[FigureCell]) -> FigureCell:
    total = sum((cell.amount or Decimal(0) for cell in cells), Decimal(0))
    about = any(cell.precision is Precision.ABOUT for cell in cells)
    if len(cells) == 1:
        return cells[0]
    precision = Precision.ABOUT if about else Precision.EXACT
    return replace(cells[0], amount=total, entered=None, vat_rate=None, precision=precision)
