"""Several products in a fixed mix, by shares of units or of revenue."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from clusterdesk.domain.breakeven.answer import Answer
from clusterdesk.domain.breakeven.given import Given, cm_ratio, contradiction, differ, missing, number, senseless
from clusterdesk.domain.breakeven.threshold import break_even, units_at_least

_HUNDRED = 100
_NEAR = Fraction(1, 10**6)


def mix_units(given: Given) -> Answer:
    """A mix by shares of units: ``mix`` has name, share and cm (or price and variable_cost) of each product."""
    rows = _rows(given)
    answer = Answer()
    fixed = given.needed("fixed_cost", "fixed_cash_cost")
    margins = [_margin(row) for row in rows]
    shares = _shares(rows)
    weighted = sum((share * margin for share, margin in zip(shares, margins, strict=True)), Fraction(0))
    exact, messages = break_even(fixed, weighted)
    answer.say(messages)
    answer.put(
        weighted_cm=weighted,
        total_units_exact=exact,
        total_units=units_at_least(exact) if exact is not None else None,
    )
    _each(answer, "units_", rows, shares, exact)
    wanted = given.get("target_profit", "target_result")
    if wanted is not None:
        aim, _ = break_even(fixed + wanted, weighted)
        answer.put(target_units_exact=aim, target_units=units_at_least(aim) if aim is not None else None)
    prices = [row.get("price") for row in rows]
    if all(price is not None for price in prices):
        price = sum((s * number("price", p) for s, p in zip(shares, prices, strict=True)), Fraction(0))
        answer.put(be_revenue=exact * price if exact is not None else None)
    return answer


def mix_revenue(given: Given) -> Answer:
    """A mix by shares of revenue: ``mix`` has name, share and cm_ratio (or variable_ratio) of each product."""
    rows = _rows(given)
    answer = Answer()
    fixed = given.needed("fixed_cost", "fixed_cash_cost")
    shares = _shares(rows)
    ratios = [_ratio(row) for row in rows]
    weighted = sum((share * ratio for share, ratio in zip(shares, ratios, strict=True)), Fraction(0))
    needed, messages = break_even(fixed, weighted)
    answer.say(messages)
    answer.put(weighted_cm_ratio=weighted, be_revenue=needed)
    for row, share in zip(rows, shares, strict=True):
        answer.put_named(f"revenue_{row['name']}", needed * share if needed is not None else None)
    return answer


def _rows(given: Given) -> list[Mapping[str, object]]:
    rows = given.items("mix")
    if not rows:
        raise missing("mix")
    names = set()
    for row in rows:
        name = str(row.get("name") or "").strip() if isinstance(row, Mapping) else ""
        if not name or not isinstance(row["name"], str | int | Decimal) or name in names:
            raise senseless("mix", row)
        names.add(name)
    return rows


def _shares(rows: list[Mapping[str, object]]) -> list[Fraction]:
    """Return shares that add up to one; percentages and whole-number ratios are understood."""
    shares = [number("share", row.get("share", "")) for row in rows]
    total = sum(shares, Fraction(0))
    if any(share < 0 for share in shares) or total <= 0:
        raise senseless("share", str(total))
    whole = all(share.denominator == 1 for share in shares)
    if abs(total - 1) > _NEAR and abs(total - _HUNDRED) > _NEAR and not whole:
        raise senseless("share", str(float(total)))
    return [share / total for share in shares]


def _margin(row: Mapping[str, object]) -> Fraction:
    own = Given(row)
    margin, price = own.get("cm", "cm_unit"), own.not_negative("price")
    variable = own.not_negative("variable_cost", "unit_variable_cost")
    if price is None or (variable is None and margin is None):
        if margin is None:
            raise missing("cm", "price, variable_cost")
        return margin
    if margin is not None and (margin > price or (variable is not None and differ(margin, price - variable))):
        raise contradiction("price", "variable_cost", "cm")
    return margin if margin is not None else price - (variable or 0)


def _ratio(row: Mapping[str, object]) -> Fraction:
    ratio = cm_ratio(Given(row))
    if ratio is None:
        raise missing("cm_ratio", "variable_ratio")
    return ratio


def _each(
    answer: Answer, prefix: str, rows: list[Mapping[str, object]], shares: list[Fraction], total: Fraction | None
) -> None:
    """Answer the units of each product, to the nearest whole one."""
    for row, share in zip(rows, shares, strict=True):
        units = total * share if total is not None else None
        nearest = int(units + Fraction(1, 2)) if units is not None else None
        answer.put_named(f"{prefix}{row['name']}", nearest)
