"""What the page of a session asks of the store."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.sessions import (
    AddSessionNote,
    CancelSession,
    ChooseTemplate,
    CloseSession,
    EditSessionNote,
    NewNote,
    Participant,
    SetAttendees,
    StartSession,
)
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import NoteKind, Session, SessionNote
from clusterdesk.domain.views.session_page import SessionPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

TEMPLATE_LABELS: Mapping[str, str] = {
    "first_visit": N_("First visit"),
    "follow_up": N_("Follow-up"),
    "break_even": N_("Break-even"),
    "industrial": N_("Industrial scale-up"),
    "employment": N_("Employment"),
    "business": N_("Business scale-up"),
    "international": N_("International"),
}
_LONGEST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class SessionData:
    """A session's page, the colleagues, and the question templates there are."""

    page: SessionPage
    profiles: tuple[Profile, ...]
    templates: tuple[str, ...]


def read_page(session_id: UUID, desk: "Desk") -> SessionData:
    """Read all the page shows."""
    from clusterdesk.services.page_views import read_session
    from clusterdesk.services.session_templates import templates

    profiles = sorted(desk.store.find(Profile), key=_name)
    return SessionData(read_session(desk.store, session_id), tuple(profiles), templates(desk.store))


def open_notes(session_id: UUID, language: str, desk: "Desk") -> OpResult[Session]:
    """Open the notes: one for each question."""
    from clusterdesk.services.sessions import start_session

    result = start_session(desk.store, StartSession(session_id=session_id, language=language))
    return OpResult(result.output[0], result.changes)


def choose_template(session_id: UUID, template: str, language: str, desk: "Desk") -> OpResult[Session]:
    """Ask other questions."""
    from clusterdesk.services import session_templates

    command = ChooseTemplate(session_id=session_id, template=template, language=language)
    return session_templates.choose_template(desk.store, command)


def save_note(desk: "Desk", note_id: UUID, text: str) -> OpResult[Record]:
    """Turn what was typed into one change."""
    from clusterdesk.services.sessions import edit_session_note

    result = edit_session_note(desk.store, EditSessionNote(note_id=note_id, text=text))
    return OpResult(result.output, result.changes)


def add_note(session_id: UUID, text: str, kind: NoteKind, desk: "Desk") -> OpResult[SessionNote]:
    """Add a note or a decision."""
    from clusterdesk.services.sessions import add_session_note

    return add_session_note(desk.store, AddSessionNote(session_id=session_id, note=NewNote(text=text, kind=kind)))


def set_attendees(session_id: UUID, attendees: tuple[Participant, ...], desk: "Desk") -> OpResult[None]:
    """Say who takes part."""
    from clusterdesk.services import sessions

    return sessions.set_attendees(desk.store, SetAttendees(session_id=session_id, attendees=attendees))


def finish(session_id: UUID, now: datetime, desk: "Desk") -> OpResult[Session]:
    """Close a session as it was written; one that began today lasted until now where nobody said how long."""
    from clusterdesk.services.session_closing import close_session

    session = desk.store.get(Session, session_id)
    command = CloseSession(session_id=session_id, next_step=session.next_step, next_step_on=session.next_step_on)
    if session.minutes is None:
        command = replace(command, minutes=minutes_so_far(session, now))
    return close_session(desk.store, command)


def call_off(session_id: UUID, desk: "Desk") -> OpResult[Session]:
    """Call a planned session off."""
    from clusterdesk.services.sessions import cancel_session

    return cancel_session(desk.store, CancelSession(session_id=session_id))


def minutes_so_far(session: Session, now: datetime) -> int | None:
    """Return how long a session of today has lasted, in steps of five minutes; None where that says nothing."""
    local = now.astimezone()
    if session.starts_at is None or session.on != local.date():
        return None
    begun = session.starts_at.hour * 60 + session.starts_at.minute
    lasted = local.hour * 60 + local.minute - begun
    rounded = round(lasted / 5) * 5
    return rounded if 0 < rounded <= _LONGEST_MINUTES else None


def _name(profile: Profile) -> str:
    return profile.name.casefold()
