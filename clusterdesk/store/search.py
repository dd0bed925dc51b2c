"""Full-text search: blind to accents and case, by prefix from two letters, newest first."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.domain.records.base import Record
from clusterdesk.store.tables import RECORD_TABLES, SEARCH_TABLES, search_entry

_CHUNK = 900
_DAY_BITS = 40
_TOKEN = re.compile(r"\w+", re.UNICODE)
_SHORTEST_PREFIX = 2
type _Searched = tuple[bytes, str | None, str, str]


def fts_query(text: str) -> str:
    """Turn whatever was typed into a full-text query that never fails; empty where there is nothing to look for.

    Every word must occur; each is quoted, and a prefix from two letters on.
    """
    words = _TOKEN.findall(text.replace("\0", " "))
    parts = [f'"{word}"*' if len(word) >= _SHORTEST_PREFIX else f'"{word}"' for word in words]
    return " ".join(parts)


def fts_beginning(text: str) -> str:
    """Turn a text that holds a word into the query for what begins with it, its last word as a beginning as well."""
    words = _TOKEN.findall(text.replace("\0", " "))
    return f'^"{" ".join(words)}"' + ("*" if len(words[-1]) >= _SHORTEST_PREFIX else "")


def index(
    connection: sa.Connection,
    touched: Mapping[str, Mapping[bytes, int]],
    fields: Mapping[str, set[str]],
    new: Mapping[str, Mapping[bytes, Record]],
    today: date,
) -> None:
    """Bring the index up to date for the records an operation touched (ids with the number of their last change)."""
    for key, ids in touched.items():
        kind = RECORD_TYPES[key]
        if not kind.searchable:
            continue
        born = new.get(key, {})
        watched = {*kind.search_title, *kind.search_body, kind.search_date, "deleted"}
        changed = fields.get(key, set()) & watched
        if changed:
            _forget(connection, kind, [one for one in ids if one not in born])
            _remember(connection, kind, _stored(connection, kind, list(ids)), ids, today)
        elif born:
            _remember(connection, kind, _unstored(kind, born.values()), ids, today)


def purge(connection: sa.Connection) -> None:
    """Take the words of entries that were taken out off the disk too: the index only marks them as gone."""
    for table in SEARCH_TABLES:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def rebuild(connection: sa.Connection, last_changes: Mapping[str, Mapping[bytes, int]], today: date) -> None:
    """Make the whole index anew."""
    connection.execute(sa.delete(search_entry))
    for table in SEARCH_TABLES:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for key, ids in last_changes.items():
        kind = RECORD_TYPES[key]
        if kind.searchable:
            _remember(connection, kind, _stored(connection, kind, list(ids)), ids, today)


def _forget(connection: sa.Connection, kind: RecordType, ids: Sequence[bytes]) -> None:
    used = [
        name for name, searched in zip(SEARCH_TABLES, (kind.search_title, kind.search_body), strict=True) if searched
    ]
    for start in range(0, len(ids), _CHUNK):
        query = sa.select(search_entry.c.n).where(search_entry.c.record_id.in_(ids[start : start + _CHUNK]))
        numbers = [(row[0],) for row in connection.execute(query).all()]
        if numbers:
            for table in used:
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", numbers)
            connection.exec_driver_sql("DELETE FROM search_entry WHERE n = ?", numbers)


def _remember(
    connection: sa.Connection, kind: RecordType, rows: Iterable[_Searched], numbers: Mapping[bytes, int], today: date
) -> None:
    entries, names, texts = [], [], []
    for record_id, day, title, body in rows:
        if title or body:
            n = _entry_number(day, numbers[record_id], today)
            entries.append((n, kind.key, record_id))
            if title:
                names.append((n, title))
            if body:
                texts.append((n, body))
    if entries:
        connection.exec_driver_sql("INSERT INTO search_entry (n, record_type, record_id) VALUES (?, ?, ?)", entries)
    for table, found in zip(SEARCH_TABLES, (names, texts), strict=True):
        if found:
            connection.exec_driver_sql(f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", found)


def _stored(connection: sa.Connection, kind: RecordType, ids: Sequence[bytes]) -> Iterator[_Searched]:
    """Read what is searched of records from their table; those in the bin are left out."""
    table = RECORD_TABLES[kind.key]
    dated: sa.ColumnElement[Any] = table.c[kind.search_date] if kind.search_date else sa.null()
    columns = [table.c.id, dated, *(table.c[name] for name in (*kind.search_title, *kind.search_body))]
    titles = 2 + len(kind.search_title)
    for start in range(0, len(ids), _CHUNK):
        part = list(ids[start : start + _CHUNK])
        query = sa.select(*columns).where(table.c.id.in_(part), table.c.deleted == 0)
        for row in connection.execute(query).all():
            yield row[0], row[1], _joined(row[2:titles]), _joined(row[titles:])


def _unstored(kind: RecordType, records: Iterable[Record]) -> Iterator[_Searched]:
    """Read what is searched of records that were just made."""
    for record in records:
        if not record.deleted:
            day = getattr(record, kind.search_date) if kind.search_date else None
            title = _joined([getattr(record, name) for name in kind.search_title])
            body = _joined([getattr(record, name) for name in kind.search_body])
            yield record.id.bytes, str(day) if day else None, title, body


def _joined(values: Iterable[str | None]) -> str:
    return " ".join(value for value in values if value)


def _entry_number(day: str | None, change_n: int, today: date) -> int:
    """Number an entry so that the newest day has the greatest number: newest first then costs nothing."""
    try:
        ordinal = date.fromisoformat(day).toordinal() if day else today.toordinal()
    except ValueError:
        ordinal = today.toordinal()
    return (ordinal << _DAY_BITS) | change_n
