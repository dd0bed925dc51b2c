"""The record types of working groups: members, meetings, who came, what was decided."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.record_type import record_type as _type
from clusterdesk.domain.records import groups

GROUP_TYPES: tuple[RecordType, ...] = (
    _type(
        "working_group",
        groups.WorkingGroup,
        N_("Working group"),
        N_("Working groups"),
        title_fields=("name",),
        search_title=("name",),
        search_body=("purpose",),
    ),
    _type(
        "group_member",
        groups.GroupMember,
        N_("Member of a group"),
        N_("Members of groups"),
        title_fields=("name",),
        search_title=("name",),
        search_body=("role",),
    ),
    _type(
        "meeting",
        groups.Meeting,
        N_("Meeting of a group"),
        N_("Meetings of groups"),
        title_fields=("on", "title"),
        search_body=("title", "agenda", "minutes"),
        search_date="on",
    ),
    _type(
        "meeting_attendance",
        groups.MeetingAttendance,
        N_("Attendance at a meeting"),
        N_("Attendance at meetings"),
        title_fields=("name",),
    ),
    _type(
        "meeting_decision",
        groups.MeetingDecision,
        N_("Decision of a meeting"),
        N_("Decisions of meetings"),
        title_fields=("text",),
        search_body=("text",),
    ),
)
