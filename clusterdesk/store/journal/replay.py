"""Rebuilding the tables from the journal, to check that both tell the same."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.history import fold
from clusterdesk.store.tables import RECORD_TABLES, change, operation, plain_to_db, record_columns

_ROWS_BETWEEN = 500


def replayed(connection: sa.Connection, record_type: str) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield (id, column values) of every record of a type as the journal tells it, by id."""
    rows = connection.execute(
        sa.select(change)
        .join(operation, operation.c.n == change.c.operation_n)
        .where(change.c.table_name == record_type)
        .order_by(change.c.row_id, operation.c.stamp, change.c.n)
    )
    specs = RECORD_TYPES[record_type].fields
    for row_id, group in groupby(rows, key=lambda row: bytes(row.row_id)):
        values = fold(record_type, list(group)) or {}
        yield row_id, {name: plain_to_db(specs[name], plain) for name, plain in values.items()}


def disagreements(connection: sa.Connection, most: int = 20, progress: Progress = unheard) -> list[str]:
    """Compare the tables with the journal; return what differs, named by type, id and field."""
    problems: list[str] = []
    for number, (key, table) in enumerate(RECORD_TABLES.items()):
        progress(number, len(RECORD_TABLES))
        names = [spec.name for spec in record_columns(key) if spec.name != "id"]
        stored = connection.execute(sa.select(table).order_by(table.c.id))
        told = _heard(replayed(connection, key), progress, number)
        problems += _compare(key, names, iter(stored), told)
        if len(problems) > most:
            break
    return problems[:most]


def _heard(
    told: Iterator[tuple[bytes, dict[str, Any]]], progress: Progress, number: int
) -> Iterator[tuple[bytes, dict[str, Any]]]:
    for count, one in enumerate(told):
        if count % _ROWS_BETWEEN == 0:
            progress(number, len(RECORD_TABLES))
        yield one


def _compare(
    key: str, names: list[str], stored: Iterator[sa.Row[Any]], told: Iterator[tuple[bytes, dict[str, Any]]]
) -> list[str]:
    problems: list[str] = []
    row, expected = next(stored, None), next(told, None)
    while row is not None or expected is not None:
        if expected is None or (row is not None and bytes(row.id) < expected[0]):
            assert row is not None
            problems.append(f"{key} {UUID(bytes=bytes(row.id))}: not in the journal")
            row = next(stored, None)
            continue
        if row is None or expected[0] < bytes(row.id):
            problems.append(f"{key} {UUID(bytes=expected[0])}: not in the table")
            expected = next(told, None)
            continue
        mapping = row._mapping  # noqa: SLF001 - SQLAlchemy's public accessor, whatever its name
        problems += [
            f"{key} {UUID(bytes=expected[0])}.{name}: {_shown(mapping[name])} is not {_shown(expected[1].get(name))}"
            for name in names
            if mapping[name] != expected[1].get(name)
        ]
        row, expected = next(stored, None), next(told, None)
    return problems


def _shown(value: Any) -> str:  # noqa: ANN401
    return json_text(value.hex() if isinstance(value, bytes) else value)
