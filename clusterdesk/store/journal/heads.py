"""Looking up the present heads of fields: the changes that nobody has replaced."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from clusterdesk.store.journal.rows import chunks, identity
from clusterdesk.store.tables import change, fork, operation

_NEWEST = (
    sa.select(change.c.row_id, change.c.column_name, sa.func.max(change.c.n))
    .where(
        change.c.row_id.in_(sa.bindparam("ids", expanding=True)),
        change.c.column_name.in_(sa.bindparam("columns", expanding=True)),
    )
    .group_by(change.c.row_id, change.c.column_name)
)
_FORKS = sa.select(fork).where(
    fork.c.row_id.in_(sa.bindparam("ids", expanding=True)),
    fork.c.column_name.in_(sa.bindparam("columns", expanding=True)),
)


def parents_of(connection: sa.Connection, wanted: Collection[tuple[bytes, str]]) -> dict[tuple[bytes, str], str]:
    """Return for each (row, column) the numbers of its head changes as text; absent where the insert is the head."""
    columns = sorted({column for _, column in wanted})
    found: dict[tuple[bytes, str], str] = {}
    for ids in chunks(dict.fromkeys(row for row, _ in wanted)):
        given = {"ids": ids, "columns": columns}
        found.update({(row, column): str(n) for row, column, n in connection.execute(_NEWEST, given)})
        forks: dict[tuple[bytes, str], list[int]] = {}
        for row, column, n in connection.execute(_FORKS, given):
            forks.setdefault((row, column), []).append(n)
        found.update({key: ",".join(map(str, sorted(ns))) for key, ns in forks.items()})
    return found


def head_identities(connection: sa.Connection, row_ids: Iterable[bytes]) -> dict[bytes, list[str]]:
    """Return for each row the identities of the newest change of each of its fields: what a deletion saw."""
    seen: dict[bytes, list[str]] = {}
    for ids in chunks(dict.fromkeys(row_ids)):
        newest = (
            sa.select(sa.func.max(change.c.n).label("n"))
            .where(change.c.row_id.in_(ids))
            .group_by(change.c.row_id, change.c.column_name)
            .subquery()
        )
        rows = connection.execute(
            sa.select(change.c.row_id, operation.c.id, change.c.n - operation.c.first_change)
            .join(newest, newest.c.n == change.c.n)
            .join(operation, operation.c.n == change.c.operation_n)
            .order_by(change.c.n)
        )
        for row_id, operation_id, seq in rows:
            seen.setdefault(row_id, []).append(identity(operation_id, seq))
    return seen
