"""Checking a binder: the file, the references, and the journal against the tables."""

from dataclasses import dataclass

from clusterdesk.store.desk_store import Store
from clusterdesk.store.engine import damaged
from clusterdesk.store.journal import replay


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; ``problems`` names each in English, by type, id and field."""

    ok: bool
    integrity: str
    foreign_keys: int
    journal: str
    problems: tuple[str, ...] = ()


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


def check_store(store: Store) -> CheckReport:
    """Run all checks; nothing is written."""
    fresh = store.engines.raw()  # a pooled connection may judge the full-text index by what it remembers of it
    try:
        integrity = [row[0] for row in fresh.execute("PRAGMA integrity_check(20)")]
    finally:
        fresh.close()
    with store.read() as connection:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        differing = replay.disagreements(connection)
    sound = integrity == ["ok"]
    problems = ([] if sound else list(integrity)) + [f"{row[0]}: {row[2]}" for row in broken[:20]] + differing
    return CheckReport(
        ok=sound and not broken and not differing,
        integrity="ok" if sound else "damaged",
        foreign_keys=len(broken),
        journal="ok" if not differing else "differs",
        problems=tuple(problems),
    )
