"""The diagnostic of an organisation: taken, scored, compared with the one before, and what it asks for."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.coaching_plan.diagnosis import HIGHEST, TakenDiagnostic, seeds, taken
from clusterdesk.domain.commands.plans import CriterionScore, ScoreDiagnostic, TakeDiagnostic
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticCriterion, DiagnosticScore
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.store.desk_store import Store


def take_diagnostic(store: Store, cmd: TakeDiagnostic) -> OpResult[Diagnostic]:
    """Begin a diagnostic, with a line for each criterion in use.

    Raises:
        KnownError: the organisation does not exist, a criterion neither, or a score is none.
    """
    organisation = receiving_organisation(store, cmd.organisation_id)
    made = Diagnostic(
        organisation_id=organisation.id,
        coaching_file_id=cmd.coaching_file_id,
        profile_id=cmd.profile_id,
        on=cmd.on or store.clock.today(),
        remark=cmd.remark,
    )
    changes: list[Change] = [Insert(made), *_score_changes(store, made, cmd.scores)]
    return OpResult(made, store.apply(replace(cmd, title=organisation.name), changes))


def score_diagnostic(store: Store, cmd: ScoreDiagnostic) -> OpResult[TakenDiagnostic]:
    """Give criteria their scores in one step; an empty sentence leaves the one written before.

    Raises:
        KnownError: there is no such diagnostic or criterion, or a score is none.
    """
    diagnostic = store.get(Diagnostic, cmd.diagnostic_id)
    name = store.get(Organisation, diagnostic.organisation_id).name
    done = store.apply(replace(cmd, title=name), _score_changes(store, diagnostic, cmd.scores))
    return OpResult(read_diagnostic(store, diagnostic.id), done)


def read_diagnostic(store: Store, diagnostic_id: UUID) -> TakenDiagnostic:
    """Return a diagnostic with its criteria and scores.

    Raises:
        KnownError: there is none.
    """
    diagnostic = store.get(Diagnostic, diagnostic_id)
    scores = store.find(DiagnosticScore, diagnostic_id=diagnostic_id)
    return taken(diagnostic, store.find(DiagnosticCriterion, deleted=None), scores)


def criteria_by_key(store: Store) -> dict[str, UUID]:
    """Return the ids of the criteria by their keys."""
    return {one.key: one.id for one in store.find(DiagnosticCriterion)}


def seeded_templates(
    store: Store, diagnostic: TakenDiagnostic, file_id: UUID | None = None
) -> tuple[MilestoneTemplate, ...]:
    """Return the milestones that the low scores of a diagnostic ask for and that the plan of a file lacks."""
    there = store.find(Milestone, coaching_file_id=file_id) if file_id is not None else []
    return seeds(diagnostic, store.find(MilestoneTemplate), there)


def _score_changes(store: Store, diagnostic: Diagnostic, scores: Iterable[CriterionScore]) -> list[Change]:
    given = {one.criterion_id: one for one in scores}
    there = {one.criterion_id: one for one in store.find(DiagnosticScore, deleted=None, diagnostic_id=diagnostic.id)}
    wanted = [one.id for one in store.find(DiagnosticCriterion, active=True)]
    changes: list[Change] = []
    for criterion_id in dict.fromkeys((*wanted, *given)):
        if criterion_id in given:
            _check(store, given[criterion_id])
        before = there.get(criterion_id)
        if before is None:
            member = set_member_id("diagnostic_score", {"diagnostic_id": diagnostic.id, "criterion_id": criterion_id})
            new = DiagnosticScore(id=member, diagnostic_id=diagnostic.id, criterion_id=criterion_id)
            changes.append(Insert(_scored(new, given.get(criterion_id))))
            continue
        if before.deleted:
            changes.append(deletion("diagnostic_score", before.id, deleted=False))
        changes += differences(before, _scored(before, given.get(criterion_id)))
    return changes


def _scored(line: DiagnosticScore, given: CriterionScore | None) -> DiagnosticScore:
    if given is None:
        return line
    return replace(line, score=given.score, sentence=given.sentence.strip() or line.sentence)


def _check(store: Store, given: CriterionScore) -> None:
    store.get(DiagnosticCriterion, given.criterion_id)
    if given.score is not None and not 0 <= given.score <= HIGHEST:
        raise KnownError(
            "score_outside",
            N_("A score goes from 0 to {most}: {score} does not."),
            advice=N_("Give another score."),
            most=HIGHEST,
            score=given.score,
        )
