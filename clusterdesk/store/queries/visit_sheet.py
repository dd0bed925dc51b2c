"""What visit sheets need beside the pages of organisation and session."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.clock import read_instant
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.session_page import UpcomingVisit
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES, from_db, operation, record_columns


def last_written(connection: sa.Connection) -> datetime | None:
    """Return when the store was last written to, in UTC; ``None`` for a store without operations."""
    text = connection.execute(
        sa.select(operation.c.at_wall).order_by(operation.c.n.desc()).limit(1)
    ).scalar_one_or_none()
    return read_instant(text) if text else None


def planned_between(connection: sa.Connection, first: date, last: date) -> list[UpcomingVisit]:
    """Return the planned sessions of some days, both included, in the order of the agenda."""
    session, organisation, place = (RECORD_TABLES[key] for key in ("session", "organisation", "establishment"))
    query = (
        sa.select(organisation.c.name, organisation.c.languages, place.c.name, place.c.city, *session.c)
        .join(organisation, organisation.c.id == session.c.organisation_id)
        .outerjoin(place, place.c.id == session.c.establishment_id)
        .where(
            session.c.on.between(first.isoformat(), last.isoformat()),
            session.c.state == "planned",
            session.c.deleted == 0,
            session.c.revoked_on.is_(None),
            organisation.c.deleted == 0,
        )
        .order_by(session.c.on, session.c.starts_at.is_(None), session.c.starts_at, session.c.id)
    )
    kept = kept_ids(connection)
    names = _names(connection, set(kept.values()))
    return [_upcoming(row, kept, names) for row in connection.execute(query)]


def next_planned(connection: sa.Connection, organisations: list[bytes], first: date) -> UUID | None:
    """Return the next planned session of an organisation from a day on."""
    session = RECORD_TABLES["session"]
    found = connection.execute(
        sa.select(session.c.id)
        .where(
            session.c.organisation_id.in_(organisations),
            session.c.state == "planned",
            session.c.deleted == 0,
            session.c.revoked_on.is_(None),
            session.c.on >= first.isoformat(),
        )
        .order_by(session.c.on, session.c.starts_at, session.c.id)
        .limit(1)
    ).scalar_one_or_none()
    return UUID(bytes=found) if found else None


def _names(connection: sa.Connection, ids: set[UUID]) -> dict[UUID, str]:
    organisation = RECORD_TABLES["organisation"]
    found: dict[UUID, str] = {}
    for one in ids:
        row = connection.execute(sa.select(organisation.c.name).where(organisation.c.id == one.bytes)).one_or_none()
        if row is not None:
            found[one] = row[0]
    return found


def _upcoming(row: Sequence[Any], kept: dict[UUID, UUID], names: dict[UUID, str]) -> UpcomingVisit:
    languages = next(spec for spec in record_columns("organisation") if spec.name == "languages")
    session = builder("session")(row[4:])
    assert isinstance(session, Session)
    owner = kept.get(session.organisation_id, session.organisation_id)
    name = names.get(owner, row[0])
    return UpcomingVisit(session, owner, name, from_db(languages, row[1]), row[2] or "", row[3] or "")
