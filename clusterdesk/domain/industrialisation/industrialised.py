"""When a project is proposed as industrialised, and when a confirmed one does not hold any more.

Proposed from the day of the assessment that found MRL 9, while no later one found less, with two pieces of evidence of
level 2 or more, where the first assessment found less than 9: else it was there before the coaching, and counts only
with a reason. What level 9 asks – a Brussels site, three months of repeated batches, units sold to others, the cost of
a unit – are the questions of that level. A confirmed result stays until somebody revokes it, whatever is found later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal, Sentence, StartState
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind


@dataclass(frozen=True, slots=True)
class IndustrialisedRule:
    """The thresholds of the rule set, as shipped."""

    level: int = 9
    on_the_way_from: int = 6
    pieces: int = 2
    evidence_level: EvidenceLevel = EvidenceLevel.ATTESTATION

    @property
    def name(self) -> str:
        """Return what is kept in the result: by which rule it was proposed."""
        return f"MRL{self.level}"


RULE = IndustrialisedRule()


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a project: its assessments (in any order), evidence, and the result noted, not revoked."""

    assessments: Sequence[MrlAssessment] = ()
    evidence: Sequence[Evidence] = ()
    event: ResultEvent | None = None


def propose_industrialised(found: Found, rule: IndustrialisedRule = RULE) -> ResultProposal:
    """Return how far a project is on the way to being industrialised, and what a person should decide."""
    run = sorted(found.assessments, key=day_order)
    level = run[-1].level if run else 0
    since = _since(run, rule.level)
    proofs = proving(found.evidence, rule)
    decided = found.event is not None and found.event.confirmed_on is not None
    missing = _missing(run, len(proofs), rule)
    action = ProposedAction.NONE
    if decided and run and level < rule.level:
        action = ProposedAction.REVOKE
    elif not decided and not missing:
        action = ProposedAction.CONFIRM
    return ResultProposal(
        kind=ResultKind.INDUSTRIALISED,
        rule=rule.name,
        on=since,
        action=action,
        start=_start(run, rule),
        reasons=_reasons(run, since, len(proofs), rule),
        missing=missing,
        evidence=tuple(found.evidence),
        event=found.event,
        on_the_way=rule.on_the_way_from <= level < rule.level,
    )


def proving(evidence: Sequence[Evidence], rule: IndustrialisedRule = RULE) -> list[Evidence]:
    """Return the evidence that counts: obtained, and high enough on the ladder."""
    return [one for one in evidence if not one.wanted and one.level >= rule.evidence_level]


def _since(run: Sequence[MrlAssessment], level: int) -> date | None:
    """Return the day since when every assessment has found at least this level."""
    since = None
    for one in reversed(run):
        if one.level < level:
            break
        since = one.on
    return since


def _start(run: Sequence[MrlAssessment], rule: IndustrialisedRule) -> StartState:
    if not run:
        return StartState.UNKNOWN
    return StartState.BELOW if run[0].level < rule.level else StartState.ALREADY_REACHED


def _reasons(
    run: Sequence[MrlAssessment], since: date | None, proofs: int, rule: IndustrialisedRule
) -> tuple[Sentence, ...]:
    found = []
    if run and run[0].level < rule.level:
        found.append(
            Sentence(N_("Level {level} at the first assessment, on {day}."), {"level": run[0].level, "day": run[0].on})
        )
    if since is not None:
        values = {"level": run[-1].level, "day": since, "wanted": rule.level}
        found.append(Sentence(N_("At level {wanted} or above since {day}; level {level} now."), values))
    if proofs >= rule.pieces:
        values = {"n": proofs, "least": int(rule.evidence_level)}
        found.append(Sentence(N_("Pieces of evidence of level {least} or more: {n}."), values))
    return tuple(found)


def _missing(run: Sequence[MrlAssessment], proofs: int, rule: IndustrialisedRule) -> tuple[Sentence, ...]:
    found = []
    if not run:
        found.append(Sentence(N_("Its maturity was not assessed yet.")))
    elif run[-1].level < rule.level:
        values = {"level": run[-1].level, "day": run[-1].on, "wanted": rule.level}
        found.append(Sentence(N_("Level {level} on {day}: level {wanted} is needed."), values))
    if proofs < rule.pieces:
        values = {"n": proofs, "wanted": rule.pieces, "least": int(rule.evidence_level)}
        found.append(Sentence(N_("Pieces of evidence of level {least} or more: {n} of {wanted}."), values))
    return tuple(found)
