"""When a project is proposed as industrialised, what is missing, and when a confirmed one is in doubt."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.industrialisation.industrialised import Found, propose_industrialised
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultStanding, StartState
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from tests.domain.industrialisation.making import assessment

DAY = date(2026, 1, 12)
PAPERS = (
    Evidence(title="Attestation", level=EvidenceLevel.ATTESTATION),
    Evidence(title="Factures", level=EvidenceLevel.DOCUMENT),
)


def _run(*levels: int) -> list[MrlAssessment]:
    return [assessment(level, DAY + timedelta(days=90 * index)) for index, level in enumerate(levels)]


def _event(*, confirmed: bool = True) -> ResultEvent:
    made = ResultEvent(kind=ResultKind.INDUSTRIALISED, on=DAY)
    return ResultEvent(kind=made.kind, on=DAY, confirmed_by="Claire", confirmed_on=DAY) if confirmed else made


def test_it_is_proposed_from_the_day_level_9_was_found_with_two_pieces_of_evidence() -> None:
    found = propose_industrialised(Found(_run(4, 7, 9), PAPERS))
    assert found.action is ProposedAction.CONFIRM
    assert (found.on, found.rule, found.start) == (DAY + timedelta(days=180), "MRL9", StartState.BELOW)
    assert found.missing == ()
    assert found.standing is ResultStanding.PROPOSED
    assert len(found.reasons) == 3


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        PAPERS[:1],
        (PAPERS[0], Evidence(title="Dit en visite", level=EvidenceLevel.SAID)),
        (PAPERS[0], Evidence(title="Bilan", level=EvidenceLevel.DOCUMENT, wanted=True)),
    ],
)
def test_too_little_evidence_proposes_nothing_and_says_so(evidence: tuple[Evidence, ...]) -> None:
    found = propose_industrialised(Found(_run(5, 9), evidence))
    assert found.action is ProposedAction.NONE
    assert found.standing is ResultStanding.NOT_YET
    assert [one.message for one in found.missing] == ["Pieces of evidence of level {least} or more: {n} of {wanted}."]


@pytest.mark.parametrize(
    ("levels", "standing"),
    [
        ((), ResultStanding.NOT_YET),
        ((3, 5), ResultStanding.NOT_YET),
        ((3, 6), ResultStanding.ON_THE_WAY),
        ((3, 8), ResultStanding.ON_THE_WAY),
        ((9, 8), ResultStanding.ON_THE_WAY),
    ],
)
def test_below_level_9_nothing_is_proposed(levels: tuple[int, ...], standing: ResultStanding) -> None:
    found = propose_industrialised(Found(_run(*levels), PAPERS))
    assert (found.action, found.standing, found.on) == (ProposedAction.NONE, standing, None)
    assert found.missing


def test_a_first_assessment_at_level_9_was_there_before_the_coaching() -> None:
    found = propose_industrialised(Found(_run(9, 10), PAPERS))
    assert (found.action, found.start) == (ProposedAction.CONFIRM, StartState.ALREADY_REACHED)
    assert found.standing is ResultStanding.ALREADY_BEFORE


def test_the_day_is_that_of_the_present_run() -> None:
    found = propose_industrialised(Found(_run(5, 9, 8, 9, 10), PAPERS))
    assert found.on == DAY + timedelta(days=270)


def test_a_confirmed_result_that_falls_below_is_proposed_for_revocation_not_dropped() -> None:
    found = propose_industrialised(Found(_run(5, 9, 7), PAPERS, _event()))
    assert (found.action, found.standing) == (ProposedAction.REVOKE, ResultStanding.TO_REVOKE)
    assert found.event is not None
    assert found.missing


def test_a_confirmed_result_stays_quiet_while_it_holds_or_was_never_assessed() -> None:
    for run in (_run(5, 9), ()):
        found = propose_industrialised(Found(run, PAPERS, _event()))
        assert (found.action, found.standing) == (ProposedAction.NONE, ResultStanding.CONFIRMED)


def test_one_noted_but_not_confirmed_is_offered_for_confirmation_when_all_is_there() -> None:
    ready = propose_industrialised(Found(_run(5, 9), PAPERS, _event(confirmed=False)))
    assert ready.action is ProposedAction.CONFIRM
    early = propose_industrialised(Found(_run(5, 8), PAPERS, _event(confirmed=False)))
    assert (early.action, early.standing) == (ProposedAction.NONE, ResultStanding.TO_CONFIRM)


@given(st.lists(st.integers(0, 10), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_entry_is_irrelevant(levels: list[int], random: object) -> None:
    run = _run(*levels)
    mixed = list(run)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert propose_industrialised(Found(mixed, PAPERS)) == propose_industrialised(Found(run, PAPERS))


@given(st.lists(st.integers(0, 10), max_size=8), st.integers(0, 7))
def test_leaving_an_assessment_out_never_makes_a_result_of_none(levels: list[int], at: int) -> None:
    """Without the newest one aside: what is newest decides, so only earlier ones are left out."""
    run = _run(*levels)
    if at >= len(run) - 1:
        return
    fewer = [one for index, one in enumerate(run) if index != at]
    before, after = (propose_industrialised(Found(each, PAPERS)).on for each in (run, fewer))
    assert (before is None) == (after is None)
