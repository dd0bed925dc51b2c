"""What must be sold: for a result after tax, of several products, where fixed costs rise in steps."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.breakeven.figures import PeriodFigures
from clusterdesk.domain.breakeven.level import level_of
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.questions import (
    Product,
    Step,
    Zone,
    footing_of,
    product_mix,
    stepped_costs,
    wanted_result,
)
from clusterdesk.domain.breakeven.what_if import Assumptions, Input


def _base(price: str, variable: str, fixed: str, units: str = "1", *, quarterly: bool = False) -> Assumptions:
    numbers = (Decimal(price), Decimal(variable), Decimal(fixed), Decimal(units))
    return Assumptions(Period(2027, 1, 3 if quarterly else 1), *numbers, per_unit=units != "1")


UNITS = footing_of(_base("50", "30", "4000", "260"), None)
TURNOVER = footing_of(_base("30000", "10000", "24000"), None)


def test_a_result_after_tax_is_that_of_a_whole_year() -> None:
    found = wanted_result(UNITS, Decimal(24_000), Decimal(40))
    assert (found.before_tax, found.units, found.revenue) == (Fraction(40_000), 4400, Fraction(4400 * 50))
    assert found.now == 260 * 50 * 12
    quarter = footing_of(_base("50", "30", "4000", "260", quarterly=True), None)
    assert wanted_result(quarter, Decimal(24_000), Decimal(40)).units == (4 * 4000 + 40_000) // 20


def test_what_the_start_has_rounded_is_taken_exactly_unless_it_was_given_anew() -> None:
    figures = PeriodFigures(Period(2026, 12), revenue=Decimal(30_000), variable=Decimal(10_000), fixed=Decimal(16_000))
    level = level_of([figures], Decimal(600))
    base = _base("50", "16.666667", "16000", "600")
    found = footing_of(base, level)
    assert found.variable == Fraction(50, 3)
    assert stepped_costs(found, [Step(600, Decimal(0))]).zones[0].first == level.threshold_units == 480
    assert footing_of(base.changed(Input.PRICE, Decimal(49)), level).price == 49


def test_without_units_it_is_turnover_and_exact_where_the_margin_never_ends() -> None:
    found = wanted_result(TURNOVER, Decimal(0), Decimal(25))
    assert found.units is None
    assert (found.revenue, found.now) == (Fraction(12 * 24_000 * 3, 2), Fraction(360_000))
    assert found.messages == ()


@pytest.mark.parametrize(
    ("base", "code"),
    [
        (("0", "0", "500"), Message.NO_SALES),
        (("30000", "31000", "500"), Message.NEGATIVE_MARGIN),
        (("30", "30", "500", "9"), Message.ZERO_MARGIN),
    ],
)
def test_what_does_not_exist_is_said(base: tuple[str, ...], code: Message) -> None:
    footing = footing_of(_base(*base), None)
    found = wanted_result(footing, Decimal(100), Decimal(20))
    assert found.before_tax == 125
    assert (found.units, found.revenue, found.messages) == (None, None, (code,))
    steps = stepped_costs(footing, [Step(10, Decimal(0)), Step(None, Decimal(100))])
    assert [zone.first for zone in steps.zones] in ([], [None, None])
    assert steps.messages == (code,)


def test_a_mix_takes_any_measure_of_shares_and_rounds_each_product_up() -> None:
    rows = (
        Product("Chaise", Decimal(2), Decimal(80), Decimal(50)),
        Product("Table", Decimal(1), Decimal(200), Decimal(190)),
    )
    found = product_mix(Fraction(1000), rows)
    assert (found.margin, found.price) == (Fraction(70, 3), Fraction(120))
    assert found.units == 43
    assert found.each == (("Chaise", 29), ("Table", 15))
    percent = [Product(one.name, one.share * 30, one.price, one.variable) for one in rows]
    assert product_mix(Fraction(1000), percent) == found
    losing = product_mix(Fraction(1000), [Product("Banc", Decimal(1), Decimal(3), Decimal(5))])
    assert (losing.units, losing.revenue, losing.messages) == (None, None, (Message.NEGATIVE_MARGIN,))


def test_each_step_says_where_it_pays_and_nothing_is_said_beyond_the_last() -> None:
    found = stepped_costs(UNITS, [Step(210, Decimal(0)), Step(300, Decimal(1200)), Step(600, Decimal("9999"))])
    assert found.zones == (
        Zone(0, 210, Fraction(4000), 200),
        Zone(211, 300, Fraction(5200), 260),
        Zone(301, 600, Fraction(13_999), None),
    )
    assert found.result == 0
    open_end = stepped_costs(UNITS, [Step(210, Decimal(0)), Step(None, Decimal(1200))])
    assert open_end.zones[-1] == Zone(211, None, Fraction(5200), 260)
    between = footing_of(_base("50", "30", "4000", "210.5"), None)
    assert stepped_costs(between, [Step(210, Decimal(0)), Step(300, Decimal(1200))]).result == Fraction(-990)


_PRODUCT = Product("a", Decimal(1), Decimal(3), Decimal(1))


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: wanted_result(UNITS, Decimal(-1), Decimal(0)), "wanted_result"),
        (lambda: wanted_result(UNITS, Decimal(1), Decimal(100)), "tax_rate"),
        (lambda: product_mix(Fraction(1), []), "product_name"),
        (lambda: product_mix(Fraction(1), [_PRODUCT, _PRODUCT]), "product_name"),
        (lambda: product_mix(Fraction(1), [Product("a", Decimal(0), Decimal(3), Decimal(1))]), "product_share"),
        (lambda: product_mix(Fraction(1), [Product("a", Decimal(1), Decimal(3), Decimal(-1))]), "product_number"),
        (lambda: stepped_costs(UNITS, []), "step_order"),
        (lambda: stepped_costs(UNITS, [Step(9, Decimal(0)), Step(9, Decimal(1))]), "step_order"),
        (lambda: stepped_costs(UNITS, [Step(None, Decimal(0)), Step(9, Decimal(1))]), "step_order"),
        (lambda: stepped_costs(UNITS, [Step(9, Decimal(-4001))]), "step_number"),
    ],
)
def test_nonsense_is_refused(ask: Any, code: str) -> None:
    with pytest.raises(KnownError) as refused:
        ask()
    assert refused.value.code == code
