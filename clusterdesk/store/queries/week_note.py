"""What the weekly note counts and names."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.coaching_actions import work_between


@dataclass(frozen=True, slots=True)
class LatePromise:
    """A promise that is late, on either side."""

    organisation: str
    text: str
    owner: OwnerKind
    owner_name: str
    due_on: date
    visibility: Visibility


def note_counts(connection: sa.Connection, first: date, last: date, late_before: date) -> tuple[int, int, int, int]:
    """Return coaching actions held, one-off advice given, promises kept in these days, and those late before a day."""
    run = sql.on(connection)
    values = {"first": first.isoformat(), "last": last.isoformat(), "late": late_before.isoformat()}
    statements = (
        "SELECT count(*) FROM action a WHERE a.done_on BETWEEN :first AND :last"
        " AND a.deleted = 0 AND a.revoked_on IS NULL",
        "SELECT count(*) FROM action a WHERE a.done_on IS NULL AND a.deleted = 0 AND a.revoked_on IS NULL"
        " AND a.due_on < :late",
    )
    kept, late = (int(next(iter(run(one, values)))[0]) for one in statements)
    work = work_between(connection, first, last)
    return work.coaching.total(), work.advice.total(), kept, late


def late_promises(connection: sa.Connection, day: date, most: int) -> list[LatePromise]:
    """Return the promises that are late on a day, the latest first; what is restricted is left out."""
    run = sql.on(connection)
    kin = sql.family(run)
    statement = (
        f"{kin.prefix}SELECT o.name, a.text, a.owner, a.owner_name, a.due_on, a.visibility FROM action a"
        f" LEFT JOIN organisation o ON o.id = {kin.root('a.organisation_id')}"
        " WHERE a.done_on IS NULL AND a.deleted = 0 AND a.revoked_on IS NULL AND a.due_on < :day"
        " AND a.visibility <> 'restricted' ORDER BY a.due_on, a.id LIMIT :most"
    )
    return [
        LatePromise(row[0] or "", row[1], OwnerKind(row[2]), row[3], date.fromisoformat(row[4]), Visibility(row[5]))
        for row in run(statement, {"day": day.isoformat(), "most": most})
    ]


def results_between(connection: sa.Connection, first: date, last: date) -> list[tuple[str, ResultKind, date]]:
    """Return the results recorded between two days: with whom, what, since when."""
    run = sql.on(connection)
    kin = sql.family(run)
    owner = kin.root("coalesce(r.organisation_id, p.organisation_id)")
    statement = (
        f"{kin.prefix}SELECT coalesce(o.name, p.title, ''), r.kind, r.\"on\" FROM result_event r"
        " LEFT JOIN project p ON p.id = r.project_id"
        f" LEFT JOIN organisation o ON o.id = {owner}"
        " WHERE r.recorded_on BETWEEN :first AND :last AND r.deleted = 0 AND r.revoked_on IS NULL"
        ' ORDER BY r."on", r.id'
    )
    return [
        (row[0], ResultKind(row[1]), date.fromisoformat(row[2]))
        for row in run(statement, {"first": first.isoformat(), "last": last.isoformat()})
    ]
