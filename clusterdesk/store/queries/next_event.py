"""The next event that is planned, and how organisations take part in it: two small questions, whatever the years."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.repositories.records import find, get

_NEXT = (
    "SELECT e.id, (SELECT count(*) FROM event_participation p WHERE p.programme_event_id = e.id AND p.deleted = 0"
    " AND p.revoked_on IS NULL AND p.registered_on IS NOT NULL AND p.cancelled_on IS NULL)"
    f" FROM programme_event e WHERE e.state = '{GatheringState.PLANNED.value}' AND e.deleted = 0"
    f" AND e.revoked_on IS NULL AND e.visibility IN ('{Visibility.SHAREABLE.value}', :also)"
    ' AND coalesce(e.to_on, e."on") >= :today ORDER BY e."on", e.starts_at IS NULL, e.starts_at, e.id LIMIT 1'
)


def next_event(
    connection: sa.Connection, today: date, also: Visibility = Visibility.INTERNAL
) -> tuple[ProgrammeEvent, int] | None:
    """Return the next event planned and how many are registered for it; shareable ones, and those of ``also``."""
    values = {"today": today.isoformat(), "also": also.value}
    row = next(iter(sql.on(connection)(_NEXT, values)), None)
    event = get(connection, ProgrammeEvent, UUID(bytes=row[0])) if row is not None else None
    return (event, row[1]) if event is not None and row is not None else None


def taking_part(
    connection: sa.Connection, event_id: UUID, organisation_ids: Collection[UUID]
) -> list[EventParticipation]:
    """Return how some organisations take part in an event."""
    here = find(connection, EventParticipation, organisation_id=set(organisation_ids), revoked_on=None)
    return [one for one in here if one.programme_event_id == event_id]
