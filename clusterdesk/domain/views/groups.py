"""Read models of working groups: the list, the page of one, the page of a meeting."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.groups.seats import Seats, ends_soon, sits_on
from clusterdesk.domain.groups.spoken import Room
from clusterdesk.domain.records.groups import (
    GroupMember,
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    MemberCategory,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.sessions import Action


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name: ``name`` is the person or, where nobody is named, the organisation, which ``side`` is else.

    ``organisation_id`` is that of the kept organisation after merges.
    """

    who: Who
    name: str
    side: str = ""
    organisation_id: UUID | None = None
    mail: str = ""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member with the names to read."""

    record: GroupMember
    person: Person

    def sits(self, day: date) -> bool:
        """Tell whether the member sits in the group on a day."""
        return sits_on(self.record, day)

    def ends_soon(self, today: date) -> bool:
        """Tell whether the mandate ends within a few months."""
        return ends_soon(self.record, today)


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Somebody at a meeting; ``record`` is None for a member who is expected and of whom nothing was noted yet."""

    person: Person
    presence: Presence
    category: MemberCategory
    role: str = ""
    remark: str = ""
    record: MeetingAttendance | None = None

    @property
    def key(self) -> str:
        """Return what tells people at one meeting apart."""
        return self.person.who.key


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A promise made in a meeting, with the names of who owes it."""

    record: Action
    owner: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with its counts."""

    record: Meeting
    present: int = 0
    excused: int = 0
    absent: int = 0
    decisions: int = 0
    promises: int = 0
    open_promises: int = 0


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with what stands in the list: who sits in it today, the meetings before and to come."""

    record: WorkingGroup
    chain: ValueChain | None = None
    manager: str = ""
    members: int = 0
    seats: tuple[Seats, ...] = ()
    ending: int = 0
    last: Meeting | None = None
    next: Meeting | None = None
    held: int = 0
    open_promises: int = 0


@dataclass(frozen=True, slots=True)
class GroupList:
    """All groups, those of the value chains in their order first, the Advisory Board last."""

    rows: tuple[GroupRow, ...]
    chains: tuple[ValueChain, ...] = ()
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One group with its members, its meetings (the newest first) and the promises that are open."""

    row: GroupRow
    members: tuple[MemberLine, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    promises: tuple[OwedLine, ...] = ()
    chains: tuple[ValueChain, ...] = ()
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """One meeting: who came or is expected, what was decided and promised, what is still owed from before.

    ``room`` is who may be meant by a name.
    """

    row: MeetingRow
    group: WorkingGroup
    attendance: tuple[AttendanceLine, ...] = ()
    decisions: tuple[MeetingDecision, ...] = ()
    promises: tuple[OwedLine, ...] = ()
    owed: tuple[OwedLine, ...] = ()
    profiles: tuple[Profile, ...] = ()
    room: Room = field(default_factory=Room)

    def count(self, presence: Presence) -> int:
        """Return how many are noted so."""
        return sum(one.presence is presence for one in self.attendance)


@dataclass(frozen=True, slots=True)
class SeatOf:
    """A group an organisation sits in, or sat in."""

    group_id: UUID
    group: str
    member: GroupMember
