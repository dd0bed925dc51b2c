"""The first screen of a binder, read before the store is opened; free of SQLAlchemy."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from clusterdesk.config.settings import Settings
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.store.first_rows import FirstRows, first_rows

_DATABASE = "binder.db"
DAYS_AHEAD = 7


def today_question(settings: Settings, day: date) -> TodayQuestion:
    """Return what the page Today asks for a local day."""
    return TodayQuestion(day, days_ahead=DAYS_AHEAD, silent_after_days=settings.silent_after_days)


def first_look(
    binder: Path, question: TodayQuestion, language: str, *, first: Callable[[FirstRows], None] | None = None
) -> FirstRows | None:
    """Read Today by the bare driver; ``None`` where that cannot be done now (the store says why when it opens).

    ``first`` is given what stands first on the page while the rest is being read.
    """
    return first_rows(binder / _DATABASE, question, rows=0, language=language, first=first)


__all__ = ["FirstRows", "first_look", "today_question"]
