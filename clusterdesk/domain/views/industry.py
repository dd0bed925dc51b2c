"""The read model of industrial scale-up: the projects of an organisation, how mature they are, what they can make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.industrialisation.maturity import (
    Maturity,
    Replies,
    ReplyChange,
    known_replies,
    maturity,
    reply_changes,
)
from clusterdesk.domain.proposals.proposal import ResultProposal
from clusterdesk.domain.records.industrialisation import (
    CapacitySheet,
    MrlAnswer,
    MrlAssessment,
    MrlQuestion,
)
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Action


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment with its answers by question, what changed since the one before, and who made it.

    ``replies`` are what the answers say; where only the level is known, what that level means.
    """

    assessment: MrlAssessment
    answers: Mapping[UUID, MrlAnswer] = field(default_factory=dict)
    replies: Replies = field(default_factory=dict)
    changes: tuple[ReplyChange, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class ProjectIndustry:
    """A project: its assessments and capacity sheets, the newest first, and what is proposed.

    ``maturity`` is what the newest answers give with the questions of today; ``promise`` is what was promised, and not
    kept yet, to lift what blocks. ``role`` is what the organisation does in a project it takes part in.
    """

    project: Project
    proposal: ResultProposal
    maturity: Maturity = field(default_factory=lambda: Maturity(0))
    assessed: tuple[Assessed, ...] = ()
    sheets: tuple[CapacitySheet, ...] = ()
    promise: Action | None = None
    role: str = ""

    @property
    def level(self) -> int:
        """Return the level now: what the newest assessment found, 0 before the first one."""
        return self.assessed[0].assessment.level if self.assessed else 0

    @property
    def replies(self) -> Replies:
        """Return the newest answers by question."""
        return self.assessed[0].replies if self.assessed else {}

    @property
    def newest(self) -> MrlAssessment | None:
        """Return the newest assessment."""
        return self.assessed[0].assessment if self.assessed else None


@dataclass(frozen=True, slots=True)
class IndustryPage:
    """The projects of an organisation, the furthest one first, and the questions in use, from the lowest level up."""

    organisation_id: UUID
    name: str
    projects: tuple[ProjectIndustry, ...] = ()
    questions: tuple[MrlQuestion, ...] = ()
    profiles: tuple[Profile, ...] = ()
    languages: tuple[str, ...] = ()

    def question(self, question_id: UUID) -> MrlQuestion | None:
        """Return a question in use by its id."""
        return next((one for one in self.questions if one.id == question_id), None)


def assessed_in_order(
    assessments: tuple[MrlAssessment, ...],
    answers: Mapping[UUID, Mapping[UUID, MrlAnswer]],
    questions: tuple[MrlQuestion, ...],
    names: Mapping[UUID, str],
) -> tuple[Assessed, ...]:
    """Return assessments with their answers, the newest first, each with what changed since the one before it."""
    found: list[Assessed] = []
    before: Replies | None = None
    for one in sorted(assessments, key=day_order):
        mine = answers.get(one.id, {})
        replies = known_replies(questions, one.level, {key: answer.reply for key, answer in mine.items()})
        changes = () if before is None else reply_changes(questions, before, replies)
        by = names.get(one.profile_id, "") if one.profile_id is not None else ""
        found.append(Assessed(one, mine, replies, changes, by))
        before = replies
    return tuple(reversed(found))


def maturity_of(questions: tuple[MrlQuestion, ...], assessed: tuple[Assessed, ...]) -> Maturity:
    """Return what the newest answers give with these questions."""
    return maturity(questions, assessed[0].replies if assessed else {})
