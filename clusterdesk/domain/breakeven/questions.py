"""Questions asked at a company's table, answered from an average period of its ledger.

What must be sold for a wanted result after tax, with several products, or where fixed costs rise in steps. The
calculations are those of ``calculations/``; nothing of the answers is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.calculations.mixes import mix_units
from clusterdesk.domain.breakeven.calculations.products import step_fixed, target_profit
from clusterdesk.domain.breakeven.given import Given, plain
from clusterdesk.domain.breakeven.level import Level
from clusterdesk.domain.breakeven.messages import Message
from clusterdesk.domain.breakeven.what_if import Assumptions

MOST_ROWS = 20
_HUNDRED = 100
_CENT, _MICRO = Fraction(1, 100), Fraction(1, 1_000_000)
_ADVICE = N_("Correct it and try again; nothing was written.")


@dataclass(frozen=True, slots=True)
class Footing:
    """A period as it is: ``fixed`` costs of the period, ``volume`` sold in it, ``a_year`` of them in a year.

    ``price`` and ``variable`` are a unit's; where units are not followed, a unit is one euro of turnover.
    """

    price: Fraction
    variable: Fraction
    fixed: Fraction
    volume: Fraction
    per_unit: bool
    a_year: int

    @property
    def quarterly(self) -> bool:
        """Whether a period is a quarter."""
        return self.a_year == 4

    @property
    def annual(self) -> bool:
        """Whether a period is a year."""
        return self.a_year == 1


def footing_of(base: Assumptions, level: Level | None) -> Footing:
    """Return what the questions start from; without sales a euro of turnover costs nothing and none is sold.

    ``level`` is the stretch of periods that ``base`` is an average of: what was only rounded is taken exactly from it.
    """
    near = _MICRO if base.per_unit else _CENT
    price, variable = Fraction(base.price), Fraction(base.variable_cost)
    fixed, units = Fraction(base.fixed_costs), Fraction(base.units)
    if level is not None and level.variable is not None and level.fixed is not None:
        sold = Fraction(level.units) if base.per_unit and level.units else Fraction(level.periods)
        price = _unrounded(price, Fraction(level.revenue) / sold, near)
        variable = _unrounded(variable, Fraction(level.variable) / sold, near)
        fixed = _unrounded(fixed, Fraction(level.fixed) / level.periods, _CENT)
        units = _unrounded(units, sold / level.periods, _CENT)
    if base.per_unit:
        return Footing(price, variable, fixed, units, True, base.first.a_year)
    share = variable / price if price > 0 else Fraction(0)
    return Footing(Fraction(1), share, fixed, price * units, False, base.first.a_year)


def _unrounded(rounded: Fraction, exact: Fraction, near: Fraction) -> Fraction:
    return exact if abs(exact - rounded) < near else rounded


@dataclass(frozen=True, slots=True)
class WantedResult:
    """What a result after tax takes, a year: ``units`` where they are followed, ``revenue``, against that of ``now``.

    ``None`` does not exist; ``messages`` say why.
    """

    net: Fraction
    tax: Fraction
    before_tax: Fraction
    units: int | None
    revenue: Fraction | None
    now: Fraction
    messages: tuple[Message, ...]


def wanted_result(footing: Footing, net: Decimal, tax: Decimal) -> WantedResult:
    """Return what must be sold in a year to keep ``net`` after ``tax`` percent.

    Raises:
        KnownError: a loss is wanted, or the tax is not in [0, 100).
    """
    if net < 0:
        raise _refused("wanted_result", N_("A wanted result is zero or more."))
    if not 0 <= tax < _HUNDRED:
        raise _refused("tax_rate", N_("A tax rate lies between 0 and 100 %."))
    now = footing.price * footing.volume * footing.a_year
    known = {"fixed_cost": footing.fixed * footing.a_year, "target_net_profit": net, "tax_rate": tax}
    messages: tuple[Message, ...] = ()
    if now <= 0 and not footing.per_unit:
        answer = target_profit(Given({**known, "cm_ratio": 1}))
        messages = (Message.NO_SALES,)
    elif footing.per_unit:
        answer = target_profit(Given({**known, "price": footing.price, "variable_cost": footing.variable}))
    else:
        answer = target_profit(Given({**known, "cm_ratio": 1 - footing.variable}))
    before = answer.fraction("pretax_target")
    assert before is not None
    return WantedResult(
        net=Fraction(net),
        tax=Fraction(tax),
        before_tax=before,
        units=answer.whole("target_units") if footing.per_unit and not messages else None,
        revenue=_revenue(footing, answer.whole("target_units"), answer.fraction("target_revenue"), messages),
        now=now,
        messages=messages or answer.messages,
    )


def _revenue(
    footing: Footing, units: int | None, exact: Fraction | None, messages: tuple[Message, ...]
) -> Fraction | None:
    if messages:
        return None
    if footing.per_unit:
        return units * footing.price if units is not None else None
    return exact


@dataclass(frozen=True, slots=True)
class Product:
    """A product of a mix: its share of the units sold (any measure: shares are brought to one), price and cost."""

    name: str
    share: Decimal
    price: Decimal
    variable: Decimal


@dataclass(frozen=True, slots=True)
class ProductMix:
    """What a mix takes in a period: ``units`` in all and of ``each``, rounded up; the weighted unit beside it."""

    price: Fraction
    variable: Fraction
    units: int | None
    each: tuple[tuple[str, int], ...]
    revenue: Fraction | None
    messages: tuple[Message, ...]

    @property
    def margin(self) -> Fraction:
        """The weighted margin of a unit."""
        return self.price - self.variable


def product_mix(fixed: Fraction, products: Sequence[Product]) -> ProductMix:
    """Return what must be sold of several products to cover the fixed costs of a period.

    Raises:
        KnownError: a product has no name, or that of another one, shares add up to nothing, or a number is negative.
    """
    total = _checked(products)
    shares = [Fraction(one.share) / total for one in products]
    rows: list[Mapping[str, object]] = [
        {"name": one.name, "share": share, "price": one.price, "variable_cost": one.variable}
        for one, share in zip(products, shares, strict=True)
    ]
    answer = mix_units(Given({"fixed_cost": fixed, "mix": rows}))
    exact = answer.fraction("total_units_exact")
    pairs = list(zip(products, shares, strict=True))
    each = tuple((one.name, ceil(exact * share)) for one, share in pairs) if exact is not None else ()
    return ProductMix(
        price=sum((share * Fraction(one.price) for one, share in pairs), Fraction(0)),
        variable=sum((share * Fraction(one.variable) for one, share in pairs), Fraction(0)),
        units=answer.whole("total_units"),
        each=each,
        revenue=answer.fraction("be_revenue"),
        messages=answer.messages,
    )


def _checked(products: Sequence[Product]) -> Fraction:
    names = [one.name.strip().casefold() for one in products]
    if not products or not all(names) or len(set(names)) < len(names) or len(names) > MOST_ROWS:
        raise _refused("product_name", N_("Give each product a name of its own, one product at least."))
    if any(one.price < 0 or one.variable < 0 or one.share < 0 for one in products):
        raise _refused("product_number", N_("Shares, prices and variable costs are zero or more."))
    total = sum((Fraction(one.share) for one in products), Fraction(0))
    if total == 0:
        raise _refused("product_share", N_("The shares of the products add up to nothing."))
    return total


@dataclass(frozen=True, slots=True)
class Step:
    """Up to a volume (``None``: without limit) so much is added to the fixed costs of today."""

    up_to: int | None
    extra: Decimal


@dataclass(frozen=True, slots=True)
class Zone:
    """The volumes ``start`` … ``end`` with their fixed costs; ``first`` is the first of them that pays, if any."""

    start: int
    end: int | None
    fixed: Fraction
    first: int | None


@dataclass(frozen=True, slots=True)
class SteppedCosts:
    """Each step of a period with the volume that pays in it; ``result`` is that of today's volume, where known."""

    zones: tuple[Zone, ...]
    volume: Fraction
    result: Fraction | None
    messages: tuple[Message, ...]


def stepped_costs(footing: Footing, steps: Sequence[Step]) -> SteppedCosts:
    """Return from which volume on each step of fixed costs pays.

    Raises:
        KnownError: the volumes do not rise from step to step, or fixed costs would be negative.
    """
    ends = [one.up_to for one in steps]
    limits = [one for one in ends if one is not None]
    if not steps or len(steps) > MOST_ROWS or None in ends[:-1] or limits != sorted(set(limits)) or limits[:1] == [0]:
        raise _refused("step_order", N_("Each step goes up to a larger volume than the one before it."))
    if any(footing.fixed + Fraction(one.extra) < 0 for one in steps) or any(one < 0 for one in limits):
        raise _refused("step_number", N_("Volumes and fixed costs are zero or more."))
    starts = [0, *(one + 1 for one in limits)]
    if not footing.per_unit and footing.volume <= 0:
        return SteppedCosts((), footing.volume, None, (Message.NO_SALES,))
    today = f"result_at_{plain(footing.volume)}"
    answer = step_fixed(
        Given(
            {
                "price": footing.price,
                "variable_cost": footing.variable,
                "fixed_cost": footing.fixed,
                "steps": [[start, one.up_to, one.extra] for start, one in zip(starts, steps, strict=False)],
                "result_at": [footing.volume],
            }
        )
    )
    zones = tuple(
        Zone(start, one.up_to, footing.fixed + Fraction(one.extra), answer.whole(f"be_units_zone_{place}"))
        for place, (start, one) in enumerate(zip(starts, steps, strict=False), start=1)
    )
    return SteppedCosts(zones, footing.volume, answer.fraction(today), answer.messages)


def _refused(code: str, message: str) -> KnownError:
    return KnownError(code, message, advice=_ADVICE)
