"""Products: one price, several products in a fixed mix, steps of fixed costs, grants, cash."""

from fractions import Fraction

from clusterdesk.domain.breakeven.answer import Answer
from clusterdesk.domain.breakeven.given import Given, cm_ratio, contradiction, differ, missing, number, plain, senseless
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.threshold import (
    before_tax,
    break_even,
    leverage,
    units_at_least,
    units_at_most,
)

_HUNDRED = 100
_FIXED = ("fixed_cost", "fixed_cash_cost")


def unit_margin(given: Given, answer: Answer) -> tuple[Fraction, Fraction | None]:
    """Return the contribution margin of a unit and, where it is known, the price; both are answered, too."""
    price = given.not_negative("price")
    variable = given.not_negative("variable_cost", "unit_variable_cost")
    margin = given.get("cm_unit")
    ratio = cm_ratio(given)
    _agree(price, variable, margin)
    if margin is None and price is not None and variable is not None:
        margin = price - variable
    if margin is None and price is not None and ratio is not None:
        margin = price * ratio
    if margin is None:
        raise missing("cm_unit", "price, variable_cost")
    answer.put(cm_unit=margin)
    if price is None and variable is not None:
        price = margin + variable
    if price is not None:
        answer.put(cm_ratio=margin / price if price else None)
        if not price:
            answer.say([Message.NO_SALES])
    return margin, price


def _agree(price: Fraction | None, variable: Fraction | None, margin: Fraction | None) -> None:
    """Refuse a margin that the price and the variable cost contradict."""
    if margin is None or price is None:
        return
    if margin > price or (variable is not None and differ(margin, price - variable)):
        raise contradiction("price", "variable_cost", "cm_unit")


def single_product(given: Given) -> Answer:
    """One product: ``fixed_cost``, ``price`` and ``variable_cost`` (or ``cm_unit``); a target and a volume if given."""
    answer = Answer()
    margin, price = unit_margin(given, answer)
    fixed = given.needed(*_FIXED)
    exact, messages = break_even(fixed, margin)
    answer.say(messages)
    answer.put(
        be_units_exact=exact,
        be_units=units_at_least(exact) if exact is not None else None,
        be_revenue=exact * price if exact is not None and price is not None else None,
    )
    target(given, answer, fixed, margin, price)
    units = given.not_negative("units", "volume")
    if units is not None:
        at_volume(answer, units, fixed, margin, price, exact)
    return answer


def target(given: Given, answer: Answer, fixed: Fraction, margin: Fraction, price: Fraction | None) -> None:
    """Answer what a wanted result takes: ``target_profit`` before tax, ``target_net_profit`` after ``tax_rate`` %."""
    tax = given.percent("tax_rate")
    if tax is not None and not 0 <= tax < 1:
        raise senseless("tax_rate", plain(tax * _HUNDRED))
    net = given.get("target_net_profit", "target_profit_after_tax")
    wanted = given.get("target_profit", "target_result")
    if net is not None:
        wanted = before_tax(net, tax or Fraction(0))
        answer.put(pretax_target=wanted)
    if wanted is None:
        return
    exact, _ = break_even(fixed + wanted, margin)
    answer.put(
        target_units_exact=exact,
        target_units=units_at_least(exact) if exact is not None else None,
    )
    if price is not None:
        answer.put(target_revenue=exact * price if exact is not None else None)


def at_volume(
    answer: Answer, units: Fraction, fixed: Fraction, margin: Fraction, price: Fraction | None, needed: Fraction | None
) -> None:
    """Answer the result of a volume, its distance from the threshold and the leverage there."""
    cm, result = margin * units, margin * units - fixed
    degree, messages = leverage(cm, result)
    answer.say(messages)
    answer.put(cm=cm, result=result, dol=degree)
    if needed is not None:
        answer.put(
            margin_of_safety_units=units - needed,
            margin_of_safety_pct=(units - needed) / units * _HUNDRED if units else None,
        )
    if price is not None:
        answer.put(revenue=units * price)
        if needed is not None:
            answer.put(margin_of_safety=(units - needed) * price)


def target_profit(given: Given) -> Answer:
    """What a wanted result takes, before or after tax."""
    answer = Answer()
    if "cm_ratio" in given and not ("cm_unit" in given or "price" in given):
        ratio, fixed = cm_ratio(given), given.needed(*_FIXED)
        assert ratio is not None
        needed, messages = break_even(fixed, ratio)
        answer.say(messages)
        answer.put(cm_ratio=ratio, be_revenue=needed)
        target(given, answer, fixed, ratio, Fraction(1))
        answer.drop("target_units_exact", "target_units")
        return answer
    margin, price = unit_margin(given, answer)
    fixed = given.needed(*_FIXED)
    exact, messages = break_even(fixed, margin)
    answer.say(messages)
    answer.put(be_units_exact=exact, be_units=units_at_least(exact) if exact is not None else None)
    if price is not None:
        answer.put(be_revenue=exact * price if exact is not None else None)
    target(given, answer, fixed, margin, price)
    return answer


def cash_breakeven(given: Given) -> Answer:
    """Cash and accounting thresholds: ``fixed_cash_cost`` is without ``depreciation``, ``total_fixed_cost`` with it."""
    answer = Answer()
    margin, price = unit_margin(given, answer)
    depreciation = given.needed("depreciation")
    total = given.not_negative("total_fixed_cost", "fixed_cost_with_depreciation")
    cash = given.not_negative("fixed_cash_cost", "fixed_cost")
    if cash is None and total is not None:
        cash = total - depreciation
        if cash < 0:
            raise senseless("depreciation", plain(depreciation))
    if cash is None:
        raise missing("fixed_cash_cost", "total_fixed_cost")
    for name, fixed in (("cash", cash), ("accounting", cash + depreciation)):
        exact, messages = break_even(fixed, margin)
        answer.say(messages)
        answer.put_named(f"{name}_be_units_exact", exact)
        answer.put_named(f"{name}_be_units", units_at_least(exact) if exact is not None else None)
        if price is not None:
            answer.put_named(f"{name}_be_revenue", exact * price if exact is not None else None)
    return answer


def grants(given: Given) -> Answer:
    """A grant beside sales: a least volume, or a greatest one where each unit loses money."""
    answer = Answer()
    margin, _price = unit_margin(given, answer)
    fixed, grant = given.needed(*_FIXED), given.needed("grant", "operating_subsidy")
    own, _ = break_even(fixed, margin)
    answer.put(core_be_units=units_at_least(own) if own is not None else None)
    rest = fixed - grant
    possible = margin > 0 or (margin < 0 and rest <= 0)
    answer.put(be_units_exact=max(rest / margin, Fraction(0)) if possible else None)
    if margin > 0:
        answer.put(be_units=units_at_least(max(rest / margin, Fraction(0))), direction="at_least")
        answer.say([Message.NO_FIXED_COSTS] if fixed == 0 else [])
    elif margin < 0 and rest <= 0:
        answer.put(be_units=units_at_most(rest / margin), direction="at_most")
        answer.say([Message.MAXIMUM_VOLUME])
    else:
        answer.put(be_units=None, direction=None)
        answer.say([Message.ZERO_MARGIN if margin == 0 else Message.NEGATIVE_MARGIN])
    for units in given.numbers("result_at"):
        answer.put_named(f"result_at_{plain(units)}", margin * units - fixed + grant)
        answer.put_named(f"core_result_at_{plain(units)}", margin * units - fixed)
    return answer


def step_fixed(given: Given) -> Answer:
    """Fixed costs that rise in steps: ``steps`` are [from, to, extra] in units; the first volume that pays, and all."""
    answer = Answer()
    margin, price = unit_margin(given, answer)
    base = given.needed(*_FIXED)
    zones = _zones(given, base)
    found = []
    for start, end, fixed in zones:
        exact, messages = break_even(fixed, margin)
        answer.say(messages)
        units = max(units_at_least(exact), start) if exact is not None else None
        found.append(units if units is not None and (end is None or units <= end) else None)
    paying = [units for units in found if units is not None]
    first = min(paying, default=None)
    answer.put(be_units=first, be_units_last=max(paying, default=None), be_units_all=paying)
    if price is not None:
        answer.put(be_revenue=first * price if first is not None else None)
    for place, zone_units in enumerate(found, start=1):
        answer.put_named(f"be_units_zone_{place}", zone_units)
    for volume in given.numbers("result_at"):
        begun = units_at_least(volume)  # a unit that is begun needs the step it lies in
        costs = [cost for start, end, cost in zones if start <= begun and (end is None or begun <= end)]
        answer.put_named(f"result_at_{plain(volume)}", margin * volume - costs[0] if costs else None)
    return answer


def _zones(given: Given, base: Fraction) -> list[tuple[int, int | None, Fraction]]:
    """Return zones of volume in order, those before and between the steps with the base cost alone.

    Beyond the last step nothing is known: what the workshop cannot make, or what another step would cost.
    """
    steps = sorted((_step(one) for one in given.items("steps")), key=lambda step: step[0])
    if not steps:
        raise missing("steps")
    zones: list[tuple[int, int | None, Fraction]] = []
    at = 0
    for start, end, extra in steps:
        if start < at - 1 or base + extra < 0:
            raise senseless("steps", [start, end, plain(extra)])
        if start > at:
            zones.append((at, start - 1, base))
        zones.append((start, end, base + extra))
        if end is None:
            if (start, end, extra) != steps[-1]:
                raise senseless("steps", [start, end, plain(extra)])
            return zones
        at = end + 1
    return zones


def _step(one: object) -> tuple[int, int | None, Fraction]:
    if not isinstance(one, list | tuple) or len(one) != 3:
        raise senseless("steps", one)
    start, extra = number("steps", one[0]), number("steps", one[2])
    end = number("steps", one[1]) if one[1] is not None else None
    if start < 0 or (end is not None and end < start):
        raise senseless("steps", one)
    return units_at_least(start), units_at_most(end) if end is not None else None, extra


def moving_annual(given: Given) -> Answer:
    """The threshold of the last twelve months: ``fixed_cost_ttm`` over ``cm_unit`` (or ``cm_ratio``)."""
    answer = Answer()
    fixed = given.needed("fixed_cost_ttm", "fixed_cost")
    if "cm_unit" in given or "price" in given:
        margin, price = unit_margin(given, answer)
        exact, messages = break_even(fixed, margin)
        answer.put(be_units_exact=exact, be_units=units_at_least(exact) if exact is not None else None)
        if price is not None:
            answer.put(be_revenue=exact * price if exact is not None else None)
        units = given.not_negative("units_ttm", "units")
        if units is not None:
            at_volume(answer, units, fixed, margin, price, exact)
    else:
        ratio = cm_ratio(given)
        if ratio is None:
            raise missing("cm_unit", "cm_ratio")
        needed, messages = break_even(fixed, ratio)
        answer.put(be_revenue=needed)
    answer.say(messages)
    return answer
