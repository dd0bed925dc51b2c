"""Data health: each check finds what is amiss, leaves alone what is right, and forgets a row that was put right."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.base.progress import Progress
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.employment import NoteHeadcount
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.commands.results import AddEvidence
from clusterdesk.domain.commands.sessions import LogSession, NewNote
from clusterdesk.domain.health import CHECKS, WANTED_FOR_DAYS, HealthKey
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import (
    Address,
    Establishment,
    LegalSituation,
    Membership,
    MembershipStatus,
    OrganisationKind,
    OrganisationStatus,
)
from clusterdesk.domain.records.sessions import Action, OwnerKind, SessionKind
from clusterdesk.services.documents import attach_document
from clusterdesk.services.employment import missing_headcounts
from clusterdesk.services.headcounts import note_headcount
from clusterdesk.services.health import count_health, health_rows, read_duplicates, still_unwell
from clusterdesk.services.records import delete_record, edit_record
from clusterdesk.services.results import add_evidence
from clusterdesk.services.session_closing import log_session
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_file, make_organisation, make_visit
from tests.store.conftest import SteppingClock

NUMBER = "0403019261"
DAY = date(2026, 11, 16)


def names(store: Store, key: HealthKey) -> list[str]:
    return [row.organisation for row in health_rows(store, key)]


def test_every_check_can_be_asked_and_a_new_binder_is_well(store: Store) -> None:
    assert set(count_health(store)) | {HealthKey.DUPLICATES} == set(CHECKS) == set(HealthKey)
    assert sum(count_health(store).values()) == 0
    assert all(health_rows(store, key) == () for key in HealthKey)


def test_organisations_without_a_number_come_by_name_and_foreign_ones_need_none(store: Store) -> None:
    late = make_organisation(store, "Zèbre vert")
    make_organisation(store, "Élan Vélo")
    make_organisation(store, "Fablab Lille", kind=OrganisationKind.FOREIGN)
    make_organisation(store, "Atelier Noord", enterprise_number=NUMBER)

    assert names(store, HealthKey.NUMBER) == ["Élan Vélo", "Zèbre vert"]
    assert [row.organisation for row in health_rows(store, HealthKey.NUMBER, limit=1, offset=1)] == ["Zèbre vert"]

    edit_record(store, EditRecord(type_key="organisation", record_id=late.id, values={"enterprise_number": NUMBER}))
    assert count_health(store)[HealthKey.NUMBER] == 1
    assert still_unwell(store, HealthKey.NUMBER, [late.id]) == ()
    undo(store)
    assert [row.id for row in still_unwell(store, HealthKey.NUMBER, [late.id])] == [late.id]


def test_the_language_of_documents_is_asked_of_those_one_works_with(store: Store) -> None:
    member = make_organisation(store, "Membre")
    add(store, Membership(organisation_id=member.id, status=MembershipStatus.MEMBER, from_on=PartialDate.of(DAY)))
    told = make_organisation(store, "Dit", languages=("nl",))
    add(store, Membership(organisation_id=told.id, status=MembershipStatus.MEMBER, from_on=PartialDate.of(DAY)))
    make_organisation(store, "Inconnue")

    assert names(store, HealthKey.ORGANISATION_LANGUAGE) == ["Membre"]


def test_people_of_today_need_a_language_and_a_way_to_reach_them(store: Store) -> None:
    noord = make_organisation(store)
    make_contact(store, noord, "Sofie", language=None)
    make_contact(store, noord, "Jan", language="nl")
    gone = Contact(first_name="Luc")
    add(store, gone, ContactRole(contact_id=gone.id, organisation_id=noord.id, to_on=PartialDate.of(DAY)))
    mute = Contact(first_name="Aïcha", language="fr")
    add(store, mute, ContactRole(contact_id=mute.id, organisation_id=noord.id, role="Gérante"))

    (language,) = health_rows(store, HealthKey.CONTACT_LANGUAGE)
    assert (language.title, language.detail, language.organisation) == ("Sofie Peeters", "Gérante", "Atelier Noord")
    (unreached,) = health_rows(store, HealthKey.CONTACT_REACH)
    assert (unreached.id, unreached.title) == (mute.id, "Aïcha")


def test_belgian_places_of_today_need_a_postcode(store: Store) -> None:
    noord = make_organisation(store, postcode="")
    add(store, Establishment(organisation_id=noord.id, name="Hall 3", city="Gent"))
    add(store, Establishment(organisation_id=noord.id, name="Lille", city="Lille", country="FR"))
    add(store, Address(organisation_id=noord.id, city="Liège", to_on=PartialDate.of(DAY)))
    make_organisation(store, "Ailleurs", postcode="4000")

    found = {(row.record_type, row.title) for row in health_rows(store, HealthKey.POSTCODE)}
    assert found == {("address", "Quai des Matériaux 3, Bruxelles"), ("establishment", "Gent")}


def test_what_was_held_needs_a_trace_and_a_document_is_one(store: Store, tmp_path: Path) -> None:
    noord = make_organisation(store)
    bare = make_visit(store, noord, DAY, subject="Nouvelle scie")
    make_visit(store, noord, DAY, "Goulot au ponçage")
    scanned = make_visit(store, noord, DAY)
    scan = tmp_path / "notes.pdf"
    scan.write_bytes(b"%PDF-1.4 notes")
    attach_document(store, AttachDocument(source=scan, session_id=scanned.id), limit_mb=1)

    (row,) = health_rows(store, HealthKey.SESSION_NOTES)
    assert (row.id, row.title, row.on, row.detail) == (bare.id, "Nouvelle scie", DAY, "visit")


def test_an_open_file_needs_a_coaching_action_and_offers_what_was_held(store: Store) -> None:
    noord = make_organisation(store)
    file = make_file(store, noord, "Scie partagée")
    make_file(store, noord, "Clos", closed_on=DAY)
    talk = make_visit(store, noord, DAY, "Goulot au ponçage", subject="Goulot")
    make_visit(store, noord, DAY)  # without a trace it would be no action
    make_visit(store, noord, DAY, coaching_file_id=file.id)
    text = (NewNote(text="Le devis est parti."),)
    mail = LogSession(organisation_id=noord.id, on=DAY, kind=SessionKind.MAIL, notes=text, coaching_file_id=file.id)
    log_session(store, mail)

    (row,) = health_rows(store, HealthKey.FILE_ACTION)
    assert (row.id, row.title) == (file.id, "Scie partagée")
    assert [one.id for one in row.sessions] == [talk.id]

    edit = EditRecord(type_key="session", record_id=talk.id, values={"coaching_file_id": file.id})
    edit_record(store, edit)
    assert health_rows(store, HealthKey.FILE_ACTION) == ()


def test_a_promise_needs_somebody_who_owes_it(store: Store) -> None:
    noord = make_organisation(store)
    claire = add(store, Profile(name="Claire Dubois"))
    ours = add(store, Action(organisation_id=noord.id, text="Envoyer le devis", due_on=DAY))
    theirs = add(store, Action(organisation_id=noord.id, text="Rappeler", owner=OwnerKind.OTHER))
    add(store, Action(organisation_id=noord.id, text="Chez eux", owner=OwnerKind.ORGANISATION))
    add(store, Action(organisation_id=noord.id, text="Claire", profile_id=claire.id))
    add(store, Action(organisation_id=noord.id, text="Hub", owner=OwnerKind.OTHER, owner_name="Hub export"))
    add(store, Action(organisation_id=noord.id, text="Fait", done_on=DAY))

    found = {row.id: row.detail for row in health_rows(store, HealthKey.PROMISE_OWNER)}
    assert found == {ours.id: "us", theirs.id: "other"}


def test_evidence_is_wanted_for_long_from_the_day_it_was_noted(store: Store, clock: SteppingClock) -> None:
    noord = make_organisation(store)
    add_evidence(store, AddEvidence(title="Comptes 2025", organisation_id=noord.id, wanted=True))
    assert health_rows(store, HealthKey.EVIDENCE) == ()

    clock.moment += timedelta(days=WANTED_FOR_DAYS + 1)
    add_evidence(store, AddEvidence(title="Bilan social", organisation_id=noord.id, wanted=True))
    (row,) = health_rows(store, HealthKey.EVIDENCE)
    assert (row.title, row.on) == ("Comptes 2025", date(2026, 11, 23))


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_a_document_needs_its_file(store: Store, tmp_path: Path, harm: str) -> None:
    noord = make_organisation(store)
    source = tmp_path / "Devis.pdf"
    source.write_bytes(b"%PDF-1.4 devis")
    document = attach_document(store, AttachDocument(source=source, organisation_id=noord.id), limit_mb=1).output
    assert health_rows(store, HealthKey.DOCUMENT_FILE) == ()

    kept = store.documents.path(document.sha256)
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(b"%PDF")
    (row,) = health_rows(store, HealthKey.DOCUMENT_FILE)
    assert (row.id, row.title, row.organisation) == (document.id, "Devis.pdf", "Atelier Noord")
    assert count_health(store)[HealthKey.DOCUMENT_FILE] == 1

    with pytest.raises(KnownError, match="attached here already"):  # and its file is there again
        attach_document(store, AttachDocument(source=source, organisation_id=noord.id), limit_mb=1)
    assert still_unwell(store, HealthKey.DOCUMENT_FILE, [document.id]) == ()


def test_duplicates_are_found_with_progress_and_can_be_stopped(store: Store) -> None:
    one = make_organisation(store, "Atelier Noord", enterprise_number=NUMBER)
    make_organisation(store, "Atelier Noord SRL")
    make_visit(store, one, DAY, "Vu")
    heard: list[tuple[int, int]] = []
    hear: Progress = lambda done, total: heard.append((done, total))  # noqa: E731

    (pair,) = read_duplicates(store, hear)
    assert (pair.organisation, pair.other) == ("Atelier Noord", "Atelier Noord SRL")
    assert heard == [(0, 2), (1, 2)]

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_duplicates(store, stop)


def test_what_belongs_to_a_merged_organisation_is_shown_with_the_kept_one(store: Store) -> None:
    kept, gone = make_organisation(store, "Gardée"), make_organisation(store, "Absorbée", postcode="")
    edit = EditRecord(type_key="organisation", record_id=gone.id, values={"merged_into": kept.id})
    edit_record(store, edit)

    (row,) = health_rows(store, HealthKey.POSTCODE)
    assert row.organisation_id == kept.id
    assert names(store, HealthKey.NUMBER) == ["Gardée"]


def test_what_lies_in_the_bin_is_not_missed(store: Store) -> None:
    noord = make_organisation(store, postcode="")
    make_contact(store, noord, language=None)
    make_visit(store, noord, DAY)
    delete_record(store, DeleteRecord(type_key="organisation", record_id=noord.id))

    left = {key: count for key, count in count_health(store).items() if count}
    assert left == {}


def test_the_head_count_of_the_last_quarter_is_missing_where_employment_is_followed(store: Store) -> None:
    followed = make_organisation(store, "Suivie")
    file = make_file(store, followed, opened_on=date(2024, 2, 1), tracks=("employment",))
    make_visit(store, followed, date(2024, 2, 12), "Notes", coaching_file_id=file.id)
    other = make_organisation(store, "Autre axe")
    make_file(store, other, opened_on=date(2024, 2, 1), tracks=("break_even",))
    closed = make_organisation(store, "Fermée")
    make_file(store, closed, opened_on=date(2024, 2, 1), closed_on=date(2024, 9, 1), tracks=("employment",))

    (row,) = health_rows(store, HealthKey.HEADCOUNT)
    assert (row.id, row.organisation) == (file.id, "Suivie")
    assert row.on is not None
    assert missing_headcounts(store) == [(followed.id, row.on)]

    about = Headcount(organisation_id=followed.id, on=row.on, fte=Decimal(7), precision=Precision.ABOUT)
    add(store, about)
    assert names(store, HealthKey.HEADCOUNT) == ["Suivie"]
    note_headcount(store, NoteHeadcount(organisation_id=followed.id, on=row.on - timedelta(days=60), fte=Decimal(7)))
    assert names(store, HealthKey.HEADCOUNT) == []
    undo(store)
    bankrupt = OrganisationStatus(
        organisation_id=followed.id, situation=LegalSituation.BANKRUPT, from_on=PartialDate("2024")
    )
    add(store, bankrupt)
    assert names(store, HealthKey.HEADCOUNT) == []
    assert missing_headcounts(store) == []
