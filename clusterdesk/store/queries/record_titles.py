"""The names people know records by, also of those that are named after what they join."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.named_after import named_after
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.tables import RECORD_TABLES, from_db

_DEEPEST = 3


def titles_of(connection: sa.Connection, key: str, ids: Iterable[UUID], *, depth: int = 0) -> dict[UUID, str]:
    """Return the title of each of these records of one type; unknown ids are left out."""
    kind = RECORD_TYPES[key]
    table = RECORD_TABLES[key]
    after = named_after(kind) if depth < _DEEPEST else ()
    columns = [table.c.id, *(table.c[name] for name in (*kind.title_fields, *after))]
    rows: list[Any] = []
    for part in chunks(one.bytes for one in set(ids)):
        rows += connection.execute(sa.select(*columns).where(table.c.id.in_(part)))
    others = _other_titles(connection, kind, after, rows, depth)
    split = 1 + len(kind.title_fields)
    found = {}
    for row in rows:
        own = _own_title(kind, row[1:split])
        names = [others.get((name, stored), "") for name, stored in zip(after, row[split:], strict=True)]
        found[UUID(bytes=row[0])] = " · ".join(part for part in (*names, own) if part)
    return found


def _own_title(kind: RecordType, stored: Iterable[Any]) -> str:
    values = (from_db(kind.fields[name], one) for name, one in zip(kind.title_fields, stored, strict=True))
    return " ".join(str(value) for value in values if value)


def _other_titles(
    connection: sa.Connection, kind: RecordType, after: tuple[str, ...], rows: list[Any], depth: int
) -> dict[tuple[str, bytes], str]:
    wanted: dict[str, set[UUID]] = defaultdict(set)
    split = 1 + len(kind.title_fields)
    for row in rows:
        for name, stored in zip(after, row[split:], strict=True):
            if stored is not None:
                wanted[name].add(UUID(bytes=stored))
    found: dict[tuple[str, bytes], str] = {}
    for name, ids in wanted.items():
        target = kind.fields[name].refers_to
        assert target is not None
        for one, title in titles_of(connection, target, ids, depth=depth + 1).items():
            found[name, one.bytes] = title
    return found
