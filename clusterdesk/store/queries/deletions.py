"""Which records came into the bin together."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.tables import change


def deleted_together(connection: sa.Connection, record_id: UUID, others: Collection[UUID]) -> set[UUID]:
    """Return those of ``others``, all in the bin, that the operation which deleted ``record_id`` deleted too."""
    wanted = _operation_of(connection, [record_id.bytes]).get(record_id.bytes)
    found = _operation_of(connection, [one.bytes for one in others])
    return {one for one in others if found.get(one.bytes) == wanted}


def _operation_of(connection: sa.Connection, ids: Collection[bytes]) -> dict[bytes, int]:
    numbers: dict[bytes, int] = {}
    for part in chunks(ids):
        newest = (
            sa.select(sa.func.max(change.c.n))
            .where(change.c.row_id.in_(part), change.c.column_name == "deleted")
            .group_by(change.c.row_id)
        )
        rows = connection.execute(sa.select(change.c.row_id, change.c.operation_n).where(change.c.n.in_(newest)))
        numbers.update((row_id, number) for row_id, number in rows)
    return numbers
