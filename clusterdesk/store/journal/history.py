"""History of a record and the time machine."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import operation_label
from clusterdesk.domain.record_types import RECORD_TYPES, owned_types
from clusterdesk.domain.views.history import HistoryEntry, PastRecord
from clusterdesk.store.journal.rows import ChangeKind, chunks, plain_of, read_insert
from clusterdesk.store.journal.undo import old_values
from clusterdesk.store.tables import RECORD_TABLES, change, operation


def history(
    connection: sa.Connection, record_type: str, record_id: UUID, *, with_parts: bool = True
) -> list[HistoryEntry]:
    """Return every change of a record, and of its parts, newest first."""
    ids = [record_id.bytes]
    if with_parts:
        ids += _part_ids(connection, record_type, record_id)
    rows: list[Any] = []
    for part in chunks(ids):
        rows += connection.execute(
            sa.select(change, operation.c.at_wall, operation.c.author, operation.c.name, operation.c.args)
            .join(operation, operation.c.n == change.c.operation_n)
            .where(change.c.row_id.in_(part))
        ).all()
    rows.sort(key=lambda row: int(row.n), reverse=True)
    sets = [row for row in rows if row.kind != ChangeKind.INSERT]
    olds = dict(zip((row.n for row in sets), old_values(connection, sets), strict=True))
    return [_entry(row, olds.get(row.n)) for row in rows]


def _entry(row: sa.Row[Any], old: Any) -> HistoryEntry:  # noqa: ANN401 - a JSON value
    kind = RECORD_TYPES[row.table_name]
    label = operation_label(row.name, json.loads(row.args))
    born = row.kind == ChangeKind.INSERT
    new: Any
    if born:
        new = {name: value for name, value in read_insert(kind, row.value).items() if value not in (None, "", [])}
        old = None
    else:
        spec = kind.fields[row.column_name]
        new = spec.from_plain(plain_of(row.table_name, row.column_name, row.value))
        old = spec.from_plain(old)
    return HistoryEntry(
        change_n=row.n,
        at=read_instant(row.at_wall),
        author=row.author,
        operation=label,
        record_type=row.table_name,
        record_id=UUID(bytes=row.row_id),
        field=row.column_name,
        old=old,
        new=new,
        erased=row.kind == ChangeKind.REDACT,
    )


def _part_ids(connection: sa.Connection, record_type: str, record_id: UUID) -> list[bytes]:
    found: list[bytes] = []
    for kind, spec in owned_types(record_type):
        table = RECORD_TABLES[kind.key]
        found += [
            row[0] for row in connection.execute(sa.select(table.c.id).where(table.c[spec.name] == record_id.bytes))
        ]
    return found


def state_at(connection: sa.Connection, record_type: str, record_id: UUID, moment: datetime) -> PastRecord:
    """Return a record as it was at a past instant, by the wall clocks of those who changed it."""
    rows = connection.execute(
        sa.select(change, operation.c.stamp)
        .join(operation, operation.c.n == change.c.operation_n)
        .where(change.c.row_id == record_id.bytes, operation.c.at_wall <= instant_text(moment))
        .order_by(operation.c.stamp, change.c.n)
    ).all()
    return PastRecord(record_type, record_id, fold(record_type, rows))


def fold(record_type: str, rows: Sequence[sa.Row[Any]]) -> dict[str, Any] | None:
    """Replay the changes of one record, in order, into the JSON values of its fields."""
    values: dict[str, Any] | None = None
    for row in rows:
        if row.kind == ChangeKind.INSERT:
            values = {**read_insert(RECORD_TYPES[record_type], row.value), "deleted": False, **(values or {})}
        else:
            values = values if values is not None else {}
            values[row.column_name] = plain_of(record_type, row.column_name, row.value)
    return values


def value_after(connection: sa.Connection, change_n: int) -> tuple[str, UUID, str, Any]:
    """Return (type, id, field, typed value) that a change left.

    Raises:
        KnownError: there is no such change, or it is the creation of a record or an erasure.
    """
    row = connection.execute(sa.select(change).where(change.c.n == change_n)).one_or_none()
    if row is None or row.kind != ChangeKind.SET:
        raise KnownError(
            "no_such_change",
            N_("There is no change number {number} whose value could be put back."),
            advice=N_("Look at the history of the record and take a number from there."),
            number=change_n,
        )
    spec = RECORD_TYPES[row.table_name].fields[row.column_name]
    plain = plain_of(row.table_name, row.column_name, row.value)
    return row.table_name, UUID(bytes=row.row_id), row.column_name, spec.from_plain(plain)
