"""Sessions from plan to report: planned, started, typed into, closed."""

from datetime import date, time

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.sessions import (
    AddSessionNote,
    CancelSession,
    CloseSession,
    EditSessionNote,
    LogSession,
    MoveSession,
    NewNote,
    NewPromise,
    NextSession,
    Participant,
    PlanSession,
    SetAttendees,
    StartSession,
)
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import (
    Action,
    NoteKind,
    OwnerKind,
    Session,
    SessionAttendee,
    SessionKind,
    SessionNote,
    SessionState,
)
from clusterdesk.domain.short_codes import short_code
from clusterdesk.services import drafts, session_closing, sessions
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_file, make_organisation, make_visit

MONDAY = date(2026, 11, 23)


def plan(store: Store, **values: object) -> Session:
    organisation = make_organisation(store)
    command = PlanSession(organisation_id=organisation.id, on=date(2026, 11, 25), **values)  # type: ignore[arg-type]
    return sessions.plan_session(store, command).output


def test_a_planned_session_has_its_attendees_and_is_one_step(store: Store) -> None:
    organisation = make_organisation(store)
    person = make_contact(store, organisation)
    colleague = add(store, Profile(name="Claire Dubois"))
    done = sessions.plan_session(
        store,
        PlanSession(
            organisation_id=organisation.id,
            on=date(2026, 11, 25),
            starts_at=time(10, 0),
            attendees=(
                Participant(contact_id=person.id),
                Participant(profile_id=colleague.id),
                Participant(name="un stagiaire"),
            ),
        ),
    )
    assert store.undo_state().undo is not None
    assert store.undo_state().undo.label.text(str.format) == "Plan · Visit · Atelier Noord"  # type: ignore[union-attr, arg-type]
    assert len(store.find(SessionAttendee, session_id=done.output.id)) == 3
    undo(store)
    assert store.find(Session) == []
    assert store.find(SessionAttendee) == []


def test_attendees_come_and_go_as_the_same_records(store: Store) -> None:
    session = plan(store, attendees=(Participant(name="Ann"), Participant(name="Bo")))
    sessions.set_attendees(store, SetAttendees(session_id=session.id, attendees=(Participant(name="Bo"),)))
    assert [one.name for one in store.find(SessionAttendee)] == ["Bo"]
    both = (Participant(name="Ann"), Participant(name="Bo"))
    sessions.set_attendees(store, SetAttendees(session_id=session.id, attendees=both))
    assert len(store.find(SessionAttendee, deleted=None)) == 2
    assert not sessions.set_attendees(store, SetAttendees(session_id=session.id, attendees=both)).changes


def test_starting_makes_a_note_for_each_question_in_the_language_asked(store: Store) -> None:
    session = plan(store, template="follow_up")
    started, notes = sessions.start_session(store, StartSession(session_id=session.id, language="nl")).output
    assert started.template == "follow_up"
    assert notes[0].question == "Wat is er veranderd sinds de vorige keer?"
    assert [one.question_key for one in notes][-1] == "free"
    assert len(notes) == 6
    again = sessions.start_session(store, StartSession(session_id=session.id, language="fr"))
    assert not again.changes
    assert again.output[1] == notes


def test_the_template_follows_history_and_tracks(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, tracks=("employment", "industrial_scale_up"))

    def template() -> str:
        command = StartSession(organisation_id=organisation.id)
        started, _ = sessions.start_session(store, command).output
        assert started.coaching_file_id == file.id
        undo(store)
        return started.template

    assert template() == "first_visit"
    make_visit(store, organisation, date(2026, 3, 3), "Premier contact")
    assert template() == "industrial"


def test_a_session_started_on_the_spot_is_of_today(store: Store) -> None:
    organisation = make_organisation(store)
    make_file(store, organisation, "Un")
    make_file(store, organisation, "Deux")
    started, notes = sessions.start_session(store, StartSession(organisation_id=organisation.id)).output
    assert (started.on, started.state) == (MONDAY, SessionState.PLANNED)
    assert started.coaching_file_id is None, "with two open files a person chooses"
    assert notes
    with pytest.raises(KnownError, match="Neither a session nor an organisation"):
        sessions.start_session(store, StartSession())


def test_notes_are_typed_as_drafts_and_kept_as_changes(store: Store) -> None:
    session = plan(store)
    _, notes = sessions.start_session(store, StartSession(session_id=session.id)).output
    drafts.save_draft(store, "session_note", notes[0].id, "text", "Nouvelle scie livr")
    edited = sessions.edit_session_note(
        store, EditSessionNote(note_id=notes[0].id, text="Nouvelle scie livrée", visibility=Visibility.INTERNAL)
    )
    assert edited.output.text == "Nouvelle scie livrée"
    assert drafts.recover_drafts(store).output == 0
    assert store.get(SessionNote, notes[0].id).visibility is Visibility.INTERNAL
    decision = NewNote(text="On commande la ponceuse", kind=NoteKind.DECISION)
    added = sessions.add_session_note(store, AddSessionNote(session_id=session.id, note=decision)).output
    assert added.position == len(notes) + 1


def test_closing_keeps_everything_caught_in_one_step(store: Store) -> None:
    session = plan(store)
    _, notes = sessions.start_session(store, StartSession(session_id=session.id)).output
    sessions.edit_session_note(store, EditSessionNote(note_id=notes[0].id, text="Deux machines"))
    drafts.save_draft(store, "session_note", notes[1].id, "text", "encore à l'écran")
    closed = session_closing.close_session(
        store,
        CloseSession(
            session_id=session.id,
            minutes=75,
            notes=(NewNote(text="Décidé", kind=NoteKind.DECISION), NewNote(text="  ")),
            promises=(
                NewPromise(text="Devis ponceuse", due_on=date(2026, 11, 27)),
                NewPromise(text="Plan de l'atelier", owner=OwnerKind.ORGANISATION),
            ),
            next_step="Visite de suivi",
            next_session=NextSession(on=date(2026, 12, 14), kind=SessionKind.CALL),
        ),
    )
    held = closed.output
    assert (held.state, held.on, held.minutes) == (SessionState.HELD, MONDAY, 75)
    assert held.next_step_on == date(2026, 12, 14)
    texts = {one.text for one in store.find(SessionNote, session_id=session.id)}
    assert texts == {"Deux machines", "encore à l'écran", "Décidé"}
    assert drafts.recover_drafts(store).output == 0
    assert {one.owner for one in store.find(Action, session_id=session.id)} == {OwnerKind.US, OwnerKind.ORGANISATION}
    coming = store.find(Session, state=SessionState.PLANNED)
    assert [(one.on, one.kind, one.subject) for one in coming] == [
        (date(2026, 12, 14), SessionKind.CALL, "Visite de suivi")
    ]
    undo(store)
    assert store.get(Session, session.id).state is SessionState.PLANNED
    assert len(store.find(SessionNote, session_id=session.id)) == len(notes)
    assert store.find(Action) == []
    redo(store)
    assert store.get(Session, session.id) == held


def test_what_is_over_is_not_closed_moved_or_called_off_again(store: Store) -> None:
    session = plan(store)
    session_closing.close_session(store, CloseSession(session_id=session.id))
    with pytest.raises(KnownError, match="held already"):
        session_closing.close_session(store, CloseSession(session_id=session.id))
    with pytest.raises(KnownError, match="held already"):
        sessions.cancel_session(store, CancelSession(session_id=session.id))


def test_a_session_is_moved_and_called_off_with_a_reason_of_our_own(store: Store) -> None:
    session = plan(store, starts_at=time(10, 0))
    moved = sessions.move_session(store, MoveSession(session_id=session.id, on=date(2026, 11, 27))).output
    assert (moved.on, moved.starts_at) == (date(2026, 11, 27), time(10, 0))
    sessions.cancel_session(store, CancelSession(session_id=session.id, reason="malade"))
    assert store.find(SessionNote)[0].visibility is Visibility.INTERNAL
    with pytest.raises(KnownError, match="called off"):
        sessions.start_session(store, StartSession(session_id=session.id))


def test_a_session_is_logged_after_the_fact_but_not_before(store: Store) -> None:
    organisation = make_organisation(store)
    command = LogSession(
        organisation_id=organisation.id,
        on=date(2024, 1, 9),
        kind=SessionKind.CALL,
        notes=(NewNote(text="Premier appel"),),
        promises=(NewPromise(text="Envoyer le guide"),),
    )
    session = session_closing.log_session(store, command).output
    assert session.state is SessionState.HELD
    assert store.get(Session, session.id).recorded_on == MONDAY
    undo(store)
    assert store.find(SessionNote) == []
    with pytest.raises(KnownError, match="cannot have been held yet"):
        session_closing.log_session(store, LogSession(organisation_id=organisation.id, on=date(2026, 11, 24)))


def test_a_session_is_found_by_its_code(store: Store) -> None:
    session = plan(store)
    assert sessions.find_by_code(store, short_code(session.id).lower()) == [store.get(Session, session.id)]
    assert sessions.find_by_code(store, "nonsense") == []
