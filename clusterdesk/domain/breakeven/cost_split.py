"""Costs of which only totals are known: an estimate of what varies with the activity, and what does not.

Two ways side by side: by the highest and the lowest activity, as schools do it, and by the median of all slopes, which
one odd month does not move.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.median_line import median_line
from clusterdesk.domain.breakeven.said import charges_of

_LEAST = 6


@dataclass(frozen=True, slots=True)
class CostSplit:
    """An estimate from so many periods: ``rate`` of the turnover is variable, ``fixed`` a period is not.

    ``high_low_rate`` and ``high_low_fixed`` are the same by the highest and the lowest turnover.
    """

    periods: int
    rate: Decimal
    fixed: Decimal
    high_low_rate: Decimal
    high_low_fixed: Decimal


def high_low[Number: (Decimal, Fraction)](points: Sequence[tuple[Number, Number]]) -> tuple[Number, Number]:
    """Return slope and level of the line through the points of the lowest and the highest activity.

    Raises:
        ZeroDivisionError: all activities are the same.
    """
    high, low = max(points), min(points)
    rate = (high[1] - low[1]) / (high[0] - low[0])
    return rate, high[1] - rate * high[0]


def cost_split(figures: Sequence[PeriodFigures]) -> CostSplit | None:
    """Return the estimate for periods without a split; ``None`` under six of them, or where it makes no sense.

    It makes none where the costs would fall with the turnover, rise faster than it, or be negative without sales.
    """
    points = []
    for one in figures:
        charges = charges_of(one)
        if one.revenue is not None and charges is not None:
            points.append((one.revenue, charges))
    if len(points) < _LEAST or len({revenue for revenue, _ in points}) < 2:
        return None
    rate, fixed = median_line(points)
    if not 0 <= rate < 1 or fixed < 0:
        return None
    other_rate, other_fixed = high_low(points)
    return CostSplit(len(points), rate, fixed, other_rate, other_fixed)
