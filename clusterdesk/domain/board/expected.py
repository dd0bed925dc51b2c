"""How much of an indicator is expected by a day: evenly over its plan, and by its plan year by year."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal


def evenly(target: int | None, start: date | None, end: date | None, day: date) -> Decimal | None:
    """Return what would be reached by the end of a day if it came evenly; None without target or plan."""
    if target is None or start is None or end is None or end < start:
        return None
    done = min(max((day - start).days + 1, 0), (end - start).days + 1)
    return Decimal(target) * done / ((end - start).days + 1)


def by_plan(planned: Mapping[int, Decimal], start: date | None, day: date) -> Decimal | None:
    """Return what the plan by year expects by the end of a day, evenly within a year; None without a plan.

    ``planned`` is cumulated: how much by the end of each year. Years that are missing are passed over evenly.
    """
    if not planned:
        return None
    first = start or date(min(planned), 1, 1)
    before = (first - timedelta(days=1), Decimal(0))
    ends = [(date(year, 12, 31), planned[year]) for year in sorted(planned)]
    for mark in (one for one in ends if one[0] > before[0]):
        if day <= mark[0]:
            days, passed = (mark[0] - before[0]).days, max((day - before[0]).days, 0)
            return before[1] + (mark[1] - before[1]) * passed / days
        before = mark
    return before[1]


def whole(amount: Decimal) -> int:
    """Return the whole number people compare with."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
