"""Keystrokes kept safe: what is being typed, before it becomes a change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import SetField
from clusterdesk.domain.fields import FieldSpec, Kind, json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.checks import clean_value
from clusterdesk.store.journal.rows import plain_of, read_insert
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
    """Keep the text of a field as it stands now; half a character, which cannot be stored, becomes a question mark."""
    text = value.encode("utf-8", "replace").decode("utf-8")
    base = connection.execute(
        sa.select(sa.func.max(change.c.n)).where(change.c.row_id == record_id.bytes, change.c.column_name == field)
    ).scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO draft (table_name, row_id, column_name, value, base_change, at_wall) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (table_name, row_id, column_name)"
        " DO UPDATE SET value = excluded.value, at_wall = excluded.at_wall",
        (RECORD_TYPES[record_type].key, record_id.bytes, field, json_text(text), base, instant_text(now)),
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


@dataclass(frozen=True, slots=True)
class Settled:
    """A draft, and the change it becomes; ``None`` where its field holds that text already."""

    draft: Draft
    change: SetField | None


def settled(connection: sa.Connection) -> list[Settled]:
    """Return the drafts that can become changes now.

    Where the field was changed after the draft was begun, both texts are kept, one after the other: nothing that
    somebody wrote is replaced unseen. Drafts of records that do not exist, and texts too long to be stored, are
    left out.
    """
    found: list[Settled] = []
    for one in pending(connection):
        table = RECORD_TABLES[one.record_type]
        row = connection.execute(sa.select(table.c[one.field]).where(table.c.id == one.record_id.bytes)).one_or_none()
        if row is None:
            continue
        spec = RECORD_TYPES[one.record_type].fields[one.field]
        present = str(row[0] or "")
        text = _both(spec, present, one.value) if _overtaken(connection, one, present) else one.value
        if _fits(spec, text):
            made = SetField(one.record_type, one.record_id, one.field, text) if text != present else None
            found.append(Settled(one, made))
    return found


def _overtaken(connection: sa.Connection, one: Draft, present: str) -> bool:
    """Tell whether the field now holds another text than the one the draft was begun on."""
    mine = (change.c.row_id == one.record_id.bytes, change.c.column_name == one.field)
    newest = connection.execute(sa.select(sa.func.max(change.c.n)).where(*mine)).scalar_one()
    if newest == one.base_change:
        return False
    if one.base_change is not None:
        begun = connection.execute(sa.select(change.c.value).where(change.c.n == one.base_change)).scalar_one_or_none()
        return bool(plain_of(one.record_type, one.field, begun) != present)
    born = sa.select(change.c.value).where(change.c.row_id == one.record_id.bytes, change.c.column_name.is_(None))
    value = connection.execute(born.order_by(change.c.n)).scalars().first()
    return value is None or (read_insert(RECORD_TYPES[one.record_type], value)[one.field] or "") != present


def _both(spec: FieldSpec, present: str, typed: str) -> str:
    if typed.strip() in present:
        return present
    if present.strip() in typed:
        return typed
    return f"{present}\n\n{typed}" if spec.kind is Kind.NOTE else f"{present} / {typed}"


def _fits(spec: FieldSpec, text: str) -> bool:
    try:
        clean_value(spec, text)
    except KnownError:
        return False
    return True
