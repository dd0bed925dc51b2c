"""Keystrokes kept safe: what is being typed, before it becomes a change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.domain.changes import Change, SetField
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.rows import plain_of
from clusterdesk.store.tables import RECORD_TABLES, change, draft


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was typed but not finished; ``base_change`` is the change the field was opened on."""

    record_type: str
    record_id: UUID
    field: str
    value: str
    base_change: int | None
    at: datetime


def save(connection: sa.Connection, record_type: str, record_id: UUID, field: str, value: str, now: datetime) -> None:
    """Keep the text of a field as it stands now."""
    base = connection.execute(
        sa.select(sa.func.max(change.c.n)).where(change.c.row_id == record_id.bytes, change.c.column_name == field)
    ).scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO draft (table_name, row_id, column_name, value, base_change, at_wall) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (table_name, row_id, column_name)"
        " DO UPDATE SET value = excluded.value, at_wall = excluded.at_wall",
        (RECORD_TYPES[record_type].key, record_id.bytes, field, json_text(value), base, instant_text(now)),
    )


def drop(connection: sa.Connection, record_type: str, record_id: UUID, field: str) -> None:
    """Forget a draft, once its text has become a change or was given up."""
    connection.execute(
        sa.delete(draft).where(
            draft.c.table_name == record_type, draft.c.row_id == record_id.bytes, draft.c.column_name == field
        )
    )


def pending(connection: sa.Connection) -> list[Draft]:
    """Return all drafts, oldest first."""
    rows = connection.execute(sa.select(draft).order_by(draft.c.at_wall)).all()
    return [_draft(row) for row in rows]


def _draft(row: sa.Row[Any]) -> Draft:
    value = plain_of(row.table_name, row.column_name, row.value)
    moment = read_instant(row.at_wall)
    return Draft(row.table_name, UUID(bytes=row.row_id), row.column_name, value, row.base_change, moment)


def has_record(connection: sa.Connection, one: Draft) -> bool:
    """Tell whether the record a draft belongs to exists."""
    table = RECORD_TABLES[one.record_type]
    return connection.execute(sa.select(table.c.id).where(table.c.id == one.record_id.bytes)).one_or_none() is not None


def recovered(connection: sa.Connection) -> list[Change]:
    """Return the drafts that differ from their record as changes; drafts of records that do not exist are left."""
    changes: list[Change] = []
    for one in pending(connection):
        table = RECORD_TABLES[one.record_type]
        row = connection.execute(sa.select(table.c[one.field]).where(table.c.id == one.record_id.bytes)).one_or_none()
        if row is not None and row[0] != one.value:
            changes.append(SetField(one.record_type, one.record_id, one.field, one.value))
    return changes
