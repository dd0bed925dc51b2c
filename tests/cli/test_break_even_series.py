"""clusterdesk breakeven series on files of many makes, each answer found a second time by other means."""

import json
import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.domain.breakeven.reckoning import exact, runs, sums

type Follow = Callable[..., dict[str, Any]]
type Values = Sequence[int | None]


@pytest.fixture
def follow(run_bare: Run, tmp_path: Path) -> Follow:
    def ask(content: str | bytes, *options: str) -> dict[str, Any]:
        path = tmp_path / "series.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        answer: dict[str, Any] = run_bare("breakeven", "series", str(path), *options, "--json").json
        return answer

    return ask


def _names(count: int, *, quarterly: bool = False) -> list[str]:
    a_year = 4 if quarterly else 12
    return [
        f"{2023 + place // a_year}-Q{place % a_year + 1}"
        if quarterly
        else f"{2023 + place // a_year}-{place % a_year + 1:02}"
        for place in range(count)
    ]


def _expected(values: Sequence[Any], names: list[str], *, seasonal: bool = False) -> dict[str, Any]:
    quarterly = "Q" in names[0]
    year = sums(values, 4 if quarterly else 12)
    short, long = runs(values, 2 if quarterly else 3), runs(year, 2 if quarterly else 3)

    def first(found: Sequence[Any]) -> str | None:
        return next((names[place] for place, one in enumerate(found) if one is not None and one >= 0), None)

    return {
        "first_non_negative_month": first(values),
        "events": [[kind, names[place]] for kind, place in (long if seasonal else short)],
        "first_T12_non_negative": first(year),
        "T12_confirmed": names[long[0][1]] if long else None,
    }


def _some_series() -> list[tuple[list[int | None], bool, bool]]:
    """Return values, whether they are quarters, whether they are seasonal; the same ones every time."""
    chance = random.Random(20)
    fixed: list[tuple[list[int], bool, bool]] = [
        ([0] * 3, False, False),
        ([-1, 0, 0, 0, -1, -1, -1], False, False),
        ([-1] * 11 + [11] + [1] * 4, False, True),
        ([6] * 3 + [-9] * 8 + [6] * 4, False, True),
        ([-5, 2], True, False),
        ([-5, 0, 0, -1, -1, 3, 3], True, False),
        ([-5, 6, 4, -4, -4, 9, 9, 9], True, True),
    ]
    made: list[tuple[list[int | None], bool, bool]] = [
        ([*values], quarterly, seasonal) for values, quarterly, seasonal in fixed
    ]
    made.append(([None, None, 1], False, False))
    for number in range(40):
        count = chance.randint(1, 40)
        drift = chance.choice((-2, 0, 2))
        values = [
            None if chance.random() < 0.06 else chance.randint(-6, 6) + drift * (place - count // 2) // 6
            for place in range(count)
        ]
        made.append((values, number % 4 == 3, number % 3 == 2))
    return made


@pytest.mark.parametrize(("values", "quarterly", "seasonal"), _some_series())
def test_a_series_says_what_its_windows_say(values: Values, quarterly: bool, seasonal: bool, follow: Follow) -> None:
    names = _names(len(values), quarterly=quarterly)
    subsidies = [place % 5 for place in range(len(values))]
    rows = [
        f"{name},{'' if value is None else value},{given}"
        for name, value, given in zip(names, values, subsidies, strict=True)
    ]
    random.Random(len(values)).shuffle(rows)
    answer = follow("\n".join(["month,core,operating_subsidy", *rows]), *(["--seasonal"] if seasonal else []))
    expected = _expected(values, names, seasonal=seasonal)
    assert {name: answer[name] for name in expected} == expected
    helped = [value + given if value is not None else None for value, given in zip(values, subsidies, strict=True)]
    assert answer["with_subsidies"] == _expected(helped, names, seasonal=seasonal)
    assert answer["missing"] == [name for name, value in zip(names, values, strict=True) if value is None]
    assert [one["month"] for one in answer["months"]] == names
    for name, wanted in zip(answer["months"], sums(values, 4 if quarterly else 12), strict=True):
        assert (name["t12"] is None) == (wanted is None)
        assert wanted is None or exact(name["t12"]) == wanted


def test_costs_give_margin_threshold_and_messages(follow: Follow) -> None:
    chance = random.Random(4)
    lines, wanted = ["month;revenue;variable;semi_variable;semi_variable_share;fixed;depreciation"], []
    for name in _names(36):
        revenue, variable = chance.choice((0, 800, 5000, 12_000, -40)), chance.choice((0, 900, 5000))
        semi, share, fixed = chance.choice((0, 300)), chance.choice(("0", "0.25", "1")), chance.choice((0, 2000))
        lines.append(f"{name};{revenue};{variable};{semi};{share};{fixed};77")
        moving = variable + semi * exact(share)
        kept = fixed + semi * (1 - exact(share))
        margin = revenue - moving
        code = (
            "negative_revenue"
            if revenue < 0
            else "no_sales"
            if revenue == 0
            else "negative_margin"
            if margin < 0
            else "zero_margin"
            if margin == 0
            else None
        )
        wanted.append((margin - kept, margin, kept / margin * revenue if code is None else None, code, kept))
    answer = follow("\r\n".join(lines))
    for month, (core, margin, needed, code, kept) in zip(answer["months"], wanted, strict=True):
        assert exact(month["core"]) == core
        assert exact(month["cm"]) == margin
        assert (month["break_even_revenue"] is None) == (needed is None)
        if needed is not None:
            assert abs(exact(month["break_even_revenue"]) - needed) < Fraction(1, 10**9)
        assert (code is None) or code in month["messages"]
        assert ("no_fixed_costs" in month["messages"]) == (kept == 0)
        assert ("at_break_even" in month["messages"]) == (core == 0)


_PLAIN = "month,revenue,total_costs\n2024-01,1000.50,900\n2024-02,,900\n2024-03,800,\n2024-04,0,0\n"


@pytest.mark.parametrize(
    "content",
    [
        _PLAIN.encode(),
        _PLAIN.encode("utf-8-sig"),
        _PLAIN.replace("\n", "\r\n").encode(),
        _PLAIN.replace("\n", "\r").encode(),
        _PLAIN.encode("utf-16"),
        _PLAIN.replace(",", "\t").encode("utf-16"),
        _PLAIN.replace(",", ";").encode("cp1252"),
        _PLAIN.replace(",", ";").replace("1000.50", "1.000,50").encode(),
        _PLAIN.replace(",", ";").replace("1000.50", "1 000,50 ").encode(),
        _PLAIN.replace(",", ";").replace("1000.50", "1\u202f000,5\u00a0").encode(),
        _PLAIN.replace("1000.50", '"1000,50"').encode(),
        ("sep=;\r\n" + _PLAIN.replace(",", ";").replace("\n", "\r\n")).encode(),
        ("\n\n" + _PLAIN + "\n\n,,\n").encode(),
        _PLAIN.replace("month", " Month ").replace("revenue", "REVENUE").encode(),
        b"total_costs,month,note,revenue\n0,2024-04,,0\n,2024-03,,800\n900,2024-02,x,\n900,2024-01,,1000.5\n",
        b"month,revenue,total_costs,variable,fixed\n2024-01,1000.5,900,,\n2024-02,,900,,\n2024-03,800,,,\n2024-04,0,0,,\n",
    ],
)
def test_the_make_of_the_file_does_not_matter(content: bytes, follow: Follow) -> None:
    answer = follow(content)
    assert [one["core"] for one in answer["months"]] == ["100.5", None, None, "0"]
    assert answer["missing"] == ["2024-02", "2024-03"]
    assert answer["months"][0]["messages"] == ["no_split"]
    assert answer["months"][0]["cm"] is None


def test_missing_columns_are_zero_and_other_empty_cells_too(follow: Follow) -> None:
    answer = follow("month,revenue,fixed,operating_subsidy\n2024-01,100,120,\n2024-02,100,100,5\n2024-03,100,,5\n")
    assert [one["core"] for one in answer["months"]] == ["-20", "0", None]
    assert [one["cm_ratio"] for one in answer["months"]] == ["1", "1", None]
    assert answer["with_subsidies"]["first_non_negative_month"] == "2024-02"
    bare = follow("month,revenue\n2024-01,100\n")
    assert (bare["months"][0]["core"], bare["months"][0]["messages"]) == ("100", ["no_fixed_costs"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "series_columns"),
        ("month\n2024-01\n", "series_columns"),
        ("date,core\n2024-01,1\n", "series_columns"),
        ("month,core\n2024-13,1\n", "series_month"),
        ("month,core\n1989-12,1\n", "series_month"),
        ("month,core\n2101-01,1\n", "series_month"),
        ("month,core\n2024-01,1\n2024-01,1\n", "month_twice"),
        ("month,core\n2024-01,1\n2024-Q2,1\n", "months_and_quarters"),
        ("month,core\n2024-01,NaN\n", "series_amount"),
        ("month,core\n2024-01,1e99\n", "series_amount"),
        ("month,core\n2024-01,1e999999999\n", "series_amount"),
        ("month,core\n2024-01,abc\n", "series_amount"),
        ("month,revenue,variable,fixed\n2024-01,1,-1,1\n", "negative_variable_cost"),
        ("month,revenue,semi_variable,fixed\n2024-01,1,-1,1\n", "negative_variable_cost"),
        ("month,revenue,semi_variable,semi_variable_share,fixed\n2024-01,1,1,1.5,1\n", "series_share"),
        ("month,revenue,total_costs,currency\n2024-01,1,1,EUR\n2024-02,1,1,USD\n", "two_currencies"),
    ],
)
def test_a_senseless_series_is_refused_in_three_sentences(
    content: str, code: str, run_bare: Run, tmp_path: Path
) -> None:
    path = tmp_path / "series.csv"
    path.write_text(content, encoding="utf-8")
    done = run_bare("breakeven", "series", str(path), "--json")
    assert (done.code, done.error["code"]) == (1, code)
    assert all(done.error[part] for part in ("message", "safe", "advice"))
    told = run_bare("breakeven", "series", str(path))
    assert told.code == 1
    assert len(told.err.strip().splitlines()) == 3
    assert json.dumps(told.out) == '""'
