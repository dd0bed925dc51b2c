"""Other questions in a session: empty ones make room, what was written stays, one step back."""

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import ChooseTemplate, EditSessionNote, PlanSession, StartSession
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.services.records import add_record
from clusterdesk.services.session_templates import choose_template, templates
from clusterdesk.services.sessions import edit_session_note, plan_session, session_notes, start_session
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store


def _planned(store: Store) -> Session:
    organisation = Organisation(name="Atelier")
    add_record(store, AddRecord(record=organisation))
    command = PlanSession(organisation_id=organisation.id, on=store.clock.today())
    return plan_session(store, command).output


def _keys(store: Store, session: Session) -> list[str]:
    return [note.question_key for note in session_notes(store, session.id)]


def test_before_the_notes_are_open_only_the_choice_is_kept(store: Store) -> None:
    session = _planned(store)
    choose_template(store, ChooseTemplate(session_id=session.id, template="employment"))
    assert store.get(Session, session.id).template == "employment"
    assert _keys(store, session) == []


def test_written_notes_stay_and_empty_ones_make_room(store: Store) -> None:
    session = _planned(store)
    _, notes = start_session(store, StartSession(session_id=session.id)).output
    edit_session_note(store, EditSessionNote(note_id=notes[0].id, text="Écrit"))
    before = _keys(store, session)
    choose_template(store, ChooseTemplate(session_id=session.id, template="employment", language="nl"))
    keys = _keys(store, session)
    assert before[0] in keys
    assert before[1] not in keys
    assert sum(key.startswith("employment.") for key in keys) == 4
    assert "free" in keys
    undo(store)
    assert _keys(store, session) == before
    assert store.get(SessionNote, notes[0].id).text == "Écrit"


def test_coming_back_to_questions_finds_their_notes_again(store: Store) -> None:
    session = _planned(store)
    start_session(store, StartSession(session_id=session.id))
    first = _keys(store, session)
    template = store.get(Session, session.id).template
    choose_template(store, ChooseTemplate(session_id=session.id, template="employment"))
    choose_template(store, ChooseTemplate(session_id=session.id, template=template))
    assert _keys(store, session) == first


def test_the_templates_in_use_are_known(store: Store) -> None:
    assert {"first_visit", "follow_up"} <= set(templates(store))
