"""The coaching plan: baselines frozen, milestones planned and reached, diagnostics taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class _Titled(Command):
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project, the milestone or the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class FreezeBaseline(_Titled):
    """Write down where a track of a file starts from, dated; another baseline than the first needs a ``reason``.

    ``on`` of ``None`` is today; ``unit`` is that of the target as well.
    """

    LABEL: ClassVar[str] = N_("Baseline · {title}")
    file_track_id: UUID
    baseline: Decimal | None
    on: date | None = None
    unit: str = ""
    remark: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AddMilestones(_Titled):
    """Put milestones of templates into the plan of a file, in a language, dated from ``from_on`` (its opening)."""

    LABEL: ClassVar[str] = N_("Milestones from templates · {title}")
    coaching_file_id: UUID
    template_ids: tuple[UUID, ...]
    language: str = "fr"
    from_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReachMilestone(_Titled):
    """Say that a milestone was reached, on a day (today), with the value that was reached."""

    LABEL: ClassVar[str] = N_("Milestone reached · {title}")
    milestone_id: UUID
    on: date | None = None
    value: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class ReopenMilestone(_Titled):
    """Say that a milestone was not reached after all."""

    LABEL: ClassVar[str] = N_("Milestone open again · {title}")
    milestone_id: UUID


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """What a criterion gets: 0–5, and the sentence that says why."""

    criterion_id: UUID
    score: int | None
    sentence: str = ""


@dataclass(frozen=True, kw_only=True)
class TakeDiagnostic(_Titled):
    """Begin a diagnostic of an organisation: a line for each criterion in use, with the scores known already."""

    LABEL: ClassVar[str] = N_("Diagnostic · {title}")
    organisation_id: UUID
    on: date | None = None
    coaching_file_id: UUID | None = None
    profile_id: UUID | None = None
    scores: tuple[CriterionScore, ...] = ()
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class ScoreDiagnostic(_Titled):
    """Give criteria of a diagnostic their scores; criteria that came into use since get their lines as well."""

    LABEL: ClassVar[str] = N_("Scores of the diagnostic · {title}")
    diagnostic_id: UUID
    scores: tuple[CriterionScore, ...] = ()
