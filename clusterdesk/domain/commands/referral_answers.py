"""Answers of a team taken: each moves its orientation on, or is kept beside it, in one operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAnswer:
    """One answer as a person agreed to it; ``key`` names it as it came, ``words`` are as typed."""

    reply: Reply
    words: str
    key: str


@dataclass(frozen=True, kw_only=True)
class TakeAnswers(Command):
    """Take answers to an orientation; ``received`` is what they came in."""

    LABEL: ClassVar[str] = N_("Answer of the team · orientation of {title}")
    referral_id: UUID
    received: Received
    answers: tuple[TakenAnswer, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class TakeAllAnswers(Command):
    """Take what came in several mails and files, be it to several orientations, in one operation."""

    LABEL: ClassVar[str] = N_("Answers of teams · {title}")
    parts: tuple[TakeAnswers, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisations."""
        return {"title": self.title}
