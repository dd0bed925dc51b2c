"""communication-item members: which members were featured, and who never was."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the actions of communications."""
    asking = actions.add("members", t("the members by how long they were not featured"), members)
    asking.options.add_argument("--never", action="store_true", help=t("only those never featured"))


def members(context: Context, options: Namespace) -> Answer:
    """List the members."""
    from clusterdesk.services.communication import read_communication

    t, formats = context.t, context.formats
    page = read_communication(context.desk.store)
    shown = page.never if options.never else page.members
    document = {
        "members": [
            {
                "organisation_id": str(one.organisation_id),
                "name": one.name,
                "times": one.times,
                "last_on": one.last_on.isoformat() if one.last_on is not None else None,
                "may_be_cited": one.may_be_cited,
            }
            for one in shown
        ],
        "never": len(page.never),
    }
    rows = [
        [
            one.name,
            formats.date(one.last_on) if one.last_on is not None else t("never"),
            formats.number(one.times),
            t("Yes") if one.may_be_cited else t("No"),
        ]
        for one in shown
    ]
    heads = [t("Organisation"), t("Featured last"), t("Times"), t("May be cited")]
    return Answer(document, [Table(heads, rows, frozenset({2}))])
