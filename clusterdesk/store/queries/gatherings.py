"""Meetings of groups and events of the programme as other calendars know them."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import read_instant
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.gatherings import Gathering
from clusterdesk.store.queries import organisation_sql as sql

_CHANGED = (
    " (SELECT count(*) FROM change c WHERE c.row_id = m.id),"
    " (SELECT max(p.at_wall) FROM change c JOIN operation p ON p.n = c.operation_n WHERE c.row_id = m.id)"
)
_STANDING = " WHERE m.state IN ('planned', 'cancelled') AND m.deleted = 0 AND m.revoked_on IS NULL"
_DAYS = ' AND m."on" <= :last AND coalesce(m.to_on, m."on") >= :first'
_MEETINGS = (
    "SELECT m.id, g.name, iif(m.visibility = 'shareable', m.title, ''), m.state, m.\"on\", m.starts_at, m.ends_at,"
    f" iif(m.visibility = 'shareable', m.place, ''),{_CHANGED}, NULL"
    f" FROM meeting m JOIN working_group g ON g.id = m.working_group_id{_STANDING} AND g.deleted = 0"
    ' AND m."on" BETWEEN :first AND :last'
)
_EVENTS = (
    "SELECT m.id, iif(m.visibility = 'shareable', m.title, ''), '', m.state, m.\"on\", m.starts_at, m.ends_at,"
    " iif(m.visibility = 'shareable', trim(coalesce(h.name, '') || iif(coalesce(h.name, '') <> '' AND m.place <> ''"
    f" AND m.place <> h.name, ', ', '') || iif(m.place = coalesce(h.name, ''), '', m.place)), ''),{_CHANGED}, m.to_on"
    " FROM programme_event m LEFT JOIN organisation h ON h.id = m.host_id"
)


def gatherings(connection: sa.Connection, first: date, last: date | None) -> list[Gathering]:
    """Return the meetings and events planned or called off from a day on, in the order of the agenda.

    Of those that not everybody may read only the group and the moment are told.
    """
    values = {"first": first.isoformat(), "last": last.isoformat() if last else "9999-12-31"}
    run = sql.on(connection)
    rows = [*run(_MEETINGS, values), *run(_EVENTS + _STANDING + _DAYS, values)]
    return sorted((_gathering(row) for row in rows), key=_moment)


def gathering_of_event(connection: sa.Connection, event_id: UUID) -> Gathering | None:
    """Return an event as other calendars know it, whatever its state."""
    rows = sql.on(connection)(_EVENTS + " WHERE m.id = :id", {"id": event_id.bytes})
    return next((_gathering(row) for row in rows), None)


def _gathering(row: Sequence[Any]) -> Gathering:
    return Gathering(
        UUID(bytes=row[0]),
        row[1],
        row[2],
        GatheringState(row[3]),
        date.fromisoformat(row[4]),
        time.fromisoformat(row[5]) if row[5] else None,
        time.fromisoformat(row[6]) if row[6] else None,
        row[7],
        row[8],
        read_instant(row[9]),
        date.fromisoformat(row[10]) if row[10] else None,
    )


def _moment(one: Gathering) -> tuple[date, bool, time, UUID]:
    return one.on, one.starts_at is None, one.starts_at or time.min, one.id
