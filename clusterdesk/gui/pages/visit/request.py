"""What visit mode is asked to open."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class VisitRequest:
    """A session, or an organisation to visit; with neither, today's visit."""

    session_id: UUID | None = None
    organisation_id: UUID | None = None
