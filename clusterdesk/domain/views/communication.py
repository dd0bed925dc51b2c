"""Read models of communication: what was published, with whom, and who was never featured."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.communication import CommunicationChannel, CommunicationItem
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import Document


@dataclass(frozen=True, slots=True)
class Featured:
    """An organisation that is featured, by the record that says so."""

    organisation_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CommunicationRow:
    """Something that was published, with its channel and the organisations featured in it."""

    record: CommunicationItem
    channel: CommunicationChannel | None
    featured: tuple[Featured, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberFeatured:
    """A member of today: how often and when last it was featured, and since when it is a member."""

    organisation_id: UUID
    name: str
    times: int
    last_on: date | None
    member_since: str
    may_be_cited: bool


@dataclass(frozen=True, slots=True)
class CommunicationPage:
    """All that was published, newest first; ``members`` those never featured first, then the longest ago."""

    rows: tuple[CommunicationRow, ...] = ()
    channels: tuple[CommunicationChannel, ...] = ()
    profiles: tuple[Profile, ...] = ()
    documents: tuple[Document, ...] = ()
    members: tuple[MemberFeatured, ...] = ()

    @property
    def never(self) -> tuple[MemberFeatured, ...]:
        """The members that were never featured."""
        return tuple(one for one in self.members if not one.times)

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which something was published, the newest first."""
        return tuple(sorted({one.record.on.year for one in self.rows}, reverse=True))
