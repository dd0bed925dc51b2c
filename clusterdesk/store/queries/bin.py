"""The bin: what was deleted, grouped by the operation that deleted it."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.bin import BinGroup
from clusterdesk.domain.views.history import OperationView
from clusterdesk.domain.views.record_ref import RecordRef
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.journal.undo import operations
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.tables import RECORD_TABLES, change, operation


def bin_groups(connection: sa.Connection) -> list[BinGroup]:
    """Return what lies in the bin, the operation that came last first; empty where nothing does."""
    records: dict[int, list[RecordRef]] = defaultdict(list)
    parts: dict[int, int] = defaultdict(int)
    for key in RECORD_TYPES:
        gone = _gone(connection, key)
        titles = titles_of(connection, key, [one for one, _, part in gone if not part])
        for one, number, part in gone:
            if part:
                parts[number] += 1
            else:
                records[number].append(RecordRef(key, one, titles[one], deleted=True))
    views = _operations(connection, {*records, *parts})
    return [BinGroup(view, tuple(records[view.n]), parts[view.n]) for view in views]


def _gone(connection: sa.Connection, key: str) -> list[tuple[UUID, int, bool]]:
    """Return the deleted records of a type: id, operation that deleted it, whether it is a part of a deleted one.

    The index of changes by row finds the newest mark; a record that came in deleted has none but its insert.
    """
    table = RECORD_TABLES[key]
    mark = change.alias()
    newest = sa.select(sa.func.max(mark.c.n)).where(mark.c.row_id == table.c.id)
    marked = newest.where(mark.c.column_name == "deleted").scalar_subquery()
    born = newest.where(mark.c.column_name.is_(None)).scalar_subquery()
    owners = []
    for spec in RECORD_TYPES[key].references:
        if spec.owned:
            owner = RECORD_TABLES[str(spec.refers_to)].alias()
            owners.append(sa.exists().where(owner.c.id == table.c[spec.name], owner.c.deleted == 1))
    query = (
        sa.select(table.c.id, change.c.operation_n, sa.or_(sa.false(), *owners))
        .select_from(table)
        .join(change, change.c.n == sa.func.coalesce(marked, born))
        .where(table.c.deleted == 1)
        .order_by(table.c.id)
    )
    return [(UUID(bytes=row[0]), row[1], bool(row[2])) for row in connection.execute(query)]


def _operations(connection: sa.Connection, numbers: Iterable[int]) -> list[OperationView]:
    found: list[OperationView] = []
    for part in chunks(sorted(numbers, reverse=True)):
        found += operations(connection, [operation.c.n.in_(part)], len(part))
    return found
