"""Where a what-if begins: the last complete period, or an average one, in five numbers; and the growth of the past."""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.median_line import median_line
from clusterdesk.domain.breakeven.said import charges_of, variable_of
from clusterdesk.domain.breakeven.what_if import Assumptions

_POINTS = 12
_LEAST = 3
_CENT, _TENTH, _SIXTH = Decimal("0.01"), Decimal("0.1"), Decimal("0.000001")
_ZERO = Decimal(0)
_MOST_GROWTH, _MOST_A_YEAR = Decimal(10), Decimal(50)


def base_of(
    figures: Sequence[PeriodFigures], units: Decimal | None, growth: Decimal, periods: int, *, rate: Decimal = _ZERO
) -> Assumptions | None:
    """Return where a what-if begins: an average period of those given; ``None`` where there is none.

    Args:
        figures: complete periods in order: the last one, or those of a year.
        units: what was sold in all of them; without it, the whole volume of a period is the unit.
        growth: in percent a period.
        periods: how far to look.
        rate: the variable share of the turnover where the split of the costs is unknown.
    """
    if not figures:
        return None
    count, last = len(figures), figures[-1].period
    revenue = sum((one.revenue or _ZERO for one in figures), _ZERO) / count
    charges = sum((charges_of(one) or _ZERO for one in figures), _ZERO) / count
    variables = [variable_of(one) for one in figures]
    variable = max(revenue, _ZERO) * rate
    if all(one is not None for one in variables):
        variable = sum((one or _ZERO for one in variables), _ZERO) / count
    sold = units / count if units is not None and units > 0 else Decimal(1)
    places = _SIXTH if units else _CENT
    return Assumptions(
        first=last.at(last.index + 1),
        price=_rounded(revenue / sold, places),
        variable_cost=_rounded(variable / sold, places),
        fixed_costs=_rounded(max(charges - variable, _ZERO), _CENT),
        units=_rounded(sold, _CENT),
        growth=growth,
        periods=periods,
        per_unit=bool(units),
    )


def growth_of(figures: Sequence[PeriodFigures], *, seasonal: bool) -> Decimal:
    """Return the growth of the turnover in percent a period, to a tenth.

    The median slope of the last twelve periods; where a ledger is seasonal, what the last year grew over the one
    before. Too short a past, and one without sales, has none.
    """
    if seasonal:
        return _yearly_growth(figures)
    points = [(Decimal(one.period.index), one.revenue) for one in figures[-_POINTS:] if one.revenue is not None]
    if len(points) < _LEAST:
        return _ZERO
    origin = points[-1][0]
    slope, level = median_line([(index - origin, revenue) for index, revenue in points])
    return _bounded(100 * slope / level, annual=figures[-1].period.annual) if level > 0 else _ZERO


def _yearly_growth(figures: Sequence[PeriodFigures]) -> Decimal:
    year = figures[-1].period.a_year if figures else 0
    known = {one.period.index: one.revenue or _ZERO for one in figures}
    last = max(known, default=0)
    now, before = range(last - year + 1, last + 1), range(last - 2 * year + 1, last - year + 1)
    if not year or any(index not in known for index in (*now, *before)):
        return _ZERO
    this, other = sum(known[index] for index in now), sum(known[index] for index in before)
    if this <= 0 or other <= 0:
        return _ZERO
    ratio = float(Decimal(this) / Decimal(other))
    return _bounded(Decimal(str(100 * (math.pow(ratio, 1 / year) - 1))), annual=year == 1)


def _bounded(growth: Decimal, *, annual: bool) -> Decimal:
    most = _MOST_A_YEAR if annual else _MOST_GROWTH
    return max(min(_rounded(growth, _TENTH), most), -most)


def _rounded(value: Decimal, places: Decimal) -> Decimal:
    return value.quantize(places, ROUND_HALF_UP)
