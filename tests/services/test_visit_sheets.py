"""Visit sheets and reports, filled from a real store."""

from datetime import date, time
from uuid import UUID

import pytest

from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.sessions import (
    AddSessionNote,
    CancelSession,
    CloseSession,
    NewNote,
    NewPromise,
    NextSession,
    Participant,
    PlanSession,
)
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Establishment, Organisation
from clusterdesk.domain.records.results import Document, Evidence
from clusterdesk.domain.records.sessions import Action, NoteKind, OwnerKind, Session, SessionAttendee, SessionKind
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.services import mail_drafts, records, session_closing, sessions
from clusterdesk.services.visit_reports import visit_report_view
from clusterdesk.services.visit_sheets import (
    language_of_organisation,
    upcoming_visits,
    visit_sheet_view,
    visit_sheet_views,
)
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_file, make_organisation, make_visit

VISIT_DAY = date(2026, 11, 25)
SECRET = "Le gérant cherche à vendre"


def prepared(store: Store, **values: object) -> tuple[Organisation, Session]:
    """Make an organisation with a history, and plan a visit to it."""
    organisation = make_organisation(
        store, "Atelier Noord", summary="Menuiserie de réemploi ; goulot = ponçage", languages=("nl", "fr")
    )
    person = make_contact(store, organisation, mail="sofie@example.org")
    file = make_file(store, organisation, tracks=("employment",))
    place = Establishment(
        organisation_id=organisation.id, street="Rue du Port 12", postcode="1000", city="Bruxelles",
        access_note="sonner deux fois",
    )  # fmt: skip
    add(store, place)
    for month in (3, 5, 9):
        make_visit(
            store,
            organisation,
            date(2026, month, 1),
            f"Note de {month}",
            coaching_file_id=file.id,
            attendees=(Participant(contact_id=person.id),),
        )
    command = PlanSession(
        organisation_id=organisation.id,
        on=VISIT_DAY,
        starts_at=time(10, 0),
        coaching_file_id=file.id,
        establishment_id=place.id,
        attendees=(Participant(contact_id=person.id),),
        **values,  # type: ignore[arg-type]
    )
    return organisation, sessions.plan_session(store, command).output


def sheet(store: Store, session: Session, language: str = "fr", edition: Edition = Edition.SHAREABLE) -> VisitSheet:
    return visit_sheet_view(store, session_id=session.id, language=language, author="Claire", edition=edition)


def test_a_sheet_holds_its_blocks(store: Store) -> None:
    organisation, session = prepared(store)
    promise = NewPromise(text="Devis ponceuse", due_on=date(2026, 11, 13))
    theirs = NewPromise(text="Plan", owner=OwnerKind.OTHER, owner_name="City-that")
    make_visit(
        store,
        organisation,
        date(2026, 10, 5),
        "La plus récente",
        promises=(promise, theirs),
        next_step="revoir le prix",
    )
    wanted = Evidence(
        organisation_id=organisation.id, title="Comptes 2025", indicator="break_even", wanted=True,
        visibility=Visibility.SHAREABLE,
    )  # fmt: skip
    add(store, wanted)
    view = sheet(store, session, language="en")
    assert view.header.organisation == "Atelier Noord"
    assert view.header.code == short_code(session.id)
    assert view.header.tracks == ("Employment",)
    assert view.header.project is not None
    assert view.header.project.text == "Scie à ruban partagée"
    assert (view.appointment.on, view.appointment.starts_at) == (VISIT_DAY, time(10, 0))
    assert view.appointment.address == "Rue du Port 12, 1000 Bruxelles"
    assert view.appointment.access_note is not None
    assert view.appointment.contact is not None
    assert (view.appointment.contact.name, view.appointment.contact.phone) == ("Sofie Peeters", "02 555 01 23")
    assert view.in_short.nth_visit == 4
    assert view.in_short.days_since_contact == 51
    assert view.in_short.next_step is not None
    assert view.in_short.next_step.text == "revoir le prix"
    assert [one.on for one in view.last_sessions] == [date(2026, 10, 5), date(2026, 9, 1)]
    assert view.last_sessions[1].who == ("Sofie Peeters",)
    assert [(one.text, one.days_late, one.owner_name) for one in view.promises] == [
        ("Devis ponceuse", 12, ""),
        ("Plan", 0, "City-that"),
    ]
    assert [one.indicator for one in view.missing_evidence] == ["Projects brought to break-even"]
    assert view.questions[0].text == "How many FTE today, under which contracts?"
    assert view.figures is None
    assert view.footer.author == "Claire"


def test_questions_follow_the_template_chosen_and_the_language(store: Store) -> None:
    _, session = prepared(store, template="follow_up")
    asked = sheet(store, session, language="nl").questions
    assert len(asked) == 5
    assert asked[0].text == "Wat is er veranderd sinds de vorige keer?"


def test_what_is_internal_stays_off_a_page_that_leaves(store: Store) -> None:
    organisation, session = prepared(store)
    internal = NewNote(text=SECRET, visibility=Visibility.INTERNAL)
    restricted = NewNote(text=f"{SECRET} bientôt", visibility=Visibility.RESTRICTED)
    promise = NewPromise(text=f"{SECRET} ?", visibility=Visibility.INTERNAL)
    held = make_visit(store, organisation, date(2026, 10, 5), "ouvert", promises=(promise,))
    for note in (internal, restricted):
        sessions.add_session_note(store, AddSessionNote(session_id=held.id, note=note))
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values={"notes": SECRET}))
    assert SECRET not in repr(sheet(store, session))
    assert SECRET in repr(sheet(store, session, edition=Edition.INTERNAL))
    assert f"{SECRET} bientôt" not in repr(sheet(store, session, edition=Edition.INTERNAL))
    assert SECRET not in repr(visit_report_view(store, held.id, author="Claire"))
    shown = visit_report_view(store, held.id, author="Claire", edition=Edition.INTERNAL)
    assert SECRET in repr(shown)
    assert f"{SECRET} bientôt" not in repr(shown)


def test_an_organisation_gives_the_sheet_of_its_next_visit(store: Store) -> None:
    organisation, session = prepared(store)
    view = visit_sheet_view(store, organisation_id=organisation.id, language="fr", author="Claire")
    assert view.header.code == short_code(session.id)
    sessions.cancel_session(store, CancelSession(session_id=session.id))
    view = visit_sheet_view(store, organisation_id=organisation.id, language="fr", author="Claire")
    assert (view.header.code, view.appointment.on, view.in_short.nth_visit) == ("", None, 4)


def test_nothing_known_gives_an_empty_sheet(store: Store) -> None:
    organisation = make_organisation(store, "X", postcode=None)
    view = visit_sheet_view(store, organisation_id=organisation.id, language="fr", author="")
    assert view.appointment.contact is None
    assert view.last_sessions == ()
    assert view.questions[0].text.startswith("Que fabriquez-vous")
    with pytest.raises(BugError):
        visit_sheet_view(store, language="fr", author="")
    with pytest.raises(KnownError):
        visit_sheet_view(store, session_id=new_id(), language="fr", author="")


def test_each_sheet_is_in_the_language_of_its_receiver(store: Store) -> None:
    organisation, session = prepared(store)
    english = make_organisation(store, "Canal Bikes", postcode=None)
    make_contact(store, english, language="en")
    other = sessions.plan_session(store, PlanSession(organisation_id=english.id, on=VISIT_DAY)).output
    made = list(visit_sheet_views(store, [session.id, other.id], author="Claire"))
    assert [language for language, _ in made] == ["nl", "en"]
    assert language_of_organisation(store, organisation.id) == "nl"
    unknown = make_organisation(store, "Sans langue", postcode=None)
    assert language_of_organisation(store, unknown.id, "en") == "en"


def test_upcoming_visits_come_in_the_order_of_the_agenda(store: Store) -> None:
    organisation, session = prepared(store)
    early = sessions.plan_session(
        store, PlanSession(organisation_id=organisation.id, on=VISIT_DAY, starts_at=time(8, 30))
    ).output
    without = sessions.plan_session(store, PlanSession(organisation_id=organisation.id, on=VISIT_DAY)).output
    sessions.plan_session(store, PlanSession(organisation_id=organisation.id, on=date(2026, 12, 24)))
    found = upcoming_visits(store, date(2026, 11, 23), 7)
    assert [one.session.id for one in found] == [early.id, session.id, without.id]
    assert (found[1].organisation, found[1].city, found[1].languages) == ("Atelier Noord", "Bruxelles", ("nl", "fr"))


def test_a_visit_of_a_merged_organisation_is_to_the_kept_one(store: Store) -> None:
    organisation, session = prepared(store)
    kept = make_organisation(store, "Noord & Fils")
    values = {"merged_into": kept.id, "merged_on": date(2026, 11, 23)}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values=values))
    assert [one.organisation for one in upcoming_visits(store, VISIT_DAY, 1)] == ["Noord & Fils"]
    view = sheet(store, session)
    assert view.header.organisation == "Noord & Fils"
    assert len(view.last_sessions) == 2


def report(store: Store) -> tuple[Session, VisitReport]:
    organisation, session = prepared(store)
    colleague = add(store, Profile(name="Claire Dubois"))
    person = mail_drafts.report_recipients(store, session.id)
    assert [one.mail for one in person] == ["sofie@example.org"]
    met = tuple(Participant(contact_id=one.contact_id) for one in store.find(SessionAttendee, session_id=session.id))
    session_closing.close_session(
        store,
        CloseSession(
            session_id=session.id,
            on=date(2026, 11, 23),
            minutes=90,
            attendees=(*met, Participant(profile_id=colleague.id)),
            notes=(
                NewNote(text="Nouvelle scie", question="Et l'atelier ?"),
                NewNote(text="Acheter", kind=NoteKind.DECISION),
            ),
            promises=(
                NewPromise(text="Devis", profile_id=colleague.id, due_on=date(2026, 12, 1)),
                NewPromise(text="Plan", owner=OwnerKind.ORGANISATION),
                NewPromise(text="Halle", owner=OwnerKind.OTHER, owner_name="City-that"),
            ),
            next_step="Signer",
            next_session=NextSession(on=date(2026, 12, 14)),
        ),
    )
    document = Document(
        organisation_id=organisation.id, session_id=session.id, name="photo.jpg", sha256="0" * 64, size=1,
        visibility=Visibility.SHAREABLE,
    )  # fmt: skip
    add(store, document)
    return session, visit_report_view(store, session.id, author="Claire Dubois", house="Cluster")


def test_a_report_tells_who_what_and_when(store: Store) -> None:
    _, view = report(store)
    assert [(one.name, one.role, one.side) for one in view.attendees] == [
        ("Sofie Peeters", "Gérante", "Atelier Noord"),
        ("Claire Dubois", "", "Cluster"),
    ]
    assert [(one.question, one.text) for one in view.notes] == [("Et l'atelier ?", "Nouvelle scie")]
    assert [one.text for one in view.decisions] == ["Acheter"]
    assert [(one.text, one.owner) for one in view.actions] == [
        ("Devis", "Claire Dubois"),
        ("Plan", "Atelier Noord"),
        ("Halle", "City-that"),
    ]
    assert view.next_step is not None
    assert (view.next_step.text, view.next_step.on) == ("Signer", date(2026, 12, 14))
    assert [one.name for one in view.documents] == ["photo.jpg"]
    assert view.signatures == ("Sofie Peeters", "Claire Dubois")
    assert (view.place, view.minutes) == ("Rue du Port 12, 1000 Bruxelles", 90)


def test_a_report_names_the_colleague_in_charge_and_who_promised(store: Store) -> None:
    """Whoever prints it: the visit and its promises are those of the colleagues noted there."""
    organisation, ann, ben = make_organisation(store), Profile(name="Ann"), Profile(name="Ben")
    add(store, ann, ben)
    visit = make_visit(store, organisation, date(2026, 11, 20), "Bref", profile_id=ann.id)
    late = Action(organisation_id=organisation.id, session_id=visit.id, text="Devis", profile_id=ben.id)
    soon = Action(organisation_id=organisation.id, session_id=visit.id, text="Plan", due_on=date(2026, 12, 1))
    add(store, late, soon)
    view = visit_report_view(store, visit.id, author="Claire")
    assert [(one.text, one.owner) for one in view.actions] == [("Plan", "Ann"), ("Devis", "Ben")]
    assert [one.name for one in view.attendees] == ["Ann"]
    assert view.signatures == ("Atelier Noord", "Ann")
    assert view.footer.author == "Claire"
    assert visit_report_view(store, visit.id, author="").footer.author == "Ann"
    sheet = visit_sheet_view(store, session_id=visit.id, language="fr", author="")
    assert sheet.footer.author == "Ann"


def test_a_call_has_no_place_and_somebody_signs(store: Store) -> None:
    organisation = make_organisation(store)
    call = make_visit(store, organisation, date(2026, 11, 20), "Bref", kind=SessionKind.CALL)
    view = visit_report_view(store, call.id, author="Claire")
    assert view.place == ""
    assert [one.name for one in view.attendees] == ["Claire"]
    assert view.signatures == ("Atelier Noord", "Claire")


def test_a_draft_goes_to_somebody_if_anybody_can_be_written_to(store: Store) -> None:
    organisation = make_organisation(store)
    assert mail_drafts.organisation_recipients(store, organisation.id) == ()
    add(store, ContactPoint(organisation_id=organisation.id, kind=ContactPointKind.MAIL, value="info@example.org"))
    make_contact(store, organisation)
    assert [one.mail for one in mail_drafts.organisation_recipients(store, organisation.id)] == ["info@example.org"]


def hidden(store: Store, organisation: Organisation, session: Session, visibility: Visibility) -> None:
    """Let the summary, the way in and the next step be read by these only, and plant a sentence in each."""
    place = store.find(Establishment, organisation_id=organisation.id)[0]
    make_visit(store, organisation, date(2026, 10, 5), "Note", next_step=SECRET)
    last = max(store.find(Session, organisation_id=organisation.id), key=lambda one: one.next_step == SECRET)
    planted: tuple[tuple[str, UUID, dict[str, object]], ...] = (
        ("organisation", organisation.id, {"summary": SECRET, "summary_visibility": visibility}),
        ("establishment", place.id, {"access_note": SECRET, "access_note_visibility": visibility}),
        ("session", last.id, {"next_step_visibility": visibility}),
        ("session", session.id, {"next_step": SECRET, "next_step_visibility": visibility}),
    )
    for key, one, values in planted:
        records.edit_record(store, EditRecord(type_key=key, record_id=one, values=values))


@pytest.mark.parametrize("visibility", list(Visibility))
def test_summary_next_step_and_way_in_stand_only_where_they_may(store: Store, visibility: Visibility) -> None:
    organisation, session = prepared(store)
    hidden(store, organisation, session, visibility)
    for edition in Edition:
        shown = edition.admits(visibility)
        view = sheet(store, session, edition=edition)
        texts = (view.in_short.summary, view.in_short.next_step, view.appointment.access_note)
        assert [one is not None and one.text == SECRET for one in texts] == [shown] * 3
        report = visit_report_view(store, session.id, author="Claire", edition=edition)
        assert (report.next_step is not None) is shown
        assert (SECRET in repr((view, report))) is shown


def test_a_summary_is_internal_until_somebody_shares_it(store: Store) -> None:
    organisation, session = prepared(store)
    assert sheet(store, session).in_short.summary is None
    assert sheet(store, session, edition=Edition.INTERNAL).in_short.summary is not None
    share = EditRecord(
        type_key="organisation", record_id=organisation.id, values={"summary_visibility": Visibility.SHAREABLE}
    )
    records.edit_record(store, share)
    assert sheet(store, session).in_short.summary is not None
