"""Coaching files: opened, staffed, closed; and advice that is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import AdviceKind, ManagerRole, TrackOutcome


@dataclass(frozen=True, kw_only=True)
class OpenCoachingFile(Command):
    """Start accompanying a project; without ``project_id`` a project of the organisation is made with ``title``."""

    LABEL: ClassVar[str] = N_("Open a coaching file · {title}")
    opened_on: date
    organisation_id: UUID | None = None
    project_id: UUID | None = None
    title: str = ""
    track_ids: tuple[UUID, ...] = ()
    lead_id: UUID | None = None
    plan: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class _OfFile(Command):
    coaching_file_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the project."""
        return {"title": self.title}


@dataclass(frozen=True, slots=True)
class TrackResult:
    """What came of a track when its file closed, and why."""

    track_id: UUID
    outcome: TrackOutcome
    reason: str


@dataclass(frozen=True, kw_only=True)
class CloseCoachingFile(_OfFile):
    """End the accompaniment: what came of each track and why, and the next step, unless there shall be none.

    A track that ended before keeps the result it has, where ``results`` does not name it.
    """

    LABEL: ClassVar[str] = N_("Close the coaching file · {title}")
    on: date
    reason: str = ""
    results: tuple[TrackResult, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None
    no_next_step: bool = False


@dataclass(frozen=True, kw_only=True)
class ReopenCoachingFile(_OfFile):
    """Take the accompaniment up again: what was achieved stays achieved, the other tracks are at work again."""

    LABEL: ClassVar[str] = N_("Reopen the coaching file · {title}")


@dataclass(frozen=True, kw_only=True)
class AssignManager(_OfFile):
    """Give an account manager a role in a file from a day on; a new lead ends the lead before."""

    LABEL: ClassVar[str] = N_("Account manager · {title}")
    profile_id: UUID
    from_on: date
    role: ManagerRole = ManagerRole.LEAD


@dataclass(frozen=True, kw_only=True)
class HandOver(Command):
    """Pass organisations to a colleague from a day on; ``from_id`` of ``None``: whoever leads their files."""

    LABEL: ClassVar[str] = N_("Hand over to {title}")
    organisation_ids: tuple[UUID, ...]
    to_id: UUID
    on: date
    from_id: UUID | None = None
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the colleague."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class GiveAdvice(Command):
    """Write down a single answer or introduction; it is counted apart from coaching.

    ``exchanges`` are the offers and needs it says, read by whom it is.
    """

    LABEL: ClassVar[str] = N_("One-off advice · {title}")
    organisation_id: UUID
    on: date
    subject: str
    answer: str = ""
    kind: AdviceKind = AdviceKind.ANSWER
    contact_id: UUID | None = None
    profile_id: UUID | None = None
    minutes: int | None = None
    visibility: Visibility = Visibility.INTERNAL
    exchanges: tuple[ExchangeSaid, ...] = ()
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}
