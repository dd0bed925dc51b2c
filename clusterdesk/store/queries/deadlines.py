"""What falls due in coaching, over all organisations: requests for funding first, then next steps, then milestones."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.views.deadlines import FUNDING_DAYS, OTHER_DAYS, Deadline, DeadlineKind
from clusterdesk.store.queries import organisation_sql as sql

_MOST = 500
_IN_FILE = (
    "JOIN project p ON p.id = c.project_id JOIN organisation o ON o.id = {owner} WHERE " + sql.OPEN_FILE + " AND "
)
_STATEMENTS = {
    DeadlineKind.FUNDING: (
        "SELECT f.id, o.id, o.name, trim(f.funder || ' ' || f.scheme), f.deadline FROM funding_application f"
        " JOIN organisation o ON o.id = {owner} WHERE f.deadline <= :last AND f.decision = 'prepared'"
        " AND f.deleted = 0 AND f.revoked_on IS NULL AND o.deleted = 0 ORDER BY f.deadline, f.id LIMIT :most"
    ),
    DeadlineKind.NEXT_STEP: (
        "SELECT c.id, o.id, o.name, c.next_step, c.next_step_on FROM coaching_file c " + _IN_FILE + "o.deleted = 0"
        " AND trim(c.next_step) <> '' AND c.next_step_on <= :last ORDER BY c.next_step_on, c.id LIMIT :most"
    ),
    DeadlineKind.MILESTONE: (
        "SELECT m.id, o.id, o.name, m.title, m.due_on FROM milestone m"
        " JOIN coaching_file c ON c.id = m.coaching_file_id "
        + _IN_FILE
        + "o.deleted = 0 AND m.due_on <= :last AND m.done_on IS NULL AND m.deleted = 0 AND m.revoked_on IS NULL"
        " ORDER BY m.due_on, m.id LIMIT :most"
    ),
}
_OWNERS = {DeadlineKind.FUNDING: "f.organisation_id"}


def deadlines(connection: sa.Connection, day: date) -> tuple[Deadline, ...]:
    """Return what is late on a day or falls due soon after it; of each kind the earliest first."""
    run = sql.on(connection)
    kin = sql.family(run)
    found: list[Deadline] = []
    for kind, statement in _STATEMENTS.items():
        ahead = FUNDING_DAYS if kind is DeadlineKind.FUNDING else OTHER_DAYS
        values: dict[str, Any] = {"last": (day + timedelta(days=ahead)).isoformat(), "most": _MOST}
        owner = kin.root(_OWNERS.get(kind, "p.organisation_id"))
        for row in run(kin.prefix + statement.format(owner=owner), values):
            on = date.fromisoformat(row[4])
            found.append(Deadline(kind, UUID(bytes=row[0]), UUID(bytes=row[1]), row[2], row[3], on, (on - day).days))
    return tuple(found)
