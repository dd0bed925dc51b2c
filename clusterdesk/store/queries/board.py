"""What the board counts as it stands elsewhere, and the visits that may bring what is missing."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import sqlalchemy as sa

_STANDS = "deleted = 0 AND (recorded_on IS NULL OR recorded_on <= :day) AND (revoked_on IS NULL OR revoked_on > :day)"
_COUNTS: Mapping[str, str] = {
    "difficulties_sent": f"SELECT count(*) FROM difficulty WHERE {_STANDS} AND joined_into IS NULL"
    " AND sent_on BETWEEN :start AND :day",
    "difficulties_answered": f"SELECT count(*) FROM difficulty WHERE {_STANDS} AND joined_into IS NULL"
    " AND answered_on BETWEEN :start AND :day",
    "features": f'SELECT count(*) FROM communication_item WHERE {_STANDS} AND "on" BETWEEN :start AND :day',
    "members_featured": "SELECT count(DISTINCT f.organisation_id) FROM feature f"
    " JOIN communication_item c ON c.id = f.communication_item_id AND c.deleted = 0"
    " AND (c.recorded_on IS NULL OR c.recorded_on <= :day) AND (c.revoked_on IS NULL OR c.revoked_on > :day)"
    ' WHERE f.deleted = 0 AND c."on" BETWEEN :start AND :day',
    "events_held": f"SELECT count(*) FROM programme_event WHERE {_STANDS} AND state = 'held'"
    ' AND "on" BETWEEN :start AND :day',
    "vision_published": "SELECT count(DISTINCT vision_dossier_id) FROM vision_step"
    f" WHERE {_STANDS} AND stage = 'published' AND \"on\" BETWEEN :start AND :day"
    " AND vision_dossier_id IN (SELECT id FROM vision_dossier WHERE deleted = 0)",
}
_EVER = "0001-01-01"


def plain_count(connection: sa.Connection, measure: str, start: date | None, day: date) -> int:
    """Return how many there are of a plain measure from the start of a plan to a day, as it was known then."""
    values = {"start": start.isoformat() if start else _EVER, "day": day.isoformat()}
    return int(connection.execute(sa.text(_COUNTS[measure]), values).scalar_one())


def next_visits(connection: sa.Connection, first: date, last: date) -> Mapping[UUID, date]:
    """Return the next planned visit of each organisation within these days."""
    rows = connection.execute(
        sa.text(
            "SELECT organisation_id, min(\"on\") FROM session WHERE deleted = 0 AND kind = 'visit'"
            " AND state = 'planned' AND \"on\" BETWEEN :first AND :last GROUP BY organisation_id"
        ),
        {"first": first.isoformat(), "last": last.isoformat()},
    )
    return {UUID(bytes=bytes(key)): date.fromisoformat(day) for key, day in rows}
