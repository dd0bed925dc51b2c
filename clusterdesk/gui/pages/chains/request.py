"""What of the value chains is asked for: a tab, and the record to open there."""

from dataclasses import dataclass
from uuid import UUID

CHAINS, PROJECTS, EXCHANGE, GROUPS, PROSPECTS = "chains", "projects", "exchange", "groups", "prospects"


@dataclass(frozen=True, slots=True)
class ChainsRequest:
    """A tab by its key, and the id of what is opened on it, if anything."""

    tab: str = CHAINS
    shown: UUID | None = None
