"""A year counted: what is owed, held, planned, missing; events that change their month; themes by their votes."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from clusterdesk.domain.programme.counting import Standing, counted, moved_to
from clusterdesk.domain.programme.opinions import averages
from clusterdesk.domain.programme.ranking import ranks, tallies
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import Commitment, ProgrammeEvent, Satisfaction, Theme, ThemeState, ThemeVote

TODAY = date(2026, 11, 23)
KIND = uuid4()


def event(on: date, state: GatheringState = GatheringState.PLANNED) -> ProgrammeEvent:
    return ProgrammeEvent(title="x", on=on, state=state)


def owing(planned: int, due_month: int | None = None) -> Commitment:
    return Commitment(year=2026, event_kind_id=KIND, planned=planned, due_month=due_month)


HELD, COMING, PAST = (
    event(date(2026, 3, 5), GatheringState.HELD),
    event(date(2026, 12, 10)),
    event(date(2026, 11, 22)),
)
OFF = event(date(2026, 9, 1), GatheringState.CANCELLED)


@pytest.mark.parametrize(
    ("commitment", "events", "standing", "missing"),
    [
        (owing(2), [HELD, HELD], Standing.DONE, 0),
        (owing(2), [HELD, COMING], Standing.PLANNED, 0),
        (owing(2), [HELD, PAST], Standing.PLANNED, 0),
        (owing(2), [HELD, OFF], Standing.MISSING, 1),
        (owing(1, 10), [OFF], Standing.LATE, 1),
        (owing(1, 11), [], Standing.MISSING, 1),
        (owing(0), [HELD], Standing.EXTRA, 0),
        (None, [HELD], Standing.EXTRA, 0),
    ],
)
def test_where_a_commitment_stands(
    commitment: Commitment | None, events: list[ProgrammeEvent], standing: Standing, missing: int
) -> None:
    found = counted(commitment, events, TODAY)
    assert (found.standing, found.missing) == (standing, missing)


def test_an_event_on_the_day_itself_is_still_to_come() -> None:
    assert counted(owing(1), [event(TODAY)], TODAY).coming == 1
    assert counted(owing(1), [PAST], TODAY).untold == 1


def test_the_third_thursday_stays_the_third_thursday() -> None:
    assert moved_to(event(date(2026, 9, 17)), 10) == date(2026, 10, 15)
    assert moved_to(event(date(2026, 7, 30)), 2) == date(2026, 2, 26), "a month without a fifth one: its last"


def test_equal_points_share_a_place_and_dropped_themes_have_none() -> None:
    themes = [Theme(year=2027, title=letter) for letter in "abc"]
    dropped = Theme(year=2027, title="d", state=ThemeState.DROPPED)
    votes = [ThemeVote(theme_id=one.id, points=points) for one, points in zip(themes, (3, 5, 5), strict=True)]
    votes.append(ThemeVote(theme_id=dropped.id, points=9))
    found = ranks([*themes, dropped], tallies(votes))
    assert [found.get(one.id) for one in (*themes, dropped)] == [3, 1, 1, None]


def test_averages_leave_out_who_did_not_answer() -> None:
    rows = [Satisfaction(programme_event_id=KIND, useful=5), Satisfaction(programme_event_id=KIND, useful=4)]
    found = averages(rows)
    assert (found["useful"].value, found["useful"].answers) == (Decimal("4.5"), 2)
    assert found["recommended"].value is None
