"""chain: the links of value chains, who stands at each, and the holes."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import chain_shapes as shapes
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.chain_reference import chain_meant, link_meant
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.commands.chains import PlaceAtLink
from clusterdesk.domain.record_types import RECORD_TYPES

_ACTOR = RECORD_TYPES["chain_actor"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions."""
    actions = parser.actions("what", t)
    showing = actions.add("show", t("the links, who stands at each, and which nobody of the Region stands at"), show)
    showing.wanted.add_argument("chain", metavar="CHAIN", nargs="?", help=t("key or name of a chain; else all"))
    placing = actions.add("place", t("let an organisation stand at a link"), place)
    placing.wanted.add_argument("link", metavar="LINK", help=t("key or name of a link"))
    placing.wanted.add_argument("organisation", metavar="REF", help=t("an organisation"))
    placing.options.add_argument("--from-on", metavar=t("DATE"), help=t("since when"))
    placing.options.add_argument("--remark", metavar=t("TEXT"), help=t("what it does there"))


def show(context: Context, options: Namespace) -> Answer:
    """Show the chains, or one."""
    from clusterdesk.services.chains import read_chains

    views = read_chains(context.desk.store)
    if options.chain:
        views = (chain_meant(views, options.chain),)
    return Answer(
        {"chains": [shapes.chain_document(context, one) for one in views]}, shapes.chain_blocks(context, views)
    )


def place(context: Context, options: Namespace) -> Answer:
    """Place an organisation at a link."""
    from clusterdesk.services.chains import place_at_link

    link = link_meant(context, options.link)
    organisation = references.one(context, options.organisation, ("organisation",))
    since = values.read(context, _ACTOR["from_on"], "--from-on", options.from_on) if options.from_on else None
    command = PlaceAtLink(
        chain_link_id=link.id, organisation_id=organisation.id, remark=options.remark or "", from_on=since
    )
    made = place_at_link(context.desk.store, command).output
    document = {"id": str(made.id), "chain_link_id": str(made.chain_link_id)}
    line = context.t("{name} stands at “{link}”.", name=organisation.title, link=link.name_in(context.t.language))
    return Answer({**document, "organisation_id": str(made.organisation_id)}, [Lines([line])])
