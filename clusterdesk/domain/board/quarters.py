"""The quarters a board may be looked at: those that have ended."""

from datetime import date

from clusterdesk.domain.field_rules import is_period
from clusterdesk.domain.figures.periods import following, period_at
from clusterdesk.domain.records.figures import Cadence


def is_quarter(text: str) -> bool:
    """Tell whether a text is a quarter, such as ``2026-Q3``."""
    return "Q" in text and is_period(text)


def quarter_of(day: date) -> str:
    """Return the quarter a day lies in, such as ``2026-Q3``."""
    return period_at(day, Cadence.QUARTERLY)


def closed_quarters(today: date, count: int = 8) -> tuple[str, ...]:
    """Return the last quarters that have ended, newest first."""
    now = quarter_of(today)
    return tuple(following(now, -each) for each in range(1, count + 1))
