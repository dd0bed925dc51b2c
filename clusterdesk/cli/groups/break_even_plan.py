"""breakeven what-if: a plan on the figures of a ledger, worked out and kept."""

from argparse import Namespace
from dataclasses import replace
from decimal import Decimal

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.break_even_reference import break_even_meant, of_ledger
from clusterdesk.cli.break_even_shapes import plan_document
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.domain.breakeven.what_if import Assumptions, Input, planned
from clusterdesk.domain.record_types import RECORD_TYPES

_DECIMALS = {
    Input.PRICE: "price",
    Input.VARIABLE_COST: "variable_cost",
    Input.FIXED_COSTS: "fixed_costs",
    Input.UNITS: "units",
    Input.GROWTH: "growth",
}


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the plan."""
    plan = actions.add(
        "what-if", t("a plan in five numbers, from the last complete month on; --keep keeps it"), what_if
    )
    of_ledger(plan, t)
    add_numbers(plan, t, *Input)
    plan.options.add_argument("--keep", metavar=t("NAME"), default="", help=t("keep the scenario under a name"))


def add_numbers(parser: Parser, t: Translate, *numbers: Input) -> None:
    """Let some of the five numbers be given instead of those of the ledger."""
    for what in numbers:
        label = RECORD_TYPES["scenario"].fields[_DECIMALS[what]].label
        parser.options.add_argument(f"--{what.value.replace('_', '-')}", metavar=t("NUMBER"), help=t(label))


def what_if(context: Context, options: Namespace) -> Answer:
    """Work a plan out, and keep it where that is asked."""
    from clusterdesk.domain.commands.break_even import KeepScenario
    from clusterdesk.services.scenarios import keep_scenario

    view = break_even_meant(context, options)
    given = assumptions_meant(context, options, view.base)
    months = planned(given)
    document = plan_document(given, months)
    if options.keep:
        command = KeepScenario(ledger_id=view.ledger_id, name=options.keep, given=given)
        document["kept"] = str(keep_scenario(context.desk.store, command).output.id)
    t, formats = context.t, context.formats
    rows = [
        [formats.partial(one.period), *(formats.decimal(part, 2) for part in (one.revenue, one.charges, one.core))]
        for one in months
    ]
    heads = [t("Month"), t("Turnover"), t("Charges"), t("Result without subsidies")]
    reached = document["reached_in"]
    said = t("Break-even in {month}.", month=formats.partial(reached)) if reached else t("No break-even in this plan.")
    return Answer(document, [Lines([said]), Table(heads, rows, frozenset({1, 2, 3}))])


def assumptions_meant(context: Context, options: Namespace, base: Assumptions | None) -> Assumptions:
    """Return what is started from, with the numbers that were given instead.

    Raises:
        KnownError: there is nothing to start from.
    """
    if base is None:
        raise KnownError(
            "no_complete_month",
            N_("No month of these figures is complete: there is nothing to begin with."),
            advice=N_("Close a month with turnover and costs first."),
        )
    given = base
    fields = RECORD_TYPES["scenario"].fields
    for what, name in _DECIMALS.items():
        text = getattr(options, what.value, None)
        if text is not None:
            number: Decimal = values.read(context, fields[name], f"--{what.value.replace('_', '-')}", text)
            given = given.changed(what, number)
    of_a_unit = (Input.PRICE, Input.VARIABLE_COST, Input.UNITS)
    if all(getattr(options, what.value, None) is not None for what in of_a_unit):
        return replace(given, per_unit=True)
    return given
