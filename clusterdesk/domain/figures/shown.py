"""Which periods and lines a grid of a ledger shows."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.domain.figures.periods import first_day, following, last_day, period_at
from clusterdesk.domain.records.figures import Cadence, FigureLine
from clusterdesk.domain.views.figures import LedgerView

_FEWEST = {Cadence.MONTHLY: 12, Cadence.NONE: 12, Cadence.QUARTERLY: 8, Cadence.ANNUAL: 5}
_MOST = 240
_ORDER = (
    FigureLine.REVENUE,
    FigureLine.VARIABLE,
    FigureLine.SEMI_VARIABLE,
    FigureLine.FIXED,
    FigureLine.TOTAL_COSTS,
    FigureLine.DEPRECIATION,
    FigureLine.OPERATING_SUBSIDY,
    FigureLine.CAPITAL_SUBSIDY,
    FigureLine.UNITS,
    FigureLine.CASH_IN,
    FigureLine.CASH_OUT,
)

type Line = tuple[FigureLine | None, UUID | None]
"""A row of a grid: the line, and the line of its own where it is one; ``None`` for the head counts."""


def grid_lines(view: LedgerView) -> list[Line]:
    """Return the rows of a ledger's grid; semi-variable costs without a line of their own only where there are any."""
    found: list[Line] = []
    loose = any(cell.line is FigureLine.SEMI_VARIABLE and cell.own_line_id is None for cell in view.cells.values())
    for line in _ORDER:
        if line is FigureLine.SEMI_VARIABLE:
            found += [(line, own.id) for own in view.lines]
            if loose:
                found.append((line, None))
        else:
            found.append((line, None))
    return [*found, (None, None)]


def grid_periods(view: LedgerView, today: date) -> list[str]:
    """Return the columns of a ledger's grid, the oldest first: from the first that is followed or known until now."""
    cadence = view.ledger.cadence
    newest = period_at(today, cadence)
    every = {*(cell.period for cell in view.cells.values()), *view.closed}
    known = [one for one in every if len(one) == len(newest) and ("Q" in one) == ("Q" in newest)]
    newest = max([newest, *known], key=last_day)
    wanted = [following(newest, -_FEWEST[cadence]), *known]
    if view.ledger.starts_on is not None:
        wanted.append(period_at(view.ledger.starts_on, cadence))
    oldest = min(wanted, key=last_day)
    found = [newest]
    while first_day(found[-1]) > first_day(oldest) and len(found) < _MOST:
        found.append(following(found[-1], -1))
    return found[::-1]


def grid_cells(view: LedgerView, today: date) -> Iterator[GridCell]:
    """Return all cells of a ledger's grid."""
    lines = grid_lines(view)
    for period in grid_periods(view, today):
        for line, own in lines:
            yield GridCell(view.ledger.id, period, line, own)
