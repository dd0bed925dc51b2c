"""Who joined and who left in a time, from dated memberships. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.domain.dated import in_force
from clusterdesk.domain.records.organisations import Membership, MembershipStatus

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Move:
    """An organisation became a member, or was no longer one, on a day; ``reason`` is why it left."""

    organisation_id: UUID
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Movements:
    """Who had a status on the day before a time, who has it on its last day, who came and who went between."""

    before: frozenset[UUID]
    at_end: frozenset[UUID]
    joined: tuple[Move, ...] = ()
    left: tuple[Move, ...] = ()


def movements(
    facts: Mapping[UUID, Iterable[Membership]], status: MembershipStatus, first: date, last: date
) -> Movements:
    """Return how a status was gained and lost from ``first`` to ``last``, both days included.

    ``facts`` are the memberships of each organisation. One that came and went within the time is told on both sides.
    """
    before, at_end = set(), set()
    joined: list[Move] = []
    left: list[Move] = []
    for organisation_id, found in facts.items():
        mine = list(found)
        had = _has(mine, status, first - _ONE_DAY)
        if had:
            before.add(organisation_id)
        for day in _turns(mine, first, last):
            has = _has(mine, status, day)
            if has and not had:
                joined.append(Move(organisation_id, day))
            elif had and not has:
                left.append(Move(organisation_id, day, _reason(mine, day)))
            had = has
        if _has(mine, status, last):
            at_end.add(organisation_id)
    return Movements(frozenset(before), frozenset(at_end), _sorted(joined), _sorted(left))


def _turns(facts: Iterable[Membership], first: date, last: date) -> list[date]:
    """Return the days of a time on which a status may begin or have ended."""
    days = set()
    for one in facts:
        if one.from_on is not None:
            days.add(one.from_on.earliest())
        if one.to_on is not None:
            days.add(one.to_on.latest() + _ONE_DAY)
    return sorted(day for day in days if first <= day <= last)


def _has(facts: Iterable[Membership], status: MembershipStatus, day: date) -> bool:
    now = in_force(facts, day)
    return now is not None and now.status is status


def _reason(facts: Iterable[Membership], day: date) -> str:
    """Return why it left: said with what ended the day before, or with what began on the day."""
    for one in facts:
        ended = one.to_on is not None and one.to_on.latest() + _ONE_DAY == day
        began = one.from_on is not None and one.from_on.earliest() == day
        if (ended or began) and one.reason:
            return one.reason
    return ""


def _sorted(moves: Iterable[Move]) -> tuple[Move, ...]:
    return tuple(sorted(moves, key=lambda one: (one.on, one.organisation_id)))
