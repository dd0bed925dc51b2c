"""What the board counts as it stands elsewhere, and the visits that may bring what is missing."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.views.board_beside import Thing

_STANDS = (
    "{0}deleted = 0 AND ({0}recorded_on IS NULL OR {0}recorded_on <= :day)"
    " AND ({0}revoked_on IS NULL OR {0}revoked_on > :day)"
)
_OWN = _STANDS.format("")
# By measure: what kind of thing it is, and the statement that finds id, name and day of each.
_THINGS: Mapping[str, tuple[str, str]] = {
    "difficulties_sent": (
        "difficulty",
        f"SELECT id, title, sent_on FROM difficulty WHERE {_OWN} AND joined_into IS NULL"
        " AND sent_on BETWEEN :start AND :day",
    ),
    "difficulties_answered": (
        "difficulty",
        f"SELECT id, title, answered_on FROM difficulty WHERE {_OWN} AND joined_into IS NULL"
        " AND answered_on BETWEEN :start AND :day",
    ),
    "features": (
        "communication_item",
        f'SELECT id, title, "on" FROM communication_item WHERE {_OWN} AND "on" BETWEEN :start AND :day',
    ),
    "members_featured": (
        "organisation",
        "SELECT f.organisation_id, '', c.\"on\" FROM feature f JOIN communication_item c"
        f" ON c.id = f.communication_item_id AND {_STANDS.format('c.')}"
        ' WHERE f.deleted = 0 AND c."on" BETWEEN :start AND :day',
    ),
    "events_held": (
        "programme_event",
        f"SELECT id, title, \"on\" FROM programme_event WHERE {_OWN} AND state = 'held'"
        ' AND "on" BETWEEN :start AND :day',
    ),
    "vision_published": (
        "vision_dossier",
        'SELECT d.id, d.title, min(s."on") FROM vision_dossier d JOIN vision_step s ON s.vision_dossier_id = d.id'
        f" AND s.stage = 'published' AND {_STANDS.format('s.')} AND s.\"on\" BETWEEN :start AND :day"
        " WHERE d.deleted = 0 GROUP BY d.id, d.title",
    ),
}
_EVER = "0001-01-01"


def things_counted(connection: sa.Connection, measure: str, start: date | None, day: date) -> tuple[Thing, ...]:
    """Return what a plain measure counts from the start of a plan to a day, as it was known then, the newest first.

    An organisation that was merged by then is read as the kept one, and is there once.
    """
    type_key, text = _THINGS[measure]
    values = {"start": start.isoformat() if start else _EVER, "day": day.isoformat()}
    found = [(bytes(key), title, on) for key, title, on in connection.execute(sa.text(text), values)]
    if type_key == "organisation":
        found = _organisations(connection, found, day)
    made = [Thing(type_key, UUID(bytes=key), title, date.fromisoformat(on)) for key, title, on in found]
    return tuple(sorted(made, key=lambda one: (-one.on.toordinal(), one.title.casefold(), one.id)))


def things_of(connection: sa.Connection, indicators: Iterable[Indicator], day: date) -> dict[UUID, tuple[Thing, ...]]:
    """Return what the plain ones of some indicators count, by the id of the indicator."""
    return {
        one.id: things_counted(connection, one.measure, one.start_on, day)
        for one in indicators
        if one.measure in _THINGS
    }


def _organisations(
    connection: sa.Connection, found: list[tuple[bytes, str, str]], day: date
) -> list[tuple[bytes, str, str]]:
    """Return each organisation once, with its name and the last day."""
    into = {
        bytes(one): bytes(kept)
        for one, kept in connection.execute(
            sa.text(
                "SELECT id, merged_into FROM organisation WHERE merged_into > x''"
                " AND (merged_on IS NULL OR merged_on <= :day)"
            ),
            {"day": day.isoformat()},
        )
    }
    last: dict[bytes, str] = {}
    for key, _title, on in found:
        kept = _end(into, key)
        last[kept] = max(on, last.get(kept, on))
    names = {bytes(key): name for key, name in connection.execute(sa.text("SELECT id, name FROM organisation"))}
    return [(key, names.get(key, ""), on) for key, on in last.items()]


def _end(into: Mapping[bytes, bytes], start: bytes) -> bytes:
    current, seen = start, {start}
    while (following := into.get(current)) is not None and following not in seen:
        seen.add(following)
        current = following
    return current


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
