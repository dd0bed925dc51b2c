"""Reading working groups, their members and their meetings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.groups.seats import ends_soon, seats_of, sits_on
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.groups import (
    GatheringState,
    GroupKind,
    GroupMember,
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.groups import GroupRow, MeetingRow
from clusterdesk.store.repositories.records import find

_LAST = 1_000_000


class GroupReader:
    """One snapshot of all groups, or of one of them."""

    def __init__(self, connection: sa.Connection, today: date, group_id: UUID | None = None) -> None:
        """Read the groups with their members and meetings; with ``group_id`` those of one only."""
        only: dict[str, Any] = {} if group_id is None else {"working_group_id": group_id}
        self._today = today
        self.chains = tuple(sorted(find(connection, ValueChain), key=lambda one: (one.position, one.name_fr)))
        self.profiles = tuple(sorted(find(connection, Profile), key=lambda one: one.name.casefold()))
        self.groups = (
            find(connection, WorkingGroup) if group_id is None else find(connection, WorkingGroup, id=group_id)
        )
        self.members = _grouped(find(connection, GroupMember, revoked_on=None, **only), "working_group_id")
        self.meetings = _grouped(find(connection, Meeting, revoked_on=None, **only), "working_group_id")
        ids = {one.id for group in self.meetings.values() for one in group}
        self.attendance = _grouped(find(connection, MeetingAttendance, meeting_id=ids), "meeting_id")
        self.decisions = _grouped(find(connection, MeetingDecision, revoked_on=None, meeting_id=ids), "meeting_id")
        self.actions = _grouped(find(connection, Action, revoked_on=None, meeting_id=ids), "meeting_id")

    def rows(self) -> tuple[GroupRow, ...]:
        """Return the groups: those of value chains in the order of the chains, the Advisory Board last."""
        return tuple(sorted((self.row(one) for one in self.groups), key=_place))

    def row(self, group: WorkingGroup) -> GroupRow:
        """Return a group with its counts of today."""
        today = self._today
        members = self.members.get(group.id, [])
        meetings = sorted(self.meetings.get(group.id, []), key=_when)
        held = [one for one in meetings if one.state is GatheringState.HELD]
        coming = [one for one in meetings if one.state is GatheringState.PLANNED and one.on >= today]
        chains = {one.id: one for one in self.chains}
        names = {one.id: one.name for one in self.profiles}
        return GroupRow(
            group,
            chains.get(group.value_chain_id) if group.value_chain_id else None,
            names.get(group.profile_id, "") if group.profile_id else "",
            sum(sits_on(one, today) for one in members),
            seats_of(group, members, today),
            sum(ends_soon(one, today) for one in members),
            held[-1] if held else None,
            coming[0] if coming else None,
            len(held),
            sum(_is_open(one) for meeting in meetings for one in self.actions.get(meeting.id, ())),
        )

    def meeting_rows(self, group_id: UUID) -> tuple[MeetingRow, ...]:
        """Return the meetings of a group, the newest first."""
        found = sorted(self.meetings.get(group_id, []), key=_when, reverse=True)
        return tuple(self.meeting_row(one) for one in found)

    def meeting_row(self, meeting: Meeting) -> MeetingRow:
        """Return a meeting with its counts."""
        came = Counter(one.presence for one in self.attendance.get(meeting.id, ()))
        promises: Sequence[Action] = self.actions.get(meeting.id, ())
        return MeetingRow(
            meeting,
            came[Presence.PRESENT],
            came[Presence.EXCUSED],
            came[Presence.ABSENT],
            len(self.decisions.get(meeting.id, ())),
            len(promises),
            sum(_is_open(one) for one in promises),
        )

    def open_actions(self, group_id: UUID, *, before: Meeting | None = None) -> list[Action]:
        """Return what is still owed from the meetings of a group, what is due first at the top."""
        meetings = self.meetings.get(group_id, [])
        earlier = [one for one in meetings if before is None or _when(one) < _when(before)]
        found = [one for meeting in earlier for one in self.actions.get(meeting.id, ()) if _is_open(one)]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))


def _grouped[R: Record](found: Iterable[R], name: str) -> dict[UUID, list[R]]:
    groups: dict[UUID, list[R]] = defaultdict(list)
    for one in found:
        groups[getattr(one, name)].append(one)
    return groups


def _is_open(action: Action) -> bool:
    return action.done_on is None


def _when(meeting: Meeting) -> tuple[date, str, UUID]:
    return meeting.on, meeting.starts_at.isoformat() if meeting.starts_at is not None else "", meeting.id


def _place(row: GroupRow) -> tuple[int, int, str]:
    kind = list(GroupKind).index(row.record.kind)
    if row.record.kind is GroupKind.ADVISORY_BOARD:
        kind = len(GroupKind)
    return kind, row.chain.position if row.chain is not None else _LAST, row.record.name.casefold()
