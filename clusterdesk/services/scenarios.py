"""What-ifs that are kept."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.domain.changes import Insert, OpResult
from clusterdesk.domain.commands.break_even import KeepScenario
from clusterdesk.domain.field_rules import LARGEST_AMOUNT
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.figures import Ledger, Scenario
from clusterdesk.store.desk_store import Store

_PLACES = Decimal("0.000001")


def keep_scenario(store: Store, cmd: KeepScenario) -> OpResult[Scenario]:
    """Keep a what-if on the figures of a ledger; one about the whole volume is kept as that volume makes it.

    Raises:
        KnownError: it has no name, a number is negative or too large, or there is no such ledger.
    """
    ledger, given = store.get(Ledger, cmd.ledger_id), _of_whole_volume(cmd.given)
    name = one_line(cmd.name)
    if not name:
        raise KnownError(
            "scenario_name",
            N_("A scenario is kept under a name."),
            advice=N_("Say in a few words what it supposes."),
        )
    if not _makes_sense(given):
        raise KnownError(
            "scenario_number",
            N_("A number of this scenario makes no sense."),
            advice=N_("Prices, costs and units are zero or more. Correct it and try again; nothing was written."),
        )
    scenario = Scenario(
        ledger_id=ledger.id,
        name=name,
        on=cmd.on or store.clock.today(),
        base_period=str(given.first),
        price=_kept(given.price),
        variable_cost=_kept(given.variable_cost),
        fixed_costs=_kept(given.fixed_costs),
        units=_kept(given.units) if given.per_unit else None,
        growth=_kept(given.growth),
        months=given.periods,
        remark=cmd.remark,
        visibility=cmd.visibility,
    )
    return OpResult(scenario, store.apply(replace(cmd, name=name), [Insert(scenario)]))


def _of_whole_volume(given: Assumptions) -> Assumptions:
    """Return the same with a volume of 1 where units are not followed."""
    if given.per_unit or not _makes_sense(given):
        return given
    volume = given.units
    return replace(given, price=given.price * volume, variable_cost=given.variable_cost * volume, units=Decimal(1))


def _makes_sense(given: Assumptions) -> bool:
    numbers = (given.price, given.variable_cost, given.fixed_costs, given.units)
    return given.growth.is_finite() and all(one.is_finite() and 0 <= one < LARGEST_AMOUNT for one in numbers)


def _kept(value: Decimal) -> Decimal:
    """Return a number to six places, as it is stored."""
    return value.quantize(_PLACES, ROUND_HALF_UP)
