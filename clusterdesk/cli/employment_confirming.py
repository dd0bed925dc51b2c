"""employment confirm: the year that is proposed, confirmed by name and with its evidence."""

from argparse import Namespace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.employment_acts import file_of
from clusterdesk.cli.evidence_options import asking_for_evidence, given_evidence


def confirm_growth(context: Context, options: Namespace) -> Answer:
    """Confirm the result that is proposed."""
    from clusterdesk.domain.proposals.proposal import ProposedAction
    from clusterdesk.services.proposals import confirm_proposal, confirmation

    file = file_of(context, options)
    if file.proposal.action is not ProposedAction.CONFIRM:
        raise KnownError(
            "nothing_proposed",
            N_("No year is proposed to be confirmed now."),
            advice=N_("“clusterdesk employment judge” says what is missing, or that it is confirmed already."),
        )
    by = options.by or context.settings.profile_name
    proof, paper = given_evidence(context, options, file.proposal)
    command = confirmation(file.proposal, by=by, proof=proof)
    with asking_for_evidence(context, file.proposal):
        event = confirm_proposal(context.desk.store, command, paper).output
    document = {"id": str(event.id), "on": event.on.isoformat(), "confirmed_by": event.confirmed_by}
    line = context.t("Confirmed for {day} by {name}.", day=context.formats.date(event.on), name=event.confirmed_by)
    return Answer(document, [Lines([line])])
