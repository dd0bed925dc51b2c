"""One session with everything around it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyQuote
from clusterdesk.domain.records.sessions import Action, Session, SessionAttendee, SessionNote
from clusterdesk.domain.views.organisation_page import FileCard, OrganisationPage, ProjectCard
from clusterdesk.domain.views.session_page import AttendeeLine, PastSessionLine, SessionPage
from clusterdesk.store.queries.children import compiled, one_by_id, parts, places, rows
from clusterdesk.store.queries.employment import session_headcounts
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_page import organisation_page
from clusterdesk.store.repositories.records import builder, missing
from clusterdesk.store.tables import RECORD_TABLES


def session_page(
    connection: sa.Connection, session_id: UUID, today: date, binned: Sequence[Record] = ()
) -> SessionPage:
    """Return a session with its parts and the page of its organisation; ``binned`` are parts to show from the bin.

    Raises:
        KnownError: there is no such session.
    """
    session = one_by_id(connection, "session", session_id)
    if session is None:
        raise missing("session", session_id)
    page = organisation_page(connection, session.organisation_id, today)
    project, file = _file_of(page, session.coaching_file_id)
    place = one_by_id(connection, "establishment", session.establishment_id) if session.establishment_id else None
    key = [session_id.bytes]
    promises: list[Action] = parts(connection, "action", "session_id", key)
    attendees: list[SessionAttendee] = parts(connection, "session_attendee", "session_id", key)
    attendees += [one for one in binned if isinstance(one, SessionAttendee)]
    notes: list[SessionNote] = parts(connection, "session_note", "session_id", key, "position")
    notes += sorted((one for one in binned if isinstance(one, SessionNote)), key=_position)
    family = [page.organisation.id.bytes, *(one.id.bytes for one in page.merged)]
    headcounts, kinds = session_headcounts(connection, family, session_id)
    return SessionPage(
        session=session,
        organisation=page,
        project=project.project if project else None,
        file=file,
        place=place,
        attendees=tuple(_named(connection, attendees, page)[session_id]),
        notes=tuple(notes),
        promises=tuple(promises),
        documents=tuple(parts(connection, "document", "session_id", key)),
        headcounts=headcounts,
        contract_types=kinds,
        difficulties=_difficulties(connection, key),
        referrals=tuple(parts(connection, "referral", "session_id", key)),
        exchanges=tuple(parts(connection, "exchange", "session_id", key)),
        before=past_sessions(connection, page, before=session),
        nth_visit=_visits_before(connection, session) + 1,
        colleagues=_colleagues(connection, session, promises),
    )


def _difficulties(connection: sa.Connection, key: list[bytes]) -> tuple[Difficulty, ...]:
    """Return the difficulties noted in a session, and those that words of it were added to."""
    noted: list[Difficulty] = parts(connection, "difficulty", "session_id", key)
    quotes: list[DifficultyQuote] = parts(connection, "difficulty_quote", "session_id", key)
    there = {one.id for one in noted}
    others = dict.fromkeys(one.difficulty_id.bytes for one in quotes if one.difficulty_id not in there)
    return (*noted, *parts(connection, "difficulty", "id", list(others)))


def past_sessions(
    connection: sa.Connection, page: OrganisationPage, *, before: Session | None = None, limit: int = 2
) -> tuple[PastSessionLine, ...]:
    """Return the last sessions held with an organisation, newest first; those up to the day of ``before``."""
    family = [page.organisation.id.bytes, *(one.id.bytes for one in page.merged)]
    day = before.on.isoformat() if before else "9999"
    own = before.id.bytes if before else b""
    build = builder("session")
    found: list[Any] = [build(row) for row in rows(connection, _past_text(len(family), limit), [*family, day, own])]
    ids = [one.id.bytes for one in found]
    notes: dict[UUID, list[SessionNote]] = defaultdict(list)
    for note in parts(connection, "session_note", "session_id", ids, "position"):
        if note.text.strip() and note.visibility is not Visibility.RESTRICTED:
            notes[note.session_id].append(note)
    people = attendee_lines(connection, ids, page)
    return tuple(
        PastSessionLine(one, tuple(who.name for who in people[one.id] if not who.is_ours), tuple(notes[one.id]))
        for one in found
    )


def attendee_lines(
    connection: sa.Connection, session_ids: Sequence[bytes], page: OrganisationPage
) -> dict[UUID, list[AttendeeLine]]:
    """Return who took part in sessions, by name, the people met before our own."""
    return _named(connection, parts(connection, "session_attendee", "session_id", session_ids), page)


def _named(
    connection: sa.Connection, attendees: Sequence[SessionAttendee], page: OrganisationPage
) -> dict[UUID, list[AttendeeLine]]:
    contacts = [one.contact_id.bytes for one in attendees if one.contact_id]
    profiles = [one.profile_id.bytes for one in attendees if one.profile_id]
    names = {one.id: one.full_name for one in parts(connection, "contact", "id", contacts)}
    names |= {one.id: one.name for one in parts(connection, "profile", "id", profiles)}
    roles = {card.contact.id: card.roles[0].role for card in page.contacts if card.roles}
    found: dict[UUID, list[AttendeeLine]] = defaultdict(list)
    for one in sorted(attendees, key=_met_first):
        who = one.contact_id or one.profile_id
        name = names.get(who, one.name) if who else one.name
        if name:
            known = one.contact_id is not None and one.contact_id in roles
            role = roles[one.contact_id] if known and one.contact_id else ""
            found[one.session_id].append(AttendeeLine(one, name, role, page.organisation.name if known else ""))
    return found


def _position(one: SessionNote) -> tuple[int, UUID]:
    return one.position, one.id


def _met_first(one: SessionAttendee) -> tuple[bool, bool, UUID]:
    return one.profile_id is not None, one.contact_id is None, one.id


def _colleagues(connection: sa.Connection, session: Session, promises: Sequence[Action]) -> dict[UUID, str]:
    """Return the names of ours who are in charge of a session or promised something in it."""
    ids = {one for one in (session.profile_id, *(promise.profile_id for promise in promises)) if one}
    return {one.id: one.name for one in parts(connection, "profile", "id", [one.bytes for one in ids])}


def _file_of(page: OrganisationPage, file_id: UUID | None) -> tuple[ProjectCard | None, FileCard | None]:
    for project in page.projects:
        for file in project.files:
            if file.file.id == file_id:
                return project, file
    return None, None


@cache
def _past_text(count: int, limit: int) -> str:
    session = RECORD_TABLES["session"]
    query = (
        sa.select(session)
        .where(
            session.c.organisation_id.in_(places(count)),
            session.c.deleted == sa.text("0"),
            session.c.state == sa.text("'held'"),
            session.c.revoked_on.is_(None),
            session.c.on <= sa.bindparam(None, type_=sa.Text(), unique=True, required=True),
            session.c.id != places(1)[0],
        )
        .order_by(session.c.on.desc(), session.c.starts_at.desc(), session.c.id.desc())
    )
    return f"{compiled(query)}\n LIMIT {limit:d}"


def _visits_before(connection: sa.Connection, session: Session) -> int:
    column, ids = "organisation_id", family_ids(connection, session.organisation_id)
    if session.coaching_file_id is not None:
        column, ids = "coaching_file_id", (session.coaching_file_id.bytes,)
    found = rows(connection, _visits_text(column, len(ids)), [*ids, session.on.isoformat(), session.id.bytes])
    return int(found[0][0])


@cache
def _visits_text(column: str, count: int) -> str:
    session = RECORD_TABLES["session"]
    return compiled(
        sa.select(sa.func.count()).where(
            session.c[column].in_(places(count)),
            session.c.deleted == sa.text("0"),
            session.c.state == sa.text("'held'"),
            session.c.kind == sa.text("'visit'"),
            session.c.revoked_on.is_(None),
            session.c.on <= sa.bindparam(None, type_=sa.Text(), unique=True, required=True),
            session.c.id != places(1)[0],
        )
    )
