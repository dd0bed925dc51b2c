"""What lists need to know of an organisation, kept up to date by every operation."""

import unicodedata
from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.base import Record
from clusterdesk.store.tables import RECORD_TABLES, organisation_summary

_CHUNK = 900
_WATCHED = ("session", "action")


def sort_key(name: str) -> str:
    """Fold a name for sorting: no accents, no case, letters and digits first."""
    kept = name.casefold()
    if not kept.isascii():
        folded = unicodedata.normalize("NFKD", kept)
        kept = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return kept.strip(" '\"«»()-.") or kept


def refresh(
    connection: sa.Connection,
    touched: Mapping[str, Mapping[UUID, int]],
    fields: Mapping[str, set[str]],
    new: Mapping[str, Mapping[UUID, Record]],
) -> None:
    """Bring the summaries of the organisations touched by an operation up to date."""
    born = new.get("organisation", {})
    _write_names(connection, [(one.bytes, sort_key(getattr(record, "name", ""))) for one, record in born.items()])
    if "name" in fields.get("organisation", ()):
        _refresh_names(connection, [one.bytes for one in touched.get("organisation", {}) if one not in born])
    owners: set[bytes] = set()
    for key in _WATCHED:
        ids = touched.get(key)
        if ids:
            owners |= _owners(connection, key, [record_id.bytes for record_id in ids])
            if "organisation_id" in fields.get(key, ()):
                owners |= {row[0] for row in connection.execute(sa.select(organisation_summary.c.organisation_id))}
    if owners:
        _refresh_dates(connection, list(owners))


def rebuild(connection: sa.Connection) -> None:
    """Make all summaries anew from the tables."""
    organisation = RECORD_TABLES["organisation"]
    connection.execute(sa.delete(organisation_summary))
    ids = [row[0] for row in connection.execute(sa.select(organisation.c.id))]
    _refresh_names(connection, ids)
    _refresh_dates(connection, ids)


def _owners(connection: sa.Connection, key: str, ids: list[bytes]) -> set[bytes]:
    table = RECORD_TABLES[key]
    found: set[bytes] = set()
    for start in range(0, len(ids), _CHUNK):
        rows = connection.execute(
            sa.select(table.c.organisation_id).distinct().where(table.c.id.in_(ids[start : start + _CHUNK]))
        )
        found |= {row[0] for row in rows if row[0] is not None}
    return found


def _refresh_names(connection: sa.Connection, ids: list[bytes]) -> None:
    organisation = RECORD_TABLES["organisation"]
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        rows = connection.execute(sa.select(organisation.c.id, organisation.c.name).where(organisation.c.id.in_(part)))
        _write_names(connection, [(row[0], sort_key(row[1])) for row in rows])


def _write_names(connection: sa.Connection, rows: list[tuple[bytes, str]]) -> None:
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO organisation_summary (organisation_id, sort_name, open_actions) VALUES (?, ?, 0)"
            " ON CONFLICT (organisation_id) DO UPDATE SET sort_name = excluded.sort_name",
            rows,
        )


def _refresh_dates(connection: sa.Connection, owners: list[bytes]) -> None:
    session, action = RECORD_TABLES["session"], RECORD_TABLES["action"]
    mine = organisation_summary.c.organisation_id
    held = sa.select(sa.func.max(session.c.on)).where(
        session.c.organisation_id == mine,
        session.c.deleted == 0,
        session.c.state == "held",
        session.c.revoked_on.is_(None),
    )
    planned = sa.select(sa.func.min(session.c.on)).where(
        session.c.organisation_id == mine,
        session.c.deleted == 0,
        session.c.state == "planned",
        session.c.revoked_on.is_(None),
    )
    still_open = (
        action.c.organisation_id == mine,
        action.c.deleted == 0,
        action.c.done_on.is_(None),
        action.c.revoked_on.is_(None),
    )
    for start in range(0, len(owners), _CHUNK):
        connection.execute(
            sa.update(organisation_summary)
            .where(mine.in_(owners[start : start + _CHUNK]))
            .values(
                last_contact_on=held.scalar_subquery(),
                next_visit_on=planned.scalar_subquery(),
                next_due_on=sa.select(sa.func.min(action.c.due_on)).where(*still_open).scalar_subquery(),
                open_actions=sa.select(sa.func.count()).where(*still_open).scalar_subquery(),
            )
        )
