"""The steps of a slider: round amounts that suit the number they change."""

from decimal import ROUND_FLOOR, Decimal

from clusterdesk.domain.breakeven.what_if import Assumptions, Input

_GROWTH_STEP = Decimal("0.1")
_SHARE = Decimal("0.01")
_NOTCHES = 100
_ONE = Decimal(1)


def step_of(given: Assumptions, what: Input) -> Decimal:
    """Return what one notch of the slider changes: about a hundredth of the number, rounded to 1, 2 or 5."""
    if what is Input.GROWTH:
        return _GROWTH_STEP
    value = given.value(what)
    if what is Input.UNITS and not given.per_unit:
        return _SHARE
    if value <= 0:
        value = max(given.price, given.fixed_costs, _ONE)
    return round_step(value * _SHARE)


def round_step(wanted: Decimal) -> Decimal:
    """Return the greatest of 1, 2 or 5 times a power of ten that is not above ``wanted``, at least a millionth."""
    if wanted <= Decimal("0.000001"):
        return Decimal("0.000001")
    power = Decimal(10) ** int(wanted.log10().to_integral_value(ROUND_FLOOR))
    return max(factor * power for factor in (1, 2, 5) if factor * power <= wanted)


def notches_of(what: Input, value: Decimal, step: Decimal) -> tuple[int, int]:
    """Return how many notches there are below and above a number: never below zero, but for the growth."""
    if what is Input.GROWTH:
        return 150, 150
    return min(int(value / step), _NOTCHES), _NOTCHES


def telling_step(given: Assumptions, what: Input) -> Decimal:
    """Return the change whose effect is told: one that one would speak of, towards break-even."""
    if what is Input.GROWTH:
        return Decimal("0.5")
    value = given.value(what)
    if what is Input.PRICE and given.per_unit and value >= 5:
        return _ONE
    if what is Input.VARIABLE_COST and given.per_unit and value >= 5:
        return -_ONE
    step = 5 * step_of(given, what)
    return -min(step, value) if what in (Input.VARIABLE_COST, Input.FIXED_COSTS) else step
