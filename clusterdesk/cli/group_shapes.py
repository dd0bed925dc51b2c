"""Working groups and meetings as the command line gives them: for people, and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.groups.seats import Seats
from clusterdesk.domain.records.groups import Meeting
from clusterdesk.domain.views.groups import (
    AttendanceLine,
    GroupPage,
    GroupRow,
    MeetingPage,
    MeetingRow,
    MemberLine,
    OwedLine,
)


def group_document(context: Context, page: GroupPage) -> dict[str, Any]:
    """Return everything of one group."""
    today = context.desk.store.clock.today()
    return {
        "group": row_document(page.row),
        "members": [_member(one, today) for one in page.members],
        "meetings": [_meeting_row(one) for one in page.meetings],
        "owed": [_owed(one) for one in page.promises],
    }


def row_document(row: GroupRow) -> dict[str, Any]:
    """Return a group with its counts."""
    return {
        "id": str(row.record.id),
        "name": row.record.name,
        "kind": row.record.kind.value,
        "value_chain": row.chain.key if row.chain is not None else None,
        "manager": row.manager or None,
        "members": row.members,
        "seats": [_seats(one) for one in row.seats],
        "mandates_ending": row.ending,
        "meetings_held": row.held,
        "last_on": _day(row.last),
        "next_on": _day(row.next),
        "open_promises": row.open_promises,
    }


def meeting_document(page: MeetingPage) -> dict[str, Any]:
    """Return everything of one meeting."""
    return {
        "group": {"id": str(page.group.id), "name": page.group.name},
        "meeting": {
            **_meeting_row(page.row),
            "starts_at": _hour(page.row.record.starts_at),
            "ends_at": _hour(page.row.record.ends_at),
            "place": page.row.record.place,
            "agenda": page.row.record.agenda,
            "minutes": page.row.record.minutes,
            "visibility": page.row.record.visibility.value,
        },
        "attendance": [_attendance(one) for one in page.attendance],
        "decisions": [
            {"id": str(one.id), "text": one.text, "visibility": one.visibility.value} for one in page.decisions
        ],
        "promises": [_owed(one) for one in page.promises],
        "owed": [_owed(one) for one in page.owed],
    }


def list_table(context: Context, rows: Sequence[GroupRow]) -> Table:
    """Return all groups for people."""
    t, formats = context.t, context.formats
    headers = [t("Working group"), t("Members"), t("Seats free"), t("Last meeting"), t("Next meeting"), t("Owed")]
    made = [
        [
            row.record.name,
            formats.number(row.members),
            formats.number(sum(one.free for one in row.seats)) if row.seats else "–",
            formats.date(row.last.on) if row.last is not None else "–",
            formats.date(row.next.on) if row.next is not None else "–",
            formats.number(row.open_promises),
        ]
        for row in rows
    ]
    return Table(headers, made, frozenset({1, 2, 5}))


def group_blocks(context: Context, page: GroupPage) -> list[Block]:
    """Return one group for people."""
    t, formats, today = context.t, context.formats, context.desk.store.clock.today()
    members = [
        [
            one.person.name,
            one.person.side,
            t(choice_label(one.record.category)),
            one.record.role,
            formats.partial(one.record.to_on) if one.record.to_on is not None else "",
            t("ends soon") if one.ends_soon(today) else "" if one.sits(today) else t("no longer"),
        ]
        for one in page.members
    ]
    meetings = [
        [
            formats.date(one.record.on),
            one.record.title,
            t(choice_label(one.record.state)),
            formats.number(one.present),
            formats.number(one.decisions),
            formats.number(one.open_promises),
        ]
        for one in page.meetings
    ]
    headers = [t("Day"), t("Title"), t("State"), t("Present"), t("Decisions"), t("Owed")]
    return [
        Lines([page.row.record.name]),
        Table([t("Who"), t("Organisation"), t("On behalf of"), t("Role"), t("Until"), ""], members),
        Table(headers, meetings, frozenset({3, 4, 5})),
    ]


def meeting_blocks(context: Context, page: MeetingPage) -> list[Block]:
    """Return one meeting for people."""
    t, formats, meeting = context.t, context.formats, page.row.record
    facts = [
        (t("Group"), page.group.name),
        (t("Title"), meeting.title),
        (t("Day"), formats.long_date(meeting.on)),
        (t("Hours"), "–".join(one for one in (_hour(meeting.starts_at), _hour(meeting.ends_at)) if one)),
        (t("State"), t(choice_label(meeting.state))),
        (t("Place"), meeting.place),
        (t("Agenda"), meeting.agenda),
        (t("What was said"), meeting.minutes.strip()),
    ]
    people = [[one.person.name, one.person.side, t(choice_label(one.presence)), one.remark] for one in page.attendance]
    blocks: list[Block] = [
        Pairs([one for one in facts if one[1]]),
        Table([t("Who"), t("Organisation"), t("Attendance"), t("Remark")], people),
    ]
    if page.decisions:
        blocks.append(Lines([f"{place}. {one.text}" for place, one in enumerate(page.decisions, start=1)]))
    if page.promises:
        owed = [
            [one.record.text, one.owner, formats.date(one.record.due_on) if one.record.due_on is not None else ""]
            for one in page.promises
        ]
        blocks.append(Table([t("Promise"), t("Owed by"), t("Due on")], owed))
    return blocks


def _seats(seats: Seats) -> dict[str, Any]:
    return {"category": seats.category.value, "all": seats.all, "filled": seats.filled, "free": seats.free}


def _member(line: MemberLine, today: date) -> dict[str, Any]:
    record = line.record
    return {
        "id": str(record.id),
        "name": line.person.name,
        "organisation": line.person.side or None,
        "organisation_id": str(line.person.organisation_id) if line.person.organisation_id is not None else None,
        "category": record.category.value,
        "role": record.role,
        "from_on": str(record.from_on) if record.from_on is not None else None,
        "to_on": str(record.to_on) if record.to_on is not None else None,
        "sits": line.sits(today),
        "ends_soon": line.ends_soon(today),
    }


def _meeting_row(row: MeetingRow) -> dict[str, Any]:
    return {
        "id": str(row.record.id),
        "on": row.record.on.isoformat(),
        "title": row.record.title,
        "state": row.record.state.value,
        "present": row.present,
        "excused": row.excused,
        "absent": row.absent,
        "decisions": row.decisions,
        "promises": row.promises,
        "open_promises": row.open_promises,
    }


def _attendance(line: AttendanceLine) -> dict[str, Any]:
    return {
        "name": line.person.name,
        "organisation": line.person.side or None,
        "organisation_id": str(line.person.organisation_id) if line.person.organisation_id is not None else None,
        "presence": line.presence.value,
        "remark": line.remark,
    }


def _owed(line: OwedLine) -> dict[str, Any]:
    record = line.record
    return {
        "id": str(record.id),
        "text": record.text,
        "owner": record.owner.value,
        "who": line.owner or None,
        "organisation": line.organisation or None,
        "due_on": record.due_on.isoformat() if record.due_on is not None else None,
        "done_on": record.done_on.isoformat() if record.done_on is not None else None,
        "visibility": record.visibility.value,
    }


def _day(meeting: Meeting | None) -> str | None:
    return meeting.on.isoformat() if meeting is not None else None


def _hour(moment: Any) -> str | None:  # noqa: ANN401 - an hour or none
    return moment.isoformat("minutes") if moment is not None else None
