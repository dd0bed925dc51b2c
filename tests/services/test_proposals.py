"""Proposed results: confirmed in one step with what proves them; with a reason where they were there before."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.proposals.proposal import (
    ProposedAction,
    ResultProposal,
    ResultStanding,
    Sentence,
    StartState,
)
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.proposal_words import proposal_head, sentence_words
from clusterdesk.services.proposals import confirm_proposal, confirmation
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation


def _proposal(store: Store, *, start: StartState = StartState.BELOW) -> ResultProposal:
    file = make_file(store, make_organisation(store))
    paper = add(store, Evidence(title="Attestation", level=EvidenceLevel.ATTESTATION, project_id=file.project_id))
    return ResultProposal(
        kind=ResultKind.INDUSTRIALISED,
        rule="MRL9",
        on=date(2026, 5, 4),
        action=ProposedAction.CONFIRM,
        start=start,
        evidence=(paper,),
        project_id=file.project_id,
        coaching_file_id=file.id,
    )


def test_a_proposal_becomes_a_confirmed_result_with_its_evidence_in_one_step(store: Store) -> None:
    proposal = _proposal(store)
    confirm_proposal(store, confirmation(proposal, by=" Claire  Delvaux "))
    (event,) = store.find(ResultEvent)
    assert (event.kind, event.on, event.rule) == (ResultKind.INDUSTRIALISED, date(2026, 5, 4), "MRL9")
    assert (event.confirmed_by, event.confirmed_on) == ("Claire Delvaux", store.clock.today())
    assert (event.project_id, event.coaching_file_id) == (proposal.project_id, proposal.coaching_file_id)
    assert store.find(Evidence)[0].result_event_id == event.id
    undo(store)
    assert store.find(ResultEvent) == []
    assert store.find(Evidence)[0].result_event_id is None


def test_a_result_noted_before_is_confirmed_not_doubled(store: Store) -> None:
    proposal = _proposal(store)
    noted = add(store, ResultEvent(kind=proposal.kind, on=date(2026, 4, 1), project_id=proposal.project_id))
    again = ResultProposal(
        kind=proposal.kind, rule="MRL9", action=ProposedAction.CONFIRM, event=noted, project_id=proposal.project_id
    )
    confirm_proposal(store, confirmation(again, by="Claire"))
    (event,) = store.find(ResultEvent)
    assert (event.id, event.on, event.confirmed_by) == (noted.id, date(2026, 4, 1), "Claire")


def test_what_was_there_before_the_coaching_counts_only_with_a_reason_that_is_kept(store: Store) -> None:
    proposal = _proposal(store, start=StartState.ALREADY_REACHED)
    assert proposal.standing is ResultStanding.ALREADY_BEFORE
    with pytest.raises(KnownError, match="only with a reason"):
        confirm_proposal(store, confirmation(proposal, by="Claire", override_reason="  "))
    assert store.find(ResultEvent) == []
    confirm_proposal(store, confirmation(proposal, by="Claire", override_reason="Autre produit que celui d’avant"))
    assert store.find(ResultEvent)[0].override_reason == "Autre produit que celui d’avant"


def test_nobody_confirms_without_a_name_nor_for_a_day_to_come(store: Store) -> None:
    proposal = _proposal(store)
    with pytest.raises(KnownError, match="by name"):
        confirm_proposal(store, confirmation(proposal, by=" "))
    with pytest.raises(KnownError, match="still to come"):
        confirm_proposal(store, confirmation(proposal, by="Claire", on=date(2100, 1, 1)))
    with pytest.raises(KnownError, match="not reached yet"):
        confirmation(ResultProposal(kind=ResultKind.INDUSTRIALISED, rule="MRL9"), by="Claire")
    nobody = ResultProposal(kind=ResultKind.INDUSTRIALISED, rule="MRL9", on=date(2026, 5, 4))
    with pytest.raises(KnownError, match="belongs to"):
        confirm_proposal(store, confirmation(nobody, by="Claire"))
    assert store.find(ResultEvent) == []


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("standing", list(ResultStanding))
def test_every_standing_says_where_it_stands(language: str, standing: ResultStanding) -> None:
    kind, day = ResultKind.INDUSTRIALISED, date(2026, 5, 4)
    noted = ResultEvent(kind=kind, on=day)
    confirmed = ResultEvent(kind=kind, on=day, confirmed_by="Claire", confirmed_on=day)
    validated = ResultEvent(kind=kind, on=day, confirmed_by="Claire", confirmed_on=day, validated_on=day)
    confirm, revoke = ProposedAction.CONFIRM, ProposedAction.REVOKE
    made = {
        ResultStanding.NOT_YET: ResultProposal(kind=kind, rule="MRL9"),
        ResultStanding.ON_THE_WAY: ResultProposal(kind=kind, rule="MRL9", on_the_way=True),
        ResultStanding.PROPOSED: ResultProposal(kind=kind, rule="MRL9", on=day, action=confirm),
        ResultStanding.ALREADY_BEFORE: ResultProposal(
            kind=kind, rule="MRL9", on=day, action=confirm, start=StartState.ALREADY_REACHED
        ),
        ResultStanding.DOUBTFUL: ResultProposal(kind=kind, rule="MRL9", on=day, action=confirm, doubtful=True),
        ResultStanding.TO_CONFIRM: ResultProposal(kind=kind, rule="MRL9", event=noted),
        ResultStanding.CONFIRMED: ResultProposal(kind=kind, rule="MRL9", event=confirmed),
        ResultStanding.VALIDATED: ResultProposal(kind=kind, rule="MRL9", event=validated),
        ResultStanding.TO_REVOKE: ResultProposal(kind=kind, rule="MRL9", event=confirmed, action=revoke),
    }[standing]
    assert made.standing is standing
    assert proposal_head(made, Translator(language), Formats(language))


def test_what_is_reached_but_lacks_something_is_not_called_unreached() -> None:
    missing = (Sentence("Its maturity was not assessed yet."),)
    made = ResultProposal(kind=ResultKind.INDUSTRIALISED, rule="MRL9", on=date(2026, 5, 4), missing=missing)
    assert made.standing is ResultStanding.NOT_YET
    assert "04/05/2026" in proposal_head(made, Translator("fr"), Formats("fr"))


def test_a_sentence_writes_dates_numbers_and_amounts_as_people_here_do() -> None:
    t, formats = Translator("fr"), Formats("fr")
    words = sentence_words(Sentence("Reached on {day}.", {"day": date(2026, 5, 4)}), t, formats)
    assert words == "Atteint le 04/05/2026."
    values = {"a_money": Decimal("1234.5"), "b": Decimal("7.50"), "c_label": "Industrialised"}
    assert (
        sentence_words(Sentence("{a_money} {b} {c_label}", values), t, formats)
        == "1\u202f234,50\u00a0€ 7,5 Industrialisé"
    )
