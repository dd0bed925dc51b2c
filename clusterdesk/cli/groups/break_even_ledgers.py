"""breakeven show and propose: where a ledger of the binder stands, and what its figures propose."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.break_even_reference import break_even_meant, of_ledger
from clusterdesk.cli.break_even_shapes import break_even_blocks, break_even_document
from clusterdesk.cli.context import Context
from clusterdesk.cli.evidence_options import asking_for_evidence, evidence_options, given_evidence
from clusterdesk.cli.groups.results import deciding_day, deciding_name
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.proposal_shapes import proposal_document, proposal_lines

if TYPE_CHECKING:
    from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal
    from clusterdesk.domain.views.break_even import BreakEven


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with the ledgers of a binder."""
    of_ledger(
        actions.add("show", t("break-even of a ledger: where it stands, what closes the gap, what follows"), show), t
    )
    propose_ = actions.add(
        "propose", t("what the figures propose; --confirm or --revoke decides the first of them"), propose
    )
    of_ledger(propose_, t)
    propose_.options.add_argument("--confirm", action="store_true", help=t("confirm the proposal"))
    propose_.options.add_argument("--revoke", action="store_true", help=t("revoke the result that no longer holds"))
    propose_.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why it counts, or does not hold"))
    propose_.options.add_argument(
        "--by", metavar=t("NAME"), default="", help=t("who decides; else the name of the settings")
    )
    propose_.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    evidence_options(propose_, t)


def show(context: Context, options: Namespace) -> Answer:
    """Show break-even of a ledger."""
    view = break_even_meant(context, options)
    return Answer(break_even_document(context, view), break_even_blocks(context, view))


def propose(context: Context, options: Namespace) -> Answer:
    """Show what is proposed of a ledger, confirm it, or revoke what no longer holds."""
    from clusterdesk.domain.proposals.proposal import ProposedAction

    if options.confirm:
        _confirm(context, options, _first(break_even_meant(context, options), ProposedAction.CONFIRM))
    elif options.revoke:
        _revoke(context, options, _first(break_even_meant(context, options), ProposedAction.REVOKE))
    proposals = break_even_meant(context, options).proposals
    document = {"proposals": [proposal_document(context, one) for one in proposals]}
    lines = [line for one in proposals for line in proposal_lines(context, one)]
    return Answer(document, [Lines(lines or [context.t("Nothing is proposed now.")])])


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
    proof, paper = given_evidence(context, options, proposal)
    command = confirmation(proposal, by=by, on=day, override_reason=options.reason, proof=proof)
    with asking_for_evidence(context, proposal):
        confirm_proposal(context.desk.store, command, paper)


def _revoke(context: Context, options: Namespace, proposal: "ResultProposal") -> None:
    from clusterdesk.domain.commands.results import RevokeResult
    from clusterdesk.services.results import revoke_result

    assert proposal.event is not None
    command = RevokeResult(result_id=proposal.event.id, reason=options.reason, on=deciding_day(context, options))
    revoke_result(context.desk.store, command)
