"""Promises: made, kept, taken up again, put off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.commands.sessions import NewPromise


@dataclass(frozen=True, kw_only=True)
class AddAction(Command):
    """Write down a promise, of an organisation or of nobody in particular."""

    LABEL: ClassVar[str] = N_("Promise · {text}")
    promise: NewPromise
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    coaching_file_id: UUID | None = None
    meeting_id: UUID | None = None

    def label_values(self) -> Mapping[str, str]:
        """Say what was promised."""
        return {"text": self.promise.text}


@dataclass(frozen=True, kw_only=True)
class _OfAction(Command):
    """An intent about one promise; ``text`` is filled in by the service."""

    action_id: UUID
    text: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Say what was promised."""
        return {"text": self.text}


@dataclass(frozen=True, kw_only=True)
class CompleteAction(_OfAction):
    """The promise was kept, today or on another day."""

    LABEL: ClassVar[str] = N_("Done · {text}")
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReopenAction(_OfAction):
    """The promise was not kept after all."""

    LABEL: ClassVar[str] = N_("Not done after all · {text}")


@dataclass(frozen=True, kw_only=True)
class PostponeAction(_OfAction):
    """The promise is due on another day; ``None`` takes the day away."""

    LABEL: ClassVar[str] = N_("Put off · {text}")
    due_on: date | None
