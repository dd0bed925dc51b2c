"""Value chains: reading them, adding a link, placing an organisation at a link."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.chains import PlaceAtLink
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.organisations import Organisation, OrganisationValueChain
from clusterdesk.domain.views.chains import ChainView
from clusterdesk.services.indicators import rules_in_force
from clusterdesk.services.records import set_changes
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.chains import ChainReader
from clusterdesk.store.queries.merged import family_ids, kept_id


def read_chains(store: Store) -> tuple[ChainView, ...]:
    """Return all chains by rank, each with its links, who stands there, and who stands nowhere yet."""
    today = store.clock.today()
    region = rules_in_force(store, today).region
    with store.read() as connection:
        return ChainReader(connection, today, region).views()


def place_at_link(store: Store, cmd: PlaceAtLink) -> OpResult[ChainActor]:
    """Let an organisation stand at a link; it is then of that chain, too.

    Raises:
        KnownError: link or organisation lie in the bin, or it stands there already.
    """
    link = store.get(ChainLink, cmd.chain_link_id)
    with store.read() as connection:
        organisation = store.get(Organisation, kept_id(connection, cmd.organisation_id))
        family = [UUID(bytes=one) for one in family_ids(connection, organisation.id)]
    for binned in (link, organisation):
        if binned.deleted:
            raise KnownError(
                "owner_binned",
                N_("“{name}” is in the bin."),
                advice=N_("Take it out of the bin first."),
                name=getattr(binned, "name_fr", "") or organisation.name,
            )
    today = store.clock.today()
    known = store.find(ChainActor, chain_link_id=link.id, organisation_id=family, revoked_on=None)
    if any(holds_on(one, today) for one in known):
        raise KnownError(
            "stands_there",
            N_("{name} stands at “{link}” already."),
            advice=N_("Open it there to change since when, or the remark."),
            name=organisation.name,
            link=link.name_fr,
        )
    actor = ChainActor(
        chain_link_id=link.id, organisation_id=organisation.id, remark=cmd.remark.strip(), from_on=cmd.from_on
    )
    changes: list[Change] = [Insert(actor), *joins_chain(store, link, organisation.id, family)]
    titled = replace(cmd, organisation_id=organisation.id, name=organisation.name, link=link.name_fr)
    return OpResult(actor, store.apply(titled, changes))


def joins_chain(store: Store, link: ChainLink, organisation_id: UUID, family: list[UUID]) -> list[Change]:
    """Return what lets an organisation (``family``: with those merged into it) be of the chain of a link."""
    if link.value_chain_id is None:
        return []
    if store.find(OrganisationValueChain, organisation_id=family, value_chain_id=link.value_chain_id):
        return []
    mine = [one.value_chain_id for one in store.find(OrganisationValueChain, organisation_id=organisation_id)]
    members = [*mine, link.value_chain_id]
    owner = "organisation_id"
    return list(set_changes(store, "organisation_value_chain", owner, organisation_id, "value_chain_id", members))
