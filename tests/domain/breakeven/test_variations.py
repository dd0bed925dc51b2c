"""Many calculations of the kinds of the worked examples, each answered a second time by other means."""

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from clusterdesk.domain.breakeven.calculate import calculate
from tests.domain.breakeven.reckoning import (
    calendar_day,
    exact,
    least_volume,
    most_volume,
    school_day,
    uneven_day,
)

_TINY = Fraction(1, 10**9)
type Case = tuple[dict[str, Any], dict[str, Any]]


def _single() -> Iterator[Case]:
    for price, variable, fixed, wanted in (
        (24, 9, 2400, 1200),
        ("12.5", "7.25", "18000", 0),
        (3, 1, 10, 5),
        ("0.07", "0.031", 999, "12.5"),
        (1_000_000, 999_999, 7, 1),
        (19, 19, 500, 100),
        (8, 9, 500, 100),
        (50, 0, 0, 0),
        (99, 10, "1234.56", -200),
    ):
        p, v, f, w = exact(price), exact(variable), exact(fixed), exact(wanted)
        margin = p - v
        good = margin > 0
        yield (
            {
                "kind": "single_product",
                "price": price,
                "variable_cost": variable,
                "fixed_cost": fixed,
                "target_profit": wanted,
            },
            {
                "cm_unit": margin,
                "cm_ratio": margin / p,
                "be_units_exact": f / margin if good else None,
                "be_units": least_volume(margin, f) if good else None,
                "be_revenue": f / margin * p if good else None,
                "target_units": least_volume(margin, f + w, -(10**6)) if good else None,
                "messages": []
                if good and f
                else ["no_fixed_costs"]
                if good
                else ["zero_margin"]
                if not margin
                else ["negative_margin"],
            },
        )


def _after_tax() -> Iterator[Case]:
    for fixed, margin, tax, net in (
        (120000, 40, 40, 60000),
        (50000, "12.5", 25, 30000),
        (900, 7, 0, 1),
        (1, "0.3", "99.9", 1),
        (40000, 17, "20.4", "8123.45"),
    ):
        f, m, t, n = exact(fixed), exact(margin), exact(tax), exact(net)
        before = n * 100 / (100 - t)
        yield (
            {
                "kind": "target_profit",
                "fixed_cost": fixed,
                "cm_unit": margin,
                "tax_rate": tax,
                "target_net_profit": net,
            },
            {"be_units": least_volume(m, f), "pretax_target": before, "target_units": least_volume(m, f + before)},
        )


def _mixes() -> Iterator[Case]:
    for fixed, rows in (
        (4_200_000, (("a", "0.2", 30), ("b", "0.5", 20), ("c", "0.3", 40))),
        (1000, (("x", 60, 3), ("y", 40, "1.5"))),
        (7777, (("één", 2, 11), ("deux", 1, 4))),
        (500, (("good", "0.5", 3), ("bad", "0.5", -4))),
        (500, (("good", "0.5", 4), ("bad", "0.5", -4))),
        (0, (("only", 1, 9),)),
    ):
        whole = sum(exact(share) for _, share, _ in rows)
        weighted = sum(exact(share) * exact(margin) for _, share, margin in rows) / whole
        total = exact(fixed) / weighted if weighted > 0 else None
        wanted = {
            f"units_{name}": round(float(total * exact(share) / whole)) if total is not None else None
            for name, share, _ in rows
        }
        yield (
            {
                "kind": "mix_units",
                "fixed_cost": fixed,
                "mix": [{"name": name, "share": share, "cm": margin} for name, share, margin in rows],
            },
            {"weighted_cm": weighted, "total_units_exact": total, **wanted},
        )
    yield (
        {
            "kind": "mix_units",
            "fixed_cost": 900,
            "mix": [
                {"name": "chair", "share": "0.25", "price": 80, "variable_cost": 50},
                {"name": "table", "share": "0.75", "price": 200, "variable_cost": 190},
            ],
        },
        {"weighted_cm": 15, "total_units_exact": 60, "units_chair": 15, "units_table": 45, "be_revenue": 60 * 170},
    )
    yield (
        {
            "kind": "mix_revenue",
            "fixed_cost": 36000,
            "mix": [
                {"name": "repair", "share": 70, "cm_ratio": "0.6"},
                {"name": "sale", "share": 30, "variable_ratio": "0.8"},
            ],
        },
        {"weighted_cm_ratio": Fraction(48, 100), "be_revenue": 75000, "revenue_repair": 52500, "revenue_sale": 22500},
    )


def _steps() -> Iterator[Case]:
    workshops: list[tuple[Any, Any, int, list[list[Any]]]] = [
        (50, 30, 4000, [[0, 150, 0], [151, 300, 1200], [301, 600, 3000]]),
        (10, 6, 2000, [[0, 400, 0], [400, 900, 1500], [900, 2000, 4000]]),
        (10, 6, 1000, [[0, 400, 0], [401, 900, 1500]]),
        (10, 12, 1000, [[0, 400, 0], [401, 900, 1500]]),
        ("7.5", "7", 100, [[0, 10, 5], [11, None, 20]]),
        (20, 5, 300, [[51, 100, 900]]),
    ]
    for price, variable, fixed, steps in workshops:
        margin = exact(price) - exact(variable)
        zones = [(0, steps[0][0] - 1, 0), *steps] if steps[0][0] else steps
        found: list[int | None] = []
        for start, end, extra in zones:
            first = None
            if margin > 0:
                volume = least_volume(margin, exact(fixed) + extra, start)
                first = volume if volume is not None and (end is None or volume <= end) else None
            found.append(first)
        yield (
            {"kind": "step_fixed", "price": price, "variable_cost": variable, "fixed_cost": fixed, "steps": steps},
            {
                "be_units": min((one for one in found if one is not None), default=None),
                **{f"be_units_zone_{place}": one for place, one in enumerate(found, 1)},
                "be_units_all": [one for one in found if one is not None],
            },
        )


def _grants() -> Iterator[Case]:
    for price, variable, fixed, grant in (
        (3, 6, 24000, 30000),
        (3, 6, 24000, 30001),
        (3, 6, 24000, 24000),
        (3, 6, 24000, 23999),
        (9, 6, 24000, 3000),
        (9, 6, 24000, 90000),
        (6, 6, 24000, 90000),
    ):
        margin, rest = exact(price) - exact(variable), exact(fixed) - exact(grant)
        if margin > 0:
            units, way = least_volume(margin, rest), "at_least"
        elif margin < 0 and rest <= 0:
            units, way = most_volume(margin, rest), "at_most"
        else:
            units, way = None, None
        yield (
            {
                "kind": "grants",
                "price": price,
                "variable_cost": variable,
                "fixed_cost": fixed,
                "grant": grant,
                "result_at": [0, 777, "12,5"],
            },
            {
                "cm_unit": margin,
                "be_units": units,
                "direction": way,
                "result_at_777": 777 * margin - exact(fixed) + exact(grant),
                "core_result_at_12.5": exact("12.5") * margin - exact(fixed),
                "result_at_0": -rest,
            },
        )


def _cash() -> Iterator[Case]:
    for price, variable, cash, worn in ((3340, 2655, 7_120_000, 1_850_000), (5, "2.5", 100, 0), (2, 3, 100, 50)):
        margin = exact(price) - exact(variable)
        good = margin > 0
        yield (
            {
                "kind": "cash_breakeven",
                "price": price,
                "variable_cost": variable,
                "fixed_cash_cost": cash,
                "depreciation": worn,
            },
            {
                "cash_be_units": least_volume(margin, exact(cash)) if good else None,
                "accounting_be_units": least_volume(margin, exact(cash) + worn) if good else None,
                "cash_be_units_exact": exact(cash) / margin if good else None,
            },
        )


def _totals() -> Iterator[Case]:
    for revenue, ratio, fixed in (
        (1_600_000, "0.45", 500_000),
        (1000, "0.333", 333),
        (800, "-0.125", 2000),
        (0, "0.4", 2000),
        (-50, "0.4", 2000),
        (700, 0, 70),
        (900, 1, 0),
    ):
        r, c, f = exact(revenue), exact(ratio), exact(fixed)
        needed = f / c if c > 0 and r > 0 else None
        said = (
            ["no_sales"]
            if r == 0
            else ["negative_revenue"]
            if r < 0
            else ["negative_margin"]
            if c < 0
            else ["zero_margin"]
            if c == 0
            else ["no_fixed_costs"]
            if f == 0
            else []
        )
        yield (
            {"kind": "totals", "revenue": revenue, "cm_ratio": ratio, "fixed_cost": fixed},
            {
                "be_revenue": needed,
                "cm_ratio": c if r > 0 else None,
                "margin_of_safety": r - needed if needed is not None else None,
                "margin_of_safety_pct": (r - needed) / r * 100 if needed is not None else None,
                "result": r * c - f,
                "messages": [*said, *(["no_leverage", "at_break_even"] if r * c == f else [])],
            },
        )
    yield (
        {"kind": "totals", "revenue": 2_066_000, "variable_ratio": "0.43", "operating_result": 237_590},
        {"cm": 1_177_620, "fixed_cost": 940_030, "be_revenue": Fraction(940_030) / exact("0.57")},
    )
    yield (
        {"revenue": 100, "variable_cost": 60, "fixed_cost": 50, "operating_subsidy": 15},
        {"result": -10, "with_subsidies": 5, "be_revenue": 125, "messages": ["thanks_to_subsidies"]},
    )
    yield ({"fixed_cost": 100_000, "variable_ratio": "0,6"}, {"cm_ratio": Fraction(4, 10), "be_revenue": 250_000})


def _dates() -> Iterator[Case]:
    for needed, revenue in ((100_000, 500_000), (1, 366), (59, 365), (500, 500), (501, 500), (0, 500), (3, 7)):
        share = Fraction(needed, revenue)
        yield (
            {"kind": "date", "be_revenue": needed, "revenue": revenue, "years": [2024, 2025, 2100]},
            {
                "point_mort_days_365": share * 365,
                "point_mort_days_actual_2024": share * 366,
                **{f"date_actual_{year}": calendar_day(share, year) for year in (2024, 2025, 2100)},
                "date_30_360": school_day(share),
            },
        )
    yield (
        {"kind": "totals_and_date", "revenue": 4_700_000, "cm_ratio": "0.28", "fixed_cost": 750_000, "year_days": 360},
        {
            "point_mort_days_360": Fraction(750_000) / exact("0.28") / 4_700_000 * 360,
            "date_30_360": school_day(Fraction(750_000) / exact("0.28") / 4_700_000),
        },
    )
    for active, closed in ((330, [7]), (300, [7, 8]), (345, [])):
        share = Fraction(600_000) / exact("0.3") / 3_000_000
        yield (
            {
                "kind": "totals_and_date",
                "revenue": 3_000_000,
                "cm_ratio": "0.3",
                "fixed_cost": 600_000,
                "active_days": active,
                "closed_months": closed,
            },
            {"point_mort_active_days": share * active, "date_30_360": school_day(share, closed, active)},
        )


def _seasons() -> Iterator[Case]:
    for name, parts, ratio, fixed in (
        ("quarter", [120_000, 150_000, 260_000, 60_000], "0.2", 100_000),
        ("quarter", [10, 10, 10, 10], "0.5", 20),
        ("quarter", [10, 10, 10, 10], "0.5", 21),
        ("quarter", [0, 0, 500, 100], "0.25", 100),
        ("month", [5, 5, 5, 9, 14, 20, 22, 18, 12, 8, 5, 5], "0.4", 30),
        ("month", [0, 0, 0, 0, 30, 30, 30, 30, 0, 0, 0, 0], "0.5", 31),
    ):
        values, needed = [exact(one) for one in parts], exact(fixed) / exact(ratio)
        before, place = Fraction(0), None
        for number, part in enumerate(values, 1):
            if place is None and part > 0 and before + part >= needed:
                place, into = number, (needed - before) / part
            before += part
        days = 90 if name == "quarter" else 30
        yield (
            {
                "kind": "seasonal_date",
                f"{name}_revenue": parts,
                "cm_ratio": ratio,
                "fixed_cost": fixed,
                "years": [2024, 2027],
            },
            {
                "be_revenue": needed,
                f"{name}_reached": place,
                f"days_into_{name}_{days}": into * days if place is not None else None,
                "naive_regular_days_365": needed / sum(values) * 365,
                **{f"date_actual_{year}": uneven_day(values, needed, year) for year in (2024, 2027)},
            },
        )


def _others() -> Iterator[Case]:
    for cm, income, change in ((13_500, 4_860, 5), (100, -50, 10), (100, 0, 10), ("0.5", "0.25", "-3")):
        degree = exact(cm) / abs(exact(income)) if exact(income) else None
        yield (
            {"kind": "leverage", "cm": cm, "operating_income": income, "sales_change_pct": change},
            {
                "dol": degree,
                "income_change_pct": degree * exact(change) if degree is not None else None,
                "messages": [] if degree is not None else ["no_leverage"],
            },
        )
    scatters: list[tuple[list[list[Any]], int]] = [
        ([[200, 2650], [320, 3100], [450, 3570], [770, 8920]], 450),
        ([[10, 100], [20, 100]], 15),
        ([["1,5", "10"], ["3.5", "14"], [2, 99]], 4),
    ]
    for points, at in scatters:
        pairs = sorted((exact(str(x).replace(",", ".")), exact(y)) for x, y in points)
        rate = (pairs[-1][1] - pairs[0][1]) / (pairs[-1][0] - pairs[0][0])
        level = pairs[0][1] - rate * pairs[0][0]
        yield (
            {"kind": "mixed_cost", "activity_cost": points, "cost_at": [at]},
            {"variable_rate": rate, "fixed": level, f"cost_at_{at}": level + rate * at},
        )
    for fixed, margin in ((120_000, 40), (1, "0.3"), (0, 3), (50, 0), (50, -2)):
        m, f = exact(margin), exact(fixed)
        yield (
            {"kind": "moving_annual", "fixed_cost_ttm": fixed, "cm_unit": margin},
            {"be_units": least_volume(m, f) if m > 0 else None, "be_units_exact": f / m if m > 0 else None},
        )


CASES: list[Case] = [
    case
    for make in (
        _single,
        _after_tax,
        _mixes,
        _steps,
        _grants,
        _cash,
        _totals,
        _dates,
        _seasons,
        _others,
    )
    for case in make()
]


def _compare(answer: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    for name, value in wanted.items():
        assert name in answer, name
        if isinstance(value, int | Fraction):
            assert answer[name] is not None, name
            assert abs(exact(answer[name]) - value) <= _TINY * max(Fraction(1), abs(Fraction(value))), name
        else:
            assert answer[name] == value, name


def _texts(value: object) -> object:
    """Return the same with its numbers as texts, as a form or a spreadsheet hands them over."""
    if isinstance(value, dict):
        return {name: one if name in ("name", "kind") else _texts(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return str(value).replace(".", ",") if isinstance(value, int | float) else value


def test_there_are_enough_of_them() -> None:
    assert len(CASES) > 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].get("kind", "untold"))
def test_two_ways_of_reckoning_agree(case: Case) -> None:
    given, wanted = case
    _compare(calculate(given), wanted)
    shuffled = list(given.items())
    random.Random(5).shuffle(shuffled)
    assert calculate(dict(shuffled)) == calculate(given)
    told = {name: one if name in ("kind", "years") else _texts(one) for name, one in given.items()}
    assert calculate(told) == calculate(given)
    wrapped = {name: {"value": one} for name, one in given.items() if name != "kind"}
    example = {"kind": given.get("kind"), "inputs": wrapped}
    assert calculate(example) == calculate(given), "a worked example may be handed over whole"


# Inputs that are money, and answers that grow with them; in rows, the place of the amount.
_MONEY = frozenset(
    (
        *("price", "variable_cost", "fixed_cost", "target_profit", "target_net_profit", "cm_unit", "cm", "grant"),
        *("fixed_cash_cost", "depreciation", "revenue", "operating_result", "operating_income", "be_revenue"),
        *("quarter_revenue", "month_revenue", "fixed_cost_ttm", "operating_subsidy"),
    )
)
_AMOUNT_OF_ROW = {"steps": 2, "activity_cost": 1}
_GROWING = _MONEY | frozenset(
    (
        *("target_revenue", "pretax_target", "weighted_cm", "margin_of_safety", "result", "with_subsidies"),
        *("daily_revenue", "variable_rate", "fixed", "median_variable_rate", "median_fixed"),
        *("cash_be_revenue", "accounting_be_revenue"),
    )
)
_GROWING_AT = ("result_at_", "core_result_at_", "cost_at_", "median_cost_at_", "revenue_")


def _scaled(name: str, value: Any) -> Any:
    if name == "mix":
        return [{key: _scaled(key, one) for key, one in row.items()} for row in value]
    if name in _AMOUNT_OF_ROW:
        place = _AMOUNT_OF_ROW[name]
        return [[_hundred(one) if at == place else one for at, one in enumerate(row)] for row in value]
    if name in _MONEY:
        return [_hundred(one) for one in value] if isinstance(value, list) else _hundred(value)
    return value


def _hundred(value: Any) -> str:
    return str(Decimal(str(value).replace(",", ".")) * 100)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].get("kind", "untold"))
def test_cents_give_the_same_units_days_and_words(case: Case) -> None:
    before = calculate(case[0])
    after = calculate({name: _scaled(name, value) for name, value in case[0].items()})
    assert after.keys() == before.keys()
    for name, value in before.items():
        if (name in _GROWING or name.startswith(_GROWING_AT)) and value is not None:
            assert abs(exact(after[name]) - 100 * exact(value)) <= _TINY * max(Fraction(1), abs(exact(value))), name
        else:
            assert after[name] == value, name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48 200,50", "48200.5"),
        ("48.200,50", "48200.5"),
        ("48,200.50", "48200.5"),
        ("€ 48 200", "48200"),
        ("1e3", "1000"),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, value: str) -> None:
    assert calculate({"fixed_cost": text, "cm_ratio": "0,5"})["fixed_cost"] == value
