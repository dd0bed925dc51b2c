"""The first screen of a binder, read before the store is opened; free of SQLAlchemy."""

from pathlib import Path

from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.store.first_rows import FirstRows, first_rows

_DATABASE = "binder.db"


def first_look(binder: Path, question: TodayQuestion, language: str) -> FirstRows | None:
    """Read Today by the bare driver; ``None`` where that cannot be done now (the store says why when it opens)."""
    return first_rows(binder / _DATABASE, question, rows=0, language=language)


__all__ = ["FirstRows", "first_look"]
