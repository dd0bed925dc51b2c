"""Looking ahead, honestly: three scenarios on few assumptions, never a single date, never a probability.

Turnover, the variable share of it and the fixed costs are continued apart from each other: *trend* by the median of all
slopes (the same month of last year times the usual growth where a seasonal ledger is long enough), *recent* by that of
the last half, *cautious* with the recent slope dying away by a tenth a period. The method is tried on the past: its own
error is told beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.median_line import median, median_line
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.said import charges_of, variable_of

LEAST = 6
_LONGEST = 12
_MOST_POINTS = 60
_DAMPING = Decimal("0.9")
_ZERO, _ONE = Decimal(0), Decimal(1)


class Method(StrEnum):
    """How a scenario continues the past."""

    TREND = "trend"
    RECENT = "recent"
    CAUTIOUS = "cautious"


@dataclass(frozen=True, slots=True)
class Projection:
    """One scenario over the periods after the last complete one."""

    method: Method
    periods: tuple[Period, ...]
    revenue: tuple[Decimal, ...]
    charges: tuple[Decimal, ...]

    @property
    def core(self) -> tuple[Decimal, ...]:
        """The results without subsidies."""
        return tuple(r - c for r, c in zip(self.revenue, self.charges, strict=True))


@dataclass(frozen=True, slots=True)
class Past:
    """The complete periods of a ledger as a projection reads them, by index; ``split`` tells whether V and F are."""

    like: Period
    revenue: Mapping[int, Decimal]
    rate: Mapping[int, Decimal]
    fixed: Mapping[int, Decimal]
    core: Mapping[int, Decimal]
    split: bool
    seasonal: bool

    @property
    def last(self) -> int:
        """The index of the last complete period."""
        return max(self.revenue)

    def until(self, last: int) -> "Past":
        """Return what was known so long ago."""
        kept = [{i: v for i, v in one.items() if i <= last} for one in (self.revenue, self.rate, self.fixed, self.core)]
        return Past(self.like, kept[0], kept[1], kept[2], kept[3], self.split, self.seasonal)


def past_of(figures: Sequence[PeriodFigures], *, seasonal: bool) -> Past | None:
    """Return the complete periods among figures, at most the last sixty; ``None`` where there are none.

    Where the split of costs is unknown in one of them, all costs are taken as fixed in all.
    """
    whole = sorted((one for one in figures if one.revenue is not None and charges_of(one) is not None), key=_index)
    whole = whole[-_MOST_POINTS:]
    if not whole:
        return None
    split = all(variable_of(one) is not None for one in whole)
    revenue, rate, fixed, core = {}, {}, {}, {}
    for one in whole:
        assert one.revenue is not None
        index, charges = one.period.index, charges_of(one) or _ZERO
        variable = (variable_of(one) or _ZERO) if split else _ZERO
        revenue[index], core[index] = one.revenue, one.revenue - charges
        fixed[index] = charges - variable
        if split and one.revenue > 0:
            rate[index] = variable / one.revenue
    return Past(whole[0].period, revenue, rate, fixed, core, split, seasonal)


def enough(past: Past | None) -> bool:
    """Tell whether a projection can be made: six complete periods, and no hole in the last six."""
    return (
        past is not None
        and len(past.revenue) >= LEAST
        and all(past.last - back in past.revenue for back in range(LEAST))
    )


def horizon_of(past: Past) -> int:
    """Return how many periods ahead are looked at: as many as are known, a year at most."""
    return min(past.like.a_year if past.like.quarterly else _LONGEST, len(past.revenue))


def project(past: Past, method: Method, horizon: int) -> Projection:
    """Continue the past of at least six periods."""
    ahead = range(1, horizon + 1)
    revenue = _seasonal(past, horizon) if method is Method.TREND and _long_enough(past) else None
    if revenue is None:
        revenue = _continued(past.revenue, past.last, method, horizon)
    # With sales in one period only its share is all that is known of it; without any there is none.
    rate = [next(iter(past.rate.values()), _ZERO)] * horizon
    if len(past.rate) > 1:
        rate = _continued(past.rate, past.last, method, horizon)
    fixed = _continued(past.fixed, past.last, method, horizon)
    return Projection(
        method,
        tuple(past.like.at(past.last + h) for h in ahead),
        tuple(revenue),
        tuple(r * v + f for r, v, f in zip(revenue, rate, fixed, strict=True)),
    )


def _continued(known: Mapping[int, Decimal], last: int, method: Method, horizon: int) -> list[Decimal]:
    """Return the next values of a measure, none below zero."""
    points = [(Decimal(index - last), value) for index, value in sorted(known.items())]
    if method is not Method.TREND:
        points = points[-max(LEAST, len(points) // 2) :]
    slope, level = median_line(points)
    steps, step, reach = [], _ONE, _ZERO
    for _ in range(horizon):
        step = step * _DAMPING if method is Method.CAUTIOUS else _ONE
        reach += step
        steps.append(reach)
    return [max(level + slope * one, _ZERO) for one in steps]


def _long_enough(past: Past) -> bool:
    return past.seasonal and len(past.revenue) >= 2 * past.like.a_year


def _seasonal(past: Past, horizon: int) -> list[Decimal] | None:
    """Return the same periods of last year times the median growth; ``None`` where one of them is missing."""
    year, known = past.like.a_year, dict(past.revenue)
    pairs = [(value, known[index - year]) for index, value in known.items() if known.get(index - year, _ZERO) > 0]
    if not pairs:
        return None
    growth = median([value / before for value, before in pairs])
    for index in range(past.last + 1, past.last + 1 + horizon):
        before = known.get(index - year)
        if before is None:
            return None
        known[index] = max(before * growth, _ZERO)
    return [known[past.last + h] for h in range(1, horizon + 1)]


def _index(figures: PeriodFigures) -> int:
    return figures.period.index
