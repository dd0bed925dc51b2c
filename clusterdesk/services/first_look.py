"""The first screen of a binder, read before the store is opened; free of SQLAlchemy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from clusterdesk.config.settings import Settings
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.store.first_rows import FirstRows, first_rows

_DATABASE = "binder.db"
DAYS_AHEAD = 7
MOST_AT_FIRST = 10


def today_question(settings: Settings, day: date) -> TodayQuestion:
    """Return what the page Today asks for a local day."""
    return TodayQuestion(day, days_ahead=DAYS_AHEAD, silent_after_days=settings.silent_after_days)


def first_question(settings: Settings, day: date) -> TodayQuestion:
    """Return what is asked before the store is opened: no more rows than the page shows until somebody wants more."""
    return replace(today_question(settings, day), most=MOST_AT_FIRST)


def first_look(
    binder: Path, question: TodayQuestion, language: str, *, first: Callable[[FirstRows], None] | None = None
) -> FirstRows | None:
    """Read Today by the bare driver; ``None`` where that cannot be done now (the store says why when it opens).

    ``first`` is given what stands first on the page while the rest is being read.
    """
    return first_rows(binder / _DATABASE, question, rows=0, language=language, first=first)


__all__ = ["MOST_AT_FIRST", "FirstRows", "first_look", "first_question", "today_question"]
