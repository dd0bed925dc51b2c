"""What the judgement proposes about the result "employment growth": to confirm it, to revoke it, or what is missing."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.employment.judging import Judgement
from clusterdesk.domain.employment.rules import Rules
from clusterdesk.domain.employment.years import Year, YearState
from clusterdesk.domain.figures.sources import LEVELS, weakest
from clusterdesk.domain.proposals.proposal import (
    ProposedAction,
    ResultProposal,
    Sentence,
    StartState,
    SuggestedProof,
)
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind

GROWN = N_(
    "{year}: {mean} FTE in the mean (quarter ends known: {known} of 4), {difference} over the baseline of {baseline}."
)
FALLEN = N_("The staff has fallen since: {fte} FTE on {day}. A later fall does not take the result away.")
PROVISIONAL = N_("{year} is provisional: {mean} FTE so far (quarter ends known: {known} of 4).")
BELOW = N_("{year}: {mean} FTE in the mean (quarter ends known: {known} of 4), {threshold} were needed.")
TOO_FEW = N_("{year}: quarter ends known: {known} of 4; {needed} are needed.")
NO_BASELINE = N_(
    "No baseline: no head count is known on or before the first coaching action, nor in the {days} days after."
)
NOT_FROZEN = N_("The baseline is not frozen yet: {fte} FTE on {day} are proposed.")
COUNTED_ELSEWHERE = N_("These head counts count already for another project of the organisation.")
NO_ACTION = N_("No coaching action was held in this file yet: nothing can be attributed to it.")
NOT_ATTRIBUTED = N_("{year} qualifies, but its 31 December lies outside the time that counts for the file.")
SOURCES: Mapping[FigureSource, str] = {
    FigureSource.ORAL: N_("Head counts of {year}, told by the company"),
    FigureSource.COMPANY: N_("Head counts of {year}, given by the company"),
    FigureSource.ACCOUNTANT: N_("Head counts of {year}, from the accountant"),
    FigureSource.FILED: N_("Social balance sheet of {year}, filed"),
}
LOST = N_("{year} does not qualify any more by the head counts known today.")


def propose(
    judgement: Judgement,
    file: CoachingFile,
    organisation_id: UUID,
    results: Iterable[ResultEvent],
    evidence: Iterable[Evidence],
    rules: Rules,
    *,
    began: bool,
    shared: bool = True,
) -> ResultProposal:
    """Return the proposal of a coaching file.

    ``began`` tells whether it has a coaching action, ``shared`` whether it is judged by the head counts of the whole
    organisation: those count once, for one project.
    """
    known = tuple(results)
    event = _event(known, file)
    reached, reasons, missing = judgement.reached, [], []
    action = ProposedAction.NONE
    if reached is not None:
        reasons.append(_grown(reached))
        if judgement.fallen and judgement.latest is not None:
            reasons.append(Sentence(FALLEN, {"fte": judgement.latest.fte, "day": judgement.latest.on}))
        if event is None or event.confirmed_on is None:
            missing += _in_the_way(judgement, file, known, shared=shared)
            action = ProposedAction.NONE if missing else ProposedAction.CONFIRM
    else:
        missing += _missing(judgement, rules, began=began)
    if event is not None and event.confirmed_on is not None and not _holds(judgement, event):
        action = ProposedAction.REVOKE
        missing.insert(0, Sentence(LOST, {"year": str(event.on.year)}))
    running = judgement.running
    if running is not None and running.mean is not None and reached is None:
        values = {"year": str(running.year), "mean": running.mean, "known": running.known}
        reasons.append(Sentence(PROVISIONAL, values))
    return ResultProposal(
        kind=ResultKind.JOB_GROWTH,
        rule=rules.name,
        on=reached.on if reached is not None else None,
        action=action,
        start=StartState.BELOW,
        reasons=tuple(reasons),
        missing=tuple(missing),
        evidence=tuple(one for one in evidence if _is_of(one, file, event)),
        event=event,
        suggested=_suggested(reached),
        on_the_way=running is not None and running.state is YearState.QUALIFIES,
        project_id=file.project_id,
        organisation_id=organisation_id,
        coaching_file_id=file.id,
    )


def _event(results: Iterable[ResultEvent], file: CoachingFile) -> ResultEvent | None:
    """Return the earliest result of the file's project that stands; one of the organisation alone serves, too."""
    mine = [
        one
        for one in results
        if one.revoked_on is None and not one.deleted and one.project_id in {file.project_id, None}
    ]
    return min(mine, key=lambda one: (one.confirmed_on is None, one.on, one.id), default=None)


def _in_the_way(
    judgement: Judgement, file: CoachingFile, results: Iterable[ResultEvent], *, shared: bool
) -> list[Sentence]:
    """Return what keeps a year that qualifies from being proposed."""
    baseline = judgement.baseline
    others = [one for one in results if one.revoked_on is None and one.confirmed_on is not None]
    if shared and any(one.project_id not in {file.project_id, None} for one in others):
        return [Sentence(COUNTED_ELSEWHERE)]
    if baseline is not None and not baseline.frozen:
        return [Sentence(NOT_FROZEN, {"fte": baseline.fte, "day": baseline.on})]
    return []


def _holds(judgement: Judgement, event: ResultEvent) -> bool:
    """Tell whether the year of a result still qualifies; a year that is not judged (before the coaching) does not."""
    return any(
        year.year == event.on.year and year.state is YearState.QUALIFIES and year.attributed and not year.running
        for year in judgement.years
    )


def _is_of(one: Evidence, file: CoachingFile, event: ResultEvent | None) -> bool:
    if one.result_event_id is not None:
        return event is not None and one.result_event_id == event.id
    return one.project_id in {file.project_id, None}


def _suggested(reached: Year | None) -> SuggestedProof | None:
    """Propose as evidence the head counts of the year, worth what the weakest source of them is worth."""
    source = weakest(one.source for one in reached.quarters if one.source is not None) if reached is not None else None
    if reached is None or source is None:
        return None
    return SuggestedProof(Sentence(SOURCES[source], {"year": str(reached.year)}), LEVELS[source])


def _grown(year: Year) -> Sentence:
    assert year.baseline is not None
    return Sentence(
        GROWN,
        {
            "year": str(year.year),
            "mean": year.mean,
            "known": year.known,
            "difference": year.difference,
            "baseline": year.baseline.fte,
        },
    )


def _missing(judgement: Judgement, rules: Rules, *, began: bool) -> list[Sentence]:
    if not began:
        return [Sentence(NO_ACTION)]
    if judgement.baseline is None:
        return [Sentence(NO_BASELINE, {"days": rules.days_after_start})]
    over = [year for year in judgement.years if not year.running]
    return [_why_not(year, rules) for year in over[-2:]]


def _why_not(year: Year, rules: Rules) -> Sentence:
    values: dict[str, object] = {"year": str(year.year), "known": year.known}
    if year.state is YearState.TOO_FEW:
        return Sentence(TOO_FEW, {**values, "needed": rules.quarters_needed})
    if year.state is YearState.QUALIFIES:
        return Sentence(NOT_ATTRIBUTED, values)
    return Sentence(BELOW, {**values, "mean": year.mean, "threshold": year.threshold})
