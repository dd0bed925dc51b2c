"""What waits to be sorted."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.inbox import CaptureKind


@dataclass(frozen=True, slots=True)
class WaitingNote:
    """A quick note that waits to be sorted; ``organisation`` is the name of the one it is about, if that is known."""

    id: UUID
    text: str
    kind: CaptureKind
    on: date
    organisation_id: UUID | None = None
    organisation: str = ""
    due_on: date | None = None
