"""One calculation by its kind: the inputs of a worked example in, its answers out."""

from collections.abc import Callable, Mapping
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.answer import Answer
from clusterdesk.domain.breakeven.calculations import mixed_costs, mixes, products, totals
from clusterdesk.domain.breakeven.given import Given

KINDS: Mapping[str, Callable[[Given], Answer]] = {
    "single_product": products.single_product,
    "target_profit": products.target_profit,
    "cash_breakeven": products.cash_breakeven,
    "grants": products.grants,
    "step_fixed": products.step_fixed,
    "moving_annual": products.moving_annual,
    "mix_units": mixes.mix_units,
    "mix_revenue": mixes.mix_revenue,
    "totals": totals.totals,
    "totals_and_date": totals.totals_and_date,
    "date": totals.date_only,
    "seasonal_date": totals.seasonal_date,
    "leverage": totals.leverage_only,
    "mixed_cost": mixed_costs.mixed_cost,
}
# What tells a kind where it is not said: the most telling input first.
_TELLING = (
    ("activity_cost", "mixed_cost"),
    ("steps", "step_fixed"),
    ("mix", "mix_units"),
    ("quarter_revenue", "seasonal_date"),
    ("month_revenue", "seasonal_date"),
    ("grant", "grants"),
    ("fixed_cost_ttm", "moving_annual"),
    ("sales_change_pct", "leverage"),
    ("be_revenue", "date"),
    ("fixed_cash_cost", "cash_breakeven"),
    ("target_net_profit", "target_profit"),
    ("price", "single_product"),
    ("cm_unit", "target_profit"),
)


def calculate(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers to named inputs; ``kind`` says which calculation, else the inputs tell.

    Numbers may be numbers or texts. Exact answers are texts, whole ones numbers, dates ISO texts; what does not exist
    is ``None``, and ``messages`` says why. ``ignored`` names inputs that nothing asked for.

    Raises:
        KnownError: an input is missing or makes no sense.
    """
    values = {name: value for name, value in inputs.items() if name != "kind"}
    inner = values.get("inputs")
    if isinstance(inner, Mapping):  # a whole worked example
        values = dict(inner)
    kind = inputs.get("kind") or _kind_of(values)
    if not isinstance(kind, str) or kind not in KINDS:
        raise KnownError(
            "unknown_kind",
            N_("There is no calculation of the kind “{kind}”."),
            advice=N_("Use one of: {kinds}."),
            kind=str(kind)[:40],
            kinds=", ".join(KINDS),
        )
    given = Given(values)
    document = {"kind": kind, **KINDS[kind](given).document()}
    if given.unused:
        document["ignored"] = list(given.unused)
    return document


def _kind_of(values: Mapping[str, Any]) -> str:
    for name, kind in _TELLING:
        if values.get(name) is not None:
            return kind
    return "totals_and_date" if "years" in values or "active_days" in values or "year_days" in values else "totals"
