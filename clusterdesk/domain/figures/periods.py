"""Periods of a ledger as they are kept: a month ``2026-10``, a quarter ``2026-Q3``, a year ``2026``."""

from datetime import date, timedelta
from functools import lru_cache

from clusterdesk.domain.records.figures import Cadence

MONTHS_OF = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.ANNUAL: 12}


def cadence_of(period: str) -> Cadence:
    """Return the cadence a period belongs to by how it is written."""
    if len(period) == 4:
        return Cadence.ANNUAL
    return Cadence.QUARTERLY if "Q" in period else Cadence.MONTHLY


def period_at(day: date, cadence: Cadence) -> str:
    """Return the period of a cadence that a day lies in; months where nothing is due."""
    if cadence is Cadence.ANNUAL:
        return f"{day.year:04d}"
    if cadence is Cadence.QUARTERLY:
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}-{day.month:02d}"


def first_day(period: str) -> date:
    """Return the first day of a period."""
    year, rest = int(period[:4]), period[5:]
    if not rest:
        return date(year, 1, 1)
    return date(year, 3 * int(rest[1:]) - 2 if rest.startswith("Q") else int(rest), 1)


@lru_cache(maxsize=2048)
def last_day(period: str) -> date:
    """Return the last day of a period."""
    start, months = first_day(period), MONTHS_OF[cadence_of(period)]
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def following(period: str, by: int = 1) -> str:
    """Return the period ``by`` periods later (earlier where negative)."""
    start, cadence = first_day(period), cadence_of(period)
    year, month = divmod(start.year * 12 + start.month - 1 + by * MONTHS_OF[cadence], 12)
    return period_at(date(year, month + 1, 1), cadence)


def year_before(period: str) -> str:
    """Return the same period of the year before."""
    return f"{int(period[:4]) - 1:04d}{period[4:]}"


def ended_periods(cadence: Cadence, starts_on: date | None, today: date, *, most: int = 240) -> list[str]:
    """Return the periods since ``starts_on`` that have ended before ``today``, oldest first; none where nothing is due.

    Without a start only the last one that ended is due.
    """
    if cadence is Cadence.NONE:
        return []
    last = following(period_at(today, cadence), -1)
    first = period_at(starts_on, cadence) if starts_on is not None else last
    found: list[str] = []
    while first_day(last) >= first_day(first) and len(found) < most:
        found.append(last)
        last = following(last, -1)
    return found[::-1]
