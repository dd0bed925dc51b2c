"""The machine of orientations, said as a table, and how silence and counting read it."""

from datetime import date
from uuid import UUID

import pytest

from clusterdesk.domain.records.referrals import (
    Referral,
    ReferralAct,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.referrals.counting import answer_figures, counted
from clusterdesk.domain.referrals.silence import Silence, SilenceRule, due_on, silent
from clusterdesk.domain.referrals.states import act_towards, possible, refusal

S, A = ReferralState, ReferralAct
TEAM, OTHER = UUID(int=7), UUID(int=8)
NOTED = {
    S.DRAFT: "consented withdrawn revoked",
    S.CONSENT: "consented handed_over withdrawn revoked",
    S.HANDED_OVER: "acknowledged accepted declined started done withdrawn revoked chased fed_back",
    S.ACKNOWLEDGED: "accepted declined started done withdrawn revoked chased fed_back",
    S.ACCEPTED: "declined started done withdrawn revoked chased fed_back",
    S.IN_PROGRESS: "done withdrawn revoked chased fed_back",
    S.DECLINED: "reopened fed_back",
    S.DONE: "reopened fed_back",
    S.WITHDRAWN: "reopened fed_back",
    S.REVOKED: "reopened fed_back",
}


@pytest.mark.parametrize("state", ReferralState)
def test_each_state_offers_its_moves_and_explains_the_others(state: ReferralState) -> None:
    assert " ".join(possible(state)) == NOTED[state]
    for act in ReferralAct:
        why = refusal(act, state)
        assert (why is None) == (act.value in NOTED[state].split())
        assert why is None or (why.message.endswith(".") and why.advice.endswith("."))


def test_a_card_dropped_elsewhere_becomes_a_move() -> None:
    assert act_towards(S.CONSENT, S.HANDED_OVER) is A.HANDED_OVER
    assert act_towards(S.HANDED_OVER, S.DONE) is A.DONE
    assert act_towards(S.DONE, S.IN_PROGRESS) is A.REOPENED
    assert act_towards(S.DRAFT, S.HANDED_OVER) is A.HANDED_OVER  # impossible, and ``refusal`` says why
    assert act_towards(S.DRAFT, S.DRAFT) is None
    assert act_towards(S.ACCEPTED, S.DRAFT) is None


def handed_over(state: ReferralState = S.HANDED_OVER, **values: object) -> Referral:
    made = {"organisation_id": TEAM, "on": date(2026, 10, 1), "state_on": date(2026, 10, 5)} | values
    made = {"handed_over_on": date(2026, 10, 5), "answer_due_on": date(2026, 10, 15)} | made
    return Referral(state=state, **made)  # type: ignore[arg-type]


def step(of: Referral, act: ReferralAct, on: date) -> ReferralStep:
    return ReferralStep(referral_id=of.id, act=act, on=on)


def test_silence_turns_amber_then_red_and_asks_for_a_chase() -> None:
    rule = SilenceRule(red_days=14, chase_days=7)
    one = handed_over()
    assert silent(one, (), date(2026, 10, 15), rule).silence is Silence.WAITING
    amber = silent(one, (), date(2026, 10, 16), rule)
    assert (amber.silence, amber.late_days, amber.age_days, amber.chase) == (Silence.AMBER, 1, 11, True)
    assert silent(one, (), date(2026, 10, 29), rule).silence is Silence.AMBER
    assert silent(one, (), date(2026, 10, 30), rule).silence is Silence.RED
    chased = (step(one, A.CHASED, date(2026, 10, 16)),)
    after = silent(one, chased, date(2026, 10, 20), rule)
    assert (after.silence, after.chase, after.chased_on) == (Silence.AMBER, False, date(2026, 10, 16))
    assert silent(one, chased, date(2026, 10, 23), rule).chase


def test_work_without_news_is_silence_too_and_nothing_is_awaited_before_or_after() -> None:
    working = handed_over(S.IN_PROGRESS, state_on=date(2026, 8, 1))
    words = (step(working, A.STARTED, date(2026, 8, 1)), step(working, A.CHASED, date(2026, 9, 1)))
    assert silent(working, words, date(2026, 9, 30)).silence is Silence.WAITING
    assert silent(working, words, date(2026, 10, 1)).silence is Silence.AMBER
    for state in (S.DRAFT, S.CONSENT, S.DECLINED, S.DONE, S.WITHDRAWN, S.REVOKED):
        assert silent(handed_over(state), (), date(2027, 1, 1)).silence is Silence.NONE
    assert due_on(date(2026, 10, 5), None, SilenceRule(answer_days=20)) == date(2026, 10, 25)
    assert due_on(date(2026, 10, 5), 3, SilenceRule(answer_days=20)) == date(2026, 10, 8)


def test_made_in_the_year_of_the_hand_over_succeeded_in_that_of_the_outcome() -> None:
    last = {"handed_over_on": date(2025, 11, 3), "state_on": date(2026, 2, 1)}
    contract = {"outcome": ReferralOutcome.CONTRACT, "outcome_on": date(2026, 2, 1)}
    referrals = [
        handed_over(),
        handed_over(S.DONE, **last, **contract),
        handed_over(S.DONE, **last, outcome=ReferralOutcome.NONE, outcome_on=date(2026, 2, 1)),
        handed_over(S.DECLINED),
        handed_over(S.DRAFT, handed_over_on=None),
        handed_over(deleted=True),
    ]
    now = counted(referrals, date(2026, 11, 28))
    assert (dict(now.made), dict(now.succeeded)) == ({2026: 2, 2025: 2}, {2026: 1})
    assert (now.open, now.closed_without_outcome) == (1, 2)
    then = counted(referrals, date(2025, 12, 31))
    assert (dict(then.made), dict(then.succeeded), then.open) == ({2025: 2}, {}, 2)


def test_a_team_is_known_by_its_first_decision() -> None:
    quick, slow, waiting = handed_over(S.ACCEPTED), handed_over(S.DECLINED), handed_over()
    steps = [
        step(quick, A.ACKNOWLEDGED, date(2026, 10, 6)),
        step(quick, A.ACCEPTED, date(2026, 10, 9)),
        step(quick, A.DONE, date(2026, 11, 9)),
        step(slow, A.DECLINED, date(2026, 10, 25)),
    ]
    figures = answer_figures([quick, slow, waiting], steps)
    assert (figures.handed_over, figures.open, figures.decided, figures.accepted) == (3, 2, 2, 1)
    assert (figures.median_days, figures.acceptance) == (12, 0.5)
