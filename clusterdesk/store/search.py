"""Full-text search: blind to accents and case, by prefix from two letters, newest first."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.store.tables import RECORD_TABLES, search_entry

_CHUNK = 900
_DAY_BITS = 40
_TOKEN = re.compile(r"\w+", re.UNICODE)
_SHORTEST_PREFIX = 2


def fts_query(text: str) -> str:
    """Turn whatever was typed into a full-text query that never fails; empty where there is nothing to look for.

    Every word must occur; each is quoted, and a prefix from two letters on.
    """
    words = _TOKEN.findall(text.replace("\0", " "))
    parts = [f'"{word}"*' if len(word) >= _SHORTEST_PREFIX else f'"{word}"' for word in words]
    return " ".join(parts)


def index(
    connection: sa.Connection,
    touched: Mapping[str, Mapping[UUID, int]],
    fields: Mapping[str, set[str]],
    new: Mapping[str, set[UUID]],
    today: date,
) -> None:
    """Bring the index up to date for the records an operation touched (ids with the number of their last change)."""
    for key, ids in touched.items():
        kind = RECORD_TYPES[key]
        if not kind.searchable:
            continue
        watched = {*kind.search_title, *kind.search_body, "deleted"}
        changed = {one: n for one, n in ids.items() if one in new.get(key, ()) or fields.get(key, set()) & watched}
        stale = [one.bytes for one in changed if one not in new.get(key, ())]
        if stale:
            _forget(connection, stale)
        _remember(connection, kind, changed, today)


def rebuild(connection: sa.Connection, last_changes: Mapping[str, Mapping[UUID, int]], today: date) -> None:
    """Make the whole index anew."""
    connection.execute(sa.delete(search_entry))
    for table in ("search_name", "search_text"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for key, ids in last_changes.items():
        if RECORD_TYPES[key].searchable:
            _remember(connection, RECORD_TYPES[key], ids, today)


def _forget(connection: sa.Connection, ids: Sequence[bytes]) -> None:
    for start in range(0, len(ids), _CHUNK):
        part = list(ids[start : start + _CHUNK])
        numbers = [
            row[0] for row in connection.execute(sa.select(search_entry.c.n).where(search_entry.c.record_id.in_(part)))
        ]
        if not numbers:
            continue
        for table in ("search_name", "search_text"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", [(n,) for n in numbers])
        connection.execute(sa.delete(search_entry).where(search_entry.c.n.in_(numbers)))


def _remember(connection: sa.Connection, kind: RecordType, ids: Mapping[UUID, int], today: date) -> None:
    table = RECORD_TABLES[kind.key]
    names = [*kind.search_title, *kind.search_body]
    dated = table.c[kind.search_date] if kind.search_date else sa.null()
    columns = [table.c.id, dated, *(table.c[name] for name in names)]
    titles = len(kind.search_title)
    wanted = {one.bytes: n for one, n in ids.items()}
    entries, in_names, in_texts = [], [], []
    for row in _rows(connection, table, columns, list(wanted)):
        title = " ".join(value for value in row[2 : 2 + titles] if value)
        body = " ".join(value for value in row[2 + titles :] if value)
        if not title and not body:
            continue
        n = _entry_number(row[1], wanted[row[0]], today)
        entries.append({"n": n, "record_type": kind.key, "record_id": row[0]})
        if title:
            in_names.append((n, title))
        if body:
            in_texts.append((n, body))
    if entries:
        connection.execute(sa.insert(search_entry), entries)
    for name, rows in (("search_name", in_names), ("search_text", in_texts)):
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {name} (rowid, body) VALUES (?, ?)", rows)


def _rows(
    connection: sa.Connection, table: sa.Table, columns: Sequence[sa.ColumnElement[object]], ids: Sequence[bytes]
) -> Iterable[Sequence[str]]:
    for start in range(0, len(ids), _CHUNK):
        part = list(ids[start : start + _CHUNK])
        yield from connection.execute(sa.select(*columns).where(table.c.id.in_(part), table.c.deleted == 0))


def _entry_number(day: str | None, change_n: int, today: date) -> int:
    """Number an entry so that the newest day has the greatest number: newest first then costs nothing."""
    try:
        ordinal = date.fromisoformat(day).toordinal() if day else today.toordinal()
    except ValueError:
        ordinal = today.toordinal()
    return (ordinal << _DAY_BITS) | change_n
