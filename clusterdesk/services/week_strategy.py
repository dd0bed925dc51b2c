"""What the weekly note tells of the strategy: indicators that moved, decisions of groups, what waits for an answer."""

from collections.abc import Iterator
from datetime import date, timedelta

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import GatheringState, Meeting, MeetingDecision, WorkingGroup
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.views.difficulties import Waits
from clusterdesk.domain.views.week_note import MovedIndicator, NoteDecision, NoteWaiting, WaitsFor
from clusterdesk.services.board import read_board
from clusterdesk.services.difficulty_views import waiting_difficulties
from clusterdesk.store.desk_store import Store

_SENT = (ReferralState.HANDED_OVER, ReferralState.ACKNOWLEDGED)
_SECRECY = tuple(Visibility)


def moved_indicators(store: Store, monday: date) -> tuple[MovedIndicator, ...]:
    """Return the indicators that count otherwise at the end of the week, or today, than the day before it."""
    last = min(monday + timedelta(days=6), store.clock.today())
    if last < monday:
        return ()
    before, after = read_board(store, monday - timedelta(days=1)), read_board(store, last)
    then = {row.indicator.id: row.total for row in before.rows()}
    moved = (MovedIndicator(row.indicator, then.get(row.indicator.id, 0), row.total) for row in after.rows())
    return tuple(one for one in moved if one.change)


def decisions_between(store: Store, first: date, last: date) -> tuple[NoteDecision, ...]:
    """Return what groups decided in these days, as secret as the meeting or the decision is."""
    held = store.find(Meeting, revoked_on=None, state=GatheringState.HELD)
    meetings = {one.id: one for one in held if first <= one.on <= last}
    if not meetings:
        return ()
    groups = {one.id: one.name for one in store.find(WorkingGroup)}
    found = store.find(MeetingDecision, revoked_on=None, meeting_id=set(meetings))
    told = [
        NoteDecision(
            meetings[one.meeting_id].on,
            groups.get(meetings[one.meeting_id].working_group_id, ""),
            one.text,
            max(one.visibility, meetings[one.meeting_id].visibility, key=_SECRECY.index),
        )
        for one in sorted(found, key=lambda one: (one.position, one.id))
    ]
    return tuple(sorted(told, key=lambda one: one.on))


def waiting_now(store: Store) -> tuple[NoteWaiting, ...]:
    """Return what waits today: for the answer of a hub or an authority, or for the director."""
    return tuple(_waiting(store))


def _waiting(store: Store) -> Iterator[NoteWaiting]:
    today = store.clock.today()
    sent = [one.handed_over_on or today for one in store.find(Referral, revoked_on=None, state=list(_SENT))]
    up = waiting_difficulties(store)
    for what, days in (
        (WaitsFor.REFERRALS, sent),
        (WaitsFor.ANSWERS, [one.since for one in up[Waits.ANSWER]]),
        (WaitsFor.APPROVALS, [one.since for one in up[Waits.APPROVAL]]),
    ):
        if days:
            yield NoteWaiting(what, len(days), (today - min(days)).days)
