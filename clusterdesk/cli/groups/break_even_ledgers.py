"""breakeven show, propose and what-if: break-even of a ledger in a binder."""

from argparse import Namespace
from decimal import Decimal
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.break_even_shapes import break_even_blocks, break_even_document, plan_document
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.results import deciding_day, deciding_name
from clusterdesk.cli.ledger_reference import ledger_meant
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.cli.proposal_shapes import proposal_document, proposal_lines
from clusterdesk.domain.breakeven.what_if import Assumptions, Input, planned
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal
    from clusterdesk.domain.views.break_even import BreakEven

_DECIMALS = {
    Input.PRICE: "price",
    Input.VARIABLE_COST: "variable_cost",
    Input.FIXED_COSTS: "fixed_costs",
    Input.UNITS: "units",
    Input.GROWTH: "growth",
}


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with the ledgers of a binder."""
    _of_ledger(
        actions.add("show", t("break-even of a ledger: where it stands, what closes the gap, what follows"), show), t
    )
    propose_ = actions.add(
        "propose", t("what the figures propose; --confirm or --revoke decides the first of them"), propose
    )
    _of_ledger(propose_, t)
    propose_.options.add_argument("--confirm", action="store_true", help=t("confirm the proposal"))
    propose_.options.add_argument("--revoke", action="store_true", help=t("revoke the result that no longer holds"))
    propose_.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why it counts, or does not hold"))
    propose_.options.add_argument(
        "--by", metavar=t("NAME"), default="", help=t("who decides; else the name of the settings")
    )
    propose_.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    what_if_ = actions.add(
        "what-if", t("a plan in five numbers, from the last complete month on; --keep keeps it"), what_if
    )
    _of_ledger(what_if_, t)
    for what, name in _DECIMALS.items():
        label = RECORD_TYPES["scenario"].fields[name].label
        what_if_.options.add_argument(f"--{what.value.replace('_', '-')}", metavar=t("NUMBER"), help=t(label))
    what_if_.options.add_argument("--keep", metavar=t("NAME"), default="", help=t("keep the scenario under a name"))


def show(context: Context, options: Namespace) -> Answer:
    """Show break-even of a ledger."""
    view = _view(context, options)
    return Answer(break_even_document(context, view), break_even_blocks(context, view))


def propose(context: Context, options: Namespace) -> Answer:
    """Show what is proposed of a ledger, confirm it, or revoke what no longer holds."""
    from clusterdesk.domain.proposals.proposal import ProposedAction

    if options.confirm:
        _confirm(context, options, _first(_view(context, options), ProposedAction.CONFIRM))
    elif options.revoke:
        _revoke(context, options, _first(_view(context, options), ProposedAction.REVOKE))
    proposals = _view(context, options).proposals
    document = {"proposals": [proposal_document(context, one) for one in proposals]}
    lines = [line for one in proposals for line in proposal_lines(context, one)]
    return Answer(document, [Lines(lines or [context.t("Nothing is proposed now.")])])


def what_if(context: Context, options: Namespace) -> Answer:
    """Work a plan out, and keep it where that is asked."""
    from clusterdesk.domain.commands.break_even import KeepScenario
    from clusterdesk.services.scenarios import keep_scenario

    view = _view(context, options)
    given = _given(context, options, view)
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


def _of_ledger(parser: Parser, t: Translate) -> None:
    parser.wanted.add_argument("ref", metavar="REF", help=t("an organisation, or a ledger"))
    parser.options.add_argument("--ledger", metavar=t("NAME"), help=t("which ledger, where there are several"))


def _view(context: Context, options: Namespace) -> "BreakEven":
    from clusterdesk.services.break_even import read_break_even

    found = ledger_meant(context, options.ref, options.ledger)
    return read_break_even(context.desk.store, found.ledger.id)


def _first(view: "BreakEven", action: "ProposedAction") -> "ResultProposal":
    found = next((one for one in view.proposals if one.action is action), None)
    if found is None:
        raise KnownError(
            "nothing_proposed",
            N_("Nothing of that kind is proposed of these figures now."),
            advice=N_("“clusterdesk breakeven propose” says what is; a result can also be noted by itself."),
        )
    return found


def _confirm(context: Context, options: Namespace, proposal: "ResultProposal") -> None:
    from clusterdesk.services.proposals import confirm_proposal, confirmation

    by, day = deciding_name(context, options), deciding_day(context, options)
    confirm_proposal(context.desk.store, confirmation(proposal, by=by, on=day, override_reason=options.reason))


def _revoke(context: Context, options: Namespace, proposal: "ResultProposal") -> None:
    from clusterdesk.domain.commands.results import RevokeResult
    from clusterdesk.services.results import revoke_result

    assert proposal.event is not None
    command = RevokeResult(result_id=proposal.event.id, reason=options.reason, on=deciding_day(context, options))
    revoke_result(context.desk.store, command)


def _given(context: Context, options: Namespace, view: "BreakEven") -> Assumptions:
    base = view.base
    if base is None:
        raise KnownError(
            "no_complete_month",
            N_("No month of these figures is complete: there is nothing to begin with."),
            advice=N_("Close a month with turnover and costs first."),
        )
    given = base
    fields = RECORD_TYPES["scenario"].fields
    for what, name in _DECIMALS.items():
        text = getattr(options, what.value)
        if text is not None:
            number: Decimal = values.read(context, fields[name], f"--{what.value.replace('_', '-')}", text)
            given = given.changed(what, number)
    return given
