"""A referral after a move: what it needs, which fields it sets, and what keeps a referral whole.

``advanced`` is the only road to another state. ``flaw`` says what a referral in its state lacks, for those that were
not made by a move: typed field by field, imported, put back.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referrals import (
    Decline,
    FinishReferral,
    GiveConsent,
    HandOver,
    OfReferral,
    RevokeReferral,
    Withdraw,
)
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralState, ReferralStep
from clusterdesk.domain.referrals.states import BEFORE, MOVES, WITH_TEAM, Refusal, refusal, reopened

AHEAD = DayRefusal(
    "referral_ahead",
    N_("What is of {day} has not happened yet."),
    N_("Give a day up to today."),
)
_EARLY = DayRefusal(
    "referral_day",
    N_("On {day} this orientation was not as far as that: “{state_label}” is of {before}."),
    N_("Give a later day, or correct the earlier step first."),
)
MOVED_BY_ACTS = ("state", "state_on", "token")
"""Fields that nobody types: moves set them."""

_CLEARED: Mapping[str, Any] = {
    "decided_on": None,
    "reason": "",
    "outcome": None,
    "outcome_on": None,
    "outcome_value": None,
    "outcome_country": "",
    "outcome_remark": "",
}
_NO_CONSENT: Mapping[str, Any] = {"consent_by": "", "consent_on": None, "consent_what": ""}
_NOT_HANDED_OVER: Mapping[str, Any] = {"handed_over_on": None, "answer_due_on": None}
_CONSENTED = WITH_TEAM | {ReferralState.CONSENT, ReferralState.DECLINED, ReferralState.DONE}
_HANDED_OVER = WITH_TEAM | {ReferralState.DECLINED, ReferralState.DONE}


def advanced(before: Referral, cmd: OfReferral, day: date) -> Referral:
    """Return a referral after a move on a day.

    Of a hand-over, ``answer_due_on`` must be worked out already: the team's usual days are not known here.

    Raises:
        KnownError: the move is impossible from here, lacks something, or is dated before the state it starts from.
    """
    impossible = refusal(cmd.ACT, before.state)
    if impossible is not None:
        raise refused(impossible, before.state)
    _check_day(before, day, cmd.ACT)
    if type(cmd) in _SETTERS:
        after = _SETTERS[type(cmd)](before, cmd, day)
    elif cmd.ACT is ReferralAct.REOPENED:
        return _reopened(before, day)
    elif cmd.ACT is ReferralAct.ACCEPTED or (cmd.ACT is ReferralAct.STARTED and before.decided_on is None):
        after = replace(before, decided_on=day)
    else:
        after = before
    end = MOVES[cmd.ACT].end
    return after if end is None else replace(after, state=end, state_on=max(day, before.on))


def step_of(cmd: OfReferral, day: date, by: str) -> ReferralStep:
    """Return the step that keeps a move: what, when, by whom, and the words said with it."""
    said = getattr(cmd, "reason", "") or cmd.remark
    return ReferralStep(referral_id=cmd.referral_id, act=cmd.ACT, on=day, by=one_line(by), remark=said.strip())


def refused(impossible: Refusal, state: ReferralState) -> KnownError:
    """Return the error that explains an impossible move."""
    return KnownError("referral_move", impossible.message, advice=impossible.advice, state_label=choice_label(state))


def flaw(referral: Referral) -> Refusal | None:
    """Return what a referral lacks for the state it is in; ``None`` where it is whole."""
    if referral.state in _CONSENTED and not _consent(referral):
        return Refusal(
            N_("In the state “{state_label}” it must be known who agreed, when, and to share what."),
            N_("Give all three, or take the orientation back to a draft."),
        )
    if referral.state in _HANDED_OVER and (referral.hub_team_id is None or referral.handed_over_on is None):
        return Refusal(
            N_("In the state “{state_label}” it must be known which team has it, and since when."),
            N_("Give the team and the date of the hand-over."),
        )
    if referral.state in BEFORE and referral.handed_over_on is not None:
        return Refusal(
            N_("In the state “{state_label}” nothing was handed over yet."),
            N_("Note the hand-over instead of typing its date."),
        )
    if referral.state is not ReferralState.DONE and referral.outcome is not None:
        return Refusal(
            N_("In the state “{state_label}” nothing can have come of it yet."),
            N_("Note the orientation as done, with what came of it."),
        )
    if referral.state is ReferralState.DECLINED and not one_line(referral.reason):
        return Refusal(N_("An orientation is declined with a reason."), N_("Say in a few words why."))
    if referral.state is ReferralState.DONE and (referral.outcome is None or referral.outcome_on is None):
        return Refusal(
            N_("An orientation that is done has an outcome and its date, be it that nothing came of it."),
            N_("Say what came of it, and when."),
        )
    return None


def _consent(referral: Referral) -> bool:
    said = one_line(referral.consent_by) and one_line(referral.consent_what)
    return bool(said) and referral.consent_on is not None


def _check_day(before: Referral, day: date, act: ReferralAct) -> None:
    since = before.state_on or before.on
    if act not in {ReferralAct.CONSENTED, ReferralAct.FED_BACK}:
        _EARLY.check_follows(day, since, state_label=choice_label(before.state))


def _reopened(before: Referral, day: date) -> Referral:
    end = reopened(before.state, consented=_consent(before))
    after = replace(before, **_CLEARED, state=end, state_on=day)
    if end is ReferralState.IN_PROGRESS:
        return replace(after, decided_on=before.decided_on)
    if end is ReferralState.HANDED_OVER:
        return after
    after = replace(after, **_NOT_HANDED_OVER)
    return replace(after, **_NO_CONSENT) if end is ReferralState.DRAFT else after


def _consenting(before: Referral, cmd: Any, day: date) -> Referral:  # noqa: ANN401 - the command of the table
    after = replace(before, consent_by=one_line(cmd.consent_by), consent_on=day, consent_what=cmd.consent_what.strip())
    if not _consent(after):
        raise KnownError(
            "referral_consent",
            N_("A consent says who of the organisation agreed, and to share what."),
            advice=N_("Give the name of the person and what may be shared."),
        )
    return after


def _handing_over(before: Referral, cmd: Any, day: date) -> Referral:  # noqa: ANN401
    if before.kind_id is None or not one_line(before.need):
        raise KnownError(
            "referral_bare",
            N_("A team cannot work with an orientation without a kind and a need."),
            advice=N_("Say what it is about and what the organisation needs."),
        )
    return replace(
        before,
        hub_team_id=cmd.hub_team_id,
        hub_person_id=cmd.hub_person_id,
        handed_over_on=day,
        answer_due_on=cmd.answer_due_on,
    )


def _ending(before: Referral, cmd: Any, day: date) -> Referral:  # noqa: ANN401
    reason = cmd.reason.strip()
    if not reason:
        raise KnownError(
            "referral_reason",
            N_("This needs a reason: the next one who reads it will ask."),
            advice=N_("Say in a few words why."),
        )
    decided = day if cmd.ACT is ReferralAct.DECLINED else before.decided_on
    return replace(before, reason=reason, decided_on=decided)


def _finishing(before: Referral, cmd: Any, day: date) -> Referral:  # noqa: ANN401
    outcome_on = cmd.outcome_on or day
    if outcome_on > day or (before.handed_over_on and outcome_on < before.handed_over_on):
        raise KnownError(
            "referral_outcome_day",
            N_("The outcome of {day} lies before the hand-over, or after it was noted as done."),
            advice=N_("Give the day on which it came about."),
            day=outcome_on,
        )
    return replace(
        before,
        decided_on=before.decided_on or day,
        outcome=cmd.outcome,
        outcome_on=outcome_on,
        outcome_value=cmd.outcome_value,
        outcome_currency=cmd.outcome_currency or "EUR",
        outcome_country=cmd.outcome_country,
        outcome_remark=cmd.outcome_remark.strip(),
    )


_SETTERS: Mapping[type[OfReferral], Callable[[Referral, Any, date], Referral]] = {
    GiveConsent: _consenting,
    HandOver: _handing_over,
    Decline: _ending,
    Withdraw: _ending,
    RevokeReferral: _ending,
    FinishReferral: _finishing,
}
