"""The page of an organisation and its Fil, read from a real store."""

from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.commands.sessions import NewPromise, NextSession
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFileManager, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, ContactRole
from clusterdesk.domain.records.lists import Profile, RecordTag, Tag, ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Establishment,
    ImportNote,
    LegalSituation,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationStatus,
    OrganisationValueChain,
)
from clusterdesk.domain.records.projects import Project, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, SessionNote
from clusterdesk.domain.views.organisation_page import OrganisationPage, StepKind
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind, TimelinePage
from clusterdesk.services import records
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_page import organisation_page
from clusterdesk.store.queries.timeline import timeline
from tests.factories import add, make_contact, make_file, make_organisation, make_visit

TODAY = date(2026, 11, 23)


def page(store: Store, organisation: Organisation) -> OrganisationPage:
    with store.read() as connection:
        return organisation_page(connection, organisation.id, TODAY)


def fil(store: Store, organisation: Organisation, **more: object) -> TimelinePage:
    with store.read() as connection:
        return timeline(connection, organisation.id, **more)  # type: ignore[arg-type]


def merge(store: Store, absorbed: Organisation, kept: Organisation, on: date = TODAY) -> None:
    values = {"merged_into": kept.id, "merged_on": on}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=absorbed.id, values=values))


def test_an_empty_page_is_empty(store: Store) -> None:
    read = page(store, make_organisation(store, postcode=None))
    assert (read.number, read.membership, read.situation, read.next_step, read.last_contact_on) == (
        "",
        None,
        None,
        None,
        None,
    )
    assert (len(read.projects), len(read.contacts), len(read.promises)) == (0, 0, 0)


def test_an_unknown_organisation_is_said(store: Store) -> None:
    with store.read() as connection, pytest.raises(KnownError, match="There is no record"):
        organisation_page(connection, new_id(), TODAY)


def test_identity_holds_what_is_true_today(store: Store) -> None:
    organisation = make_organisation(store, enterprise_number="0314595348")
    moved = Address(organisation_id=organisation.id, postcode="1000", to_on=PartialDate("2024"))
    add(store, moved)
    for status, start, end in (
        (MembershipStatus.CANDIDATE, "2024", "2024-12"),
        (MembershipStatus.MEMBER, "2025-01", None),
        (MembershipStatus.FORMER, "2027", None),
    ):
        add(
            store,
            Membership(
                organisation_id=organisation.id,
                status=status,
                from_on=PartialDate(start),
                to_on=PartialDate(end) if end else None,
            ),
        )
    add(store, OrganisationStatus(organisation_id=organisation.id, from_on=PartialDate("2020")))
    reorganised = LegalSituation.JUDICIAL_REORGANISATION
    add(
        store,
        OrganisationStatus(organisation_id=organisation.id, situation=reorganised, from_on=PartialDate("2026-09")),
    )
    wrong = OrganisationStatus(
        organisation_id=organisation.id, situation=LegalSituation.BANKRUPT, revoked_on=date(2026, 1, 1)
    )
    add(store, wrong)
    chain = store.find(ValueChain, key="wood")[0]
    add(store, OrganisationValueChain(organisation_id=organisation.id, value_chain_id=chain.id))
    read = page(store, organisation)
    assert read.number == "0314.595.348"
    assert read.membership is not None
    assert read.membership.status is MembershipStatus.MEMBER
    assert read.situation is not None
    assert read.situation.situation is reorganised
    assert [one.key for one in read.value_chains] == ["wood"]
    assert len(read.addresses) == 2
    assert [one.postcode for one in read.present_addresses] == ["1080"]


def test_people_come_main_first_and_those_who_left_last(store: Store) -> None:
    organisation = make_organisation(store)
    left = make_contact(store, organisation, "Ann", main=True)
    role = store.find(ContactRole, contact_id=left.id)[0]
    records.edit_record(
        store, EditRecord(type_key="contact_role", record_id=role.id, values={"to_on": PartialDate("2025")})
    )
    make_contact(store, organisation, "Bo", main=False)
    main = make_contact(store, organisation, "Cleo", main=True, mail="cleo@example.org")
    for given, on in ((True, date(2025, 1, 1)), (False, date(2026, 1, 1))):
        add(store, Consent(contact_id=main.id, purpose=ConsentPurpose.CITATION, given=given, on=on))
    cards = page(store, organisation).contacts
    assert [card.contact.first_name for card in cards] == ["Cleo", "Bo", "Ann"]
    assert [point.value for point in cards[0].points] == ["+3225550123", "cleo@example.org"]
    assert cards[0].agrees_to(ConsentPurpose.CITATION) is False
    assert cards[0].agrees_to(ConsentPurpose.PHOTO) is None
    records.delete_record(store, DeleteRecord(type_key="contact", record_id=main.id))
    assert [card.contact.first_name for card in page(store, organisation).contacts] == ["Bo", "Ann"]


def test_projects_show_their_files_and_those_of_others(store: Store) -> None:
    organisation = make_organisation(store)
    old = make_file(store, organisation, "Ancien", opened_on=date(2024, 3, 1), closed_on=date(2025, 3, 1))
    file = make_file(store, organisation, "Nouveau", tracks=("employment", "break_even"))
    claire = add(store, Profile(name="Claire Dubois"))
    add(store, CoachingFileManager(coaching_file_id=file.id, profile_id=claire.id))
    make_visit(store, organisation, date(2026, 3, 3), "Premier", coaching_file_id=file.id)
    make_visit(store, organisation, date(2026, 4, 3), "Second", coaching_file_id=file.id)
    other = make_organisation(store, "City-that")
    shared = add(store, Project(title="Halle commune", organisation_id=other.id))
    add(store, ProjectPartner(project_id=shared.id, organisation_id=organisation.id, role="fournisseur"))
    read = page(store, organisation)
    assert [(one.project.title, one.holder) for one in read.projects] == [
        ("Nouveau", ""),
        ("Ancien", ""),
        ("Halle commune", "City-that"),
    ]
    card = read.projects[0].files[0]
    assert [track.key for track in card.tracks] == ["break_even", "employment"]
    assert [manager.name for manager in card.managers] == ["Claire Dubois"]
    assert (card.visits, card.sessions, card.last_session_on) == (2, 2, date(2026, 4, 3))
    assert [one.file.id for one in read.open_files] == [file.id]
    assert not read.projects[1].files[0].is_open
    assert read.projects[1].files[0].file.id == old.id
    assert (read.held_sessions, read.held_visits, read.last_contact_on) == (2, 2, date(2026, 4, 3))


def test_promises_of_both_sides_have_their_age(store: Store) -> None:
    organisation = make_organisation(store)
    add(
        store,
        Action(
            organisation_id=organisation.id,
            text="Devis",
            due_on=date(2026, 11, 11),
            recorded_on=date(2026, 11, 1),
        ),
    )
    add(store, Action(organisation_id=organisation.id, text="Plan", owner=OwnerKind.ORGANISATION))
    add(store, Action(organisation_id=organisation.id, text="Fait", done_on=date(2026, 11, 2)))
    read = page(store, organisation)
    assert [(one.action.text, one.age_days, one.days_late) for one in read.ours] == [("Devis", 22, 12)]
    assert [one.action.text for one in read.theirs] == ["Plan"]


def test_the_next_step_is_the_soonest_to_come(store: Store) -> None:
    organisation = make_organisation(store)
    add(store, Action(organisation_id=organisation.id, text="en retard", due_on=date(2026, 11, 1)))
    step = page(store, organisation).next_step
    assert step is not None
    assert (step.kind, step.text) == (StepKind.PROMISE, "en retard")
    make_visit(
        store,
        organisation,
        date(2026, 11, 20),
        next_step="devis ponceuse",
        next_step_on=date(2026, 11, 27),
        next_session=NextSession(on=date(2026, 12, 14), subject="suivi"),
    )
    read = page(store, organisation)
    assert read.next_step is not None
    assert (read.next_step.kind, read.next_step.text, read.next_step.on) == (
        StepKind.AGREED,
        "devis ponceuse",
        date(2026, 11, 27),
    )
    assert read.next_session is not None
    assert read.next_session.on == date(2026, 12, 14)


def test_the_rest_of_the_page(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    add(store, Establishment(organisation_id=organisation.id, name="Atelier"))
    add(store, ContactPoint(organisation_id=organisation.id, value="+3225550100"))
    add(store, Document(organisation_id=organisation.id, name="plan.pdf", sha256="0" * 64, size=1))
    add(store, ImportNote(organisation_id=organisation.id, topic="fte", column="ETP 2024", text="3,5", year=2024))
    add(store, Evidence(project_id=file.project_id, title="Comptes annuels", indicator="break_even", wanted=True))
    add(store, Evidence(organisation_id=organisation.id, title="Déjà là", wanted=False))
    tag = add(store, Tag(name="réemploi"))
    add(store, RecordTag(tag_id=tag.id, record_type="organisation", record_id=organisation.id))
    read = page(store, organisation)
    assert [one.name for one in read.tags] == ["réemploi"]
    assert [one.name for one in read.establishments] == ["Atelier"]
    assert [one.value for one in read.points] == ["+3225550100"]
    assert [one.name for one in read.documents] == ["plan.pdf"]
    assert [one.text for one in read.import_notes] == ["3,5"]
    assert [one.title for one in read.evidence_wanted] == ["Comptes annuels"]


def test_results_come_with_what_proves_them(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    kind = ResultKind.INDUSTRIALISED
    old = add(store, ResultEvent(project_id=file.project_id, kind=kind, on=date(2025, 1, 1)))
    new = add(store, ResultEvent(organisation_id=organisation.id, kind=kind, on=date(2026, 1, 1)))
    gone = add(store, ResultEvent(project_id=file.project_id, kind=kind, on=date(2026, 5, 1), revoked_on=TODAY))
    add(store, ResultEvent(organisation_id=make_organisation(store, "Autre").id, kind=kind, on=date(2026, 2, 2)))
    # Of the result alone, of the project alone, and wanted for a result that does not hold any more.
    add(store, Evidence(result_event_id=old.id, title="Comptes", level=EvidenceLevel.DOCUMENT))
    add(store, Evidence(result_event_id=old.id, title="Attestation", wanted=True))
    add(store, Evidence(project_id=file.project_id, title="Plan"))
    add(store, Evidence(result_event_id=gone.id, title="Trop tard", wanted=True))
    read = page(store, organisation)
    assert [one.result.id for one in read.results] == [new.id, old.id, gone.id]
    assert [one.title for one in read.results[1].evidence] == ["Attestation", "Comptes"]
    assert read.results[1].project == store.get(Project, file.project_id).title
    assert [one.title for one in read.evidence] == ["Plan"]
    assert [one.title for one in read.evidence_wanted] == ["Attestation"]


def test_a_project_comes_with_value_chains_and_partners(store: Store) -> None:
    organisation, other = make_organisation(store), make_organisation(store, "Partenaire")
    project = add(store, Project(title="Consortium", organisation_id=organisation.id))
    add(store, ProjectPartner(project_id=project.id, organisation_id=other.id, role="scierie"))
    chain = store.find(ValueChain)[0]
    add(store, ProjectValueChain(project_id=project.id, value_chain_id=chain.id))
    (card,) = page(store, organisation).projects
    assert [(one.name, one.record.role) for one in card.partners] == [("Partenaire", "scierie")]
    assert [one.id for one in card.value_chains] == [chain.id]
    (joined,) = page(store, other).projects
    assert (joined.role, joined.holder, len(joined.partners)) == ("scierie", organisation.name, 1)


def test_a_merged_organisation_shows_the_page_of_the_kept_one(store: Store) -> None:
    kept, middle, absorbed = (make_organisation(store, name) for name in ("Kept", "Middle", "Absorbed"))
    make_contact(store, absorbed)
    make_visit(store, absorbed, date(2026, 2, 2), "chez l'ancienne")
    merge(store, absorbed, middle)
    merge(store, middle, kept)
    for one in (kept, middle, absorbed):
        read = page(store, one)
        assert (read.organisation.name, read.asked_id) == ("Kept", one.id)
        assert {other.name for other in read.merged} == {"Middle", "Absorbed"}
        assert len(read.contacts) == 1
        assert read.held_visits == 1
        assert fil(store, one).counts == {TimelineKind.SESSION: 1}


def test_the_fil_tells_everything_newest_first(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, opened_on=date(2024, 1, 15), closed_on=date(2026, 6, 30))
    make_visit(
        store,
        organisation,
        date(2026, 3, 3),
        "Nouvelle scie",
        "Goulot au ponçage",
        subject="Visite 1",
        promises=(NewPromise(text="Devis"),),
    )
    add(store, OneOffAdvice(organisation_id=organisation.id, on=date(2025, 5, 5), subject="Bail", answer="Oui"))
    add(store, Evidence(project_id=file.project_id, title="Comptes", level=EvidenceLevel.DOCUMENT, on=date(2026, 1, 1)))
    add(
        store,
        ResultEvent(
            project_id=file.project_id,
            kind=ResultKind.BREAK_EVEN_REACHED,
            on=date(2026, 5, 31),
            confirmed_on=date(2026, 6, 1),
        ),
    )
    add(store, Document(organisation_id=organisation.id, name="plan.pdf", sha256="0" * 64, size=1, on=date(2026, 1, 2)))
    add(store, Evidence(project_id=file.project_id, title="Pas encore là", wanted=True))
    add(store, Action(organisation_id=organisation.id, text="Tenu", done_on=date(2026, 4, 1)))
    add(store, Action(organisation_id=organisation.id, text="Pas tenu"))
    add(store, Membership(organisation_id=organisation.id, from_on=PartialDate("2024-02")))
    add(store, OrganisationStatus(organisation_id=organisation.id))
    add(store, ImportNote(organisation_id=organisation.id, topic="fte", column="ETP", text="3,5", year=2023))
    read = fil(store, organisation)
    assert [(one.kind, str(one.on or "")) for one in read.entries] == [
        (TimelineKind.FILE, "2026-06-30"),
        (TimelineKind.RESULT, "2026-05-31"),
        (TimelineKind.PROMISE_KEPT, "2026-04-01"),
        (TimelineKind.SESSION, "2026-03-03"),
        (TimelineKind.DOCUMENT, "2026-01-02"),
        (TimelineKind.EVIDENCE, "2026-01-01"),
        (TimelineKind.ADVICE, "2025-05-05"),
        (TimelineKind.MEMBERSHIP, "2024-02"),
        (TimelineKind.FILE, "2024-01-15"),
        (TimelineKind.IMPORT_NOTE, "2023"),
        (TimelineKind.SITUATION, ""),
    ]
    visit = read.entries[3]
    assert (visit.title, visit.body, visit.detail, visit.state) == (
        "Visite 1",
        "Nouvelle scie\nGoulot au ponçage",
        "visit",
        "held",
    )
    assert visit.promises == 1
    assert read.entries[1].state == "confirmed"
    assert read.entries[4].visibility is Visibility.INTERNAL
    assert read.counts[TimelineKind.FILE] == 2
    only = fil(store, organisation, kinds={TimelineKind.ADVICE, TimelineKind.FILE})
    assert [one.kind for one in only.entries] == [TimelineKind.FILE, TimelineKind.ADVICE, TimelineKind.FILE]
    assert only.counts == read.counts
    assert fil(store, organisation, kinds=set()).entries == ()


def test_the_fil_comes_page_by_page_without_loss(store: Store) -> None:
    organisation = make_organisation(store)
    day = date(2026, 3, 3)
    for index in range(7):
        make_visit(store, organisation, day, f"note {index}")
    file = make_file(store, organisation, opened_on=day, closed_on=day)
    whole = fil(store, organisation)
    assert whole.next is None
    assert len(whole.entries) == 9
    assert file.id in {one.id for one in whole.entries}
    seen: list[TimelineEntry] = []
    mark = None
    while True:
        part = fil(store, organisation, limit=2, after=mark)
        seen += part.entries
        mark = part.next
        if mark is None:
            break
    assert tuple(seen) == whole.entries


def test_the_fil_never_quotes_what_is_restricted(store: Store) -> None:
    organisation = make_organisation(store)
    session = make_visit(store, organisation, date(2026, 3, 3), "visible", "secret")
    note = store.find(SessionNote, session_id=session.id, text="secret")[0]
    values = {"visibility": Visibility.RESTRICTED}
    records.edit_record(store, EditRecord(type_key="session_note", record_id=note.id, values=values))
    assert fil(store, organisation).entries[0].body == "visible"
