"""Sessions: visits, meetings, calls and mails, with their notes and the promises made."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.session_kinds import NoteKind, OwnerKind, SessionKind, SessionState

# The kinds belong to these records for everybody but the first screen, which has no use for the records.
__all__ = [
    "Action",
    "NoteKind",
    "OwnerKind",
    "Session",
    "SessionAttendee",
    "SessionKind",
    "SessionNote",
    "SessionState",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(DatedFact):
    """A visit, meeting, call or mail with an organisation; attached to a coaching file when it is a coaching action.

    ``starts_at`` is local time, ``minutes`` the duration. It starts attribution (as a coaching action) when it was
    held, is not a mail, has a written trace and a file.
    """

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    establishment_id: UUID | None = refers("establishment", N_("Place"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    kind: SessionKind = attribute(N_("Kind"), SessionKind.VISIT)
    state: SessionState = attribute(N_("State"), SessionState.PLANNED)
    on: date = attribute(N_("Date"))
    starts_at: time | None = attribute(N_("Hour"), None)
    minutes: int | None = attribute(N_("Duration in minutes"), None)
    subject: str = attribute(N_("Subject"), "")
    template: str = attribute(N_("Question template"), "")
    next_step: str = attribute(N_("Next step"), "")
    next_step_visibility: Visibility = attribute(N_("Visibility of the next step"), Visibility.SHAREABLE)
    next_step_on: date | None = attribute(N_("Next step on"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAttendee(Record):
    """Somebody who was there: a contact person, a colleague, or a name."""

    session_id: UUID = refers("session", N_("Session"), owned=True)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    name: str = attribute(N_("Name"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNote(DatedFact):
    """What was written under a question of a session, kept as typed."""

    session_id: UUID = refers("session", N_("Session"), owned=True)
    kind: NoteKind = attribute(N_("Kind"), NoteKind.NOTE)
    question_key: str = attribute(N_("Question"), "")
    question: str = attribute(N_("Question as asked"), "")
    text: str = note(N_("Note"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)
    position: int = attribute(N_("Order"), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(DatedFact):
    """A promise owed by us, by the organisation, or by any other organisation or person."""

    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None, owned=True)
    session_id: UUID | None = refers("session", N_("Session"), None)
    coaching_file_id: UUID | None = refers("coaching_file", N_("Coaching file"), None)
    meeting_id: UUID | None = refers("meeting", N_("Meeting of a group"), None)
    text: str = attribute(N_("Promise"))
    owner: OwnerKind = attribute(N_("Owed by"), OwnerKind.US)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    contact_id: UUID | None = refers("contact", N_("Contact person"), None)
    owner_name: str = attribute(N_("Name of the other"), "")
    due_on: date | None = attribute(N_("Due on"), None)
    done_on: date | None = attribute(N_("Done on"), None)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)
