"""Merged organisations are read as the kept one: no row is rewritten, the readers follow ``merged_into``."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.store.tables import RECORD_TABLES

_MOST_STEPS = 50


def kept_id(connection: sa.Connection, organisation_id: UUID, *, as_of: date | None = None) -> UUID:
    """Return the organisation a given one is read as: itself, or the end of its chain of merges.

    With ``as_of`` only merges of that day or earlier are followed.
    """
    organisation = RECORD_TABLES["organisation"]
    current = organisation_id.bytes
    for _ in range(_MOST_STEPS):
        row = connection.execute(
            sa.select(organisation.c.merged_into, organisation.c.merged_on).where(organisation.c.id == current)
        ).one_or_none()
        if row is None or row.merged_into is None or _later(row.merged_on, as_of):
            break
        current = row.merged_into
    return UUID(bytes=current)


def family_ids(connection: sa.Connection, organisation_id: UUID, *, as_of: date | None = None) -> tuple[bytes, ...]:
    """Return the stored ids of all organisations that are read as the same one as the given one, the kept one first.

    Use them with ``column.in_(family_ids(...))`` wherever the children of an organisation are listed.
    """
    organisation = RECORD_TABLES["organisation"]
    found = [kept_id(connection, organisation_id, as_of=as_of).bytes]
    level = found
    while level:
        query = sa.select(organisation.c.id).where(organisation.c.merged_into.in_(level))
        if as_of is not None:
            query = query.where(organisation.c.merged_on <= as_of.isoformat())
        level = [row[0] for row in connection.execute(query) if row[0] not in found]
        found = found + level
    return tuple(found)


def kept_ids(connection: sa.Connection) -> dict[UUID, UUID]:
    """Return, for every organisation that was merged into another, the one it is read as today."""
    organisation = RECORD_TABLES["organisation"]
    rows = connection.execute(
        sa.select(organisation.c.id, organisation.c.merged_into).where(organisation.c.merged_into.is_not(None))
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
