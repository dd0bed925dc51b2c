"""result-event industrialised: what is proposed of a project, and confirming it."""

from argparse import Namespace

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.evidence_options import asking_for_evidence, evidence_options, given_evidence
from clusterdesk.cli.groups.results import deciding_day, deciding_name
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.project_reference import project_meant
from clusterdesk.cli.proposal_shapes import proposal_document, proposal_lines


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with the proposal."""
    industry = actions.add(
        "industrialised", t("what is proposed of a project as industrialised; --confirm notes and confirms it"), propose
    )
    industry.wanted.add_argument("ref", metavar="REF", help=t("a project, or an organisation that has one"))
    industry.options.add_argument("--confirm", action="store_true", help=t("confirm the proposal"))
    industry.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why it counts all the same"))
    industry.options.add_argument(
        "--by", metavar=t("NAME"), default="", help=t("who decides; else the name of the settings")
    )
    industry.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    evidence_options(industry, t)


def propose(context: Context, options: Namespace) -> Answer:
    """Show what is proposed of a project, or confirm it."""
    from clusterdesk.domain.proposals.proposal import ProposedAction
    from clusterdesk.services.industry_views import read_industry_of_project
    from clusterdesk.services.proposals import confirm_proposal, confirmation

    store, project_id = context.desk.store, project_meant(context, options.ref)
    proposal = read_industry_of_project(store, project_id)[1].proposal
    if options.confirm:
        if proposal.action is not ProposedAction.CONFIRM:
            raise KnownError(
                "nothing_proposed",
                N_("Nothing is proposed of this project now."),
                advice=N_("“clusterdesk mrl show” says what is missing; a result can also be noted by itself."),
            )
        proof, paper = given_evidence(context, options, proposal)
        command = confirmation(
            proposal,
            by=deciding_name(context, options),
            on=deciding_day(context, options),
            override_reason=options.reason,
            proof=proof,
        )
        with asking_for_evidence(context, proposal):
            confirm_proposal(store, command, paper)
        proposal = read_industry_of_project(store, project_id)[1].proposal
    return Answer(proposal_document(context, proposal), [Lines(proposal_lines(context, proposal))])
