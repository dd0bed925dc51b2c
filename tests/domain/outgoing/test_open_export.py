"""When the open export is made by itself, and of which tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.outgoing.open_export import Rhythm, chosen_tables, is_due

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("rhythm", "last", "today", "due"),
    [
        (Rhythm.OFF, None, date(2026, 11, 23), False),
        (Rhythm.WEEKLY, None, date(2026, 11, 23), True),
        (Rhythm.WEEKLY, date(2026, 11, 23), date(2026, 11, 29), False),
        (Rhythm.WEEKLY, date(2026, 11, 29), date(2026, 11, 30), True),
        (Rhythm.WEEKLY, date(2026, 12, 31), date(2027, 1, 1), False),
        (Rhythm.MONTHLY, date(2026, 11, 1), date(2026, 11, 30), False),
        (Rhythm.MONTHLY, date(2026, 11, 30), date(2026, 12, 1), True),
        (Rhythm.MONTHLY, date(2025, 12, 31), date(2026, 12, 1), True),
    ],
)
def test_once_a_week_or_a_month(rhythm: Rhythm, last: date | None, today: date, due: bool) -> None:
    assert is_due(rhythm, last, today) is due


@given(first=DAYS, rhythm=st.sampled_from((Rhythm.WEEKLY, Rhythm.MONTHLY)), days=st.integers(1, 400))
def test_whoever_works_every_day_makes_one_for_each_period(first: date, rhythm: Rhythm, days: int) -> None:
    last: date | None = None
    made = []
    for number in range(days):
        day = first + timedelta(days=number)
        if is_due(rhythm, last, day):
            last = day
            made.append(day)
    periods = [(day.isocalendar()[:2] if rhythm is Rhythm.WEEKLY else (day.year, day.month)) for day in made]
    every = [first + timedelta(days=number) for number in range(days)]
    wanted = {(day.isocalendar()[:2] if rhythm is Rhythm.WEEKLY else (day.year, day.month)) for day in every}
    assert len(periods) == len(set(periods))
    assert set(periods) == wanted


@given(last=DAYS, back=st.integers(0, 3000), rhythm=st.sampled_from(tuple(Rhythm)))
def test_a_clock_set_back_makes_none(last: date, back: int, rhythm: Rhythm) -> None:
    assert not is_due(rhythm, last, last - timedelta(days=back))


def test_tables_are_chosen_by_their_keys() -> None:
    known = ("organisations", "results", "referrals")
    assert chosen_tables("", known) == known
    assert chosen_tables(" referrals, Organisations,", known) == ("organisations", "referrals")
    with pytest.raises(KnownError) as refused:
        chosen_tables("organisations, turnover", known)
    assert refused.value.code == "open_export_table"
