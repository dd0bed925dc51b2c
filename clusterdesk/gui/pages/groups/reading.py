"""What the pages of groups and meetings ask of the store, in the worker."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands import groups as asked
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.groups.spoken import Spoken
from clusterdesk.domain.records.groups import GroupMember, Meeting, Presence
from clusterdesk.domain.views.groups import GroupList, GroupPage, MeetingPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_groups(desk: "Desk") -> GroupList:
    """Read the list."""
    from clusterdesk.services.group_views import list_groups

    return list_groups(desk.store)


def read_group(group_id: UUID, desk: "Desk") -> GroupPage:
    """Read the page of a group."""
    from clusterdesk.services import group_views

    return group_views.read_group(desk.store, group_id)


def read_meeting(meeting_id: UUID, desk: "Desk") -> MeetingPage:
    """Read the page of a meeting."""
    from clusterdesk.services import group_views

    return group_views.read_meeting(desk.store, meeting_id)


def add_member(group_id: UUID, name: str, desk: "Desk") -> OpResult[GroupMember]:
    """Let somebody sit in a group from today on, by the name that was typed."""
    from clusterdesk.domain.partial_date import PartialDate
    from clusterdesk.services import groups
    from clusterdesk.services.group_lookup import who_meant

    since = PartialDate.of(desk.store.clock.today())
    command = asked.AddMember(group_id=group_id, member=who_meant(desk.store, name), from_on=since)
    return groups.add_member(desk.store, command)


def plan(command: asked.PlanMeeting, desk: "Desk") -> OpResult[Meeting]:
    """Put a meeting into the agenda."""
    from clusterdesk.services.groups import plan_meeting

    return plan_meeting(desk.store, command)


def move(command: asked.HoldMeeting | asked.CancelMeeting | asked.ReplanMeeting, desk: "Desk") -> OpResult[Meeting]:
    """Say that a meeting was held, called off, or is to come after all."""
    from clusterdesk.services.groups import move_meeting

    return move_meeting(desk.store, command)


def note_presence(command: asked.NoteAttendance, desk: "Desk") -> OpResult[Any]:
    """Say of people whether they came."""
    from clusterdesk.services.groups import note_attendance

    return note_attendance(desk.store, command)


def note_guest(meeting_id: UUID, name: str, desk: "Desk") -> OpResult[Any]:
    """Say that somebody is there who was not expected, by the name that was typed."""
    from clusterdesk.services.group_lookup import who_meant
    from clusterdesk.services.groups import note_attendance

    came = asked.Came(who=who_meant(desk.store, name), presence=Presence.PRESENT)
    return note_attendance(desk.store, asked.NoteAttendance(meeting_id=meeting_id, came=(came,)))


def understand(meeting_id: UUID, text: str, desk: "Desk") -> Spoken:
    """Return what a line means, while it is typed."""
    from clusterdesk.services.meeting_lines import understand_line

    return understand_line(desk.store, meeting_id, text, desk.store.clock.today())


def note_exchange(meeting: Meeting, line: str, said: ExchangeSaid, desk: "Desk") -> OpResult[Any]:
    """Note what a line of the minutes says that an organisation looks for or offers."""
    from clusterdesk.services import meeting_exchanges

    return meeting_exchanges.note_exchange(desk.store, meeting.id, line, (said,), meeting.visibility)


def note_line(meeting_id: UUID, text: str, desk: "Desk") -> OpResult[Any]:
    """Write down the decision, the promise, the offer or the need that a line says."""
    from clusterdesk.services import meeting_exchanges

    return meeting_exchanges.note_line(desk.store, meeting_id, text, today=desk.store.clock.today())


def take_promise(meeting_id: UUID, promise: NewPromise, desk: "Desk") -> OpResult[Any]:
    """Write down a promise that was seen in the minutes."""
    from clusterdesk.services import meeting_lines

    return meeting_lines.take_promise(desk.store, meeting_id, promise)
