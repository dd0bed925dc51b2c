"""group: working groups and their meetings – who sits, who came, what was decided and promised, the minutes."""

from argparse import Namespace
from collections.abc import Mapping
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import group_shapes as shapes
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.field_flags import add_flags, given, read_day
from clusterdesk.cli.groups import group_minutes
from clusterdesk.cli.meeting_reference import meeting_meant
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.commands import groups as asked
from clusterdesk.domain.records.groups import Presence

_MEETING = ("starts_at", "ends_at", "place", "title", "agenda")
_MEMBER = ("category", "role", "from_on", "to_on")
_MOVES: Mapping[str, type[asked.HoldMeeting | asked.CancelMeeting | asked.ReplanMeeting]] = {
    "held": asked.HoldMeeting,
    "cancelled": asked.CancelMeeting,
    "planned": asked.ReplanMeeting,
}


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions."""
    actions = parser.actions("what", t)
    showing = actions.add("show", t("all groups, or one with its members and meetings"), show)
    showing.wanted.add_argument("group", metavar="REF", nargs="?", help=t("a group; else all"))
    joining = actions.add("join", t("let an organisation, a person or anybody sit in a group"), join)
    joining.wanted.add_argument("group", metavar="REF", help=t("a group"))
    joining.wanted.add_argument("who", metavar=t("WHO"), help=t("an organisation, a contact person, or a name"))
    add_flags(joining, t, "group_member", _MEMBER)
    planning = actions.add("plan", t("put a meeting into the agenda"), plan)
    planning.wanted.add_argument("group", metavar="REF", help=t("a group"))
    planning.wanted.add_argument("on", metavar=t("DATE"), help=t("the day"))
    add_flags(planning, t, "meeting", _MEETING)
    meeting = actions.add("meeting", t("one meeting: who came, what was decided and promised"), show_meeting)
    attending = actions.add("attend", t("say of people whether they came"), attend)
    noting = actions.add("note", t("write down a decision, or a promise: “@Name what until when”"), note)
    moving = actions.add("move", t("say that a meeting was held, called off, or is to come after all"), move)
    for one in (meeting, attending, noting, moving):
        one.wanted.add_argument("meeting", metavar=t("MEETING"), help=t("a meeting; of a group its last or next one"))
    attending.wanted.add_argument("who", metavar=t("WHO"), nargs="*", help=t("members by name, or anybody else"))
    attending.options.add_argument(
        "--as", dest="presence", default="present", choices=[one.value for one in Presence], help=t("what is noted")
    )
    attending.options.add_argument("--others", action="store_true", help=t("all of whom nothing was noted yet"))
    attending.options.add_argument("--remark", metavar=t("TEXT"), help=t("a remark"))
    noting.wanted.add_argument("text", metavar=t("TEXT"), help=t("the line"))
    add_flags(noting, t, "meeting", ("visibility",))
    moving.wanted.add_argument("state", choices=list(_MOVES), help="held · cancelled · planned")
    group_minutes.add_actions(actions, t)


def show(context: Context, options: Namespace) -> Answer:
    """Show the groups, or one."""
    from clusterdesk.services import group_views

    store = context.desk.store
    if options.group:
        return _group(context, references.one(context, options.group, ("working_group",)).id)
    rows = group_views.list_groups(store).rows
    return Answer({"groups": [shapes.row_document(one) for one in rows]}, [shapes.list_table(context, rows)])


def join(context: Context, options: Namespace) -> Answer:
    """Let somebody sit in a group."""
    from clusterdesk.services.group_lookup import who_meant
    from clusterdesk.services.groups import add_member

    store = context.desk.store
    group = references.one(context, options.group, ("working_group",))
    more = given(context, options, "group_member", _MEMBER)
    add_member(store, asked.AddMember(group_id=group.id, member=who_meant(store, options.who), **more))
    return _group(context, group.id)


def plan(context: Context, options: Namespace) -> Answer:
    """Plan a meeting."""
    from clusterdesk.services.groups import plan_meeting

    group = references.one(context, options.group, ("working_group",))
    more = given(context, options, "meeting", _MEETING)
    more["subject"] = more.pop("title", "")
    on = read_day(context, options.on)
    made = plan_meeting(context.desk.store, asked.PlanMeeting(group_id=group.id, on=on, **more)).output
    return _meeting(context, made.id)


def show_meeting(context: Context, options: Namespace) -> Answer:
    """Show a meeting."""
    return _meeting(context, meeting_meant(context, options.meeting))


def attend(context: Context, options: Namespace) -> Answer:
    """Note who came."""
    from clusterdesk.services.group_lookup import came_to
    from clusterdesk.services.groups import note_attendance

    store = context.desk.store
    found = meeting_meant(context, options.meeting, coming=True)
    presence = Presence(options.presence)
    came = came_to(store, found, options.who, presence, others=options.others, remark=options.remark)
    if came:
        note_attendance(store, asked.NoteAttendance(meeting_id=found, came=came))
    return _meeting(context, found)


def note(context: Context, options: Namespace) -> Answer:
    """Note a decision, a promise, an offer or a need."""
    from clusterdesk.services.meeting_exchanges import note_line

    found = meeting_meant(context, options.meeting, coming=True)
    more = given(context, options, "meeting", ("visibility",))
    today = context.desk.clock.today()
    note_line(context.desk.store, found, options.text, today=today, **more)
    return _meeting(context, found)


def move(context: Context, options: Namespace) -> Answer:
    """Say that a meeting was held, called off, or is to come."""
    from clusterdesk.services.groups import move_meeting

    found = meeting_meant(context, options.meeting, coming=options.state != "planned")
    move_meeting(context.desk.store, _MOVES[options.state](meeting_id=found))
    return _meeting(context, found)


def _group(context: Context, group_id: UUID) -> Answer:
    from clusterdesk.services.group_views import read_group

    page = read_group(context.desk.store, group_id)
    return Answer(shapes.group_document(context, page), shapes.group_blocks(context, page))


def _meeting(context: Context, meeting_id: UUID) -> Answer:
    from clusterdesk.services.group_views import read_meeting

    page = read_meeting(context.desk.store, meeting_id)
    return Answer(shapes.meeting_document(page), shapes.meeting_blocks(context, page))
