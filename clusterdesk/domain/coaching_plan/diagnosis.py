"""The diagnostic: what counts as a low score, and the milestones that low scores ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clusterdesk.domain.coaching_plan.milestones import names_of
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticCriterion, DiagnosticScore
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate

HIGHEST = 5
LOW = 2  # a score up to this asks for something in the plan


@dataclass(frozen=True, slots=True)
class ScoredCriterion:
    """A criterion with its score record in a diagnostic, if it has one there."""

    criterion: DiagnosticCriterion
    score: DiagnosticScore | None = None

    @property
    def value(self) -> int | None:
        """Return the score, 0–5; ``None`` while it is open."""
        return None if self.score is None else self.score.score

    @property
    def is_low(self) -> bool:
        """Tell whether the score asks for something in the plan."""
        return self.value is not None and self.value <= LOW


@dataclass(frozen=True, slots=True)
class TakenDiagnostic:
    """A diagnostic with all criteria in their order: those in use, and those scored then."""

    diagnostic: Diagnostic
    scores: tuple[ScoredCriterion, ...] = ()

    @property
    def answered(self) -> int:
        """Return how many criteria have a score."""
        return sum(one.value is not None for one in self.scores)


def taken(
    diagnostic: Diagnostic, criteria: Iterable[DiagnosticCriterion], scores: Iterable[DiagnosticScore]
) -> TakenDiagnostic:
    """Put the scores of a diagnostic beside the criteria, business first; a criterion out of use stays where scored."""
    of: Mapping[object, DiagnosticScore] = {
        one.criterion_id: one for one in scores if one.diagnostic_id == diagnostic.id
    }
    shown = [one for one in criteria if (one.active and not one.deleted) or _says(of.get(one.id))]
    shown.sort(key=lambda one: (one.area.value, one.position, one.id))
    return TakenDiagnostic(diagnostic, tuple(ScoredCriterion(one, of.get(one.id)) for one in shown))


def seeds(
    low: TakenDiagnostic, templates: Iterable[MilestoneTemplate], there: Iterable[Milestone] = ()
) -> tuple[MilestoneTemplate, ...]:
    """Return the templates that low scores ask for, the lowest score first; none that is ``there`` already."""
    titles = {one.title for one in there}
    wanted = {one.criterion.key: (one.value or 0) for one in low.scores if one.is_low}
    found = [one for one in templates if one.active and one.criterion_key in wanted and not titles & names_of(one)]
    return tuple(sorted(found, key=lambda one: (wanted[one.criterion_key], one.position, one.id)))


def _says(score: DiagnosticScore | None) -> bool:
    return score is not None and (score.score is not None or bool(score.sentence.strip()))
