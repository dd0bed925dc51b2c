"""Writing many rows and changes at once, beside the bare driver writing the same values without journal or checks."""

import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks import dataset
from benchmarks.harness import BenchRow, compared
from benchmarks.raw_reading import bare
from benchmarks.vocabulary import Prose
from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import SetField, inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.packing import insert_statement, packer
from clusterdesk.store.tables import RECORD_TABLES

NAME = "Writing"
ROWS, CHANGES, NEW = "insert 100k rows (Core)", "apply 100k changes", "apply 10k new organisations"
# The design has no line for new records; they are held to that of changes.
TARGETS = {ROWS: 1.3, CHANGES: 2.6, NEW: 2.6}

_COUNT, _SESSIONS, _ORGANISATIONS, _ROUNDS = 100_000, 20_000, 10_000, 5
_FIELDS = ("minutes", "template", "starts_at", "next_step_on", "establishment_id")
_REQUIRED = tuple(f'"{column.name}"' for column in RECORD_TABLES["session"].columns if not column.nullable)


def run() -> list[BenchRow]:
    """Measure rows by the writing connection, changes of fields and new records by ``apply``."""
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as folder:
        store = dataset.opened(dataset.copied(1_000, Path(folder) / "ours"))
        try:
            with bare(dataset.copied(1_000, Path(folder) / "raw")) as raw:
                # The yardstick is free of the triggers that keep other writers out.
                for trigger in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                    raw.execute(f"DROP TRIGGER {trigger[0]}")
                return [_rows(store, raw), _changes(store, raw), _new(store, raw)]
        finally:
            store.close()


@contextmanager
def _committed(raw: Any) -> Iterator[Any]:  # noqa: ANN401 - a bare driver connection
    raw.execute("BEGIN IMMEDIATE")
    yield raw
    raw.execute("COMMIT")


def _rows(store: Store, raw: Any) -> BenchRow:  # noqa: ANN401
    """Write packed notes to their table, without the journal: what Core costs beside the driver."""
    statement, pack = insert_statement("session_note"), packer("session_note")
    session = store.find(Session)[0].id
    text = Prose(random.Random(1)).text(30)
    notes = [pack(SessionNote(session_id=session, text=text))[1] for _ in range(_COUNT)]
    place = next(index for index, name in enumerate(SessionNote.__dataclass_fields__) if name == "id")

    def fresh() -> list[tuple[Any, ...]]:
        return [(*row[:place], new_id().bytes, *row[place + 1 :]) for row in notes]

    def ours() -> None:
        rows = fresh()
        with store.bookkeeping() as connection:
            connection.exec_driver_sql("UPDATE write_gate SET open = 1")
            connection.exec_driver_sql(statement, rows)
            connection.exec_driver_sql("UPDATE write_gate SET open = 0")

    def yardstick() -> None:
        rows = fresh()
        with _committed(raw):
            raw.executemany(statement, rows)

    return compared(ROWS, ours, yardstick, TARGETS[ROWS], rounds=_ROUNDS, warm_ups=1)


def _changes(store: Store, raw: Any) -> BenchRow:  # noqa: ANN401
    """Set five fields of each session; the yardstick upserts each value into the same table."""
    sessions = store.find(Session)[:_SESSIONS]
    required = {**dict.fromkeys(_REQUIRED, "''"), '"id"': "?"}
    rounds = iter(range(1, 1_000))

    def ours() -> None:
        store.apply(SeedBinder(), list(_sets(sessions, next(rounds))))

    def yardstick() -> None:
        day = (dataset.DAY + timedelta(days=next(rounds))).isoformat()
        with _committed(raw):
            for name, value in zip(map('"{}"'.format, _FIELDS), (60, "follow_up", "10:30", day, None), strict=True):
                given = {**required, name: "?"}
                raw.executemany(
                    f"INSERT INTO session ({', '.join(given)}) VALUES ({', '.join(given.values())})"
                    f" ON CONFLICT (id) DO UPDATE SET {name} = excluded.{name}",
                    [(one.id.bytes, value) for one in sessions],
                )

    return compared(CHANGES, ours, yardstick, TARGETS[CHANGES], rounds=_ROUNDS, warm_ups=1)


def _sets(sessions: Sequence[Session], number: int) -> Iterator[SetField]:
    day = dataset.DAY + timedelta(days=number)
    for one in sessions:
        yield SetField("session", one.id, "minutes", 30 + number)
        yield SetField("session", one.id, "template", f"template {number}")
        yield SetField("session", one.id, "starts_at", one.starts_at)
        yield SetField("session", one.id, "next_step_on", day)
        yield SetField("session", one.id, "establishment_id", None)


def _new(store: Store, raw: Any) -> BenchRow:  # noqa: ANN401
    """Add organisations; the yardstick writes the same rows of table, journal, index and summary, ready made."""
    chance = random.Random(3)
    pack = packer("organisation")
    numbers = iter(range(10**12, 10**13, _ORGANISATIONS))

    def ours() -> None:
        store.apply(SeedBinder(), inserts(dataset.organisation_of(n, chance) for n in range(_ORGANISATIONS)))

    def yardstick() -> None:
        first = next(numbers)
        made = [dataset.organisation_of(n, chance) for n in range(_ORGANISATIONS)]
        packed = [pack(one) for one in made]
        with _committed(raw):
            raw.executemany(insert_statement("organisation"), [row for _, row in packed])
            raw.executemany(
                "INSERT INTO change VALUES (?, 1, 1, 'organisation', ?, NULL, ?, NULL)",
                [(first + n, one.id.bytes, text) for n, (one, (text, _)) in enumerate(zip(made, packed, strict=True))],
            )
            raw.executemany(
                "INSERT INTO search_entry VALUES (?, 'organisation', ?)",
                [(first + n, one.id.bytes) for n, one in enumerate(made)],
            )
            for table in ("search_name", "search_text"):
                texts = [one.name if table == "search_name" else one.summary for one in made]
                raw.executemany(
                    f"INSERT INTO {table} (rowid, body) VALUES (?, ?)",
                    [(first + n, text) for n, text in enumerate(texts) if text],
                )
            raw.executemany(
                "INSERT INTO organisation_summary (organisation_id, sort_name, open_actions) VALUES (?, ?, 0)",
                [(one.id.bytes, one.name.casefold()) for one in made],
            )

    return compared(NEW, ours, yardstick, TARGETS[NEW], rounds=_ROUNDS, warm_ups=1)
