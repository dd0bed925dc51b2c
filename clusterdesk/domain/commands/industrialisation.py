"""Industrial maturity: questions answered, assessments begun, what blocks made a promise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.industrialisation import MrlReply
from clusterdesk.domain.records.sessions import OwnerKind


@dataclass(frozen=True, kw_only=True)
class BeginAssessment(Command):
    """Assess a project on a day, beginning with the answers of the assessment before; ``title`` is the project's."""

    LABEL: ClassVar[str] = N_("Assessment of maturity · {title}")
    project_id: UUID
    on: date | None = None
    profile_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class AnswerMrl(Command):
    """Answer a question on the maturity of a project.

    It is noted in the assessment ``assessment_id``; without one in that of the day, which begins with the answers of
    the assessment before. ``title`` is the project's, ``asked`` the question in the language of the answer.
    """

    LABEL: ClassVar[str] = N_("Maturity · {title} · {asked} {reply_label}")
    project_id: UUID
    question_id: UUID
    reply: MrlReply
    assessment_id: UUID | None = None
    on: date | None = None
    profile_id: UUID | None = None
    language: str = "fr"
    title: str = ""
    asked: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project, the question and the answer."""
        return {"title": self.title, "asked": self.asked, "reply_label": choice_label(self.reply)}


@dataclass(frozen=True, slots=True)
class GivenReply:
    """An answer to a question."""

    question_id: UUID
    reply: MrlReply


@dataclass(frozen=True, kw_only=True)
class AnswerMrlQuestions(Command):
    """Answer several questions on the maturity of a project in one step, as ``AnswerMrl`` does one."""

    LABEL: ClassVar[str] = N_("Maturity · {title} · answers: {count}")
    project_id: UUID
    replies: tuple[GivenReply, ...]
    assessment_id: UUID | None = None
    on: date | None = None
    profile_id: UUID | None = None
    language: str = "fr"
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project, and say how many answers."""
        return {"title": self.title, "count": str(len(self.replies))}


@dataclass(frozen=True, kw_only=True)
class LiftBlocking(Command):
    """Make the action that lifts a « no » a promise of a project's organisation; ``text`` is filled in by the service.

    ``language`` is that of the promise, by default the organisation's first one; ``days`` from today give the day it is
    due on where no ``due_on`` is given.
    """

    LABEL: ClassVar[str] = N_("Promise · {text}")
    project_id: UUID
    question_id: UUID
    owner: OwnerKind = OwnerKind.ORGANISATION
    due_on: date | None = None
    days: int = 28
    language: str | None = None
    text: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Say what is promised."""
        return {"text": self.text}
