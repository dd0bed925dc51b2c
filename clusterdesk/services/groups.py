"""Working groups: members, meetings planned and held, who came."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.groups import (
    AddMember,
    Came,
    CancelMeeting,
    Decide,
    HoldMeeting,
    NoteAttendance,
    PlanMeeting,
    ReplanMeeting,
)
from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.parsing.text import many_lines, one_line
from clusterdesk.domain.records.contacts import Contact
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
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.group_people import GroupPeople

_STATES = {
    HoldMeeting: GatheringState.HELD,
    CancelMeeting: GatheringState.CANCELLED,
    ReplanMeeting: GatheringState.PLANNED,
}


def add_member(store: Store, cmd: AddMember) -> OpResult[GroupMember]:
    """Let somebody sit in a group; a person with a role in an organisation comes for it.

    Raises:
        KnownError: nobody is named, or the group or the organisation lies in the bin.
    """
    group = standing_group(store, cmd.group_id)
    who = known(store, cmd.member)
    name, category = _told(store, who)
    member = GroupMember(
        working_group_id=group.id,
        organisation_id=who.organisation_id,
        contact_id=who.contact_id,
        name=one_line(who.name),
        category=cmd.category or category,
        role=one_line(cmd.role),
        from_on=cmd.from_on,
        to_on=cmd.to_on,
    )
    return OpResult(member, store.apply(replace(cmd, title=group.name, who=name), [Insert(member)]))


def plan_meeting(store: Store, cmd: PlanMeeting) -> OpResult[Meeting]:
    """Put a meeting of a group into the agenda; one of a day that is over was held.

    Raises:
        KnownError: the group does not exist or lies in the bin, or the meeting ends before it begins.
    """
    group = standing_group(store, cmd.group_id)
    if cmd.starts_at is not None and cmd.ends_at is not None and cmd.ends_at < cmd.starts_at:
        raise KnownError(
            "meeting_hours",
            N_("The meeting would end before it begins."),
            advice=N_("Correct the hours."),
        )
    over = cmd.on < store.clock.today()
    meeting = Meeting(
        working_group_id=group.id,
        on=cmd.on,
        starts_at=cmd.starts_at,
        ends_at=cmd.ends_at,
        title=one_line(cmd.subject),
        place=one_line(cmd.place),
        state=GatheringState.HELD if over else GatheringState.PLANNED,
        agenda=many_lines(cmd.agenda),
    )
    return OpResult(meeting, store.apply(replace(cmd, title=group.name), [Insert(meeting)]))


def move_meeting(store: Store, cmd: HoldMeeting | CancelMeeting | ReplanMeeting) -> OpResult[Meeting]:
    """Say that a meeting was held, was called off, or is to come after all.

    Raises:
        KnownError: there is no such meeting, it lies in the bin, or one of a day to come would have been held.
    """
    before, title = standing_meeting(store, cmd.meeting_id)
    if isinstance(cmd, HoldMeeting) and before.on > store.clock.today():
        raise KnownError(
            "meeting_to_come",
            N_("The meeting is still to come."),
            advice=N_("Correct its date first if it was held earlier."),
        )
    after = replace(before, state=_STATES[type(cmd)])
    return OpResult(after, store.apply(replace(cmd, title=title), differences(before, after)))


def note_attendance(store: Store, cmd: NoteAttendance) -> OpResult[tuple[MeetingAttendance, ...]]:
    """Say of people whether they came; the same person stands in the list once, whoever notes it.

    Raises:
        KnownError: nobody is named, or there is no such meeting or person.
    """
    meeting, title = standing_meeting(store, cmd.meeting_id)
    came = [replace(one, who=known(store, one.who)) for one in cmd.came]
    present = store.find(MeetingAttendance, deleted=None, meeting_id=meeting.id)
    changes: list[Change] = []
    after: list[MeetingAttendance] = []
    for one in came:
        wanted = _attendance(meeting.id, one, present)
        if wanted is not None:
            after.append(wanted)
        changes += _changes(wanted, present)
    who = _told(store, came[0].who)[0] if len(came) == 1 else str(len(came))
    return OpResult(tuple(after), store.apply(replace(cmd, title=title, who=who), changes))


def decide(store: Store, cmd: Decide) -> OpResult[MeetingDecision]:
    """Write down what a meeting decided, after the decisions it has.

    Raises:
        KnownError: it says nothing, or the meeting lies in the bin.
    """
    meeting, title = standing_meeting(store, cmd.meeting_id)
    text = many_lines(cmd.text)
    if not text.strip():
        raise KnownError(
            "decision_empty",
            N_("A decision needs a few words."),
            advice=N_("Say what was decided, and try again."),
        )
    before = [one.position for one in store.find(MeetingDecision, meeting_id=meeting.id)]
    decision = MeetingDecision(
        meeting_id=meeting.id, text=text, position=max(before, default=0) + 1, visibility=cmd.visibility
    )
    named = replace(cmd, title=title, text=one_line(text))
    return OpResult(decision, store.apply(named, [Insert(decision)]))


def known(store: Store, who: Who) -> Who:
    """Return whom is meant as it is kept: the organisation a person works for with her, the name on one line.

    Raises:
        KnownError: nobody is named, there is no such record, or the organisation lies in the bin.
    """
    if who.is_nobody:
        raise KnownError(
            "nobody_named",
            N_("Nobody is named."),
            advice=N_("Name an organisation, a person, or both."),
        )
    organisation_id = who.organisation_id
    if organisation_id is not None:
        organisation_id = receiving_organisation(store, organisation_id).id
    if who.contact_id is not None:
        store.get(Contact, who.contact_id)
        if organisation_id is None:
            with store.read() as connection:
                organisation_id = GroupPeople(connection, [who]).home(who.contact_id)
    return Who(organisation_id=organisation_id, contact_id=who.contact_id, name=one_line(who.name))


def standing_group(store: Store, group_id: UUID) -> WorkingGroup:
    """Return a group that does not lie in the bin.

    Raises:
        KnownError: there is none, or it does.
    """
    group = store.get(WorkingGroup, group_id)
    if group.deleted:
        raise _binned(group.name)
    return group


def standing_meeting(store: Store, meeting_id: UUID) -> tuple[Meeting, str]:
    """Return a meeting that does not lie in the bin, and the name of its group.

    Raises:
        KnownError: there is none, or it does.
    """
    meeting = store.get(Meeting, meeting_id)
    group = store.get(WorkingGroup, meeting.working_group_id)
    if meeting.deleted:
        raise _binned(group.name)
    return meeting, group.name


def _binned(name: str) -> KnownError:
    return KnownError(
        "owner_binned", N_("“{name}” is in the bin."), advice=N_("Take it out of the bin first."), name=name
    )


def _told(store: Store, who: Who) -> tuple[str, MemberCategory]:
    """Return the name of somebody, and on whose behalf such a one usually sits in a group."""
    with store.read() as connection:
        people = GroupPeople(connection, [who])
        person = people.person(who)
        if person.organisation_id is None:
            return person.name, MemberCategory.OTHER
        partner = people.is_partner(person.organisation_id)
    return person.name, MemberCategory.PARTNER if partner else MemberCategory.COMPANY


def _attendance(meeting_id: UUID, one: Came, present: list[MeetingAttendance]) -> MeetingAttendance | None:
    """Return the record as it is to be; None where nothing is known and nothing was."""
    found = next((each for each in present if _who(each).key == one.who.key), None)
    if found is not None:
        remark = found.remark if one.remark is None else one_line(one.remark)
        gone = one.presence is Presence.UNKNOWN and not remark
        return replace(found, presence=one.presence, remark=remark, deleted=gone)
    if one.presence is Presence.UNKNOWN and not one.remark:
        return None
    return MeetingAttendance(
        id=derived_id("meeting_attendance", meeting_id, one.who.key),
        meeting_id=meeting_id,
        organisation_id=one.who.organisation_id,
        contact_id=one.who.contact_id,
        name=one.who.name,
        presence=one.presence,
        remark=one_line(one.remark or ""),
    )


def _changes(wanted: MeetingAttendance | None, present: list[MeetingAttendance]) -> Iterator[Change]:
    if wanted is None:
        return
    before = next((each for each in present if each.id == wanted.id), None)
    if before is None:
        yield Insert(wanted)
        return
    if wanted.deleted:
        # Nothing is known any more: the row goes as it is, so that undo brings it back as it was.
        if not before.deleted:
            yield deletion("meeting_attendance", before.id)
        return
    yield from differences(before, wanted)


def _who(record: MeetingAttendance) -> Who:
    return Who(organisation_id=record.organisation_id, contact_id=record.contact_id, name=record.name)
