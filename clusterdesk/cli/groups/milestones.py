"""milestone reach, reopen: steps of a coaching plan that were made, or were not after all."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.record_types import RECORD_TYPES

_MILESTONE = RECORD_TYPES["milestone"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with a milestone."""
    reach = actions.add("reach", t("say that a milestone was reached"), reach_milestone)
    reach.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    reach.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    reach.options.add_argument("--value", metavar=t("VALUE"), help=t("the value reached"))
    again = actions.add("reopen", t("say that it was not reached after all"), reopen_milestone)
    again.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))


def reach_milestone(context: Context, options: Namespace) -> Answer:
    """Say that a milestone was reached."""
    from clusterdesk.domain.commands.plans import ReachMilestone
    from clusterdesk.services import plans

    command = ReachMilestone(
        milestone_id=references.target(context, options.ref, "milestone"),
        on=values.read(context, _MILESTONE["done_on"], "--on", options.on) if options.on else None,
        value=values.read(context, _MILESTONE["reached_value"], "--value", options.value) if options.value else None,
    )
    made = plans.reach_milestone(context.desk.store, command).output
    return Answer(plain_values(made), [Lines([context.t("Milestone reached: {title}", title=made.title)])])


def reopen_milestone(context: Context, options: Namespace) -> Answer:
    """Say that a milestone was not reached."""
    from clusterdesk.domain.commands.plans import ReopenMilestone
    from clusterdesk.services import plans

    milestone_id = references.target(context, options.ref, "milestone")
    made = plans.reopen_milestone(context.desk.store, ReopenMilestone(milestone_id=milestone_id)).output
    return Answer(plain_values(made), [Lines([context.t("Milestone open again: {title}", title=made.title)])])
