"""Meetings of groups as other calendars know them."""

from datetime import date, time
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import read_instant
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.gatherings import Gathering
from clusterdesk.store.queries import organisation_sql as sql

_MEETINGS = (
    "SELECT m.id, g.name, iif(m.visibility = 'shareable', m.title, ''), m.state, m.\"on\", m.starts_at, m.ends_at,"
    " iif(m.visibility = 'shareable', m.place, ''),"
    " (SELECT count(*) FROM change c WHERE c.row_id = m.id),"
    " (SELECT max(p.at_wall) FROM change c JOIN operation p ON p.n = c.operation_n WHERE c.row_id = m.id)"
    " FROM meeting m JOIN working_group g ON g.id = m.working_group_id"
    " WHERE m.state IN ('planned', 'cancelled') AND m.deleted = 0 AND m.revoked_on IS NULL AND g.deleted = 0"
    ' AND m."on" BETWEEN :first AND :last ORDER BY m."on", m.starts_at IS NULL, m.starts_at, m.id'
)


def gatherings(connection: sa.Connection, first: date, last: date | None) -> list[Gathering]:
    """Return the meetings planned or called off from a day on, in the order of the agenda.

    Of those that not everybody may read only the group and the moment are told.
    """
    values = {"first": first.isoformat(), "last": last.isoformat() if last else "9999-12-31"}
    return [
        Gathering(
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
        )
        for row in sql.on(connection)(_MEETINGS, values)
    ]
