"""Who came to the events of a year, or of some months, and who never does: members and partners of that time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.coaching import months_later
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.domain.views.programme import MemberTurnout, Turnout
from clusterdesk.services.programme import check_year
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.programme import ProgrammeReader

MOST_MONTHS = 120
_COUNTED = (MembershipStatus.MEMBER, MembershipStatus.PARTNER)


def read_turnout(store: Store, year: int, until: date | None = None) -> Turnout:
    """Return how often each member and partner of a year was invited, registered and came to what took place.

    With ``until`` only what took place up to that day is told.

    Raises:
        KnownError: it is no year of a programme.
    """
    check_year(year)
    return _turnout(store, year, date(year, 1, 1), until or date(year, 12, 31))


def read_recent_turnout(store: Store, months: int, today: date) -> Turnout:
    """Return the same of the last so many months, up to today.

    Raises:
        KnownError: it is no number of months from 1 to 120.
    """
    if not 1 <= months <= MOST_MONTHS:
        raise KnownError(
            "no_months",
            N_("There is no turnout of {months} months."),
            advice=N_("Give a number of months from 1 to {most}."),
            months=months,
            most=MOST_MONTHS,
        )
    since = months_later(today, -months) + timedelta(days=1)
    return replace(_turnout(store, today.year, since, today), months=months)


def _turnout(store: Store, year: int, since: date, until: date) -> Turnout:
    organisations = {one.id: one for one in store.find(Organisation)}
    memberships = store.find(Membership, revoked_on=None)
    with store.read() as connection:
        reader = ProgrammeReader(connection)
    held = [one for one in reader.events.values() if since <= one.on <= until and one.state is GatheringState.HELD]
    held.sort(key=day_order)
    came: dict[UUID, list[tuple[ProgrammeEvent, EventParticipation]]] = defaultdict(list)
    roles = _roles(store)
    for event_id, rows in reader.taking_part(one.id for one in held).items():
        event = reader.events[event_id]
        for row in rows:
            owner = row.organisation_id or _owner(roles.get(row.contact_id, ()), event.on)
            if owner is not None:
                came[reader.kept(owner)].append((event, row))
    hosted: dict[UUID, int] = defaultdict(int)
    for event in held:
        if event.host_id is not None:
            hosted[reader.kept(event.host_id)] += 1
    members = {reader.kept(one.organisation_id) for one in memberships if _in_time(one, since, until)}
    shown = [organisations[one] for one in members if one in organisations]
    lines = [_line(one, came.get(one.id, []), hosted.get(one.id, 0)) for one in shown]
    members_told = tuple(sorted(lines, key=lambda one: (-one.present, one.name.casefold())))
    return Turnout(year, len(held), members_told, since=since, until=until)


def _roles(store: Store) -> dict[UUID | None, list[ContactRole]]:
    """Return the roles of each contact person, the main one first."""
    found: dict[UUID | None, list[ContactRole]] = defaultdict(list)
    for role in sorted(store.find(ContactRole), key=lambda one: (not one.main, one.id)):
        found[role.contact_id].append(role)
    return found


def _owner(roles: Iterable[ContactRole], day: date) -> UUID | None:
    """Return the organisation that a person who came for no other was of on the day."""
    return next((one.organisation_id for one in roles if holds_on(one, day)), None)


def _in_time(membership: Membership, first: date, last: date) -> bool:
    if membership.status not in _COUNTED:
        return False
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
