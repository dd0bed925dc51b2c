"""What records were called before: who knew an organisation under its old name still knows whom it means."""

import json
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.rows import ChangeKind, chunks, read_insert
from clusterdesk.store.tables import change


def former_values(connection: sa.Connection, key: str, columns: Sequence[str]) -> Iterator[tuple[UUID, str, str]]:
    """Yield (record, column, text) for every value that was ever given to text columns and changed later.

    What was erased for good is not among them.
    """
    written = connection.execute(
        sa.select(change.c.row_id, change.c.column_name, change.c.value).where(
            change.c.table_name == key, change.c.kind == ChangeKind.SET, change.c.column_name.in_(columns)
        )
    ).all()
    for row_id, column, value in written:
        if value is not None and isinstance(text := json.loads(value), str):
            yield UUID(bytes=row_id), column, text
    for part in chunks({row[0] for row in written}):
        for row_id, value in connection.execute(
            sa.select(change.c.row_id, change.c.value).where(
                change.c.row_id.in_(part), change.c.kind == ChangeKind.INSERT
            )
        ):
            yield from _first(UUID(bytes=row_id), read_insert(RECORD_TYPES[key], value), columns)


def _first(record_id: UUID, values: Mapping[str, object], columns: Sequence[str]) -> Iterator[tuple[UUID, str, str]]:
    for column in columns:
        text = values.get(column)
        if isinstance(text, str):
            yield record_id, column, text
