"""Reached and lost: the example series, and what always holds."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period, read_period
from clusterdesk.domain.breakeven.series import Change, Series, Track, follow
from clusterdesk.domain.breakeven.table import read_series

DATA = Path(__file__).resolve().parents[2] / "data" / "breakeven_examples.json"
CASES: list[dict[str, Any]] = json.loads(DATA.read_text(encoding="utf-8"))["series_cases"]
MONTHS = [case for case in CASES if case["id"] != "MS-15"]


def _rows(case: Mapping[str, Any]) -> list[dict[str, str]]:
    data = case["data"]
    core = data if isinstance(data, list) else data["core"]
    helped = dict(data["operating_subsidy"]) if isinstance(data, dict) else {}
    return [
        {"month": month, "core": "" if value is None else str(value), "operating_subsidy": str(helped.get(month, ""))}
        for month, value in core
    ]


def _followed(rows: Sequence[Mapping[str, str]], *, seasonal: bool = False) -> Series:
    return follow(read_series(rows, rows[0]), seasonal=seasonal)


def _told(track: Track) -> dict[str, Any]:
    return {
        "first_non_negative_month": str(track.first_non_negative) if track.first_non_negative else None,
        "events": [[change.value, str(period)] for change, period in track.events],
        "first_T12_non_negative": str(track.first_t12_non_negative) if track.first_t12_non_negative else None,
        "T12_confirmed": str(track.t12_confirmed) if track.t12_confirmed else None,
    }


@pytest.mark.parametrize("case", MONTHS, ids=[case["id"] for case in MONTHS])
def test_an_example_series_gives_its_events(case: dict[str, Any]) -> None:
    expected = dict(case["expected"])
    helped = expected.pop("with_subsidies", None)
    series = _followed(_rows(case))
    assert _told(series.core) == expected
    if helped is not None:
        assert _told(series.with_subsidies) == helped
    assert _told(_followed(_rows(case)[::-1]).core) == expected, "the order of entry does not count"
    scaled = [{**row, "core": row["core"] and row["core"] + "00"} for row in _rows(case)]
    assert _told(_followed(scaled).core) == expected


def test_a_negative_margin_has_no_threshold() -> None:
    case = next(one for one in CASES if one["id"] == "MS-15")
    row = {name: str(value) for name, value in case["data"].items()}
    (month,) = _followed([row]).periods
    expected = case["expected"]
    assert (month.cm, month.core) == (expected["cm"], expected["core"])
    assert month.cm_ratio == Decimal(str(expected["cm_ratio"]))
    assert month.break_even_revenue is None
    assert [message.value for message in month.messages] == expected["messages"]


def test_a_seasonal_file_is_judged_on_twelve_months() -> None:
    rows = [{"month": f"2024-{n:02d}", "core": "1" if n < 4 else "-1"} for n in range(1, 13)]
    rows += [{"month": f"2025-{n:02d}", "core": "20"} for n in range(1, 5)]
    assert [str(period) for _change, period in _followed(rows).core.events] == ["2024-03", "2024-06", "2025-03"]
    series = _followed(rows, seasonal=True)
    assert str(series.core.first_t12_non_negative) == "2025-01"
    assert [(change, str(period)) for change, period in series.core.events] == [(Change.REACHED, "2025-03")]
    assert str(series.core.t12_confirmed) == "2025-03"


def test_two_quarters_are_enough_where_there_are_only_quarters() -> None:
    rows = [
        {"month": f"2024-Q{n}", "core": value} for n, value in zip((1, 2, 3, 4), ("-4", "1", "2", "-1"), strict=True)
    ]
    series = _followed(rows)
    assert [(change, str(period)) for change, period in series.core.events] == [(Change.REACHED, "2024-Q3")]
    assert str(series.periods[2].period.last_day) == "2024-09-30"


def test_a_month_without_its_costs_is_missing_and_never_zero() -> None:
    rows = [
        {"month": "2024-01", "revenue": "100", "variable": "40", "fixed": "50"},
        {"month": "2024-02", "revenue": "100", "variable": "", "fixed": "50"},
        {"month": "2024-04", "revenue": "100", "variable": "0", "fixed": "0"},
    ]
    series = _followed(rows)
    assert [str(period) for period in series.missing] == ["2024-02", "2024-03"]
    assert series.periods[3].core == 100
    assert Message.NO_FIXED_COSTS in series.periods[3].messages
    assert series.messages == (Message.NOT_ENOUGH_MONTHS,)


def test_a_total_without_split_is_enough_for_core_only() -> None:
    (month,) = _followed([{"month": "2024-01", "revenue": "48.200,50", "total_costs": "51 900"}]).periods
    assert month.core == Decimal("-3699.50")
    assert (month.cm, month.break_even_revenue, month.messages) == (None, None, (Message.NO_SPLIT,))


@pytest.mark.parametrize(
    ("revenue", "variable", "fixed", "more", "said"),
    [
        ("100", "40", "50", {}, []),
        ("100", "40", "60", {}, ["at_break_even"]),
        ("100", "40", "0", {}, ["no_fixed_costs"]),
        ("0", "0", "50", {}, ["no_sales"]),
        ("-10", "0", "50", {}, ["negative_revenue"]),
        ("100", "100", "50", {}, ["zero_margin"]),
        ("100", "120", "0", {}, ["negative_margin", "no_fixed_costs"]),
        ("100", "40", "70", {"operating_subsidy": Decimal(10)}, ["thanks_to_subsidies"]),
        ("100", "40", "70", {"operating_subsidy": Decimal(9)}, []),
        ("100", "40", "50", {"total": Decimal(100)}, ["parts_differ", "at_break_even"]),
        ("100", "99", "50", {}, ["far_from_threshold"]),
    ],
)
def test_what_is_said_of_a_month(
    revenue: str, variable: str, fixed: str, more: dict[str, Any], said: list[str]
) -> None:
    month = PeriodFigures(
        period=Period(2024, 1), revenue=Decimal(revenue), variable=Decimal(variable), fixed=Decimal(fixed), **more
    )
    (result,) = follow([month]).periods
    assert [message.value for message in result.messages] == said
    margin = Decimal(revenue) - Decimal(variable)
    assert result.cm == margin
    assert (result.break_even_revenue is None) == (margin <= 0 or Decimal(revenue) <= 0)


def test_semi_variable_costs_are_shared_out() -> None:
    row = {"month": "2024-01", "revenue": "1000", "variable": "200", "fixed": "300"}
    row |= {"semi_variable": "400", "semi_variable_share": "0.25", "operating_subsidy": "0"}
    (month,) = _followed([row]).periods
    assert (month.core, month.cm) == (Decimal(100), Decimal(700))
    assert month.break_even_revenue == Decimal(600) * 1000 / 700


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([{"month": "2024-01", "core": "1"}, {"month": "2024-01", "core": "2"}], "month_twice"),
        ([{"month": "2024-13", "core": "1"}], "series_month"),
        ([{"month": "1889-01", "core": "1"}], "series_month"),
        ([{"month": "2024-01", "core": "NaN"}], "series_amount"),
        ([{"month": "2024-01", "core": "1e30"}], "series_amount"),
        ([{"month": "2024-01", "core": "douze"}], "series_amount"),
        ([{"month": "2024-01", "revenue": "1", "variable": "-1", "fixed": "1"}], "negative_variable_cost"),
        (
            [
                {"month": "2024-01", "core": "1", "currency": "EUR"},
                {"month": "2024-02", "core": "1", "currency": "usd"},
            ],
            "two_currencies",
        ),
        ([{"month": "2024-01", "core": "1"}, {"month": "2024-Q2", "core": "1"}], "months_and_quarters"),
        ([{"mois": "2024-01"}], "series_columns"),
    ],
)
def test_what_makes_no_sense_is_refused(rows: list[dict[str, str]], code: str) -> None:
    with pytest.raises(KnownError) as caught:
        _followed(rows)
    assert caught.value.code == code


_CORES = st.lists(st.one_of(st.none(), st.integers(-50, 50)), min_size=1, max_size=60)


def _series(cores: Sequence[int | None], *, seasonal: bool = False, grant: int = 0) -> Series:
    first = Period(2024, 1)
    figures = [
        PeriodFigures(
            period=first.at(first.index + number),
            core=Decimal(core) if core is not None else None,
            operating_subsidy=Decimal(grant),
        )
        if core is not None
        else PeriodFigures(period=first.at(first.index + number))
        for number, core in enumerate(cores)
    ]
    return follow(figures, seasonal=seasonal)


@given(_CORES, st.booleans(), st.integers(0, 40))
def test_what_always_holds_of_events(cores: list[int | None], seasonal: bool, grant: int) -> None:
    series = _series(cores, seasonal=seasonal)
    changes = [change for change, _period in series.core.events]
    assert changes == [Change.REACHED, Change.LOST] * (len(changes) // 2) + [Change.REACHED] * (len(changes) % 2)
    scaled = _series([core * 100 if core is not None else None for core in cores], seasonal=seasonal)
    assert scaled.core.events == series.core.events
    assert _series(cores, seasonal=seasonal, grant=grant).core.events == series.core.events, "a grant changes no core"


@given(_CORES, st.booleans(), st.data())
def test_deleting_a_month_never_creates_an_event(cores: list[int | None], seasonal: bool, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(cores) - 1))
    before = _series(cores, seasonal=seasonal).core.events
    less = [None if number == place else core for number, core in enumerate(cores)]
    after = _series(less, seasonal=seasonal).core.events
    assert len(after) <= len(before), "an event may come later in its run or go, none is added"
    for (_, period), (_, earliest) in zip(after, before, strict=False):
        assert period >= earliest
    if not seasonal:
        there = {period: change for change, period in before}
        for change, period in after:
            moved = [one for one, known in there.items() if known is change and one < period]
            assert there.get(period) is change or moved, "each is one that was there, or a later end of its run"


def test_periods_are_read_and_ordered() -> None:
    assert str(read_period("2024-Q4")) == "2024-Q4"
    assert read_period("2024-1") is None
    december = Period(2024, 12)
    assert str(december.at(december.index + 1)) == "2025-01"
    assert str(december.last_day) == "2024-12-31"
