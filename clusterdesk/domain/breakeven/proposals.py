"""What the figures propose: to confirm that break-even was reached or lost, or to take a confirmed result back.

The programme proposes, a person decides. Nothing here is kept: proposals follow from the figures and the results as
they are now, so that a corrected figure proposes anew, and taking the correction back takes the proposal back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Change, Series
from clusterdesk.domain.breakeven.start_state import MONTHS_AFTER, MONTHS_BEFORE, Start, StartState
from clusterdesk.domain.coaching import Attribution
from clusterdesk.domain.proposals import proposal as shared
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal, Sentence
from clusterdesk.domain.records.results import ResultEvent, ResultKind

KIND_OF = {Change.REACHED: ResultKind.BREAK_EVEN_REACHED, Change.LOST: ResultKind.BREAK_EVEN_LOST}

type Dated = tuple[ResultKind, Period]


class Rule(StrEnum):
    """The rule that decided: three months in a row, twelve months at three month-ends, two quarters in a row."""

    R3 = "R3"
    T12 = "T12"
    QUARTERLY = "quarterly"


class Doubt(StrEnum):
    """Why a result would not count by itself: it is confirmed with a reason only."""

    REACHED_BEFORE = "reached_before"
    NEVER_BELOW = "never_below"
    START_UNKNOWN = "start_unknown"
    NOT_COACHED = "not_coached"
    AFTER_COACHING = "after_coaching"


@dataclass(frozen=True, slots=True)
class Case:
    """A ledger before its rule: the figures followed, how it was at the start, on which days results count."""

    series: Series
    start: Start
    attribution: Attribution | None
    rule: Rule
    run: int


_DOUBTS: Mapping[Doubt, str] = {
    Doubt.REACHED_BEFORE: N_("Reached on {on}, before the first coaching action of {day}."),
    Doubt.NEVER_BELOW: N_(
        "No loss in the {before} months before the first coaching action of {day}, nor in the {after} months after it."
    ),
    Doubt.START_UNKNOWN: N_(
        "No complete figures in the {before} months before the first coaching action of {day}, nor in the {after}"
        " months after it."
    ),
    Doubt.NOT_COACHED: N_("No coaching action is recorded: nothing is attributed."),
    Doubt.AFTER_COACHING: N_("Too long after the coaching file was closed."),
}


def rule_of(*, seasonal: bool, quarterly: bool) -> Rule:
    """Return the rule a ledger is judged by."""
    if seasonal:
        return Rule.T12
    return Rule.QUARTERLY if quarterly else Rule.R3


def proposals_of(case: Case, recorded: Sequence[ResultEvent], like: ResultProposal) -> tuple[ResultProposal, ...]:
    """Return what is proposed for a ledger, and the results that stand: to revoke, to confirm, then those that hold.

    Args:
        case: the figures and the coaching.
        recorded: the break-even results of the ledger, and those of its project that name no ledger; none revoked.
        like: a proposal that says whose it is: ledger, project, organisation, coaching file, evidence.
    """
    events = [(KIND_OF[change], period) for change, period in case.series.core.events]
    by_date = {(kind, period.last_day): period for kind, period in events}
    gone, held, open_ = [], [], []
    for one in recorded:
        period = by_date.get((one.kind, one.on))
        if one.ledger_id is None and period is None:
            continue
        proposal = replace(like, kind=one.kind, on=one.on, event=one, start=_shared(case.start))
        if period is None:
            gone.append(_revoking(proposal, case, events))
        elif one.confirmed_on is None:
            open_.append(_reasoned(replace(proposal, action=ProposedAction.CONFIRM), case, period))
        else:
            held.append(_reasoned(proposal, case, period))
    found = _next(events, recorded, case)
    if found is not None:
        (kind, period), doubt = found
        fresh = replace(like, kind=kind, on=period.last_day, action=ProposedAction.CONFIRM, start=_shared(case.start))
        open_.append(_doubted(_reasoned(fresh, case, period), doubt, case.start))
    return (*gone, *open_, *held)


def _next(events: Sequence[Dated], recorded: Sequence[ResultEvent], case: Case) -> tuple[Dated, Doubt | None] | None:
    """Return the event to propose: what follows the last one kept, else the first that counts, else the first."""
    kept = {(one.kind, one.on) for one in recorded}
    reached = [one for one in events if one[0] is ResultKind.BREAK_EVEN_REACHED]
    counting = next((one for one in reached if _doubt(one[1].last_day, case) is None), None)
    first = counting or next(iter(reached), None)
    places = [place for place, (kind, period) in enumerate(events) if (kind, period.last_day) in kept]
    if not places and first is not None and any(_by_hand(one) for one in recorded):
        places = [events.index(first)]  # noted by hand, without figures: the same fact is not proposed again
    if places:
        later = events[places[-1] + 1 :]
        return (later[0], _doubt(later[0][1].last_day, case, followed=True)) if later else None
    return (first, _doubt(first[1].last_day, case)) if first is not None else None


def _by_hand(event: ResultEvent) -> bool:
    return event.ledger_id is None and event.kind is ResultKind.BREAK_EVEN_REACHED


def _doubt(day: date, case: Case, *, followed: bool = False) -> Doubt | None:
    """Return why an event dated ``day`` would not count; one that follows a kept one needs no start below."""
    if case.attribution is None:
        return Doubt.NOT_COACHED
    if day <= case.attribution.first_action:
        return Doubt.REACHED_BEFORE
    if followed:
        return None
    if not case.attribution.covers(day):
        return Doubt.AFTER_COACHING
    if case.start.state is StartState.BELOW:
        return None
    return Doubt.START_UNKNOWN if case.start.state is StartState.UNKNOWN else Doubt.NEVER_BELOW


def _doubted(proposal: ResultProposal, doubt: Doubt | None, start: Start) -> ResultProposal:
    if doubt is None:
        return proposal
    values: dict[str, object] = {
        "on": proposal.on,
        "day": start.first_action or date.min,
        "before": MONTHS_BEFORE,
        "after": MONTHS_AFTER,
    }
    before = doubt in (Doubt.REACHED_BEFORE, Doubt.NEVER_BELOW)
    return replace(
        proposal,
        start=shared.StartState.ALREADY_REACHED if before else shared.StartState.UNKNOWN,
        doubtful=not before,
        missing=(Sentence(_DOUBTS[doubt], values),),
    )


def _reasoned(proposal: ResultProposal, case: Case, last: Period) -> ResultProposal:
    """Add the periods that decided, and the loss at the start."""
    core = {one.period.index: one.core for one in case.series.periods}
    values: Mapping[int, Decimal | None] = case.series.core.t12 if case.rule is Rule.T12 else core
    message = (
        N_("{period}: result of the last twelve months {amount_money}.")
        if case.rule is Rule.T12
        else N_("{period}: result without subsidies {amount_money}.")
    )
    reasons = [
        Sentence(message, {"period": last.at(index), "amount_money": amount})
        for index in range(last.index - case.run + 1, last.index + 1)
        if (amount := values.get(index)) is not None
    ]
    shown = case.start.shown_by
    if shown is not None and proposal.kind is ResultKind.BREAK_EVEN_REACHED:
        text = N_("Below break-even when the coaching began: a result of {amount_money} from {first} to {last}.")
        reasons.append(Sentence(text, {"amount_money": shown.core, "first": shown.first_day, "last": shown.last_day}))
    return replace(proposal, reasons=tuple(reasons))


def _revoking(proposal: ResultProposal, case: Case, events: Sequence[Dated]) -> ResultProposal:
    """Say that a result does not hold by the figures as they are now."""
    other = next((period for kind, period in events if kind is proposal.kind), None)
    now = (
        Sentence(N_("By the figures as they are now it was on {day}."), {"day": other.last_day})
        if other is not None
        else Sentence(N_("By the figures as they are now there is no such day."))
    )
    shown = Sentence(N_("A figure was corrected: {on} does not hold any more."), {"on": proposal.on})
    return replace(proposal, action=ProposedAction.REVOKE, missing=(shown, now))


def _shared(start: Start) -> shared.StartState:
    match start.state:
        case StartState.BELOW:
            return shared.StartState.BELOW
        case StartState.NOT_BELOW:
            return shared.StartState.ALREADY_REACHED
        case _:
            return shared.StartState.UNKNOWN
