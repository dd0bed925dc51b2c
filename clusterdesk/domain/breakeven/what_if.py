"""What if: a first month in five numbers, and how it would go on; and what one step of each number changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.breakeven.period import Period

_ONE, _HUNDRED = Decimal(1), Decimal(100)


class Input(StrEnum):
    """The five numbers."""

    PRICE = "price"
    VARIABLE_COST = "variable_cost"
    FIXED_COSTS = "fixed_costs"
    UNITS = "units"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True)
class Assumptions:
    """``price`` and ``variable_cost`` are a unit's, ``fixed_costs`` a period's, ``units`` those of the first period.

    ``growth`` is that of the units in percent a period. Where units are not followed – not
    ``per_unit`` –, a unit is the whole volume of the first period, and ``units`` is 1.
    """

    first: Period
    price: Decimal
    variable_cost: Decimal
    fixed_costs: Decimal
    units: Decimal
    growth: Decimal = Decimal(0)
    periods: int = 24
    per_unit: bool = True

    def changed(self, what: Input, value: Decimal) -> "Assumptions":
        """Return the same with another number."""
        match what:
            case Input.PRICE:
                return replace(self, price=value)
            case Input.VARIABLE_COST:
                return replace(self, variable_cost=value)
            case Input.FIXED_COSTS:
                return replace(self, fixed_costs=value)
            case Input.UNITS:
                return replace(self, units=value)
            case Input.GROWTH:
                return replace(self, growth=value)

    def value(self, what: Input) -> Decimal:
        """Return one of the numbers."""
        found: Decimal = getattr(self, what.value)
        return found


@dataclass(frozen=True, slots=True)
class Planned:
    """A period of a plan."""

    period: Period
    revenue: Decimal
    charges: Decimal

    @property
    def core(self) -> Decimal:
        """The result without subsidies."""
        return self.revenue - self.charges


def planned(given: Assumptions) -> tuple[Planned, ...]:
    """Return the periods of a plan."""
    first, index = given.first, given.first.index
    return tuple(
        Planned(first.at(index + ahead), revenue, charges) for ahead, (revenue, charges) in enumerate(_amounts(given))
    )


def reached_in(given: Assumptions) -> Period | None:
    """Return the first period of a plan without a loss; ``None`` where there is none in it."""
    ahead = next((place for place, (revenue, charges) in enumerate(_amounts(given)) if revenue >= charges), None)
    return given.first.at(given.first.index + ahead) if ahead is not None else None


def deepest_need(given: Assumptions) -> Decimal:
    """Return the most that the losses of a plan add up to, zero or more: what has to be found meanwhile."""
    total = deepest = Decimal(0)
    for revenue, charges in _amounts(given):
        total += revenue - charges
        deepest = min(deepest, total)
    return -deepest


@dataclass(frozen=True, slots=True)
class Effect:
    """What changing one number by ``step`` does: periods sooner (negative: later), or the new date where one appears.

    ``sooner`` is ``None`` where either plan does not reach break-even; ``now`` is the period with the step, ``result``
    what a first period gains.
    """

    what: Input
    step: Decimal
    sooner: int | None
    now: Period | None
    result: Decimal


def effect_of(given: Assumptions, what: Input, step: Decimal) -> Effect:
    """Return the effect of one step."""
    other = given.changed(what, given.value(what) + step)
    before, now = reached_in(given), reached_in(other)
    sooner = before.index - now.index if before is not None and now is not None else None
    return Effect(what, step, sooner, now, _first_result(other) - _first_result(given))


def _first_result(given: Assumptions) -> Decimal:
    revenue, charges = next(_amounts(given))
    return revenue - charges


def _amounts(given: Assumptions) -> Iterator[tuple[Decimal, Decimal]]:
    """Return turnover and charges of each period of a plan."""
    units, factor = given.units, _ONE + given.growth / _HUNDRED
    for _ in range(max(given.periods, 1)):
        yield units * given.price, units * given.variable_cost + given.fixed_costs
        units *= factor
