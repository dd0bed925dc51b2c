"""What the journal says came in: documents and mails put into the binder one by one, and lists imported whole."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.domain.commands.base import operation_label
from clusterdesk.domain.views.arrivals import Arrival, ArrivalKind, Arrivals
from clusterdesk.store.journal.rows import ChangeKind
from clusterdesk.store.queries import organisation_sql as sql

# Operations that bring in many records at once: they are named themselves, not what was in them.
_WHOLE = ("import_list", "import_archive", "import_calendar")
_SILENT = ("make_sample", "seed_binder")
_LAST_OPERATIONS = 500

_OPERATIONS = "SELECT n, name, args, at_wall, id FROM operation ORDER BY n DESC LIMIT :looked"  # newest first
_UNDONE = (
    "SELECT 1 FROM operation u WHERE u.undoes = :operation"
    " AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.id) LIMIT 1"
)
_BORN = (
    # Operation by operation, so that the rows of a big import are not even looked at.
    "FROM operation p CROSS JOIN change c ON c.n BETWEEN p.first_change AND p.first_change + p.change_count - 1"
    " CROSS JOIN {table} r ON r.id = c.row_id {join} LEFT JOIN organisation o ON o.id = {owner}"
    f" WHERE p.n >= :first AND c.kind = {ChangeKind.INSERT.value} AND c.table_name = '{{table}}'"
    " AND p.at_wall >= :since AND p.name NOT IN (" + ", ".join(f"'{name}'" for name in (*_WHOLE, *_SILENT)) + ")"
    " AND r.deleted = 0 AND r.revoked_on IS NULL AND {more}"
)


def arrivals(connection: sa.Connection, since: date, most: int) -> Arrivals:
    """Return what came in since the beginning of a local day, of the last operations only."""
    run = sql.on(connection)
    moment = instant_text(datetime.combine(since, time()).astimezone())
    last = [row for row in run(_OPERATIONS, {"looked": _LAST_OPERATIONS}) if row[3] >= moment]
    if not last:
        return Arrivals(since)
    kin = sql.family(run)
    values = {"first": min(row[0] for row in last), "since": moment}
    found = [
        *_documents(run, kin, values),
        *_mails(run, kin, values),
        *(_import(row) for row in last if row[1] in _WHOLE and not any(run(_UNDONE, {"operation": row[4]}))),
    ]
    found.sort(key=_moment, reverse=True)
    return Arrivals(since, tuple(found[:most]), len(found))


def _documents(run: sql.Run, kin: sql.Family, values: dict[str, Any]) -> list[Arrival]:
    born = _BORN.format(
        table="document",
        join="LEFT JOIN session s ON s.id = r.session_id",
        owner=kin.root("coalesce(r.organisation_id, s.organisation_id)"),
        more="r.visibility <> 'restricted'",
    )
    rows = run(f"{kin.prefix}SELECT p.at_wall, r.name, o.id, o.name, r.session_id {born}", values)
    return [_arrival(ArrivalKind.DOCUMENT, row) for row in rows]


def _mails(run: sql.Run, kin: sql.Family, values: dict[str, Any]) -> list[Arrival]:
    born = _BORN.format(
        table="session", join="", owner=kin.root("r.organisation_id"), more="r.kind = 'mail' AND r.state = 'held'"
    )
    rows = run(f"{kin.prefix}SELECT p.at_wall, r.subject, o.id, o.name, r.id {born}", values)
    return [_arrival(ArrivalKind.MAIL, row) for row in rows]


def _arrival(kind: ArrivalKind, row: Sequence[Any]) -> Arrival:
    at, text, organisation_id, organisation, session_id = row
    return Arrival(
        kind,
        read_instant(at),
        text,
        UUID(bytes=organisation_id) if organisation_id else None,
        organisation or "",
        UUID(bytes=session_id) if session_id else None,
    )


def _import(row: Sequence[Any]) -> Arrival:
    return Arrival(ArrivalKind.IMPORT, read_instant(row[3]), operation=operation_label(row[1], json.loads(row[2])))


def _moment(arrival: Arrival) -> datetime:
    return arrival.at
