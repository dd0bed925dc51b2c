"""Looking up the present heads of fields: the changes that nobody has replaced."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from clusterdesk.store.journal.batch import Batch
from clusterdesk.store.journal.rows import JOURNAL_COLUMNS, chunks, identity
from clusterdesk.store.tables import change, fork, operation

_COLUMNS = ", ".join(JOURNAL_COLUMNS)
_BIRTH = f"INSERT INTO change ({_COLUMNS}) VALUES ({', '.join('?' * len(JOURNAL_COLUMNS))})"
_EDIT = (
    f"INSERT INTO change ({_COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce(?8,"
    " (SELECT CAST(max(n) AS TEXT) FROM change WHERE row_id = ?5 AND column_name = ?6)))"
)
_ANY_FORK = sa.select(fork.c.change_n).limit(1)
_FORKS = sa.select(fork).where(
    fork.c.row_id.in_(sa.bindparam("ids", expanding=True)),
    fork.c.column_name.in_(sa.bindparam("columns", expanding=True)),
)


def write_journal(connection: sa.Connection, batch: Batch) -> None:
    """Append the changes of an operation to the journal, each with the head changes of its field as its parents."""
    if batch.births:
        connection.exec_driver_sql(_BIRTH, batch.births)
    if not batch.edits:
        return
    if connection.execute(_ANY_FORK).first() is None:
        # One head at most: the newest change so far, looked up where the row goes anyhow.
        connection.exec_driver_sql(_EDIT, batch.edits)
        return
    parents = parents_of(connection, [(row[4], str(row[5])) for row in batch.edits])
    rows = []
    for row in batch.edits:
        key = (row[4], str(row[5]))
        rows.append((*row[:-1], parents.get(key)))
        parents[key] = str(row[0])
    connection.exec_driver_sql(_BIRTH, rows)


def parents_of(connection: sa.Connection, wanted: Collection[tuple[bytes, str]]) -> dict[tuple[bytes, str], str]:
    """Return for each (row, column) the numbers of its head changes as text; absent where the insert is the head."""
    columns = sorted({column for _, column in wanted})
    driver: Any = connection.connection.driver_connection
    found: dict[tuple[bytes, str], str] = {}
    for ids in chunks(dict.fromkeys(row for row, _ in wanted)):
        # By the driver: to expand lists and wrap rows costs SQLAlchemy more than SQLite needs for the answer.
        newest = (
            f"SELECT row_id, column_name, max(n) FROM change WHERE row_id IN ({_marks(ids)})"
            f" AND column_name IN ({_marks(columns)}) GROUP BY row_id, column_name"
        )
        rows = driver.execute(newest, (*ids, *columns)).fetchall()
        found.update({(row, column): str(n) for row, column, n in rows})
        found.update(_forked(connection, {"ids": ids, "columns": columns}))
    return found


def _forked(connection: sa.Connection, given: Mapping[str, object]) -> dict[tuple[bytes, str], str]:
    forks: dict[tuple[bytes, str], list[int]] = {}
    for row, column, n in connection.execute(_FORKS, given):
        forks.setdefault((row, column), []).append(n)
    return {key: ",".join(map(str, sorted(ns))) for key, ns in forks.items()}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


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
