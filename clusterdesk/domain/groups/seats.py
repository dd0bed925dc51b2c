"""Who sits in a group on a day: seats that are filled or free, mandates that end soon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.groups import GroupMember, MemberCategory, WorkingGroup

SOON = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a category: how many there are (None: nobody counts them), how many are filled."""

    category: MemberCategory
    all: int | None
    filled: int

    @property
    def free(self) -> int:
        """Return how many wait for somebody; none where there are more members than seats."""
        return max((self.all or 0) - self.filled, 0)

    @property
    def over(self) -> int:
        """Return how many members have no seat."""
        return max(self.filled - self.all, 0) if self.all is not None else 0


def seats_of(group: WorkingGroup, members: Iterable[GroupMember], day: date) -> tuple[Seats, ...]:
    """Return the seats of a group on a day, those of companies first; none where the group counts no seats."""
    sitting = [one.category for one in members if holds_on(one, day)]
    counted = ((MemberCategory.COMPANY, group.company_seats), (MemberCategory.PARTNER, group.partner_seats))
    return tuple(Seats(category, number, sitting.count(category)) for category, number in counted if number is not None)


def sits_on(member: GroupMember, day: date) -> bool:
    """Tell whether somebody is a member on a day."""
    return holds_on(member, day)


def ends_soon(member: GroupMember, today: date) -> bool:
    """Tell whether a mandate that holds today ends within four months."""
    return holds_on(member, today) and member.to_on is not None and member.to_on.latest() <= today + SOON
