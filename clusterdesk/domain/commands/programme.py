"""The programme of the year: commitments carried over, events moved, people invited, attendance, themes ranked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.records.groups import GatheringState, Presence


@dataclass(frozen=True, kw_only=True)
class CarryOver(Command):
    """Give a year the commitments of another one; of ``from_year`` None: what a usual year owes.

    What the year has of a kind already stays as it is.
    """

    LABEL: ClassVar[str] = N_("Commitments of {year}")
    year: int
    from_year: int | None = None

    def label_values(self) -> Mapping[str, str]:
        """Name the year."""
        return {"year": str(self.year)}


@dataclass(frozen=True, kw_only=True)
class RankThemes(Command):
    """Rank the themes proposed for a year by their points: each gets its place, and counts as voted on."""

    LABEL: ClassVar[str] = N_("Themes of {year} ranked")
    year: int

    def label_values(self) -> Mapping[str, str]:
        """Name the year."""
        return {"year": str(self.year)}


@dataclass(frozen=True, kw_only=True)
class _OfEvent(Command):
    event_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the event; the service fills it in."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class MoveEvent(_OfEvent):
    """Move an event to another day; one of several days keeps its length."""

    LABEL: ClassVar[str] = N_("Event moved · {title}")
    on: date


@dataclass(frozen=True, kw_only=True)
class TellEvent(_OfEvent):
    """Say that an event took place, was called off, or is to come after all."""

    LABEL: ClassVar[str] = N_("How it went · {title}")
    state: GatheringState


@dataclass(frozen=True, kw_only=True)
class InviteToEvent(_OfEvent):
    """Note that contact persons are invited to an event on a day (default: today)."""

    LABEL: ClassVar[str] = N_("Invited · {title}")
    invited: tuple[tuple[UUID, UUID], ...]  # contact person, organisation
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class AddParticipant(_OfEvent):
    """Register somebody for an event: an organisation, a contact person, or a name."""

    LABEL: ClassVar[str] = N_("Registered · {title}")
    name: str = ""
    mail: str = ""
    organisation_id: UUID | None = None
    contact_id: UUID | None = None
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MarkPresence(_OfEvent):
    """Note who came to an event; who comes without having registered is registered that day."""

    LABEL: ClassVar[str] = N_("Attendance · {title}")
    participation_ids: tuple[UUID, ...]
    presence: Presence
