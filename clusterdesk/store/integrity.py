"""Checking a binder: the file, the references, the journal against the tables, the files of documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.store.desk_store import Store
from clusterdesk.store.documents import FileState
from clusterdesk.store.engine import damaged, stoppable
from clusterdesk.store.journal import replay
from clusterdesk.store.tables import RECORD_TABLES

_MOST = 20


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; ``problems`` names each in English, by type, id and field.

    ``documents`` counts those whose file is missing from the folder or damaged; the database may be sound all the same.
    """

    ok: bool
    integrity: str
    foreign_keys: int
    journal: str
    documents: int = 0
    problems: tuple[str, ...] = ()

    @property
    def database_sound(self) -> bool:
        """Tell whether file, links and journal are in order."""
        return self.integrity == "ok" and not self.foreign_keys and self.journal == "ok"


def check_quickly(store: Store) -> None:
    """Look through the pages of the database, as after a window that did not close properly.

    Raises:
        KnownError: the database is damaged.
    """
    fresh = store.engines.raw()
    try:
        found = [row[0] for row in fresh.execute("PRAGMA quick_check(1)")]
    finally:
        fresh.close()
    if found != ["ok"]:
        raise damaged()


def check_store(store: Store, progress: Progress = unheard) -> CheckReport:
    """Run all checks; nothing is written."""
    fresh = store.engines.raw()  # a pooled connection may judge the full-text index by what it remembers of it
    try:
        with stoppable(fresh, progress):
            integrity = [row[0] for row in fresh.execute("PRAGMA integrity_check(20)")]
            broken = fresh.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        fresh.close()
    with store.read() as connection:
        kept = _documents(connection)
        total = len(RECORD_TABLES) + len(kept)
        differing = replay.disagreements(connection, progress=_Part(progress, 0, total))
    lost = list(_lost(store, kept, _Part(progress, len(RECORD_TABLES), total)))
    sound = integrity == ["ok"]
    problems = ([] if sound else list(integrity)) + [f"{row[0]}: {row[2]}" for row in broken[:_MOST]] + differing
    return CheckReport(
        ok=sound and not broken and not differing and not lost,
        integrity="ok" if sound else "damaged",
        foreign_keys=len(broken),
        journal="ok" if not differing else "differs",
        documents=len(lost),
        problems=tuple(problems + lost[:_MOST]),
    )


class _Part:
    """Progress of a part as progress of the whole."""

    def __init__(self, whole: Progress, before: int, total: int) -> None:
        self._whole, self._before, self._total = whole, before, total

    def __call__(self, done: int, _total: int) -> None:
        self._whole(self._before + done, self._total)


def _documents(connection: sa.Connection) -> list[tuple[UUID, str, str]]:
    table = RECORD_TABLES["document"]
    wanted = sa.select(table.c.id, table.c.name, table.c.sha256).where(
        table.c.deleted == 0, table.c.revoked_on.is_(None)
    )
    return [(UUID(bytes=row[0]), row[1], row[2]) for row in connection.execute(wanted.order_by(table.c.id))]


def _lost(store: Store, kept: list[tuple[UUID, str, str]], progress: Progress) -> Iterator[str]:
    """Read the file of every document, each content once."""
    states: dict[str, FileState] = {}
    for number, (one, name, sha256) in enumerate(kept):
        progress(number, len(kept))
        if sha256 not in states:
            states[sha256] = store.documents.state(sha256)
        if states[sha256] is not FileState.SOUND:
            yield f"document {one}: the file of {name} is {states[sha256]}"
