"""Kept scenarios: what they say, and what happened in their months."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from clusterdesk.domain.breakeven.period import read_any_period
from clusterdesk.domain.breakeven.said import charges_of
from clusterdesk.domain.breakeven.what_if import Assumptions, planned, reached_in
from clusterdesk.domain.figures.followed import Followed
from clusterdesk.domain.records.figures import Scenario
from clusterdesk.domain.views.break_even import BreakEven, Compared, KeptScenario


def with_scenarios(view: BreakEven, scenarios: Sequence[Scenario], followed: Followed) -> BreakEven:
    """Return a view with its scenarios, the newest first; a what-if begins with the newest that is whole."""
    kept = tuple(kept_scenario(one, followed) for one in scenarios)
    plan = next((one.assumptions for one in kept if one.assumptions is not None), None)
    return replace(view, scenarios=kept, base=plan or view.base)


def kept_scenario(scenario: Scenario, followed: Followed) -> KeptScenario:
    """Return a scenario with what came of it."""
    given = assumptions_of(scenario, followed)
    if given is None:
        return KeptScenario(scenario, None)
    compared = []
    for one in planned(given):
        figures = followed.counting.get(one.period.index)
        real = figures.revenue if figures is not None else None
        charges = charges_of(figures) if figures is not None else None
        core = real - charges if real is not None and charges is not None else None
        compared.append(Compared(one.period, one.revenue, one.core, real, core))
    return KeptScenario(scenario, given, reached_in(given), tuple(compared))


def assumptions_of(scenario: Scenario, followed: Followed) -> Assumptions | None:
    """Return the numbers of a scenario; ``None`` where one is missing, or its first period is of another length.

    A scenario without a first period begins after the last one that counted; one without units, or with a single one,
    is about the whole volume.
    """
    first = read_any_period(scenario.base_period) if scenario.base_period else None
    if first is None and not scenario.base_period and followed.last is not None:
        first = followed.like.at(followed.last + 1)
    if first is None or first.months != followed.like.months:
        return None
    if scenario.price is None or scenario.variable_cost is None or scenario.fixed_costs is None:
        return None
    return Assumptions(
        first=first,
        price=scenario.price,
        variable_cost=scenario.variable_cost,
        fixed_costs=scenario.fixed_costs,
        units=scenario.units if scenario.units is not None else Decimal(1),
        growth=scenario.growth if scenario.growth is not None else Decimal(0),
        periods=max(scenario.months, 1),
        per_unit=scenario.units not in (None, 1),
    )
