"""The first screen, read by the bare driver: the window is filled before SQLAlchemy is imported."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from clusterdesk.domain.views.today import Today, TodayQuestion
from clusterdesk.store.pragmas import ON_CONNECT
from clusterdesk.store.queries.organisation_sql import Run
from clusterdesk.store.queries.today import TodayReading

if TYPE_CHECKING:
    from clusterdesk.domain.views.organisation_list import OrganisationRow

# What ``store.tables`` says too; a test holds them together.
APPLICATION_ID, SCHEMA_VERSION = 0x434C4444, 10


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The page Today, the first organisations by name, and whether there is none at all."""

    today: Today
    organisations: "tuple[OrganisationRow, ...]"
    empty: bool
    sample: bool


def first_rows(
    database: Path,
    question: TodayQuestion,
    *,
    rows: int = 50,
    language: str = "fr",
    key: bytes | None = None,
    first: Callable[[FirstRows], None] | None = None,
) -> FirstRows | None:
    """Read the first screen of a binder's database; ``first`` is given it without what asks for attention, sooner.

    Returns ``None`` where that cannot be done now: no database, another schema, a wrong key, damage. The store,
    opened right after, does what is needed then, or says what is wrong.
    """
    if not database.is_file():
        return None
    try:
        connection = _connect(database, key)
        try:
            return _read(connection, question, rows, language, first)
        finally:
            connection.close()
    except dbapi2.DatabaseError:
        return None


def _connect(database: Path, key: bytes | None) -> Any:  # noqa: ANN401 - a bare driver connection
    connection = dbapi2.connect(str(database), isolation_level=None)
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in ("PRAGMA query_only = ON", *ON_CONNECT[1:]):
        connection.execute(pragma)
    return connection


def _read(
    connection: Any,  # noqa: ANN401 - a bare driver connection
    question: TodayQuestion,
    rows: int,
    language: str,
    first: Callable[[FirstRows], None] | None,
) -> FirstRows | None:
    run = connection.execute
    if run("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        return None
    if run("PRAGMA user_version").fetchone() != (SCHEMA_VERSION,):
        return None
    run("BEGIN")
    listed = _organisations(run, question, rows, language) if rows else ()
    # Not how many there are: a cold start would wait for all of them to be read.
    there = "SELECT EXISTS (SELECT 1 FROM organisation WHERE deleted = 0 AND merged_into IS NULL)"
    empty = run(there).fetchone() == (0,)
    sample = run("SELECT value FROM meta WHERE key = 'sample'").fetchone() == ("1",)
    reading = TodayReading(run, question)
    upper = FirstRows(reading.upper(), listed, empty, sample)
    if first is not None:
        first(upper)
    return replace(upper, today=reading.whole(upper.today))


def _organisations(run: Run, question: TodayQuestion, rows: int, language: str) -> "tuple[OrganisationRow, ...]":
    # Where only Today is shown, the list costs nothing, not even its import.
    from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder
    from clusterdesk.store.queries.organisation_list import read_page

    wanted = OrganisationFilter(question.day, silent_after_days=question.silent_after_days)
    return tuple(read_page(run, wanted, OrganisationOrder(), offset=0, limit=rows, language=language))
