"""What is printed or exported of meetings and events that not everybody may read."""

from dataclasses import replace
from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import GatheringState, Meeting, WorkingGroup
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.meeting_papers import printed_minutes, printed_signin
from clusterdesk.services.printed_pages import PageWish
from clusterdesk.services.programme_pages import printed_badges, printed_year_plan
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.gatherings import gatherings
from tests.factories import add

DAY = date(2026, 11, 19)


def _wish(edition: Edition) -> PageWish:
    return PageWish("fr", "fr", "Claire", "Cluster", edition)


def _meeting(
    store: Store,
    visibility: Visibility,
    on: date = DAY,
    group: WorkingGroup | None = None,
    state: GatheringState = GatheringState.PLANNED,
) -> Meeting:
    group = group or add(store, WorkingGroup(name="GT Bois"))
    told = Meeting(working_group_id=group.id, on=on, title="Le repreneur", place="Chez lui", visibility=visibility)
    return add(store, replace(told, state=state))


@pytest.mark.parametrize("visibility", list(Visibility))
@pytest.mark.parametrize("edition", list(Edition))
def test_papers_of_a_meeting_are_for_those_who_may_read_it(
    store: Store, visibility: Visibility, edition: Edition
) -> None:
    meeting = _meeting(store, visibility)
    for paper in (printed_minutes, printed_signin):
        if edition.admits(visibility):
            assert paper(store, meeting.id, _wish(edition))
            continue
        with pytest.raises(KnownError) as caught:
            paper(store, meeting.id, _wish(edition))
        assert caught.value.code == "meeting_not_shareable"


def test_minutes_announce_the_next_meeting_that_may_be_told_of(store: Store) -> None:
    group = add(store, WorkingGroup(name="GT Bois"))
    held = _meeting(store, Visibility.SHAREABLE, group=group)
    _meeting(store, Visibility.INTERNAL, date(2026, 12, 1), group)
    _meeting(store, Visibility.SHAREABLE, date(2026, 12, 8), group)
    editions = (Edition.SHAREABLE, Edition.INTERNAL)
    found = {one: printed_minutes(store, held.id, _wish(one))[1].next.on.day for one in editions}  # type: ignore[attr-defined]
    assert found == {Edition.SHAREABLE: 8, Edition.INTERNAL: 1}


def test_minutes_printed_late_announce_the_meeting_that_came_after_not_the_next_one_of_today(store: Store) -> None:
    group = add(store, WorkingGroup(name="GT Bois"))
    first = _meeting(store, Visibility.SHAREABLE, date(2025, 4, 10), group, GatheringState.HELD)
    _meeting(store, Visibility.SHAREABLE, date(2025, 5, 2), group, GatheringState.CANCELLED)
    _meeting(store, Visibility.SHAREABLE, date(2025, 7, 3), group, GatheringState.HELD)
    _meeting(store, Visibility.SHAREABLE, date(2026, 12, 8), group)
    found = printed_minutes(store, first.id, _wish(Edition.SHAREABLE))[1].next  # type: ignore[attr-defined]
    assert found.on == date(2025, 7, 3)


@pytest.mark.parametrize("visibility", list(Visibility))
def test_other_calendars_learn_when_a_meeting_is_and_what_everybody_may_read(
    store: Store, visibility: Visibility
) -> None:
    _meeting(store, visibility)
    with store.read() as connection:
        (one,) = gatherings(connection, DAY, None)
    shown = ("Le repreneur", "Chez lui") if visibility is Visibility.SHAREABLE else ("", "")
    assert (one.about, one.on, one.title, one.place) == ("GT Bois", DAY, *shown)


@pytest.mark.parametrize("visibility", list(Visibility))
@pytest.mark.parametrize("edition", list(Edition))
def test_the_plan_of_a_year_and_badges_tell_of_events_that_may_be_told_of(
    store: Store, visibility: Visibility, edition: Edition
) -> None:
    event = add(store, ProgrammeEvent(title="Visite discrète", on=DAY, visibility=visibility))
    _language, plan = printed_year_plan(store, "2026", _wish(edition))
    assert [one.record.title for one in plan.year.events] == ["Visite discrète"] * edition.admits(visibility)
    with pytest.raises(KnownError) as caught:
        printed_badges(store, event.id, _wish(edition))
    assert caught.value.code == ("nobody_registered" if edition.admits(visibility) else "event_not_shareable")
