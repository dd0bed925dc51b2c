"""What the figures propose: to confirm that break-even was reached or lost, or to take a confirmed result back.

The programme proposes, a person decides. Nothing here is kept: proposals follow from the figures and the results as
they are now, so that a corrected figure proposes anew, and taking the correction back takes the proposal back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Change, Series
from clusterdesk.domain.breakeven.start_state import Start, StartState
from clusterdesk.domain.coaching import Attribution
from clusterdesk.domain.records.results import ResultEvent, ResultKind

KIND_OF = {Change.REACHED: ResultKind.BREAK_EVEN_REACHED, Change.LOST: ResultKind.BREAK_EVEN_LOST}


class Doubt(StrEnum):
    """Why a result would not count by itself: it is confirmed with a reason only."""

    ALREADY_REACHED = "already_reached"
    START_UNKNOWN = "start_unknown"
    NOT_COACHED = "not_coached"
    AFTER_COACHING = "after_coaching"


class Rule(StrEnum):
    """The rule that decided: three months in a row, twelve months at three month-ends, two quarters in a row."""

    R3 = "R3"
    T12 = "T12"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True)
class Deciding:
    """A period that decided, with the amount that did: its result, or the sum of twelve months."""

    period: Period
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BreakEvenProposal:
    """To confirm a result dated ``on``, or to revoke the one with ``result_id``, which no longer holds."""

    kind: ResultKind
    on: date
    rule: Rule
    result_id: UUID | None = None
    doubt: Doubt | None = None
    decided_by: tuple[Deciding, ...] = ()

    @property
    def revokes(self) -> bool:
        """Tell whether a result is to be taken back."""
        return self.result_id is not None


def rule_of(*, seasonal: bool, quarterly: bool) -> Rule:
    """Return the rule a ledger is judged by."""
    if seasonal:
        return Rule.T12
    return Rule.QUARTERLY if quarterly else Rule.R3


def proposals_of(
    series: Series,
    recorded: Sequence[ResultEvent],
    start: Start,
    attribution: Attribution | None,
    *,
    rule: Rule,
    run: int,
) -> tuple[BreakEvenProposal, ...]:
    """Return what is proposed for a ledger, what is to be revoked first.

    Args:
        series: the figures, followed.
        recorded: the break-even results of this ledger, and of its project without a ledger, that stand.
        start: how it was when the coaching began.
        attribution: the days on which a result counts for the coaching file.
        rule: the rule that decides.
        run: so many periods decided.
    """
    events = [(KIND_OF[change], period) for change, period in series.core.events]
    dated = {(kind, period.last_day) for kind, period in events}
    gone = [
        BreakEvenProposal(one.kind, one.on, rule, one.id)
        for one in recorded
        if one.ledger_id is not None and (one.kind, one.on) not in dated
    ]
    kept = {(one.kind, one.on) for one in recorded}
    found = _next(events, kept, start, attribution)
    if found is None:
        return tuple(gone)
    (kind, period), doubt = found
    decided = _deciding(series, period, rule, run)
    return (*gone, BreakEvenProposal(kind, period.last_day, rule, None, doubt, decided))


def _next(
    events: Sequence[tuple[ResultKind, Period]],
    kept: set[tuple[ResultKind, date]],
    start: Start,
    attribution: Attribution | None,
) -> tuple[tuple[ResultKind, Period], Doubt | None] | None:
    """Return the event to propose: what follows the last one kept, else the first that counts, else the first."""
    places = [place for place, (kind, period) in enumerate(events) if (kind, period.last_day) in kept]
    if places:
        later = events[places[-1] + 1 :]
        return (later[0], _doubt(later[0][1].last_day, start, attribution, followed=True)) if later else None
    reached = [one for one in events if one[0] is ResultKind.BREAK_EVEN_REACHED]
    if not reached:
        return None
    for one in reached:
        if _doubt(one[1].last_day, start, attribution) is None:
            return one, None
    return reached[0], _doubt(reached[0][1].last_day, start, attribution)


def _doubt(day: date, start: Start, attribution: Attribution | None, *, followed: bool = False) -> Doubt | None:
    if attribution is None or start.state is StartState.NOT_COACHED:
        return Doubt.NOT_COACHED
    if day <= attribution.first_action:
        return Doubt.ALREADY_REACHED
    if not attribution.covers(day):
        return None if followed else Doubt.AFTER_COACHING
    if followed or start.state is StartState.BELOW:
        return None
    return Doubt.START_UNKNOWN if start.state is StartState.UNKNOWN else Doubt.ALREADY_REACHED


def _deciding(series: Series, last: Period, rule: Rule, run: int) -> tuple[Deciding, ...]:
    core = {one.period.index: one.core for one in series.periods}
    values = series.core.t12 if rule is Rule.T12 else core
    return tuple(
        Deciding(last.at(index), amount)
        for index in range(last.index - run + 1, last.index + 1)
        if (amount := values.get(index)) is not None
    )
