"""Industrial maturity (MRL 1–10), found by questions in workshop words; and what a workshop can make."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, LEVEL, QUANTITY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Record, Visibility
from clusterdesk.domain.records.lists import Named


class MrlReply(StrEnum):
    """The answer to a question on maturity."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class MrlQuestion(Named):
    """A yes/no question on the way to a level of maturity; the action says what lifts a « no ».

    ``level`` (1–10) is reached when it and all questions of lower levels are answered yes; ``circular`` marks what is
    asked because matter is used again.
    """

    level: int = attribute(N_("Level (MRL)"), 1, rule=LEVEL)
    circular: bool = attribute(N_("Circular question"), default=False)
    action_fr: str = attribute(N_("Action in French"), "")
    action_nl: str = attribute(N_("Action in Dutch"), "")
    action_en: str = attribute(N_("Action in English"), "")
    version: int = attribute(N_("Version"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MrlAssessment(DatedFact):
    """The maturity of a project on a day: ``level`` as its answers gave it (0: not even the first)."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    on: date = attribute(N_("Date"), rule=DAY)
    level: int = attribute(N_("Level (MRL)"), 0, rule=LEVEL)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class MrlAnswer(Record):
    """The answer to one question in an assessment, with the question as asked; the id derives from both."""

    assessment_id: UUID = refers("mrl_assessment", N_("Assessment of maturity"), owned=True)
    question_id: UUID = refers("mrl_question", N_("Question on maturity"))
    asked: str = attribute(N_("Question as asked"), "")
    reply: MrlReply = attribute(N_("Answer"), MrlReply.UNKNOWN)
    remark: str = attribute(N_("Remark"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacitySheet(DatedFact):
    """What the workshop of a project can make on a day, and what it is to make."""

    project_id: UUID = refers("project", N_("Project"), owned=True)
    on: date = attribute(N_("Date"), rule=DAY)
    product: str = attribute(N_("Product"), "")
    units_now: Decimal | None = attribute(N_("Units a week now"), None, rule=QUANTITY)
    units_target: Decimal | None = attribute(N_("Units a week wanted"), None, rule=QUANTITY)
    takt_seconds: Decimal | None = attribute(N_("Takt time (seconds a unit)"), None, rule=QUANTITY)
    hours: Decimal | None = attribute(N_("Hours worked a week"), None, rule=QUANTITY)
    bottleneck: str = attribute(N_("Bottleneck"), "")
    square_metres: Decimal | None = attribute(N_("Floor space (m²)"), None, rule=QUANTITY)
    people: Decimal | None = attribute(N_("People at work"), None, rule=QUANTITY)
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.SHAREABLE)
