"""The day of the year on which the threshold is passed (« point mort »): real calendar and the schools' conventions."""

from calendar import isleap
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

_MONTH, _YEAR = 30, 360
_MONTHS = 12


def days_of_year(year: int) -> int:
    """Return 365 or 366."""
    return 366 if isleap(year) else 365


def date_in_year(day: Fraction, year: int) -> date | None:
    """Return the date of an exact day of a year: its start plus ⌈day⌉ − 1; none beyond its end."""
    whole = max(ceil(day), 1)
    return date(year, 1, 1) + timedelta(days=whole - 1) if whole <= days_of_year(year) else None


def date_of_twelve_thirties(day: Fraction, closed: Sequence[int] = ()) -> str | None:
    """Return the MM-DD of an exact day in a year of twelve months of thirty days.

    ``closed`` are months (1–12) without activity: their days are skipped, so that ``day`` counts active days.
    """
    left = max(ceil(day), 1)
    for month in range(1, _MONTHS + 1):
        if month in closed:
            continue
        if left <= _MONTH:
            return f"{month:02d}-{left:02d}"
        left -= _MONTH
    return None


def date_mixed(day: Fraction) -> str | None:
    """Return the MM-DD of an exact day of a 365-day year that is cut into months of thirty days."""
    whole = max(ceil(day), 1)
    return date_of_twelve_thirties(Fraction(whole)) if whole <= _YEAR else None


def period_reached(parts: Sequence[Fraction], wanted: Fraction) -> tuple[int, Fraction] | None:
    """Return in which part (from 0) a cumulated amount passes ``wanted``, and at which share of that part."""
    before = Fraction(0)
    for number, part in enumerate(parts):
        if part > 0 and before + part >= wanted:
            return number, max((wanted - before) / part, Fraction(0))
        before += part
    return None


def start_of(part: int, parts: int, year: int) -> tuple[date, int]:
    """Return the first day of a part of a year that is cut into so many parts of whole months, and its length."""
    months = _MONTHS // parts
    first = date(year, part * months + 1, 1)
    last = part * months + months
    after = date(year + 1, 1, 1) if last == _MONTHS else date(year, last + 1, 1)
    return first, (after - first).days
