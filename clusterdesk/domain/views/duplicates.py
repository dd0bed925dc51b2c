"""The read model of organisations that are probably entered twice."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.duplicates import Confidence


@dataclass(frozen=True, slots=True)
class DuplicateMember:
    """An organisation of a group, with what tells it from the others."""

    id: UUID
    name: str
    enterprise_number: str | None
    city: str
    sessions: int
    last_contact_on: date | None


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two organisations of a group and why they may be the same; ``reason`` is a msgid."""

    first: UUID
    second: UUID
    reason: str
    confidence: Confidence
    score: float


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Organisations that are probably the same. The first member has the most history: it is the one to keep."""

    members: tuple[DuplicateMember, ...]
    pairs: tuple[DuplicatePair, ...]

    @property
    def confidence(self) -> Confidence:
        """Return how sure the surest pair is."""
        return max(pair.confidence for pair in self.pairs)
