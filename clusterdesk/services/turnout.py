"""Who came to the events of a year, and who never does: members and partners of that year."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.domain.views.programme import MemberTurnout, Turnout
from clusterdesk.services.programme import check_year
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.programme import ProgrammeReader

_COUNTED = (MembershipStatus.MEMBER, MembershipStatus.PARTNER)


def read_turnout(store: Store, year: int, until: date | None = None) -> Turnout:
    """Return how often each member and partner of a year was invited, registered and came to what took place.

    With ``until`` only what took place up to that day is told.

    Raises:
        KnownError: it is no year of a programme.
    """
    check_year(year)
    organisations = {one.id: one for one in store.find(Organisation)}
    memberships = store.find(Membership, revoked_on=None)
    with store.read() as connection:
        reader = ProgrammeReader(connection)
    last = until or date(year, 12, 31)
    held = [
        one
        for one in reader.events.values()
        if one.on.year == year and one.on <= last and one.state is GatheringState.HELD
    ]
    held.sort(key=day_order)
    came: dict[UUID, list[tuple[ProgrammeEvent, EventParticipation]]] = defaultdict(list)
    for event_id, rows in reader.taking_part(one.id for one in held).items():
        for row in rows:
            if row.organisation_id is not None:
                came[reader.kept(row.organisation_id)].append((reader.events[event_id], row))
    hosted: dict[UUID, int] = defaultdict(int)
    for event in held:
        if event.host_id is not None:
            hosted[reader.kept(event.host_id)] += 1
    members = {reader.kept(one.organisation_id) for one in memberships if _in_year(one, year)}
    shown = [organisations[one] for one in members if one in organisations]
    lines = [_line(one, came.get(one.id, []), hosted.get(one.id, 0)) for one in shown]
    return Turnout(year, len(held), tuple(sorted(lines, key=lambda one: (-one.present, one.name.casefold()))))


def _in_year(membership: Membership, year: int) -> bool:
    if membership.status not in _COUNTED:
        return False
    first, last = date(year, 1, 1), date(year, 12, 31)
    begins = membership.from_on.earliest() if membership.from_on is not None else first
    return begins <= last and (holds_on(membership, first) or begins >= first)


def _line(
    organisation: Organisation, rows: list[tuple[ProgrammeEvent, EventParticipation]], hosted: int
) -> MemberTurnout:
    """Count events, not persons: three people of one member at one event are one event it came to."""
    by_event: dict[UUID, list[EventParticipation]] = defaultdict(list)
    events = {event.id: event for event, _ in rows}
    for event, row in rows:
        by_event[event.id].append(row)
    best = {key: _best(each) for key, each in by_event.items()}
    came_to = sorted(
        (events[key] for key, presence in best.items() if presence is Presence.PRESENT), key=lambda one: one.on
    )
    registered = sum(
        any(one.registered_on is not None and one.cancelled_on is None for one in each) for each in by_event.values()
    )
    return MemberTurnout(
        organisation.id,
        organisation.name,
        sum(any(one.invited_on is not None for one in each) for each in by_event.values()),
        registered,
        len(came_to),
        sum(one is Presence.EXCUSED for one in best.values()),
        sum(one is Presence.ABSENT for one in best.values()),
        came_to[-1].on if came_to else None,
        tuple(one.title for one in came_to),
        hosted,
        tuple(one.title for one in came_to if one.visibility is not Visibility.RESTRICTED),
    )


def _best(rows: list[EventParticipation]) -> Presence:
    """Return how a member was there: by whoever of it came, else excused, else absent."""
    present = {one.presence for one in rows}
    order = (Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT)
    return next((each for each in order if each in present), Presence.UNKNOWN)
