"""What always holds of break-even, whatever the figures: tried on figures that nobody would think of."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.breakeven.calculate import calculate
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.level import level_of
from clusterdesk.domain.breakeven.levers import LeverKind, levers_of
from clusterdesk.domain.breakeven.outlook import look_ahead
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.series import Series, follow
from clusterdesk.domain.breakeven.what_if import Assumptions, Input, effect_of, planned, reached_in

_MONEY = st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False)
_REVENUE = st.decimals(-(10**5), 10**6, places=2, allow_nan=False, allow_infinity=False)
_FIRST = Period(2024, 1)


@st.composite
def _months(draw: st.DrawFn, least: int = 1, most: int = 30) -> list[PeriodFigures]:
    """Months in a row, some of them missing."""
    made = []
    for by in range(draw(st.integers(least, most))):
        period = _FIRST.at(_FIRST.index + by)
        if by and draw(st.integers(0, 8)) == 0:
            made.append(PeriodFigures(period=period))
            continue
        made.append(
            PeriodFigures(
                period=period,
                revenue=draw(_REVENUE),
                variable=draw(_MONEY),
                semi_variable=draw(_MONEY),
                share=draw(st.decimals(0, 1, places=2)),
                fixed=draw(_MONEY),
                operating_subsidy=draw(_MONEY),
            )
        )
    return made


def _times(figures: Sequence[PeriodFigures], factor: int) -> list[PeriodFigures]:
    names = ("revenue", "variable", "semi_variable", "fixed", "operating_subsidy")
    return [
        one._replace(**{name: value * factor for name in names if (value := getattr(one, name)) is not None})
        for one in figures
    ]


def _events(series: Series) -> tuple[Any, ...]:
    return series.core.events, series.core.first_non_negative, series.core.t12_confirmed, series.missing


@given(_months(), st.booleans())
def test_money_a_hundred_times_larger_keeps_events_and_ratios(figures: list[PeriodFigures], seasonal: bool) -> None:
    before, after = follow(figures, seasonal=seasonal), follow(_times(figures, 100), seasonal=seasonal)
    assert _events(before) == _events(after)
    assert [one.messages for one in before.periods] == [one.messages for one in after.periods]
    assert [one.cm_ratio for one in before.periods] == [one.cm_ratio for one in after.periods]


@given(_months(), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_entry_is_irrelevant(figures: list[PeriodFigures], random: Random, seasonal: bool) -> None:
    shuffled = list(figures)
    random.shuffle(shuffled)
    assert follow(shuffled, seasonal=seasonal) == follow(figures, seasonal=seasonal)


@given(_months(), _MONEY, st.booleans())
def test_moving_a_cost_between_variable_and_fixed_never_changes_core(
    figures: list[PeriodFigures], amount: Decimal, seasonal: bool
) -> None:
    moved = [
        one._replace(variable=one.variable + amount, fixed=one.fixed - amount)
        if one.variable is not None and one.fixed is not None
        else one
        for one in figures
    ]
    before, after = follow(figures, seasonal=seasonal), follow(moved, seasonal=seasonal)
    assert [one.core for one in before.periods] == [one.core for one in after.periods]
    assert _events(before) == _events(after)


@given(_months(), _MONEY, st.booleans())
def test_subsidies_never_change_core_nor_its_events(
    figures: list[PeriodFigures], grant: Decimal, seasonal: bool
) -> None:
    helped = [one._replace(operating_subsidy=one.operating_subsidy + grant) for one in figures]
    before, after = follow(figures, seasonal=seasonal), follow(helped, seasonal=seasonal)
    assert [one.core for one in before.periods] == [one.core for one in after.periods]
    assert _events(before) == _events(after)


@given(_months())
def test_the_threshold_is_there_exactly_where_margin_and_sales_are(figures: list[PeriodFigures]) -> None:
    known = {one.period.index: one for one in figures}
    for result in follow(figures).periods:
        revenue = known[result.period.index].revenue if result.period.index in known else None
        expected = revenue is not None and revenue > 0 and result.cm is not None and result.cm > 0
        assert (result.break_even_revenue is not None) is expected
        assert result.break_even_revenue is None or result.break_even_revenue >= 0


@given(_months(least=1, most=12))
def test_each_lever_closes_the_gap_by_itself(figures: list[PeriodFigures]) -> None:
    whole = [one for one in figures if one.revenue is not None]
    level = level_of(whole)
    for lever in levers_of(level):
        assert level.variable is not None
        assert level.fixed is not None
        revenue, variable, fixed = level.revenue, level.variable, level.fixed
        amount = lever.amount * level.periods
        if lever.kind is LeverKind.PRICE:
            revenue += amount
        elif lever.kind is LeverKind.VOLUME:
            revenue, variable = revenue + amount, variable * (revenue + amount) / revenue
        elif lever.kind is LeverKind.VARIABLE:
            variable -= amount
        else:
            fixed -= amount
        assert abs(revenue - variable - fixed) <= Decimal("0.01") * max(abs(level.revenue), Decimal(1))


@given(_months(least=6, most=24), st.booleans())
def test_looking_ahead_keeps_its_dates_when_money_is_scaled(figures: list[PeriodFigures], seasonal: bool) -> None:
    found = []
    for factor in (1, 100):
        series = follow(_times(figures, factor), seasonal=seasonal)
        counting = [
            one
            for one, result in zip(_times(figures, factor), series.periods, strict=True)
            if result.core is not None and one.revenue is not None
        ]
        outlook = look_ahead(
            counting, series.missing, last_ended=series.periods[-1].period, reached=False, seasonal=seasonal, run=3
        )
        found.append([(one.projection.method, one.turns_in) for one in outlook.scenarios])
        assert not outlook.scenarios or outlook.horizon == min(12, outlook.complete)
        assert outlook.complete >= 6 or not outlook.scenarios
    assert found[0] == found[1]


_PLAN = st.builds(
    Assumptions,
    first=st.just(_FIRST),
    price=st.decimals(0, 500, places=2),
    variable_cost=st.decimals(0, 500, places=2),
    fixed_costs=st.decimals(0, 10**5, places=2),
    units=st.decimals(0, 10**4, places=0),
    growth=st.decimals(-5, 10, places=1),
    periods=st.integers(1, 36),
)


@given(_PLAN, st.decimals(0, 50, places=2))
def test_a_better_price_is_never_later(plan: Assumptions, more: Decimal) -> None:
    before, after = reached_in(plan), reached_in(plan.changed(Input.PRICE, plan.price + more))
    assert before is None or (after is not None and after <= before)
    effect = effect_of(plan, Input.PRICE, more)
    assert effect.sooner is None or effect.sooner >= 0
    assert effect.result == more * plan.units


@given(_PLAN)
def test_a_plan_reaches_break_even_in_its_first_month_without_a_loss(plan: Assumptions) -> None:
    months = planned(plan)
    assert len(months) == plan.periods
    without = [one.period for one in months if one.revenue >= one.charges]
    assert reached_in(plan) == next(iter(without), None)
    scaled = replace(
        plan,
        price=plan.price * 100,
        variable_cost=plan.variable_cost * 100,
        fixed_costs=plan.fixed_costs * 100,
    )
    assert reached_in(scaled) == reached_in(plan)


@given(
    st.integers(1, 500),
    st.integers(0, 500),
    st.integers(0, 10**6),
    st.lists(st.integers(1, 40), min_size=1, max_size=4),
)
def test_units_are_enough_and_one_less_is_not(price: int, variable: int, fixed: int, shares: list[int]) -> None:
    answer = calculate({"kind": "single_product", "price": price, "variable_cost": variable, "fixed_cost": fixed})
    units = answer["be_units"]
    if price <= variable:
        assert units is None
        assert answer["be_revenue"] is None
    else:
        assert units * (price - variable) >= fixed
        assert units == 0 or (units - 1) * (price - variable) < fixed
    mix = [{"name": f"p{n}", "share": share, "cm": price - variable} for n, share in enumerate(shares)]
    mixed = calculate({"kind": "mix_units", "mix": mix, "fixed_cost": fixed})
    assert mixed["total_units_exact"] == answer["be_units_exact"], "the same margin everywhere: the mix is irrelevant"
