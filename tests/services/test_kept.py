"""Nothing new is added to what lies in the bin, nor to what is read as it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.coaching import GiveAdvice, OpenCoachingFile
from clusterdesk.domain.commands.contacts import AddContact
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.commands.organisations import ChangeMembership, MoveOrganisation, SetSituation
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, RestoreRecord
from clusterdesk.domain.commands.sessions import LogSession, NewPromise, PlanSession, StartSession
from clusterdesk.domain.records.organisations import Address, LegalSituation, MembershipStatus
from clusterdesk.domain.records.sessions import Session, SessionKind
from clusterdesk.services import actions, coaching, contacts, organisations, session_closing, sessions
from clusterdesk.services.merging import merge_organisations, unmerge_organisations
from clusterdesk.services.records import add_record, delete_record, restore_record
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation

DAY = date(2026, 3, 3)
type Adding = Callable[[Store, UUID], object]
ADDING: dict[str, Adding] = {
    "plan": lambda store, one: sessions.plan_session(
        store, PlanSession(organisation_id=one, kind=SessionKind.VISIT, on=DAY)
    ),
    "start": lambda store, one: sessions.start_session(store, StartSession(organisation_id=one)),
    "log": lambda store, one: session_closing.log_session(
        store, LogSession(organisation_id=one, kind=SessionKind.VISIT, on=DAY)
    ),
    "promise": lambda store, one: actions.add_action(
        store, AddAction(organisation_id=one, promise=NewPromise(text="Envoyer l'étude"))
    ),
    "advice": lambda store, one: coaching.give_advice(store, GiveAdvice(organisation_id=one, on=DAY, subject="TVA")),
    "file": lambda store, one: coaching.open_coaching_file(
        store, OpenCoachingFile(organisation_id=one, title="Four", opened_on=DAY)
    ),
    "contact": lambda store, one: contacts.add_contact(store, AddContact(organisation_id=one, last_name="Peeters")),
    "move": lambda store, one: organisations.move_organisation(
        store, MoveOrganisation(organisation_id=one, street="", postcode="7000", city="Mons")
    ),
    "membership": lambda store, one: organisations.change_membership(
        store, ChangeMembership(organisation_id=one, status=MembershipStatus.MEMBER)
    ),
    "situation": lambda store, one: organisations.set_situation(
        store, SetSituation(organisation_id=one, situation=LegalSituation.BANKRUPT)
    ),
}


@pytest.fixture
def binned(store: Store) -> tuple[UUID, UUID]:
    """Return an organisation that lies in the bin, and one that was merged into it."""
    kept, absorbed = make_organisation(store, "Atelier Noord"), make_organisation(store, "Noord SRL")
    merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id))
    delete_record(store, DeleteRecord(type_key="organisation", record_id=kept.id))
    return kept.id, absorbed.id


@pytest.mark.parametrize("which", [0, 1], ids=["itself", "merged into it"])
@pytest.mark.parametrize("adding", ADDING.values(), ids=ADDING)
def test_nothing_is_added_to_what_lies_in_the_bin(
    store: Store, binned: tuple[UUID, UUID], adding: Adding, which: int
) -> None:
    before = store.data_version()
    with pytest.raises(KnownError) as caught:
        adding(store, binned[which])
    assert caught.value.code == "organisation_binned"
    assert "Atelier Noord" in str(caught.value)
    assert store.data_version() == before


def test_out_of_the_bin_or_taken_apart_it_receives_again(store: Store, binned: tuple[UUID, UUID]) -> None:
    kept, absorbed = binned
    restore_record(store, RestoreRecord(type_key="organisation", record_id=kept))
    ADDING["plan"](store, absorbed)
    assert [one.organisation_id for one in store.find(Session)] == [kept]
    delete_record(store, DeleteRecord(type_key="organisation", record_id=kept))
    unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed))
    ADDING["plan"](store, absorbed)
    assert [one.organisation_id for one in store.find(Session)] == [absorbed]


def test_a_part_is_not_added_to_a_record_in_the_bin(store: Store, binned: tuple[UUID, UUID]) -> None:
    with pytest.raises(KnownError, match="in the bin"):
        add_record(store, AddRecord(record=Address(organisation_id=binned[0], city="Mons")))
