"""The parts of a session: who took part, what was noted, what was promised."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, deletion
from clusterdesk.domain.commands.sessions import NewNote, NewPromise, Participant
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.question_templates import questions_of, suggested_template
from clusterdesk.domain.records.lists import Question
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionAttendee, SessionNote
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.sessions import held_before, track_keys

FREE_NOTE = "free"


def attendee_changes(store: Store, session_id: UUID, participants: Iterable[Participant]) -> Iterator[Change]:
    """Yield what makes a session's attendees exactly these; who comes back keeps the record."""
    present = {one.id: one for one in store.find(SessionAttendee, deleted=None, session_id=session_id)}
    wanted = {one.id: one for one in (_attendee(session_id, each) for each in participants)}
    for one in wanted.values():
        if one.id not in present:
            yield Insert(one)
        elif present[one.id].deleted:
            yield deletion("session_attendee", one.id, deleted=False)
    for one in present.values():
        if one.id not in wanted and not one.deleted:
            yield deletion("session_attendee", one.id)


def new_note(session_id: UUID, note: NewNote, position: int) -> SessionNote:
    """Make the record of a note."""
    return SessionNote(
        session_id=session_id,
        kind=note.kind,
        question_key=note.question_key,
        question=note.question,
        text=note.text,
        visibility=note.visibility,
        position=position,
    )


def new_promise(
    promise: NewPromise,
    *,
    organisation_id: UUID | None,
    session_id: UUID | None,
    coaching_file_id: UUID | None,
    meeting_id: UUID | None = None,
) -> Action:
    """Make the record of a promise.

    Raises:
        KnownError: it says nothing, or does not say who else owes it.
    """
    if not one_line(promise.text):
        raise KnownError(
            "promise_empty",
            N_("A promise needs a few words."),
            advice=N_("Say what was promised, and try again."),
        )
    if promise.owner is OwnerKind.OTHER and not (one_line(promise.owner_name) or promise.contact_id):
        raise KnownError(
            "promise_owner",
            N_("“{text}” does not say who else owes it."),
            advice=N_("Give the name of the organisation or person."),
            text=promise.text,
        )
    return Action(
        organisation_id=organisation_id,
        session_id=session_id,
        coaching_file_id=coaching_file_id,
        meeting_id=meeting_id,
        text=one_line(promise.text),
        owner=promise.owner,
        profile_id=promise.profile_id,
        contact_id=promise.contact_id,
        owner_name=one_line(promise.owner_name),
        due_on=promise.due_on,
        visibility=promise.visibility,
    )


def session_promises(session: Session, promises: Iterable[NewPromise]) -> Iterator[Insert]:
    """Yield the promises made in a session, in the order they were caught."""
    for one in promises:
        yield Insert(
            new_promise(
                one,
                organisation_id=session.organisation_id,
                session_id=session.id,
                coaching_file_id=session.coaching_file_id,
            )
        )


def template_for(store: Store, session: Session) -> str:
    """Return the question template of a session: the one chosen, else the one that suits its file and history."""
    if session.template:
        return session.template
    known = {one.template for one in store.find(Question, active=True)}
    with store.read() as connection:
        before = held_before(connection, session.organisation_id)
        tracks = track_keys(connection, session.coaching_file_id) if session.coaching_file_id else []
    return suggested_template(tracks, before, known)


def question_notes(store: Store, session: Session, template: str, language: str) -> list[SessionNote]:
    """Return an empty note for each question of a template and one for what fits no question.

    Their ids derive from session and question: two laptops that start the same session agree.
    """
    questions = questions_of(store.find(Question, template=template), template)
    notes = [
        SessionNote(
            id=derived_id("session_note", session.id, one.key),
            session_id=session.id,
            question_key=one.key,
            question=one.name_in(language),
            position=index,
        )
        for index, one in enumerate(questions, 1)
    ]
    free = SessionNote(
        id=derived_id("session_note", session.id, FREE_NOTE),
        session_id=session.id,
        question_key=FREE_NOTE,
        position=len(notes) + 1,
    )
    return [*notes, free]


def _attendee(session_id: UUID, one: Participant) -> SessionAttendee:
    who = one.contact_id or one.profile_id or one.name.strip().casefold()
    return SessionAttendee(
        id=derived_id("session_attendee", session_id, who),
        session_id=session_id,
        contact_id=one.contact_id,
        profile_id=one.profile_id,
        name=one.name.strip(),
    )
