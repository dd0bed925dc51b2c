"""Prospects: taken over once, moved from state to state, joined in one step that one undo takes back, counted."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.commands.prospects import EraseProspectPerson, JoinProspect, MoveProspect, TakeProspects
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord, ErasePerson, RestoreRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Organisation,
    OrganisationActivity,
    OrganisationValueChain,
)
from clusterdesk.domain.records.production import ProjectChainLink
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import shipped_lists, undo
from clusterdesk.services.erasure import erase_person
from clusterdesk.services.merging import merge_organisations, unmerge_organisations
from clusterdesk.services.prospect_joining import join_prospect
from clusterdesk.services.prospects import (
    erase_prospect_person,
    move_prospect,
    prospect_counts,
    read_prospects,
    take_prospects,
)
from clusterdesk.services.records import add_record, delete_record, edit_record, restore_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline

FOUND, TO_CONTACT, CONTACTED = ProspectState.FOUND, ProspectState.TO_CONTACT, ProspectState.CONTACTED
INTERESTED, JOINED, DECLINED = ProspectState.INTERESTED, ProspectState.JOINED, ProspectState.DECLINED
NUMBER = "1999994104"


def add[R: Record](store: Store, record: R) -> R:
    add_record(store, AddRecord(record=record))
    return record


@pytest.fixture
def link(store: Store) -> ChainLink:
    """A link of the wood chain."""
    if not store.find(ChainLink):
        shipped_lists.seed(store)
    return next(one for one in store.find(ChainLink) if one.key == "wood_collection")


@pytest.fixture
def project(store: Store, link: ChainLink) -> Project:
    """A production project that lacks the link."""
    made = add(store, Project(title="Carrelets", kind=ProjectKind.PRODUCTION))
    add(store, ProjectChainLink(project_id=made.id, chain_link_id=link.id))
    return made


@pytest.fixture
def prospect(store: Store, link: ChainLink, project: Project) -> Prospect:
    """Somebody who could fill it."""
    made = Prospect(
        name="Démontages Lavandier",
        enterprise_number=NUMBER,
        chain_link_id=link.id,
        project_id=project.id,
        postcode="1020",
        city="Laeken",
        nace_code="43110",
        nace_version="2008",
        contact_name="Pascal Thys",
        phone="+3225550962",
        mail="pascal@lavandier.example",
        source="KBO/BCE",
    )
    return take_prospects(store, TakeProspects(prospects=(made,))).output[0]


def move(store: Store, prospect: Prospect, state: ProspectState, **more: object) -> ProspectStep:
    return move_prospect(store, MoveProspect(prospect_id=prospect.id, state=state, **more)).output  # type: ignore[arg-type]


def row(store: Store, prospect_id: UUID) -> ProspectRow:
    found = read_prospects(store).row(prospect_id)
    assert found is not None
    return found


def refused(code: str) -> pytest.RaisesExc[KnownError]:
    return pytest.raises(KnownError, check=lambda error: error.code == code)


def test_what_happened_is_kept_with_its_day_and_the_next_step_replaces_the_one_before(
    store: Store, prospect: Prospect
) -> None:
    today = store.clock.today()
    assert row(store, prospect.id).state is FOUND
    move(store, prospect, TO_CONTACT, next_step="Téléphoner", next_step_on=today)
    assert row(store, prospect.id).is_due(today)
    move(store, prospect, CONTACTED, remark="Trois chantiers par mois.", by="Youssef")
    shown = row(store, prospect.id)
    assert (shown.state, shown.since, shown.record.next_step_on) == (CONTACTED, today, None)
    assert not shown.is_due(today)
    move(store, prospect, CONTACTED)  # a second call
    assert [one.state for one in row(store, prospect.id).steps] == [TO_CONTACT, CONTACTED, CONTACTED]
    assert row(store, prospect.id).steps[1].by == "Youssef"
    undo.undo(store)
    undo.undo(store)
    shown = row(store, prospect.id)
    assert (shown.state, shown.record.next_step) == (TO_CONTACT, "Téléphoner")


def test_a_move_that_is_not_possible_says_so(store: Store, prospect: Prospect) -> None:
    today = store.clock.today()
    with refused("prospect_reason"):
        move(store, prospect, DECLINED)
    with refused("prospect_move"):
        move(store, prospect, JOINED)
    with refused("prospect_ahead"):
        move(store, prospect, CONTACTED, on=today + timedelta(days=1))
    move(store, prospect, CONTACTED)
    with refused("prospect_order"):
        move(store, prospect, INTERESTED, on=today - timedelta(days=1))
    move(store, prospect, DECLINED, remark="Pas de place pour stocker.")
    assert not row(store, prospect.id).is_open
    move(store, prospect, INTERESTED)  # taken up again
    delete_record(store, DeleteRecord(type_key="prospect", record_id=prospect.id))
    with refused("owner_binned"):
        move(store, prospect, CONTACTED)


def test_joining_makes_the_organisation_in_its_place_and_one_undo_takes_all_of_it_back(
    store: Store, prospect: Prospect, link: ChainLink, project: Project
) -> None:
    move(store, prospect, INTERESTED)
    made = join_prospect(store, JoinProspect(prospect_id=prospect.id, role="fournit le bois")).output
    assert (made.name, made.enterprise_number) == ("Démontages Lavandier", NUMBER)
    assert [one.city for one in store.find(Address, organisation_id=made.id)] == ["Laeken"]
    assert [one.code for one in store.find(OrganisationActivity, organisation_id=made.id)] == ["43110"]
    assert [one.full_name for one in store.find(Contact)] == ["Pascal Thys"]
    assert len(store.find(ContactPoint, contact_id=store.find(Contact)[0].id)) == 2
    assert [one.chain_link_id for one in store.find(ChainActor, organisation_id=made.id)] == [link.id]
    assert [one.value_chain_id for one in store.find(OrganisationValueChain)] == [link.value_chain_id]
    assert [one.organisation_id for one in store.find(ProjectChainLink, project_id=project.id)] == [made.id]
    assert [one.role for one in store.find(ProjectPartner, project_id=project.id)] == ["fournit le bois"]
    shown = row(store, prospect.id)
    assert (shown.state, shown.organisation) == (JOINED, "Démontages Lavandier")
    with refused("prospect_joined"):
        join_prospect(store, JoinProspect(prospect_id=prospect.id, anew=True))
    with store.read() as connection:
        told = timeline(connection, made.id, kinds=[TimelineKind.PROSPECT]).entries
    assert [(one.detail, one.state) for one in told] == [("joined", "KBO/BCE"), ("interested", "KBO/BCE")]
    undo.undo(store)
    assert not any(store.find(kind) for kind in (Organisation, ChainActor, ProjectPartner, Contact))
    assert not store.find(OrganisationValueChain)
    assert [one.organisation_id for one in store.find(ProjectChainLink)] == [None]
    assert row(store, prospect.id).state is INTERESTED


def test_who_is_known_is_linked_and_not_made_twice(store: Store, prospect: Prospect, project: Project) -> None:
    known = add(store, Organisation(name="Lavandier Démontages", enterprise_number=NUMBER))
    with refused("prospect_known"):
        join_prospect(store, JoinProspect(prospect_id=prospect.id))
    join_prospect(store, JoinProspect(prospect_id=prospect.id, organisation_id=known.id))
    assert [one.id for one in store.find(Organisation)] == [known.id]
    assert [one.organisation_id for one in store.find(ProjectPartner, project_id=project.id)] == [known.id]
    assert [one.role for one in store.find(ProjectPartner)] == ["Gisement et déconstruction"]


def test_who_stands_there_and_takes_part_already_does_so_once(
    store: Store, prospect: Prospect, project: Project, link: ChainLink
) -> None:
    known = add(store, Organisation(name="Autre nom"))
    add(store, ChainActor(chain_link_id=link.id, organisation_id=known.id))
    add(store, ProjectPartner(project_id=project.id, organisation_id=known.id, role="conseil"))
    join_prospect(store, JoinProspect(prospect_id=prospect.id, organisation_id=known.id))
    assert len(store.find(ChainActor)) == 1
    assert [one.role for one in store.find(ProjectPartner)] == ["conseil"]


def test_nobody_is_taken_over_twice(store: Store, prospect: Prospect) -> None:
    add(store, Organisation(name="Copeau Vif"))
    new = Prospect(name="Bureau Portée Libre")
    offered = (
        Prospect(name="Lavandier", enterprise_number=NUMBER),  # by its number
        Prospect(name="COPEAU VIF SRL"),  # an organisation, by its name
        new,
        Prospect(name="Bureau portée libre"),  # twice in one list
    )
    assert [one.id for one in take_prospects(store, TakeProspects(prospects=offered)).output] == [new.id]
    with refused("prospects_known"):
        take_prospects(store, TakeProspects(prospects=offered))
    with refused("name_missing"):
        take_prospects(store, TakeProspects(prospects=(Prospect(name=" "),)))
    undo.undo(store)
    assert [one.id for one in store.find(Prospect)] == [prospect.id]


def test_they_are_counted_by_chain_and_state(store: Store, prospect: Prospect, link: ChainLink) -> None:
    bike = next(one for one in store.find(ValueChain) if one.key == "bike")
    making = add(store, Project(title="Hall", kind=ProjectKind.PRODUCTION))
    add(store, ProjectValueChain(project_id=making.id, value_chain_id=bike.id))
    add(store, Prospect(name="Wrakkenroute", project_id=making.id))
    add(store, Prospect(name="Sans filière"))
    move(store, prospect, DECLINED, remark="Pas de place.")
    counted = [(one.chain.key if one.chain else None, dict(one.counts), one.open) for one in prospect_counts(store)]
    assert counted == [("wood", {DECLINED: 1}, 0), ("bike", {FOUND: 1}, 1), (None, {FOUND: 1}, 1)]


def test_a_merge_carries_who_it_became_and_comes_apart_again(store: Store, prospect: Prospect) -> None:
    joined = join_prospect(store, JoinProspect(prospect_id=prospect.id)).output
    kept = add(store, Organisation(name="Lavandier & Fils"))
    merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=joined.id))
    assert row(store, prospect.id).organisation == "Lavandier & Fils"
    with store.read() as connection:
        assert timeline(connection, kept.id, kinds=[TimelineKind.PROSPECT]).entries
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=joined.id))
    assert row(store, prospect.id).organisation == joined.name


def test_a_contact_person_is_erased_in_the_history_as_well(store: Store, prospect: Prospect) -> None:
    erase_prospect_person(store, EraseProspectPerson(prospect_id=prospect.id))
    shown = store.get(Prospect, prospect.id)
    assert (shown.contact_name, shown.phone, shown.mail, shown.name) == ("", "", "", prospect.name)
    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT group_concat(value) FROM change").scalar_one()
    assert "Pascal" not in kept
    assert "pascal@" not in kept


def test_a_person_who_is_erased_goes_from_the_prospect_she_was_found_through(store: Store, prospect: Prospect) -> None:
    join_prospect(store, JoinProspect(prospect_id=prospect.id, on=date(2020, 1, 1)))
    elsewhere = add(store, Organisation(name="Ailleurs"))
    other = add(store, Prospect(name="Ailleurs", contact_name="Pascal Thys"))
    join_prospect(store, JoinProspect(prospect_id=other.id, organisation_id=elsewhere.id))
    (person,) = store.find(Contact)
    assert store.find(ContactRole)
    erase_person(store, ErasePerson(contact_id=person.id))
    assert store.get(Prospect, prospect.id).contact_name == ""
    assert store.get(Prospect, other.id).contact_name == "Pascal Thys"  # somebody of the same name


def test_joining_taken_back_by_hand_unlinks_the_organisation_in_one_step(store: Store, prospect: Prospect) -> None:
    join_prospect(store, JoinProspect(prospect_id=prospect.id))
    step = next(one for one in row(store, prospect.id).steps if one.state is ProspectState.JOINED)
    delete_record(store, DeleteRecord(type_key="prospect_step", record_id=step.id))
    assert row(store, prospect.id).state is not ProspectState.JOINED
    assert row(store, prospect.id).organisation_id is None, "who has not joined is no organisation"
    with refused("prospect_rejoin"):
        restore_record(store, RestoreRecord(type_key="prospect_step", record_id=step.id))
    undo.undo(store)
    assert row(store, prospect.id).state is ProspectState.JOINED
    assert row(store, prospect.id).organisation_id is not None
    taken_back = {"revoked_on": store.clock.today()}
    edit_record(store, EditRecord(type_key="prospect_step", record_id=step.id, values=taken_back))
    assert row(store, prospect.id).organisation_id is None
