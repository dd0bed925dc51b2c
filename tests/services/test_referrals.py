"""Orientations in a real binder: each change with its step, one operation each."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.referrals import (
    Acknowledge,
    CreateReferral,
    Decline,
    FinishReferral,
    GiveConsent,
    HandOver,
    OutcomeEvidence,
    ReopenReferral,
    Withdraw,
)
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.referrals import (
    Referral,
    ReferralAct,
    ReferralCountry,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.services import records
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral, of_token
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation

TODAY = date(2026, 11, 23)


def begun(store: Store, *countries: str, on: date = date(2026, 11, 2)) -> Referral:
    kind = next(one for one in store.find(ReferralKind) if one.international)
    organisation = make_organisation(store)
    cmd = CreateReferral(
        organisation_id=organisation.id, need=" Un distributeur ", kind_id=kind.id, countries=countries, on=on
    )
    return create_referral(store, cmd).output


def consent(referral: Referral, on: date = date(2026, 11, 4)) -> GiveConsent:
    return GiveConsent(referral_id=referral.id, on=on, consent_by="Sofie Peeters", consent_what="Le catalogue")


def test_an_orientation_travels_from_draft_to_outcome(store: Store) -> None:
    referral = begun(store, "nl", "DE", "NL")
    assert sorted(one.country for one in store.find(ReferralCountry, referral_id=referral.id)) == ["DE", "NL"]
    team = add(store, HubTeam(name="Équipe export", answer_days=10))
    person = add(store, HubTeamPerson(hub_team_id=team.id, name="An Claes"))
    move_referral(store, consent(referral))
    over = HandOver(
        referral_id=referral.id, hub_team_id=team.id, hub_person_id=person.id, on=date(2026, 11, 6), by="Marc"
    )
    after = move_referral(store, over).output
    assert (after.state, after.answer_due_on) == (ReferralState.HANDED_OVER, date(2026, 11, 16))
    finished = FinishReferral(
        referral_id=referral.id,
        outcome=ReferralOutcome.DISTRIBUTOR,
        outcome_on=date(2026, 11, 20),
        outcome_value=Decimal(18000),
        outcome_country="NL",
        evidence=OutcomeEvidence(title="Contrat signé", level=EvidenceLevel.DOCUMENT),
    )
    done = move_referral(store, finished).output
    assert (done.state, done.state_on, done.outcome_country) == (ReferralState.DONE, TODAY, "NL")
    steps = sorted(store.find(ReferralStep, referral_id=referral.id), key=lambda one: one.id)
    assert [(one.act, one.on.day, one.by) for one in steps] == [
        (ReferralAct.CREATED, 2, "Claire Dubois"),
        (ReferralAct.CONSENTED, 4, "Claire Dubois"),
        (ReferralAct.HANDED_OVER, 6, "Marc"),
        (ReferralAct.DONE, 23, "Claire Dubois"),
    ]
    proof = store.find(Evidence)[0]
    assert (proof.title, proof.organisation_id, proof.on) == (
        "Contrat signé",
        referral.organisation_id,
        date(2026, 11, 20),
    )
    undo(store)
    assert store.get(Referral, referral.id) == after
    assert not store.find(Evidence)
    assert len(store.find(ReferralStep, referral_id=referral.id)) == 3


def test_no_consent_no_hand_over_and_no_country_no_attaché(store: Store) -> None:
    referral = begun(store)
    team = add(store, HubTeam(name="Équipe export"))
    over = HandOver(referral_id=referral.id, hub_team_id=team.id)
    with pytest.raises(KnownError, match="without the consent"):
        move_referral(store, over)
    with pytest.raises(KnownError, match="who of the organisation"):
        move_referral(store, GiveConsent(referral_id=referral.id, consent_by="Sofie", consent_what=" "))
    move_referral(store, consent(referral))
    with pytest.raises(KnownError, match="which countries"):
        move_referral(store, over)
    add(store, ReferralCountry(referral_id=referral.id, country="FR"))
    gone = add(store, HubTeam(name="Ancienne équipe", to_on=PartialDate("2026-06")))
    with pytest.raises(KnownError, match="receives nothing"):
        move_referral(store, HandOver(referral_id=referral.id, hub_team_id=gone.id))
    with pytest.raises(KnownError, match="not as far"):
        move_referral(store, HandOver(referral_id=referral.id, hub_team_id=team.id, on=date(2026, 11, 3)))
    with pytest.raises(KnownError, match="not happened yet"):
        move_referral(store, HandOver(referral_id=referral.id, hub_team_id=team.id, on=date(2026, 11, 30)))
    assert move_referral(store, over).output.answer_due_on == date(2026, 12, 7)


def test_what_was_declined_waits_anew_and_what_was_withdrawn_asks_for_consent_again(store: Store) -> None:
    referral = begun(store, "FR")
    team = add(store, HubTeam(name="Équipe export"))
    move_referral(store, consent(referral))
    move_referral(store, HandOver(referral_id=referral.id, hub_team_id=team.id))
    with pytest.raises(KnownError, match="needs a reason"):
        move_referral(store, Decline(referral_id=referral.id, reason=""))
    declined = move_referral(store, Decline(referral_id=referral.id, reason="Pas notre pays")).output
    assert (declined.reason, declined.decided_on) == ("Pas notre pays", TODAY)
    with pytest.raises(KnownError, match="is over"):
        move_referral(store, Acknowledge(referral_id=referral.id))
    again = move_referral(store, ReopenReferral(referral_id=referral.id)).output
    assert (again.state, again.reason, again.decided_on) == (ReferralState.HANDED_OVER, "", None)
    move_referral(store, Withdraw(referral_id=referral.id, reason="Autre priorité"))
    draft = move_referral(store, ReopenReferral(referral_id=referral.id)).output
    assert (draft.state, draft.consent_by, draft.consent_on) == (ReferralState.DRAFT, "", None)
    assert (draft.handed_over_on, draft.answer_due_on) == (None, None)


def test_a_state_is_not_typed_and_what_it_needs_is_not_emptied(store: Store) -> None:
    referral = begun(store, "FR")
    with pytest.raises(KnownError, match="not typed"):
        typed(store, referral, state=ReferralState.DONE)
    ready = Referral(organisation_id=referral.organisation_id, on=TODAY, state=ReferralState.ACCEPTED)
    with pytest.raises(KnownError, match="who agreed"):
        add(store, ready)
    move_referral(store, consent(referral))
    with pytest.raises(KnownError, match="who agreed"):
        typed(store, referral, consent_by="")
    typed(store, referral, consent_by="Sofie Peeters-Maes")
    assert store.get(Referral, referral.id).consent_by == "Sofie Peeters-Maes"


def typed(store: Store, referral: Referral, **values: object) -> None:
    records.edit_record(store, EditRecord(type_key="referral", record_id=referral.id, values=values))


def test_an_answer_finds_its_orientation_by_the_code(store: Store) -> None:
    referral = begun(store, "FR")
    other = begun(store, "DE")
    assert referral.token != other.token
    found = of_token(store, f" {other.token.lower()} ")
    assert found is not None
    assert found.id == other.id
    assert of_token(store, "nothing of the kind") is None


def test_the_need_may_be_said_otherwise_but_not_taken_away(store: Store) -> None:
    referral = begun(store, "NL")
    edit = EditRecord(type_key="referral", record_id=referral.id, values={"need": "Deux distributeurs"})
    assert records.edit_record(store, edit).changes
    with pytest.raises(KnownError) as caught:
        records.edit_record(store, EditRecord(type_key="referral", record_id=referral.id, values={"need": "  "}))
    assert caught.value.code == "referral_need"
    assert store.get(Referral, referral.id).need == "Deux distributeurs"
