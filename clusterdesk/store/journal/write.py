"""``apply``: the only writer of records and journal."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import Clock, HybridTime, instant_text
from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import Change, Insert, OpChanges, Redact, SetField
from clusterdesk.domain.commands.base import Command, operation_name
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.store import search, summaries
from clusterdesk.store.journal.checks import checked
from clusterdesk.store.journal.heads import head_identities, parents_of
from clusterdesk.store.journal.packing import field_packer, insert_statement, packer, update_statement
from clusterdesk.store.journal.redaction import redact
from clusterdesk.store.journal.rows import JOURNAL_COLUMNS, ChangeKind, JournalRow
from clusterdesk.store.tables import change, fork, meta, operation, write_gate

_SET, _REDACT = int(ChangeKind.SET), int(ChangeKind.REDACT)
_INSERT_CHANGE = f"INSERT INTO change ({', '.join(JOURNAL_COLUMNS)}) VALUES ({', '.join('?' * len(JOURNAL_COLUMNS))})"


# Built once: making a statement anew costs more than running it.
_OPEN_GATE = sa.update(write_gate).values(open=1)
_CLOSE_GATE = sa.update(write_gate).values(open=0)
_LAST_CHANGE = sa.select(sa.func.coalesce(sa.func.max(change.c.n), 0))
_LAST_OPERATION = sa.select(sa.func.coalesce(sa.func.max(operation.c.n), 0))
_LAST_STAMP = sa.select(meta.c.value).where(meta.c.key == "hybrid_time")
_KEEP_STAMP = sa.update(meta).where(meta.c.key == "hybrid_time").values(value=sa.bindparam("stamp"))
_FIRST_STAMP = sa.insert(meta).values(key="hybrid_time", value=sa.bindparam("stamp"))
_INSERT_OPERATION = sa.insert(operation)
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


@dataclass(slots=True)
class Batch:
    """The changes of one operation, sorted into what is written where; records are known by their stored ids."""

    inserts: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    touched: dict[str, dict[bytes, int]] = field(default_factory=lambda: defaultdict(dict))
    fields: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    new: dict[str, dict[bytes, Record]] = field(default_factory=lambda: defaultdict(dict))
    journal: list[JournalRow] = field(default_factory=list)


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

    An empty list of changes is no operation at all.
    """
    accepted = checked(changes, writer.clock.today())
    if not accepted:
        return OpChanges()
    connection.execute(_OPEN_GATE)
    operation_id = new_id()
    first = int(connection.execute(_LAST_CHANGE).scalar_one()) + 1
    number = int(connection.execute(_LAST_OPERATION).scalar_one()) + 1
    batch = _sorted(connection, accepted, number, first)
    _insert_operation(connection, writer, command, operation_id, number, first, len(accepted), undoes)
    connection.exec_driver_sql(_INSERT_CHANGE, batch.journal)
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
    touched = {key: frozenset(UUID(bytes=one) for one in ids) for key, ids in batch.touched.items()}
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
        "args": json_text(dict(command.label_values())),
        "undoes": undoes.bytes if undoes else None,
        "first_change": first,
        "change_count": count,
    }
    connection.execute(_INSERT_OPERATION, row)


def _sorted(connection: sa.Connection, changes: Sequence[Change], number: int, first: int) -> Batch:
    edits = [one for one in changes if not isinstance(one, Insert)]
    keys = [(one.record_id.bytes, one.field) for one in edits]
    parents = parents_of(connection, keys) if keys else {}
    deleted = [row_id for one, (row_id, name) in zip(edits, keys, strict=True) if name == "deleted" and _deletes(one)]
    saw = head_identities(connection, deleted) if deleted else {}
    batch = Batch()
    values: dict[str, dict[bytes, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    following = iter(keys)
    add = batch.journal.append
    for n, one in enumerate(changes, first):
        if isinstance(one, Insert):
            _add_insert(batch, one.record, n, number)
            continue
        key = next(following)
        row_id, name = key
        table = one.record_type
        text, kind = None, _REDACT
        if isinstance(one, SetField):
            kind = _SET
            text, values[table][row_id][name] = field_packer(table, name)(one.value)
            if name == "deleted":
                text = json_text(saw.get(row_id, []) or ["-"]) if one.value else None
        add((n, number, kind, table, row_id, name, text, parents.get(key)))
        parents[key] = str(n)
        batch.touched[table][row_id] = n
        batch.fields[table].add(name)
    for table, rows in values.items():
        for row_id, row in rows.items():
            batch.sets[table, tuple(row)].append((*row.values(), row_id))
    return batch


def _deletes(one: SetField | Redact) -> bool:
    return isinstance(one, SetField) and bool(one.value)


def _add_insert(batch: Batch, record: Record, n: int, number: int) -> None:
    key = type_of(record).key
    value, row = packer(key)(record)
    row_id = record.id.bytes
    batch.journal.append((n, number, int(ChangeKind.INSERT), key, row_id, None, value, None))
    batch.inserts[key].append(row)
    batch.touched[key][row_id] = n
    batch.new[key][row_id] = record


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
