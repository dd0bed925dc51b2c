"""From the cells of a ledger to periods that can be judged: which are complete, what is missing in the others.

A period is complete when turnover and either total costs or both variable and fixed costs were entered as exact (a
typed 0 counts) and the period is closed. What is about right is shown, and never completes a period.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.figures.sources import weakest
from clusterdesk.domain.records.figures import FigureLine, FigureSource, Precision

_ZERO = Decimal(0)
_REVENUE, _TOTAL, _VARIABLE, _FIXED = FigureLine.REVENUE, FigureLine.TOTAL_COSTS, FigureLine.VARIABLE, FigureLine.FIXED
_SEMI, _DEPRECIATION = FigureLine.SEMI_VARIABLE, FigureLine.DEPRECIATION
_OPERATING, _CAPITAL = FigureLine.OPERATING_SUBSIDY, FigureLine.CAPITAL_SUBSIDY
_SPLIT = frozenset({_VARIABLE, _FIXED})
_NOTHING: frozenset[FigureLine] = frozenset()


class Lack(StrEnum):
    """Why a period is not complete."""

    REVENUE = "revenue"
    COSTS = "costs"
    ABOUT = "about"
    NOT_CLOSED = "not_closed"
    NOT_ENDED = "not_ended"


class KnownCell(NamedTuple):
    """A cell as it stands: ``share`` is the variable share of a line of its own."""

    period: str
    line: FigureLine
    amount: Decimal
    precision: Precision = Precision.EXACT
    own_line_id: UUID | None = None
    share: Decimal = _ZERO
    source: FigureSource = FigureSource.COMPANY


class LedgerPeriod(NamedTuple):
    """A period of a ledger: its amounts by line (lines of their own added up), what it lacks, its weakest source."""

    period: str
    amounts: Mapping[FigureLine, Decimal]
    semi_variable_part: Decimal = _ZERO
    lacks: tuple[Lack, ...] = ()
    about: frozenset[FigureLine] = frozenset()
    closed_on: date | None = None
    source: FigureSource | None = None

    @property
    def complete(self) -> bool:
        """Tell whether it counts."""
        return not self.lacks

    @property
    def can_be_closed(self) -> bool:
        """Tell whether only closing is missing."""
        return self.lacks in ((Lack.NOT_CLOSED,), ())

    @property
    def costs(self) -> Decimal | None:
        """Return the total costs: as entered, else what the parts add up to where both kinds are known."""
        total = self.amounts.get(FigureLine.TOTAL_COSTS)
        if total is not None or not self.amounts.keys() >= _SPLIT:
            return total
        return sum((self.amounts.get(line, _ZERO) for line in (*_SPLIT, FigureLine.SEMI_VARIABLE)), _ZERO)

    def estimate(self, read: Period, currency: str) -> PeriodFigures:
        """Return the figures as they are known, complete or not."""
        get = self.amounts.get
        semi = get(_SEMI, _ZERO)
        return PeriodFigures(  # by place: a binder has tens of thousands of periods
            read,
            None,
            get(_REVENUE),
            get(_TOTAL),
            get(_VARIABLE),
            semi,
            self.semi_variable_part / semi if semi else _ZERO,
            get(_FIXED),
            get(_DEPRECIATION, _ZERO),
            get(_OPERATING, _ZERO),
            get(_CAPITAL, _ZERO),
            currency,
        )


def ledger_periods(
    cells: Iterable[KnownCell], closed: Mapping[str, date | None], today: date
) -> tuple[LedgerPeriod, ...]:
    """Return the periods that hold anything, in order.

    Args:
        cells: those that hold an amount, in any order.
        closed: the day each period was closed on, by period; what is not there is open.
        today: periods that have not ended by then are not used.
    """
    by_period: dict[str, list[KnownCell]] = {}
    for cell in cells:
        by_period.setdefault(cell.period, []).append(cell)
    every = sorted({*by_period, *(period for period, day in closed.items() if day is not None)}, key=last_day)
    return tuple(ledger_period(period, by_period.get(period, ()), closed.get(period), today) for period in every)


def ledger_period(period: str, cells: Sequence[KnownCell], closed_on: date | None, today: date) -> LedgerPeriod:
    """Return one period from its cells, in any order; it may hold none."""
    amounts: dict[FigureLine, Decimal] = {}
    about, part = _NOTHING, _ZERO
    worst: FigureSource | None = None
    for _, line, amount, precision, _, share, source in cells:
        amounts[line] = amounts[line] + amount if line in amounts else amount
        if line is _SEMI:
            part += share * amount
        if precision is Precision.ABOUT:
            about |= {line}
        if source is not worst:
            worst = source if worst is None else weakest((worst, source))
    lacks = _lacks(amounts, about)
    if last_day(period) >= today:
        lacks = (*lacks, Lack.NOT_ENDED)
    elif closed_on is None:
        lacks = (*lacks, Lack.NOT_CLOSED)
    return LedgerPeriod(period, amounts, part, lacks, about, closed_on, worst)


def _lacks(amounts: Mapping[FigureLine, Decimal], about: frozenset[FigureLine]) -> tuple[Lack, ...]:
    """Return what a period lacks besides being closed."""
    lacks: tuple[Lack, ...] = () if _REVENUE in amounts else (Lack.REVENUE,)
    if _TOTAL not in amounts and not (_VARIABLE in amounts and _FIXED in amounts):
        return (*lacks, Lack.COSTS)
    if about:
        exact = amounts.keys() - about
        if _REVENUE in about or not (_TOTAL in exact or exact >= _SPLIT):
            return (*lacks, Lack.ABOUT)
    return lacks
