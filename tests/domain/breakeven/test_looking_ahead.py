"""The honest look ahead: when there is one, what it says, and how it does on real series."""

import csv
from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.breakeven.cost_split import cost_split
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.look_ahead import Method, past_of, project
from clusterdesk.domain.breakeven.outlook import Outlook, look_ahead, past_error
from clusterdesk.domain.breakeven.payback import payback_of
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import follow
from clusterdesk.domain.breakeven.start_state import Start, StartState, Stretch, start_of
from clusterdesk.domain.breakeven.year_point import YearPoint, last_year_point
from tests.shared import shared_data

FIRST = Period(2025, 1)


def month(by: int, revenue: int | Decimal, variable: int | Decimal = 0, fixed: int | Decimal = 0) -> PeriodFigures:
    """Return a month so many after the first."""
    return PeriodFigures(
        period=FIRST.at(FIRST.index + by), revenue=Decimal(revenue), variable=Decimal(variable), fixed=Decimal(fixed)
    )


def ahead(figures: list[PeriodFigures], *, behind: int = 0, reached: bool = False, seasonal: bool = False) -> Outlook:
    """Look ahead from the last of these, or so many months after it."""
    series = follow(figures, seasonal=seasonal)
    last = figures[-1].period
    holes = tuple(one for one in series.missing if one < last)
    return look_ahead(
        figures, holes, last_ended=last.at(last.index + behind), reached=reached, seasonal=seasonal, run=3
    )


def test_a_steady_climb_is_continued_and_reaches_zero() -> None:
    outlook = ahead([month(by, 10_000 + 500 * by, 0, 16_000) for by in range(8)])
    assert outlook.horizon == 8
    assert [one.turns_in for one in outlook.scenarios[:2]] == [Period(2026, 1), Period(2026, 1)]
    cautious = outlook.scenarios[2]
    assert cautious.projection.method is Method.CAUTIOUS
    assert cautious.turns_in is None or cautious.turns_in > Period(2026, 1)
    assert outlook.error is not None
    assert outlook.error.typical == 0, "a straight line is foretold without an error"


def test_it_takes_six_months_and_no_hole_among_the_last() -> None:
    months = [month(by, 10_000, 0, 16_000) for by in range(9)]
    assert ahead(months[:5]).scenarios == ()
    assert ahead(months[:6]).scenarios
    holed = [*months[:5], *months[6:]]
    assert ahead(holed).scenarios == ()
    assert ahead([*months[:1], *months[2:]]).scenarios, "a hole before the last six is told, and in the way of nothing"
    assert ahead([*months[:1], *months[2:]]).missing == (Period(2025, 2),)
    assert ahead(months, behind=2).scenarios
    assert ahead(months, behind=3).scenarios == (), "months that went by since are holes as well"


def test_where_break_even_holds_it_says_when_it_would_be_lost() -> None:
    falling = [month(by, 20_000 - 400 * by, 0, 16_000) for by in range(8)]
    outlook = ahead(falling, reached=True)
    assert outlook.earliest == Period(2025, 12)
    assert not outlook.without or Method.CAUTIOUS in outlook.without


def test_the_measures_are_continued_apart() -> None:
    figures = [month(by, 10_000 + 100 * by, (10_000 + 100 * by) // 2, 3_000 + 10 * by) for by in range(12)]
    past = past_of(figures, seasonal=False)
    assert past is not None
    found = project(past, Method.TREND, 2)
    assert found.revenue == (Decimal(11_200), Decimal(11_300))
    assert found.charges == (Decimal(5_600 + 3_120), Decimal(5_650 + 3_130))


def test_a_seasonal_year_repeats_and_grows() -> None:
    year = [4, 4, 6, 8, 10, 12, 12, 10, 8, 6, 4, 4]
    figures = [month(by, Decimal(1_000 * year[by % 12]) * (Decimal("1.1") if by >= 12 else 1)) for by in range(24)]
    past = past_of(figures, seasonal=True)
    assert past is not None
    found = project(past, Method.TREND, 12)
    assert [round(one) for one in found.revenue] == [round(1_000 * one * 1.21) for one in year]


def test_without_the_split_all_costs_are_continued_as_one() -> None:
    figures = [
        month(by, 10_000 + 500 * by)._replace(variable=None, fixed=None, total=Decimal(12_000)) for by in range(8)
    ]
    past = past_of(figures, seasonal=False)
    assert past is not None
    assert not past.split
    assert project(past, Method.TREND, 1).core == (Decimal(2_000),)


@pytest.mark.parametrize("name", ["champagne_monthly_sales_1964_1972", "souvenir_shop_monthly_sales_1987_1993"])
def test_real_series_are_looked_at_and_the_error_is_told(name: str) -> None:
    with shared_data(f"series/{name}.csv").open(encoding="utf-8") as stream:
        rows = [(row["month"], Decimal(row["sales"])) for row in csv.DictReader(stream)]
    figures = [month(by, sales, sales * Decimal("0.4"), 2_000) for by, (_, sales) in enumerate(rows)]
    outlook = ahead(figures[-60:], seasonal=True, reached=True)
    assert (outlook.horizon, len(outlook.scenarios)) == (12, 3)
    assert outlook.error is not None
    assert outlook.error.trials == 12
    assert outlook.error.typical > 0, "real sales are never foretold exactly"
    plain = past_of(figures[-60:], seasonal=False)
    assert plain is not None
    other = past_error(plain)
    assert other is not None
    assert outlook.error.typical < other.typical, "last year's same month foretells a season better than a line"


def test_losses_are_recovered_apart_from_the_indicator() -> None:
    figures = [month(by, 10, 0, 10 - core) for by, core in enumerate((-5, -3, 4, 6, 1))]
    paid = payback_of(follow(figures).periods)
    assert paid is not None
    assert (paid.since, paid.deepest, paid.total, paid.recovered_in) == (
        FIRST,
        Decimal(-8),
        Decimal(3),
        Period(2025, 4),
    )
    holed = [*figures[:2], *figures[3:]]
    again = payback_of(follow(holed).periods)
    assert again is not None
    assert (again.since, again.deepest) == (Period(2025, 4), Decimal(0)), "a hole begins the sum anew"


@pytest.mark.parametrize(
    ("first", "last", "core", "state"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), -1, StartState.BELOW),
        (date(2024, 1, 1), date(2024, 12, 31), -1, StartState.UNKNOWN),
        (date(2026, 5, 1), date(2026, 5, 31), -1, StartState.BELOW),
        (date(2026, 6, 1), date(2026, 6, 30), -1, StartState.UNKNOWN),
        (date(2026, 1, 1), date(2026, 1, 31), 0, StartState.NOT_BELOW),
        (date(2025, 3, 1), date(2025, 3, 10), -1, StartState.BELOW),
        (date(2025, 3, 1), date(2025, 3, 9), -1, StartState.UNKNOWN),
    ],
)
def test_the_start_is_looked_at_twelve_months_before_and_three_after(
    first: date, last: date, core: int, state: StartState
) -> None:
    assert start_of([Stretch(first, last, Decimal(core))], date(2026, 3, 10)).state is state
    assert start_of([Stretch(first, last, Decimal(core))], None) == Start(StartState.NOT_COACHED)


def test_the_day_of_a_year_by_the_real_months_and_by_a_regular_activity() -> None:
    figures = [month(by, 5_000 if by < 6 else 15_000, 0, 9_000) for by in range(12)]
    counting = {one.period.index: one for one in figures}
    point = last_year_point(counting, FIRST)
    assert point == YearPoint(2025, date(2025, 11, 25), date(2025, 12, 7))
    assert last_year_point({index: one for index, one in counting.items() if index != FIRST.index + 4}, FIRST) is None


def test_the_split_of_totals_is_estimated_two_ways() -> None:
    figures = [
        PeriodFigures(period=FIRST.at(FIRST.index + by), revenue=Decimal(revenue), total=Decimal(charges))
        for by, (revenue, charges) in enumerate(
            [(10_000, 9_000), (12_000, 9_800), (14_000, 10_600), (11_000, 9_400), (13_000, 10_200), (15_000, 19_000)]
        )
    ]
    found = cost_split(figures)
    assert found is not None
    assert (found.rate, found.fixed) == (Decimal("0.4"), Decimal(5_000)), "one odd month does not move the median"
    assert found.high_low_rate == Decimal(2), "but it decides the other way"
    assert cost_split(figures[:5]) is None
