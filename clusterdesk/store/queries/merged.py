"""Merged organisations are read as the kept one: no row is rewritten, the readers follow ``merged_into``."""

from datetime import date
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

_MOST_STEPS = 50


def kept_id(connection: sa.Connection, organisation_id: UUID, *, as_of: date | None = None) -> UUID:
    """Return the organisation a given one is read as: itself, or the end of its chain of merges.

    With ``as_of`` only merges of that day or earlier are followed.
    """
    current = organisation_id.bytes
    for _ in range(_MOST_STEPS):
        found = rows(connection, _into_text(), [current])
        if not found or found[0][0] is None or _later(found[0][1], as_of):
            break
        current = found[0][0]
    return UUID(bytes=current)


def family_ids(connection: sa.Connection, organisation_id: UUID, *, as_of: date | None = None) -> tuple[bytes, ...]:
    """Return the stored ids of all organisations that are read as the same one as the given one, the kept one first.

    Use them with ``column.in_(family_ids(...))`` wherever the children of an organisation are listed.
    """
    found = [kept_id(connection, organisation_id, as_of=as_of).bytes]
    level = found
    while level:
        read = rows(connection, _from_text(len(level)), level)
        level = [row[0] for row in read if row[0] not in found and not _later(row[1], as_of)]
        found = found + level
    return tuple(found)


@cache
def _into_text() -> str:
    organisation = RECORD_TABLES["organisation"]
    query = sa.select(organisation.c.merged_into, organisation.c.merged_on)
    return compiled(query.where(organisation.c.id.in_(places(1))))


@cache
def _from_text(count: int) -> str:
    organisation = RECORD_TABLES["organisation"]
    query = sa.select(organisation.c.id, organisation.c.merged_on)
    return compiled(query.where(organisation.c.merged_into.in_(places(count))).order_by(organisation.c.id))


def kept_ids(connection: sa.Connection) -> dict[UUID, UUID]:
    """Return, for every organisation that was merged into another, the one it is read as today."""
    organisation = RECORD_TABLES["organisation"]
    # Greater than nothing rather than not null: only that finds the few by the index.
    rows = connection.execute(
        sa.select(organisation.c.id, organisation.c.merged_into).where(organisation.c.merged_into > b"")
    )
    into = {UUID(bytes=row[0]): UUID(bytes=row[1]) for row in rows}
    return {one: _end(into, one) for one in into}


def _end(into: dict[UUID, UUID], start: UUID) -> UUID:
    current = start
    for _ in range(_MOST_STEPS):
        if current not in into:
            break
        current = into[current]
    return current


def _later(merged_on: str | None, as_of: date | None) -> bool:
    return as_of is not None and merged_on is not None and merged_on > as_of.isoformat()
