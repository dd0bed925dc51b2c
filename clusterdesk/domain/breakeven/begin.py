"""Where a what-if begins: the last complete period in five numbers, and the growth of the past."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.median_line import median_line
from clusterdesk.domain.breakeven.said import charges_of, fixed_of, variable_of
from clusterdesk.domain.breakeven.what_if import Assumptions

_POINTS = 12
_LEAST = 3
_CENT, _TENTH, _SIXTH = Decimal("0.01"), Decimal("0.1"), Decimal("0.000001")
_ZERO = Decimal(0)
_MOST_GROWTH = Decimal(20)


def base_of(figures: Sequence[PeriodFigures], units: Decimal | None, periods: int = 24) -> Assumptions | None:
    """Return where a what-if of a ledger begins; ``None`` where no period is complete.

    Args:
        figures: of the complete periods, in order.
        units: what was sold in the last of them; without it, its whole volume is the unit.
        periods: how far to look.
    """
    if not figures:
        return None
    last = figures[-1]
    revenue, charges = last.revenue or _ZERO, charges_of(last) or _ZERO
    variable, fixed = variable_of(last), fixed_of(last)
    if variable is None or fixed is None:
        variable, fixed = _ZERO, charges
    sold = units if units is not None and units > 0 else Decimal(1)
    places = _SIXTH if sold != 1 else _CENT
    return Assumptions(
        first=last.period.at(last.period.index + 1),
        price=_rounded(revenue / sold, places),
        variable_cost=_rounded(variable / sold, places),
        fixed_costs=_rounded(fixed, _CENT),
        units=sold,
        growth=growth_of(figures),
        periods=periods,
    )


def growth_of(figures: Sequence[PeriodFigures]) -> Decimal:
    """Return the growth of the turnover in percent a period, to a tenth: the median slope of the last twelve periods.

    Too short a past, and one without sales, has none.
    """
    points = [(Decimal(one.period.index), one.revenue) for one in figures[-_POINTS:] if one.revenue is not None]
    if len(points) < _LEAST:
        return _ZERO
    origin = points[-1][0]
    slope, level = median_line([(index - origin, revenue) for index, revenue in points])
    if level <= 0:
        return _ZERO
    growth = _rounded(100 * slope / level, _TENTH)
    return max(min(growth, _MOST_GROWTH), -_MOST_GROWTH)


def _rounded(value: Decimal, places: Decimal) -> Decimal:
    return value.quantize(places, ROUND_HALF_UP)
