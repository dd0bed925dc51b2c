"""Sessions as other calendars know them, and what an appointment may be recognised by."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import read_instant
from clusterdesk.domain.records.sessions import SessionKind, SessionState
from clusterdesk.domain.views.calendar import FOREIGN, CalendarEntry
from clusterdesk.store.queries import organisation_sql as sql

_CHUNK = 500


def calendar_entries(connection: sa.Connection, first: date, last: date | None) -> list[CalendarEntry]:
    """Return the sessions planned or called off from a day on, in the order of the agenda; mails are none."""
    return _entries(
        connection,
        "v.\"on\" BETWEEN :first AND :last AND v.state IN ('planned', 'cancelled') AND v.deleted = 0",
        {"first": first.isoformat(), "last": last.isoformat() if last else "9999-12-31", "day": first.isoformat()},
    )


def entries_by_uid(
    connection: sa.Connection, session_ids: Iterable[UUID], foreign_uids: Iterable[str], day: date
) -> list[CalendarEntry]:
    """Return the sessions with these ids, and those made from other programs' appointments with these UIDs."""
    found: list[CalendarEntry] = []
    for column, values in (
        ("v.id", [one.bytes for one in session_ids]),
        ("v.external_id", [FOREIGN + uid for uid in foreign_uids]),
    ):
        for start in range(0, len(values), _CHUNK):
            part = {f"k{number}": value for number, value in enumerate(values[start : start + _CHUNK])}
            names = ", ".join(f":{name}" for name in part)
            found += _entries(connection, f"{column} IN ({names})", {**part, "day": day.isoformat()})
    return found


def organisation_names(connection: sa.Connection) -> list[tuple[UUID, str]]:
    """Return the organisations by name."""
    run = sql.on(connection)
    return [
        (UUID(bytes=row[0]), row[1]) for row in run(f"SELECT o.id, o.name FROM organisation o WHERE {sql.HERE}", {})
    ]


def mail_owners(connection: sa.Connection) -> list[tuple[str, UUID]]:
    """Return the mail addresses of organisations and of their people, with the organisation."""
    run = sql.on(connection)
    kin = sql.family(run)
    statement = (
        f"{kin.prefix}SELECT lower(p.value), {kin.root('coalesce(p.organisation_id, r.organisation_id)')}"
        " FROM contact_point p LEFT JOIN contact_role r ON r.contact_id = p.contact_id AND r.deleted = 0"
        " WHERE p.kind = 'mail' AND p.deleted = 0 AND coalesce(p.organisation_id, r.organisation_id) IS NOT NULL"
    )
    return [(row[0], UUID(bytes=row[1])) for row in run(statement, {})]


def places_in(connection: sa.Connection, postcodes: Iterable[str], day: date) -> list[tuple[str, str, UUID]]:
    """Return postcode, street and organisation of the places that hold on a day, in some postcodes."""
    run = sql.on(connection)
    kin = sql.family(run)
    values = {f"p{number}": one for number, one in enumerate(dict.fromkeys(postcodes))}
    if not values:
        return []
    names = ", ".join(f":{name}" for name in values)
    parts = [
        f"SELECT x.postcode, x.street, {kin.root('x.organisation_id')} FROM {table} x"
        f" WHERE x.postcode IN ({names}) AND x.street <> '' AND {sql.holds('x')}"
        for table in ("address", "establishment")
    ]
    rows = run(kin.prefix + " UNION ".join(parts), {**values, "day": day.isoformat()})
    return [(row[0], row[1], UUID(bytes=row[2])) for row in rows]


def planned_days(connection: sa.Connection, first: date) -> set[tuple[UUID, date]]:
    """Return on which days something is planned with whom, from a day on."""
    run = sql.on(connection)
    kin = sql.family(run)
    statement = (
        f'{kin.prefix}SELECT {kin.root("v.organisation_id")}, v."on" FROM session v'
        " WHERE v.state = 'planned' AND v.deleted = 0 AND v.revoked_on IS NULL AND v.\"on\" >= :first"
    )
    return {(UUID(bytes=row[0]), date.fromisoformat(row[1])) for row in run(statement, {"first": first.isoformat()})}


def _entries(connection: sa.Connection, where: str, values: dict[str, Any]) -> list[CalendarEntry]:
    run = sql.on(connection)
    kin = sql.family(run)
    moments = "c.row_id = v.id AND c.column_name IN ('on', 'starts_at', 'minutes', 'state', 'establishment_id')"
    line = "{x}.street || char(31) || {x}.postcode || char(31) || {x}.city"
    statement = (
        'SELECT v.id, o.id, o.name, v.kind, v.state, v."on", v.starts_at, v.minutes, v.external_id,'
        f" coalesce({line.format(x='e')},"
        f" (SELECT {line.format(x='b')} FROM establishment b WHERE {kin.own('b.organisation_id')} AND {sql.holds('b')}"
        " AND (b.street <> '' OR b.city <> '') ORDER BY b.from_on DESC, b.id DESC LIMIT 1),"
        f" (SELECT {line.format(x='a')} FROM address a WHERE {kin.own('a.organisation_id')} AND {sql.holds('a')}"
        " AND a.kind <> 'mail' AND (a.street <> '' OR a.city <> '')"
        " ORDER BY a.kind <> 'site', a.from_on DESC, a.id DESC LIMIT 1)),"
        f" (SELECT count(*) FROM change c WHERE {moments}),"
        " (SELECT max(p.at_wall) FROM change c JOIN operation p ON p.n = c.operation_n WHERE c.row_id = v.id)"
        f" FROM session v JOIN organisation o ON o.id = {kin.root('v.organisation_id')}"
        " LEFT JOIN establishment e ON e.id = v.establishment_id AND e.deleted = 0"
        f" WHERE {where} AND v.deleted = 0 AND v.revoked_on IS NULL AND v.kind <> 'mail' AND o.deleted = 0"
        ' ORDER BY v."on", v.starts_at IS NULL, v.starts_at, v.id'
    )
    return [_entry(row) for row in run(kin.prefix + statement, values)]


def _entry(row: Sequence[Any]) -> CalendarEntry:
    one, owner, name, kind_text, state, on, starts, minutes, external, place, changed, at = row
    kind = SessionKind(kind_text)
    return CalendarEntry(
        session_id=UUID(bytes=one),
        organisation_id=UUID(bytes=owner),
        organisation=name,
        kind=kind,
        state=SessionState(state),
        on=date.fromisoformat(on),
        starts_at=time.fromisoformat(starts) if starts else None,
        minutes=minutes,
        place="" if kind is SessionKind.CALL else _line(place or ""),
        external_id=external,
        changed=changed,
        changed_at=read_instant(at),
    )


def _line(place: str) -> str:
    street, _, rest = place.partition("\x1f")
    town = " ".join(part for part in rest.split("\x1f") if part)
    return ", ".join(part for part in (street, town) if part)
