"""A value chain or one of its links, named by key, name or id."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.context import Context
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.views.chains import ChainView


def link_meant(context: Context, text: str) -> ChainLink:
    """Return the link that a key, a name or an id means.

    Raises:
        KnownError: there is none.
        WrongUseError: there are several; they are listed.
    """
    store = context.desk.store
    by_key = [one for one in store.find(ChainLink) if even(one.key) == even(text)]
    if by_key:
        return by_key[0]
    return store.get(ChainLink, references.one(context, text, ("chain_link",)).id)


def chain_meant(views: tuple[ChainView, ...], text: str) -> ChainView:
    """Return the chain that a key, a name or an id means.

    Raises:
        KnownError: there is none.
    """
    wanted = even(text)
    for view in views:
        chain = view.chain
        if wanted in {
            even(one) for one in (chain.key, chain.name_fr, chain.name_nl, chain.name_en, str(chain.id)) if one
        }:
            return view
    raise KnownError(
        "no_such_chain",
        N_("There is no value chain “{name}”."),
        advice=N_("Those there are: {names}."),
        name=text,
        names=", ".join(view.chain.key for view in views),
    )
