"""Working groups as entries of the Fil: that an organisation sits in one, and the meetings it came to or missed."""

from typing import Any

import sqlalchemy as sa

from clusterdesk.store.queries.timeline_people import theirs
from clusterdesk.store.tables import RECORD_TABLES

_NO: sa.ColumnElement[Any] = sa.literal_column("0")
_NOTHING: sa.ColumnElement[Any] = sa.literal_column("''")
# Of several people of one organisation the one who came counts.
_RANKS = ("present", "excused", "absent")


def group_entries(count: int) -> sa.Select[Any]:
    """Return the select of the groups that so many organisations sit in, on the day each began."""
    member, group = RECORD_TABLES["group_member"], RECORD_TABLES["working_group"]
    return (
        sa.select(
            sa.literal_column("'working_group'").label("kind"),
            group.c.id.label("id"),
            sa.func.coalesce(member.c.from_on, _NOTHING).label("day"),
            group.c.name.label("title"),
            member.c.role.label("body"),
            sa.func.coalesce(member.c.to_on, _NOTHING).label("detail"),
            group.c.kind.label("state"),
            _NOTHING.label("marked"),
        )
        .distinct()
        .select_from(member.join(group, group.c.id == member.c.working_group_id))
        .where(
            theirs(member, count),
            member.c.deleted == _NO,
            member.c.revoked_on.is_(None),
            group.c.deleted == _NO,
        )
    )


def meeting_entries(count: int) -> sa.Select[Any]:
    """Return the select of the meetings that so many organisations came to, or were excused from, or missed."""
    meeting, group = RECORD_TABLES["meeting"], RECORD_TABLES["working_group"]
    attendance = RECORD_TABLES["meeting_attendance"]
    rank = sa.case(
        *((attendance.c.presence == sa.literal_column(f"'{one}'"), sa.literal_column(str(place)))
          for place, one in enumerate(_RANKS)),
        else_=sa.literal_column("9"),
    )  # fmt: skip
    came = (
        sa.select(attendance.c.meeting_id, sa.func.min(rank).label("rank"))
        .where(theirs(attendance, count), attendance.c.deleted == _NO)
        .group_by(attendance.c.meeting_id)
        .subquery("came")
    )
    detail = sa.case(
        *((came.c.rank == sa.literal_column(str(place)), sa.literal_column(f"'{one}'"))
          for place, one in enumerate(_RANKS)),
        else_=_NOTHING,
    )  # fmt: skip
    return (
        sa.select(
            sa.literal_column("'meeting'").label("kind"),
            meeting.c.id.label("id"),
            meeting.c.on.label("day"),
            group.c.name.label("title"),
            meeting.c.title.label("body"),
            detail.label("detail"),
            meeting.c.state.label("state"),
            meeting.c.visibility.label("marked"),
        )
        .select_from(
            came.join(meeting, meeting.c.id == came.c.meeting_id).join(group, group.c.id == meeting.c.working_group_id)
        )
        .where(
            came.c.rank < sa.literal_column("9"),
            meeting.c.deleted == _NO,
            meeting.c.revoked_on.is_(None),
            group.c.deleted == _NO,
        )
    )
