"""production add: an idea, of a chain, carried by an organisation."""

from argparse import Namespace

from clusterdesk.cli import production_shapes as shapes
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.chain_reference import chain_meant
from clusterdesk.cli.context import Context
from clusterdesk.domain.commands.production import AddIdea


def add(context: Context, options: Namespace) -> Answer:
    """Note an idea."""
    from clusterdesk.services.chains import read_chains
    from clusterdesk.services.production_ideas import add_idea

    store = context.desk.store
    chain = chain_meant(read_chains(store), options.chain).chain if options.chain else None
    holder = references.one(context, options.organisation, ("organisation",)) if options.organisation else None
    command = AddIdea(
        title=options.title,
        value_chain_id=chain.id if chain is not None else None,
        organisation_id=holder.id if holder is not None else None,
    )
    return shapes.shown(context, add_idea(store, command).output.id)
