"""What the journal and the tables tell of merges."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.history import OperationView
from clusterdesk.store.journal.rows import ChangeKind
from clusterdesk.store.journal.undo import operations
from clusterdesk.store.tables import RECORD_TABLES, change, operation

_MERGE = "merge_organisations"


@dataclass(frozen=True, slots=True)
class MergeTrace:
    """The operation that merged an organisation, and its fields (type, id, field) that changed again since."""

    operation: OperationView
    changed_since: tuple[tuple[str, UUID, str], ...]


def merge_trace(connection: sa.Connection, absorbed_id: UUID) -> MergeTrace | None:
    """Return the last merge of an organisation into another; ``None`` where it came about in another way."""
    number = connection.execute(
        sa.select(sa.func.max(change.c.operation_n))
        .join(operation, operation.c.n == change.c.operation_n)
        .where(
            change.c.row_id == absorbed_id.bytes,
            change.c.column_name == "merged_into",
            change.c.kind == int(ChangeKind.SET),
            operation.c.name == _MERGE,
        )
    ).scalar_one_or_none()
    if number is None:
        return None
    found = operations(connection, [operation.c.n == number], 1)
    mine = connection.execute(
        sa.select(change.c.n, change.c.table_name, change.c.row_id, change.c.column_name).where(
            change.c.operation_n == number, change.c.kind == int(ChangeKind.SET)
        )
    ).all()
    changed = []
    for n, table, row_id, column in mine:
        later = sa.select(sa.func.max(change.c.n)).where(change.c.row_id == row_id, change.c.column_name == column)
        if connection.execute(later).scalar_one() != n:
            changed.append((table, UUID(bytes=row_id), column))
    return MergeTrace(found[0], tuple(changed))


def part_counts(connection: sa.Connection, family: Sequence[bytes]) -> dict[str, int]:
    """Count by record type what belongs to organisations directly, without what is in the bin."""
    counts = {}
    for key, kind in RECORD_TYPES.items():
        if "organisation_id" not in kind.fields:
            continue
        table = RECORD_TABLES[key]
        number = connection.execute(
            sa.select(sa.func.count()).where(table.c.organisation_id.in_(family), table.c.deleted == 0)
        ).scalar_one()
        if number:
            counts[key] = int(number)
    return counts
