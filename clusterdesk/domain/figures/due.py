"""Which figures are due: only what the cadence of a ledger asks for, from the day it is followed on."""

from datetime import date

from clusterdesk.domain.figures.periods import following, last_day, period_at
from clusterdesk.domain.records.figures import Cadence


def period_due(cadence: Cadence, starts_on: date | None, today: date) -> str | None:
    """Return the last period that has ended before ``today``; ``None`` where nothing is due yet, or ever."""
    if cadence is Cadence.NONE:
        return None
    period = following(period_at(today, cadence), -1)
    return None if starts_on is not None and starts_on > last_day(period) else period
