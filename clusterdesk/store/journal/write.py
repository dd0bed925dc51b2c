"""``apply``: the only writer of records and journal."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.store import search, summaries
from clusterdesk.store.journal.checks import checked
from clusterdesk.store.journal.heads import head_identities, parents_of
from clusterdesk.store.journal.redaction import redact
from clusterdesk.store.journal.rows import ChangeKind, JournalRow, insert_value
from clusterdesk.store.tables import RECORD_TABLES, change, fork, meta, operation, to_db, write_gate


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
    """The changes of one operation, sorted into what is written where."""

    inserts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    touched: dict[str, dict[UUID, int]] = field(default_factory=lambda: defaultdict(dict))
    fields: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    new: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))


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
    connection.execute(sa.update(write_gate).values(open=1))
    operation_id = new_id()
    first = _next_n(connection, change)
    number = _next_n(connection, operation)
    rows = _journal_rows(connection, accepted, number, first)
    _insert_operation(connection, writer, command, operation_id, number, first, len(rows), undoes)
    connection.execute(sa.insert(change), [row.as_mapping() for row in rows])
    batch = _sorted(accepted, first)
    _write_tables(connection, batch)
    redactions = [one for one in accepted if isinstance(one, Redact)]
    if redactions:
        redact(connection, redactions)
    if origin is not Origin.REMOTE:
        _close_forks(connection, accepted)
    search.index(connection, batch.touched, batch.fields, batch.new, writer.clock.today())
    summaries.refresh(connection, batch.touched, batch.fields)
    connection.execute(sa.update(write_gate).values(open=0))
    touched = {key: frozenset(ids) for key, ids in batch.touched.items()}
    return OpChanges(operation_id, MappingProxyType(touched))


def _next_n(connection: sa.Connection, table: sa.Table) -> int:
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.n), 0))).scalar_one()) + 1


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
    row = connection.execute(sa.select(meta.c.value).where(meta.c.key == "hybrid_time")).scalar_one_or_none()
    stamp = (HybridTime.parse(row) if row else HybridTime()).tick(now).text(writer.device)
    connection.execute(
        sa.insert(meta).prefix_with("OR REPLACE", dialect="sqlite").values(key="hybrid_time", value=stamp)
    )
    connection.execute(
        sa.insert(operation).values(
            n=number,
            id=operation_id.bytes,
            stamp=stamp,
            device=writer.device,
            epoch=writer.epoch,
            at_wall=instant_text(now),
            author=writer.author,
            name=operation_name(type(command)),
            args=json_text(dict(command.label_values())),
            undoes=undoes.bytes if undoes else None,
            first_change=first,
            change_count=count,
        )
    )


def _journal_rows(connection: sa.Connection, changes: Sequence[Change], number: int, first: int) -> list[JournalRow]:
    wanted = {(one.record_id.bytes, one.field) for one in changes if not isinstance(one, Insert)}
    parents = dict(parents_of(connection, wanted)) if wanted else {}
    deletions = [
        one.record_id.bytes for one in changes if isinstance(one, SetField) and one.field == "deleted" and one.value
    ]
    saw = head_identities(connection, deletions) if deletions else {}
    rows = []
    for n, one in enumerate(changes, first):
        if isinstance(one, Insert):
            kind = type_of(one.record)
            rows.append(
                JournalRow(
                    n,
                    number,
                    ChangeKind.INSERT,
                    kind.key,
                    one.record.id.bytes,
                    None,
                    insert_value(kind, one.record),
                    None,
                )
            )
            continue
        key = (one.record_id.bytes, one.field)
        rows.append(_field_row(one, n, number, parents.get(key), saw))
        parents[key] = str(n)
    return rows


def _field_row(
    one: SetField | Redact, n: int, number: int, parents: str | None, saw: Mapping[bytes, list[str]]
) -> JournalRow:
    row_id = one.record_id.bytes
    if isinstance(one, Redact):
        return JournalRow(n, number, ChangeKind.REDACT, one.record_type, row_id, one.field, None, parents)
    if one.field == "deleted":
        value = json_text(saw.get(row_id, []) or ["-"]) if one.value else None
    else:
        plain = RECORD_TYPES[one.record_type].fields[one.field].to_plain(one.value)
        value = None if plain is None else json_text(plain)
    return JournalRow(n, number, ChangeKind.SET, one.record_type, row_id, one.field, value, parents)


def _sorted(changes: Sequence[Change], first: int) -> Batch:
    batch = Batch()
    merged: dict[tuple[str, UUID], dict[str, Any]] = {}
    for n, one in enumerate(changes, first):
        if isinstance(one, Insert):
            kind = type_of(one.record)
            specs = kind.fields
            batch.inserts[kind.key].append(
                {name: to_db(spec, getattr(one.record, name)) for name, spec in specs.items()}
            )
            batch.touched[kind.key][one.record.id] = n
            batch.new[kind.key].add(one.record.id)
            continue
        batch.touched[one.record_type][one.record_id] = n
        batch.fields[one.record_type].add(one.field)
        if isinstance(one, SetField):
            spec = RECORD_TYPES[one.record_type].fields[one.field]
            merged.setdefault((one.record_type, one.record_id), {})[one.field] = to_db(spec, one.value)
    for (key, record_id), values in merged.items():
        batch.sets[key, tuple(sorted(values))].append(
            {"_id": record_id.bytes, **{f"_{k}": v for k, v in values.items()}}
        )
    return batch


def _write_tables(connection: sa.Connection, batch: Batch) -> None:
    for key, rows in batch.inserts.items():
        connection.execute(sa.insert(RECORD_TABLES[key]), rows)
    for (key, names), rows in batch.sets.items():
        table = RECORD_TABLES[key]
        statement = (
            sa.update(table)
            .where(table.c.id == sa.bindparam("_id"))
            .values({name: sa.bindparam(f"_{name}") for name in names})
        )
        connection.execute(statement, rows)


def _close_forks(connection: sa.Connection, changes: Sequence[Change]) -> None:
    """A local edit has seen every head of its field: the field is one again."""
    if connection.execute(sa.select(sa.func.count()).select_from(fork)).scalar_one() == 0:
        return
    keys = [{"_row": one.record_id.bytes, "_column": one.field} for one in changes if not isinstance(one, Insert)]
    if keys:
        connection.execute(
            sa.delete(fork).where(fork.c.row_id == sa.bindparam("_row"), fork.c.column_name == sa.bindparam("_column")),
            keys,
        )
