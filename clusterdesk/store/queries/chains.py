"""Reading value chains: links, who stands at each, organisations that stand nowhere yet."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.chains.nace_list import begins_with, nace_prefixes
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.identifiers.postcode import in_region
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    AddressKind,
    Establishment,
    Organisation,
    OrganisationActivity,
    OrganisationValueChain,
)
from clusterdesk.domain.strategy.rules import REGION
from clusterdesk.domain.views.chains import ChainMember, ChainView, LinkRow, Stand
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


class ChainReader:
    """One snapshot of all chains on a day."""

    def __init__(self, connection: sa.Connection, today: date, region: tuple[tuple[int, int], ...] = REGION) -> None:
        """Read links and who stands there; ``region``: the postcodes of the Region."""
        self._connection, self._today = connection, today
        self.chains = sorted(find(connection, ValueChain), key=lambda one: (one.position, one.key))
        self._kept = kept_ids(connection)
        self._links: dict[UUID | None, list[ChainLink]] = defaultdict(list)
        for link in sorted(find(connection, ChainLink), key=lambda one: (one.position, one.key)):
            self._links[link.value_chain_id].append(link)
        self._actors: dict[UUID, list[ChainActor]] = defaultdict(list)
        for actor in find(connection, ChainActor, revoked_on=None):
            self._actors[actor.chain_link_id].append(actor)
        self._members: dict[UUID, set[UUID]] = defaultdict(set)
        for one in find(connection, OrganisationValueChain):
            self._members[one.value_chain_id].add(self.kept(one.organisation_id))
        ids = {self.kept(actor.organisation_id) for actors in self._actors.values() for actor in actors}
        ids.update(*self._members.values())
        self.here = places_in_region(connection, ids, self._kept, today, region)
        self.names = titles_of(connection, "organisation", ids)
        self._binned = {one.id for one in find(connection, Organisation, deleted=True, id=list(ids))}

    def kept(self, organisation_id: UUID) -> UUID:
        """Return the organisation a given one is read as."""
        return self._kept.get(organisation_id, organisation_id)

    def views(self) -> tuple[ChainView, ...]:
        """Return the chains by rank."""
        return tuple(self._view(chain) for chain in self.chains if chain.active or self._links.get(chain.id))

    def _view(self, chain: ValueChain) -> ChainView:
        links = self._links.get(chain.id, [])
        rows = tuple(LinkRow(link, self._stands(link)) for link in links if link.active)
        placed = {one.organisation_id for row in rows for one in row.now(self._today)}
        waiting = self._members[chain.id] - placed - self._binned
        return ChainView(chain, rows, self._unplaced(waiting, [row.link for row in rows]))

    def _stands(self, link: ChainLink) -> tuple[Stand, ...]:
        """Return each organisation once: where several of its records were merged, the one that holds now."""
        found: dict[UUID, Stand] = {}
        for actor in sorted(self._actors.get(link.id, ()), key=self._past_first):
            kept = self.kept(actor.organisation_id)
            if kept not in self._binned:
                found[kept] = Stand(actor, kept, self.names.get(kept, ""), kept in self.here)
        return tuple(sorted(found.values(), key=lambda one: (not one.holds_on(self._today), one.name.casefold())))

    def _past_first(self, actor: ChainActor) -> tuple[bool, UUID]:
        return holds_on(actor, self._today), actor.id

    def _unplaced(self, ids: Iterable[UUID], links: list[ChainLink]) -> tuple[ChainMember, ...]:
        wanted = set(ids)
        family = wanted | {one for one, kept in self._kept.items() if kept in wanted}
        codes: dict[UUID, set[str]] = defaultdict(set)
        for activity in find(self._connection, OrganisationActivity, organisation_id=family):
            codes[self.kept(activity.organisation_id)].add(activity.code)
        members = (
            ChainMember(
                one,
                self.names.get(one, ""),
                one in self.here,
                tuple(link for link in links if any(begins_with(code, _codes(link)) for code in codes[one])),
            )
            for one in wanted
        )
        return tuple(sorted(members, key=lambda one: (one.name.casefold(), one.organisation_id)))


def places_in_region(
    connection: sa.Connection,
    ids: Iterable[UUID],
    kept: dict[UUID, UUID],
    today: date,
    region: tuple[tuple[int, int], ...] = REGION,
) -> frozenset[UUID]:
    """Return which of these (kept) organisations have a seat or an establishment in the Region on a day."""
    wanted = set(ids)
    family = wanted | {one for one, into in kept.items() if into in wanted}
    places: list[Address | Establishment] = [*find(connection, Establishment, organisation_id=family, revoked_on=None)]
    for address in find(connection, Address, organisation_id=family, revoked_on=None):
        if address.kind is not AddressKind.MAIL:
            places.append(address)
    return frozenset(
        kept.get(one.organisation_id, one.organisation_id)
        for one in places
        if in_region(one.postcode, one.country, region) and holds_on(one, today)
    )


def _codes(link: ChainLink) -> tuple[str, ...]:
    try:
        return nace_prefixes(link.nace_codes)
    except ValueError:
        return ()
