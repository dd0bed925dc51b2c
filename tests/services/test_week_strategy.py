"""What the weekly note tells of the strategy, from a real binder: what moved, was decided and waits."""

from datetime import date, timedelta

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.communication import CommunicationItem
from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.groups import GatheringState, Meeting, MeetingDecision, WorkingGroup
from clusterdesk.domain.working_days import monday_of
from clusterdesk.services.week_notes import week_note_view
from clusterdesk.services.week_strategy import decisions_between, moved_indicators, waiting_now
from clusterdesk.store.desk_store import Store
from tests.factories import add


def test_an_indicator_that_moved_this_week_is_told_with_both_numbers(store: Store) -> None:
    today = store.clock.today()
    monday = monday_of(today)
    before = {one.indicator.key for one in moved_indicators(store, monday)}
    assert before == set()
    add(store, CommunicationItem(title="Un article", on=today, recorded_on=today))
    (moved,) = moved_indicators(store, monday)
    assert (moved.indicator.measure, moved.before, moved.after, moved.change) == ("features", 0, 1, 1)
    assert moved_indicators(store, monday - timedelta(days=7)) == ()


def test_decisions_of_the_week_are_as_secret_as_their_meeting(store: Store) -> None:
    day = store.clock.today()
    group = WorkingGroup(name="GT bois")
    add(store, group)
    for visibility in (Visibility.SHAREABLE, Visibility.INTERNAL):
        state = GatheringState.HELD
        meeting = Meeting(working_group_id=group.id, on=day, state=state, visibility=visibility)
        add(store, meeting, MeetingDecision(meeting_id=meeting.id, text=f"Dit {visibility}"))
    found = decisions_between(store, day, day)
    assert {one.text: one.visibility for one in found} == {
        "Dit shareable": Visibility.SHAREABLE,
        "Dit internal": Visibility.INTERNAL,
    }
    note = week_note_view(store, monday_of(day), author="Claire")
    assert [one.text for one in note.decisions] == ["Dit shareable"]


def test_what_waits_is_counted_with_the_days_of_the_oldest(store: Store) -> None:
    assert waiting_now(store) == ()
    today = store.clock.today()
    add(store, Difficulty(title="Un permis", on=today - timedelta(days=12)))
    add(store, Difficulty(title="Un tarif", on=date(today.year, 1, 2) - timedelta(days=40)))
    (waiting,) = waiting_now(store)
    assert (waiting.what.value, waiting.number) == ("approvals", 2)
    assert waiting.days >= 40
