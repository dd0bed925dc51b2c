"""Periods of ledgers: in order, with their days, and which are due."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.figures import periods
from clusterdesk.domain.records.figures import Cadence

CADENCES = st.sampled_from([Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.ANNUAL])
DAYS = st.dates(date(1991, 1, 1), date(2099, 12, 31))


@given(DAYS, CADENCES, st.integers(-40, 40))
def test_a_period_holds_its_days_and_has_neighbours(day: date, cadence: Cadence, by: int) -> None:
    period = periods.period_at(day, cadence)
    assert periods.first_day(period) <= day <= periods.last_day(period)
    assert periods.cadence_of(period) is cadence
    assert (periods.first_day(periods.following(period)) - periods.last_day(period)).days == 1
    assert periods.following(periods.following(period, by), -by) == period


def test_only_what_has_ended_since_the_start_is_due() -> None:
    due = periods.ended_periods(Cadence.MONTHLY, date(2026, 8, 15), date(2026, 11, 1))
    assert due == ["2026-08", "2026-09", "2026-10"]
    assert periods.ended_periods(Cadence.MONTHLY, None, date(2026, 1, 31)) == ["2025-12"]
    assert periods.ended_periods(Cadence.QUARTERLY, date(2026, 1, 1), date(2026, 9, 30)) == ["2026-Q1", "2026-Q2"]
    assert periods.ended_periods(Cadence.ANNUAL, date(2024, 6, 1), date(2026, 1, 1)) == ["2024", "2025"]
    assert periods.ended_periods(Cadence.NONE, date(2020, 1, 1), date(2026, 1, 1)) == []
    assert periods.ended_periods(Cadence.MONTHLY, date(2027, 1, 1), date(2026, 1, 1)) == []
