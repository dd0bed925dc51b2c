"""Reading working groups: the list, the page of one, the page of a meeting, the groups of an organisation."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from clusterdesk.domain.capture.understood import Named, Owner
from clusterdesk.domain.groups.seats import sits_on
from clusterdesk.domain.groups.spoken import Room
from clusterdesk.domain.records.groups import (
    GatheringState,
    GroupMember,
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    MemberCategory,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.domain.views.groups import (
    AttendanceLine,
    GroupList,
    GroupPage,
    MeetingPage,
    MemberLine,
    OwedLine,
    SeatOf,
)
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.group_people import GroupPeople
from clusterdesk.store.queries.groups import GroupReader
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.repositories.records import find

_CATEGORIES = list(MemberCategory)


def list_groups(store: Store) -> GroupList:
    """Return all groups with what stands in their list."""
    with store.read() as connection:
        reader = GroupReader(connection, store.clock.today())
    return GroupList(reader.rows(), reader.chains, reader.profiles)


def read_group(store: Store, group_id: UUID) -> GroupPage:
    """Return a group with its members and meetings.

    Raises:
        KnownError: there is none.
    """
    today, record = store.clock.today(), store.get(WorkingGroup, group_id)
    with store.read() as connection:
        reader = GroupReader(connection, today, group_id)
        members = reader.members.get(group_id, [])
        owed = reader.open_actions(group_id)
        people = GroupPeople(connection, [*members, *_owing(owed)])
    return GroupPage(
        reader.row(record),
        _member_lines(people, members, today),
        reader.meeting_rows(group_id),
        owed_lines(people, owed, reader.profiles),
        reader.chains,
        reader.profiles,
    )


def read_meeting(store: Store, meeting_id: UUID) -> MeetingPage:
    """Return a meeting: who came or is expected, what was decided, what is owed.

    Raises:
        KnownError: there is none.
    """
    meeting = store.get(Meeting, meeting_id)
    group = store.get(WorkingGroup, meeting.working_group_id)
    with store.read() as connection:
        reader = GroupReader(connection, store.clock.today(), group.id)
        members = [one for one in reader.members.get(group.id, []) if sits_on(one, meeting.on)]
        shown = None if meeting.deleted else False  # what lies in the bin is read with what went there with it
        came = find(connection, MeetingAttendance, meeting_id=meeting.id, deleted=shown)
        decisions = find(connection, MeetingDecision, meeting_id=meeting.id, revoked_on=None, deleted=shown)
        promises = find(connection, Action, meeting_id=meeting.id, revoked_on=None)
        owed = reader.open_actions(group.id, before=meeting)
        people = GroupPeople(connection, [*members, *came, *_owing([*promises, *owed])])
    attendance = _attendance(people, members, came, meeting)
    return MeetingPage(
        reader.meeting_row(meeting),
        group,
        attendance,
        tuple(sorted(decisions, key=lambda one: (one.position, one.id))),
        owed_lines(people, promises, reader.profiles),
        owed_lines(people, owed, reader.profiles),
        reader.profiles,
        _room(people, attendance, reader.profiles),
    )


def groups_of(store: Store, organisation_id: UUID) -> tuple[SeatOf, ...]:
    """Return the groups an organisation sits in or sat in, those of today first."""
    today = store.clock.today()
    with store.read() as connection:
        family = {UUID(bytes=one) for one in family_ids(connection, organisation_id)}
        members = find(connection, GroupMember, revoked_on=None, organisation_id=family)
        names = {one.id: one.name for one in find(connection, WorkingGroup)}
    found = [SeatOf(one.working_group_id, names[one.working_group_id], one) for one in members
             if one.working_group_id in names]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (not sits_on(one.member, today), one.group)))


def owed_lines(people: GroupPeople, actions: Iterable[Action], profiles: Sequence[Profile]) -> tuple[OwedLine, ...]:
    """Return promises with the names of who owes them."""
    colleagues = {one.id: one.name for one in profiles}
    return tuple(_owed(people, one, colleagues) for one in actions)


def _owed(people: GroupPeople, action: Action, colleagues: dict[UUID, str]) -> OwedLine:
    organisation = ""
    if action.organisation_id is not None:
        found = people.organisations.get(people.kept(action.organisation_id))
        organisation = found.name if found is not None else ""
    contact = people.contacts.get(action.contact_id) if action.contact_id is not None else None
    name = contact.full_name if contact is not None else action.owner_name
    if action.owner is OwnerKind.US:
        name = colleagues.get(action.profile_id, "") if action.profile_id is not None else ""
        return OwedLine(action, name, organisation)
    return OwedLine(action, name or organisation, organisation)


class _Owing:
    """A promise as one who names somebody."""

    def __init__(self, action: Action) -> None:
        self.organisation_id, self.contact_id, self.name = action.organisation_id, action.contact_id, action.owner_name


def _owing(actions: Iterable[Action]) -> list[_Owing]:
    return [_Owing(one) for one in actions]


def _member_lines(people: GroupPeople, members: Iterable[GroupMember], today: date) -> tuple[MemberLine, ...]:
    """Return those who sit in the group today first, by category and name."""
    lines = [MemberLine(one, people.person(one)) for one in members]
    return tuple(sorted(lines, key=lambda one: (not one.sits(today), *_order(one.record.category, one.person.name))))


def _attendance(
    people: GroupPeople, members: Iterable[GroupMember], came: Iterable[MeetingAttendance], meeting: Meeting
) -> tuple[AttendanceLine, ...]:
    """Return the members who are expected and whoever else was noted, by category and name.

    Of a meeting called off nobody is expected.
    """
    expected = {} if meeting.state is GatheringState.CANCELLED else {_key(people, one): one for one in members}
    noted = {_key(people, one): one for one in came}
    lines = []
    for key in dict.fromkeys((*expected, *noted)):
        member, record = expected.get(key), noted.get(key)
        person = people.person(record if record is not None else expected[key])
        category = member.category if member is not None else _category(people, person.organisation_id)
        lines.append(
            AttendanceLine(
                person,
                record.presence if record is not None else Presence.UNKNOWN,
                category,
                member.role if member is not None else "",
                record.remark if record is not None else "",
                record,
            )
        )
    return tuple(sorted(lines, key=lambda one: _order(one.category, one.person.name)))


def _key(people: GroupPeople, record: GroupMember | MeetingAttendance) -> str:
    """Return what tells two apart, organisations that were merged being one."""
    who = people.person(record).who
    kept = people.kept(record.organisation_id) if record.organisation_id is not None else None
    return type(who)(organisation_id=kept, contact_id=who.contact_id, name=who.name).key


def _category(people: GroupPeople, organisation_id: UUID | None) -> MemberCategory:
    if organisation_id is None:
        return MemberCategory.OTHER
    return MemberCategory.PARTNER if people.is_partner(organisation_id) else MemberCategory.COMPANY


def _order(category: MemberCategory, name: str) -> tuple[int, str]:
    return _CATEGORIES.index(category), name.casefold()


def _room(people: GroupPeople, attendance: Iterable[AttendanceLine], profiles: Iterable[Profile]) -> Room:
    organisations: dict[UUID, Named] = {}
    persons: list[Owner] = []
    home: list[tuple[UUID, Named]] = []
    for line in attendance:
        organisation_id, contact_id = line.person.organisation_id, line.person.who.contact_id
        if organisation_id is not None and organisation_id in people.organisations:
            organisations[organisation_id] = Named(organisation_id, people.organisations[organisation_id].name)
        if contact_id is not None and contact_id in people.contacts:
            persons.append(Owner(OwnerKind.ORGANISATION, line.person.name, contact_id=contact_id))
            if organisation_id in organisations:
                home.append((contact_id, organisations[organisation_id]))
    persons += [Owner(OwnerKind.US, one.name, profile_id=one.id) for one in profiles]
    return Room(tuple(organisations.values()), tuple(persons), tuple(home))
