"""Small questions about sessions."""

from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.short_codes import MASK, read_code
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.tables import RECORD_TABLES

_TAIL_BYTES = 4


def sessions_with_code(connection: sa.Connection, code: str) -> list[UUID]:
    """Return the sessions that bear a short code: none, one, or very rarely several."""
    number = read_code(code)
    if number is None:
        return []
    session = RECORD_TABLES["session"]
    tail = (number & 0xFFFF_FFFF).to_bytes(_TAIL_BYTES, "big")
    # The index of ids alone is read through; what is in the bin is left out afterwards.
    rows = connection.execute(sa.select(session.c.id).where(sa.func.substr(session.c.id, -_TAIL_BYTES) == tail))
    ids = [one for one in (UUID(bytes=row[0]) for row in rows) if one.int & MASK == number]
    there = sa.select(session.c.id).where(session.c.id.in_([one.bytes for one in ids]), session.c.deleted == 0)
    return [UUID(bytes=row[0]) for row in connection.execute(there)]


def held_before(connection: sa.Connection, organisation_id: UUID) -> int:
    """Return how many sessions were held with an organisation, those of organisations merged into it included."""
    session = RECORD_TABLES["session"]
    return int(
        connection.execute(
            sa.select(sa.func.count()).where(
                session.c.organisation_id.in_(family_ids(connection, organisation_id)),
                session.c.deleted == 0,
                session.c.state == "held",
                session.c.revoked_on.is_(None),
            )
        ).scalar_one()
    )


def open_file_ids(connection: sa.Connection, organisation_id: UUID) -> list[UUID]:
    """Return the coaching files of an organisation's projects that are not closed, the newest first."""
    project, file = RECORD_TABLES["project"], RECORD_TABLES["coaching_file"]
    rows = connection.execute(
        sa.select(file.c.id)
        .join(project, project.c.id == file.c.project_id)
        .where(
            project.c.organisation_id.in_(family_ids(connection, organisation_id)),
            project.c.deleted == 0,
            file.c.deleted == 0,
            file.c.closed_on.is_(None),
            file.c.revoked_on.is_(None),
        )
        .order_by(file.c.opened_on.desc(), file.c.id.desc())
    )
    return [UUID(bytes=row[0]) for row in rows]


def track_keys(connection: sa.Connection, coaching_file_id: UUID) -> list[str]:
    """Return the keys of the tracks of a coaching file, in their order."""
    member, track = RECORD_TABLES["coaching_file_track"], RECORD_TABLES["track"]
    rows = connection.execute(
        sa.select(track.c.key)
        .join(member, member.c.track_id == track.c.id)
        .where(member.c.coaching_file_id == coaching_file_id.bytes, member.c.deleted == 0)
        .order_by(track.c.position)
    )
    return [row[0] for row in rows]
