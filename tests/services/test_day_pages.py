"""The day on one page and the weekly note, filled from a real binder."""

from datetime import time, timedelta

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, Establishment, Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionNote, SessionState
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.working_days import monday_of
from clusterdesk.services.day_pages import day_page_view, next_day_out
from clusterdesk.services.week_notes import week_note_view
from clusterdesk.store.desk_store import Store

NOORD = Organisation(name="Atelier Noord")


def _fill(store: Store) -> tuple[Session, Session]:
    day = store.clock.today() + timedelta(days=2)
    person = Contact(first_name="Sofie", last_name="Peeters")
    project = Project(title="Ligne", organisation_id=NOORD.id)
    file = CoachingFile(project_id=project.id, opened_on=day - timedelta(days=99))
    place = Establishment(organisation_id=NOORD.id, street="Quai 1", postcode="1080", city="Molenbeek")
    held = Session(
        organisation_id=NOORD.id,
        coaching_file_id=file.id,
        on=monday_of(store.clock.today()),
        state=SessionState.HELD,
        next_step="Renégocier le bail",
        next_step_visibility=Visibility.INTERNAL,
    )
    late, early = (Session(organisation_id=NOORD.id, on=day, starts_at=hour) for hour in (time(14), time(9)))
    due = store.clock.today() - timedelta(days=3)
    shared = Action(organisation_id=NOORD.id, text="Devis", owner=OwnerKind.ORGANISATION, due_on=due)
    secret = Action(organisation_id=NOORD.id, text="Secret", due_on=due, visibility=Visibility.INTERNAL)
    result = ResultEvent(organisation_id=NOORD.id, kind=ResultKind.INDUSTRIALISED, on=held.on)
    store.apply(
        SeedBinder(),
        inserts(
            [
                NOORD,
                person,
                ContactRole(contact_id=person.id, organisation_id=NOORD.id, main=True),
                ContactPoint(contact_id=person.id, value="+3225550123"),
                place,
                project,
                file,
                held,
                SessionNote(session_id=held.id, text="La scie est livrée."),
                late,
                early,
                shared,
                secret,
                result,
            ]
        ),
    )
    return early, late


def test_the_day_is_in_the_order_of_the_agenda_with_place_and_phone(store: Store) -> None:
    early, late = _fill(store)
    assert next_day_out(store) == early.on
    page = day_page_view(store, early.on, author="Claire")
    assert [stop.code for stop in page.stops] == [short_code(early.id), short_code(late.id)]
    first = page.stops[0]
    assert first.address == "Quai 1, 1080 Molenbeek"
    assert first.contact is not None
    assert (first.contact.name, first.contact.phone) == ("Sofie Peeters", "02 555 01 23")
    assert [promise.text for promise in first.promises] == ["Devis"]
    assert first.next_step is None
    internal = day_page_view(store, early.on, author="Claire", edition=Edition.INTERNAL)
    assert {promise.text for promise in internal.stops[0].promises} == {"Devis", "Secret"}
    assert day_page_view(store, early.on + timedelta(days=1), author="").stops == ()


def test_the_note_counts_and_names_what_was_done(store: Store) -> None:
    early, _ = _fill(store)
    note = week_note_view(store, monday_of(store.clock.today()), author="Claire")
    assert (note.counts.held, note.counts.coaching, note.counts.late) == (1, 1, 2)
    assert [one.organisation for one in note.held] == ["Atelier Noord"]
    assert note.held[0].next_step is None  # what is internal stays with the team
    assert [one.kind for one in note.results] == [ResultKind.INDUSTRIALISED]
    assert [one.promise.text for one in note.late] == ["Devis"]
    team = week_note_view(store, note.monday, author="Claire", edition=Edition.INTERNAL)
    assert team.held[0].next_step is not None
    assert {one.promise.text for one in team.late} == {"Devis", "Secret"}
    before = week_note_view(store, note.monday - timedelta(days=7), author="Claire")
    assert len(before.ahead) == sum(one.on <= note.monday + timedelta(days=6) for one in (early, early))
    assert before.counts.held == 0
