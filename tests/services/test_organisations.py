"""What happens to an organisation and to its people."""

from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.contacts import AddContact, EndRole, MakeMainContact, RecordConsent
from clusterdesk.domain.commands.organisations import (
    AddOrganisation,
    ChangeMembership,
    MoveOrganisation,
    PinSummary,
    SetEnterpriseNumber,
    SetSituation,
    SetTags,
)
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, ContactRole
from clusterdesk.domain.records.lists import RecordTag, Tag
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    LegalSituation,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationStatus,
)
from clusterdesk.services import contacts, organisations, tags
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation


def enter(store: Store, title: str = "Atelier Noord", **more: object) -> Organisation:
    return organisations.add_organisation(store, AddOrganisation(title=title, **more)).output  # type: ignore[arg-type]


def test_an_organisation_is_entered_in_one_step(store: Store) -> None:
    made = enter(
        store,
        "  Atelier Noord ",
        enterprise_number="BE 314.595.348",
        street="Quai 3",
        postcode="1080",
        phone="02/555 01 23",
        mail="info@example.org",
        membership=MembershipStatus.CANDIDATE,
    )
    assert (made.name, made.enterprise_number) == ("Atelier Noord", "0314595348")
    assert [one.value for one in store.find(ContactPoint)] == ["+3225550123", "info@example.org"]
    assert store.find(Membership)[0].from_on == PartialDate("2026-11-23")
    undo(store)
    assert store.find(Organisation) == []
    assert store.find(Address) == []


def test_a_project_holder_needs_no_number_but_a_name(store: Store) -> None:
    holder = enter(store, "Sans numéro", enterprise_number="inconnu")
    assert holder.enterprise_number is None
    command = SetEnterpriseNumber(organisation_id=holder.id, number="0314.595.348")
    assert organisations.set_enterprise_number(store, command).output.id == holder.id
    assert not organisations.set_enterprise_number(store, command).changes
    with pytest.raises(KnownError, match="needs a name"):
        enter(store, "  ")
    with pytest.raises(KnownError, match="check digits"):
        enter(store, "Erreur", enterprise_number="0314.595.349")
    with pytest.raises(KnownError, match="already"):
        enter(store, "Deux fois", enterprise_number="BE0314595348")


def test_a_summary_fits_on_the_sheet(store: Store) -> None:
    made = enter(store)
    pinned = organisations.pin_summary(store, PinSummary(organisation_id=made.id, text=" Menuiserie " + "x" * 300))
    assert pinned.output.summary.startswith("Menuiserie")
    with pytest.raises(KnownError, match="321 characters"):
        organisations.pin_summary(store, PinSummary(organisation_id=made.id, text="x" * 321))


def test_moving_ends_the_old_seat(store: Store) -> None:
    made = make_organisation(store)
    command = MoveOrganisation(
        organisation_id=made.id, street="Rue 1", postcode="1000", city="Bruxelles", from_on=PartialDate("2026-10")
    )
    organisations.move_organisation(store, command)
    assert {(one.postcode, str(one.from_on), str(one.to_on)) for one in store.find(Address)} == {
        ("1080", "None", "2026-09-30"),
        ("1000", "2026-10", "None"),
    }


def test_memberships_follow_each_other(store: Store) -> None:
    made = enter(store, membership=MembershipStatus.CANDIDATE)
    for status, day in ((MembershipStatus.MEMBER, "2026-12-01"), (MembershipStatus.FORMER, "2027-06-01")):
        command = ChangeMembership(organisation_id=made.id, status=status, from_on=PartialDate(day), reason="AG")
        organisations.change_membership(store, command)
    assert [(one.status, str(one.to_on)) for one in store.find(Membership)] == [
        (MembershipStatus.CANDIDATE, "2026-11-30"),
        (MembershipStatus.MEMBER, "2027-05-31"),
        (MembershipStatus.FORMER, "None"),
    ]
    label = store.undo_state().undo
    assert label is not None
    assert label.label.params["status_label"] == "Former member"
    organisations.set_situation(store, SetSituation(organisation_id=made.id, situation=LegalSituation.BANKRUPT))
    assert store.find(OrganisationStatus)[0].from_on == PartialDate("2026-11-23")


def test_people_come_one_is_main_and_they_go(store: Store) -> None:
    made = enter(store)
    first = contacts.add_contact(
        store,
        AddContact(organisation_id=made.id, first_name="Ann", phones=("0470 12 34 56",), mails=("a@example.org",)),
    ).output
    second = contacts.add_contact(store, AddContact(organisation_id=made.id, last_name="Bo")).output
    roles = {one.contact_id: one for one in store.find(ContactRole)}
    assert (roles[first.id].main, roles[second.id].main) == (True, False)
    contacts.make_main_contact(store, MakeMainContact(role_id=roles[second.id].id))
    roles = {one.contact_id: one for one in store.find(ContactRole)}
    assert (roles[first.id].main, roles[second.id].main) == (False, True)
    left = contacts.end_role(store, EndRole(role_id=roles[second.id].id)).output
    assert (str(left.to_on), left.main) == ("2026-11-23", False)
    with pytest.raises(KnownError, match="needs a name"):
        contacts.add_contact(store, AddContact(organisation_id=made.id))


def test_consents_are_of_somebody(store: Store) -> None:
    made = enter(store)
    person = contacts.add_contact(store, AddContact(organisation_id=made.id, first_name="Ann")).output
    contacts.record_consent(store, RecordConsent(purpose=ConsentPurpose.PHOTO, given=True, contact_id=person.id))
    contacts.record_consent(store, RecordConsent(purpose=ConsentPurpose.CITATION, given=False, organisation_id=made.id))
    assert [(one.purpose, one.given, one.on) for one in store.find(Consent)] == [
        (ConsentPurpose.PHOTO, True, date(2026, 11, 23)),
        (ConsentPurpose.CITATION, False, date(2026, 11, 23)),
    ]
    with pytest.raises(KnownError, match="one person or to one organisation"):
        contacts.record_consent(store, RecordConsent(purpose=ConsentPurpose.PHOTO, given=True))


def test_tags_are_given_by_name(store: Store) -> None:
    made = enter(store)

    def tag(*names: str) -> tuple[str, ...]:
        command = SetTags(record_type="organisation", record_id=made.id, names=names)
        return tuple(one.name for one in tags.set_tags(store, command).output)

    assert tag("Réemploi", " réemploi ", "bois  massif", "") == ("Réemploi", "bois massif")
    assert tag("RÉEMPLOI") == ("Réemploi",)
    assert len(store.find(RecordTag)) == 1
    assert tag("bois massif", "Réemploi") == ("bois massif", "Réemploi")
    assert len(store.find(Tag)) == 2
    assert len(store.find(RecordTag, deleted=None)) == 2
