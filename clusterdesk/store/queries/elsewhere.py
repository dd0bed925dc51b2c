"""What was written into the binder since an operation, some of them left out."""

from collections import defaultdict
from collections.abc import Collection
from types import MappingProxyType
from uuid import UUID

from clusterdesk.domain.op_changes import OpChanges
from clusterdesk.store.queries.organisation_sql import Run

_SINCE = "SELECT id, first_change, change_count FROM operation WHERE n > ? ORDER BY n"
_TOUCHED = "SELECT DISTINCT table_name, row_id FROM change WHERE n >= ? AND n < ?"


def touched_since(run: Run, n: int, but: Collection[UUID]) -> OpChanges:
    """Return what operations after number ``n`` touched, those in ``but`` left out, as one change.

    It bears the id of the last of them.
    """
    last: UUID | None = None
    touched: dict[str, set[UUID]] = defaultdict(set)
    for operation_id, first, count in list(run(_SINCE, (n,))):
        found = UUID(bytes=operation_id)
        if found in but:
            continue
        last = found
        for table, row_id in run(_TOUCHED, (first, first + count)):
            touched[table].add(UUID(bytes=row_id))
    return OpChanges(last, MappingProxyType({table: frozenset(ids) for table, ids in touched.items()}))
