"""The day of a year on which the threshold was passed (« point mort »): by regular activity, and by the months."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from clusterdesk.domain.breakeven.days import date_in_year, days_of_year, period_reached, start_of
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.said import fixed_of, variable_of
from clusterdesk.domain.breakeven.threshold import threshold


@dataclass(frozen=True, slots=True)
class YearPoint:
    """The day by a regular activity, and that of the real months; ``None``: it was not passed that year.

    ``whole``: only the year is known, and nothing of its months.
    """

    year: int
    regular: date | None
    real: date | None
    whole: bool = False


def last_year_point(counting: Mapping[int, PeriodFigures], like: Period) -> YearPoint | None:
    """Return the point of the last calendar year all of whose periods count with their split; ``None`` without one."""
    for year in sorted({like.at(index).year for index in counting}, reverse=True):
        first = Period(year, 1, like.months).index
        figures = [counting.get(first + by) for by in range(like.a_year)]
        known = [one for one in figures if one is not None and variable_of(one) is not None]
        if len(known) == like.a_year:
            return _point(year, known)
    return None


def _point(year: int, figures: list[PeriodFigures]) -> YearPoint:
    margins, fixed, revenue, variable = [], Fraction(0), Fraction(0), Fraction(0)
    for one in figures:
        own, rest = variable_of(one), fixed_of(one)
        assert own is not None
        assert rest is not None
        assert one.revenue is not None
        margins.append(Fraction(one.revenue) - Fraction(own))
        fixed += Fraction(rest)
        revenue += Fraction(one.revenue)
        variable += Fraction(own)
    level = threshold(revenue, variable, fixed)
    regular = date_in_year(level.revenue / revenue * days_of_year(year), year) if level.revenue is not None else None
    if len(figures) == 1:
        return YearPoint(year, regular, None, whole=True)
    found = period_reached(margins, fixed)
    return YearPoint(year, regular, _real(year, len(figures), found) if found is not None else None)


def _real(year: int, parts: int, found: tuple[int, Fraction]) -> date | None:
    first, length = start_of(found[0], parts, year)
    days = max(found[1] * length, Fraction(1, 2))
    return date_in_year((first - date(year, 1, 1)).days + days, year)
