"""Erasing a value everywhere: in the table and in every change that ever held it; the ids stay."""

import json
from collections.abc import Sequence

import sqlalchemy as sa

from clusterdesk.domain.changes import Redact
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.rows import ChangeKind, default_plain
from clusterdesk.store.tables import RECORD_TABLES, change, draft, plain_to_db


def redact(connection: sa.Connection, redactions: Sequence[Redact]) -> None:
    """Blank the fields in their tables, in the journal and in drafts."""
    for one in redactions:
        kind = RECORD_TYPES[one.record_type]
        row_id = one.record_id.bytes
        table = RECORD_TABLES[kind.key]
        blank = plain_to_db(kind.fields[one.field], default_plain(kind, one.field))
        connection.execute(sa.update(table).where(table.c.id == row_id).values({one.field: blank}))
        connection.execute(
            sa.update(change)
            .where(change.c.row_id == row_id, change.c.column_name == one.field, change.c.kind == int(ChangeKind.SET))
            .values(value=None, kind=int(ChangeKind.REDACT))
        )
        _blank_insert(connection, row_id, one.field)
        connection.execute(sa.delete(draft).where(draft.c.row_id == row_id, draft.c.column_name == one.field))


def _blank_insert(connection: sa.Connection, row_id: bytes, field: str) -> None:
    inserts = sa.select(change.c.n, change.c.value).where(
        change.c.row_id == row_id, change.c.column_name.is_(None), change.c.kind == int(ChangeKind.INSERT)
    )
    for n, value in connection.execute(inserts).all():
        plain = json.loads(value)
        if plain.pop(field, None) is not None:
            connection.execute(sa.update(change).where(change.c.n == n).values(value=json_text(plain)))
