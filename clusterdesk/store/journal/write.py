"""``apply``: the only writer of records and journal."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import Clock, HybridTime, instant_text
from clusterdesk.base.ids import new_id, stored_id
from clusterdesk.domain.changes import Change, Insert, OpChanges, Redact, SetField
from clusterdesk.domain.commands.base import Command, operation_name
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.store import search, summaries
from clusterdesk.store.journal.batch import Batch, sorted_changes
from clusterdesk.store.journal.checks import checked
from clusterdesk.store.journal.heads import head_identities, write_journal
from clusterdesk.store.journal.packing import insert_statement, update_statement
from clusterdesk.store.journal.redaction import redact
from clusterdesk.store.tables import change, fork, meta, operation, write_gate

# Built once: making a statement anew costs more than running it.
_OPEN_GATE = sa.update(write_gate).values(open=1)
_CLOSE_GATE = sa.update(write_gate).values(open=0)
_LAST_CHANGE = sa.select(sa.func.coalesce(sa.func.max(change.c.n), 0))
_LAST_OPERATION = sa.select(sa.func.coalesce(sa.func.max(operation.c.n), 0))
_LAST_STAMP = sa.select(meta.c.value).where(meta.c.key == "hybrid_time")
_KEEP_STAMP = sa.update(meta).where(meta.c.key == "hybrid_time").values(value=sa.bindparam("stamp"))
_FIRST_STAMP = sa.insert(meta).values(key="hybrid_time", value=sa.bindparam("stamp"))
_INSERT_OPERATION = sa.insert(operation)
_BIG = 2_000
_COUNT_FORKS = sa.select(sa.func.count()).select_from(fork)


class Origin(StrEnum):
    """Where an operation comes from."""

    LOCAL = "local"
    UNDO = "undo"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: the device and its epoch, the author's name, and the clock."""

    device: str
    epoch: int
    author: str
    clock: Clock


def apply(
    connection: sa.Connection,
    writer: Writer,
    command: Command,
    changes: Sequence[Change],
    *,
    origin: Origin = Origin.LOCAL,
    undoes: UUID | None = None,
) -> OpChanges:
    """Write one operation: journal, tables, search index and summaries, inside the caller's transaction.

    An empty list of changes is no operation at all, unless it undoes one: a step of which every field is left to
    somebody else has to be passed over, or it would stand in the way of those before it forever.
    """
    if not changes and undoes is None:
        return OpChanges()
    with _collecting_later(len(changes)):
        return _written(connection, writer, command, changes, origin, undoes)


@contextmanager
def _collecting_later(count: int) -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, through the many rows of a big operation."""
    held = count >= _BIG and gc.isenabled()
    if held:
        gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


def _written(
    connection: sa.Connection,
    writer: Writer,
    command: Command,
    changes: Sequence[Change],
    origin: Origin,
    undoes: UUID | None,
) -> OpChanges:
    accepted = checked(changes, writer.clock.today())
    connection.execute(_OPEN_GATE)
    operation_id = new_id()
    first = int(connection.execute(_LAST_CHANGE).scalar_one()) + 1
    number = int(connection.execute(_LAST_OPERATION).scalar_one()) + 1
    batch = sorted_changes(accepted, number, first, _seen(connection, accepted))
    _insert_operation(connection, writer, command, operation_id, number, first, len(accepted), undoes)
    write_journal(connection, batch)
    _write_tables(connection, batch)
    redactions = [one for one in accepted if isinstance(one, Redact)]
    if redactions:
        redact(connection, redactions)
    if origin is not Origin.REMOTE:
        _close_forks(connection, accepted)
    search.index(connection, batch.touched, batch.fields, batch.new, writer.clock.today())
    if redactions:
        search.purge(connection)
    summaries.refresh(connection, batch.touched, batch.fields, batch.new)
    connection.execute(_CLOSE_GATE)
    touched = {key: frozenset(map(stored_id, ids)) for key, ids in batch.touched.items()}
    return OpChanges(operation_id, MappingProxyType(touched))


def _insert_operation(
    connection: sa.Connection,
    writer: Writer,
    command: Command,
    operation_id: UUID,
    number: int,
    first: int,
    count: int,
    undoes: UUID | None,
) -> None:
    now = writer.clock.now()
    last = connection.execute(_LAST_STAMP).scalar_one_or_none()
    stamp = (HybridTime.parse(last) if last else HybridTime()).tick(now).text(writer.device)
    connection.execute(_KEEP_STAMP if last else _FIRST_STAMP, {"stamp": stamp})
    row = {
        "n": number,
        "id": operation_id.bytes,
        "stamp": stamp,
        "device": writer.device,
        "epoch": writer.epoch,
        "at_wall": instant_text(now),
        "author": writer.author,
        "name": operation_name(type(command)),
        "args": json_text({name: plain_line(value) for name, value in command.label_values().items()}),
        "undoes": undoes.bytes if undoes else None,
        "first_change": first,
        "change_count": count,
    }
    connection.execute(_INSERT_OPERATION, row)


def _seen(connection: sa.Connection, changes: Sequence[Change]) -> dict[bytes, list[str]]:
    """Return for each record that is deleted the newest changes of its fields: a deletion tells what it saw."""
    deleted = [
        one.record_id.bytes
        for one in changes
        if not isinstance(one, Insert) and one.field == "deleted" and isinstance(one, SetField) and one.value
    ]
    return head_identities(connection, deleted) if deleted else {}


def _write_tables(connection: sa.Connection, batch: Batch) -> None:
    for key, rows in batch.inserts.items():
        connection.exec_driver_sql(insert_statement(key), rows)
    for (key, names), values in batch.sets.items():
        connection.exec_driver_sql(update_statement(key, names), values)


def _close_forks(connection: sa.Connection, changes: Sequence[Change]) -> None:
    """A local edit has seen every head of its field: the field is one again."""
    if connection.execute(_COUNT_FORKS).scalar_one() == 0:
        return
    keys = [{"_row": one.record_id.bytes, "_column": one.field} for one in changes if not isinstance(one, Insert)]
    if keys:
        connection.execute(
            sa.delete(fork).where(fork.c.row_id == sa.bindparam("_row"), fork.c.column_name == sa.bindparam("_column")),
            keys,
        )
