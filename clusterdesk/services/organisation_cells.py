"""Where organisations count: the first of their value chains, the municipality of their seat, both in words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from clusterdesk.config.reference import postcode_locality
from clusterdesk.domain.dated import in_force
from clusterdesk.domain.difficulties.cells import Place
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Address, AddressKind, Establishment, OrganisationValueChain
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids


def organisation_places(store: Store, organisation_ids: Collection[UUID], language: str) -> dict[UUID, Place]:
    """Return where each organisation counts today; one that works in several value chains counts in the first."""
    order = {one.id: (one.position, one.key) for one in store.find(ValueChain, deleted=None)}
    owner = _owners(store, organisation_ids)
    chains: dict[UUID, list[UUID]] = defaultdict(list)
    for link in store.find(OrganisationValueChain, organisation_id=set(owner)):
        if link.value_chain_id in order:
            chains[owner[link.organisation_id]].append(link.value_chain_id)
    towns = _municipalities(store, owner, language)
    return {
        one: Place(min(chains[one], key=order.__getitem__) if chains[one] else None, towns.get(one, ""))
        for one in organisation_ids
    }


def chain_names(store: Store, language: str) -> dict[UUID, str]:
    """Return the names of the value chains."""
    return {one.id: one.name_in(language) for one in store.find(ValueChain, deleted=None)}


def _owners(store: Store, organisation_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Return, for each organisation and those merged into it, the one it is read as."""
    with store.read() as connection:
        return {UUID(bytes=each): one for one in organisation_ids for each in family_ids(connection, one)}


def _municipalities(store: Store, owner: Mapping[UUID, UUID], language: str) -> dict[UUID, str]:
    today = store.clock.today()
    groups: dict[UUID, list[Address | Establishment]] = defaultdict(list)
    for address in store.find(Address, organisation_id=set(owner), kind=AddressKind.SEAT, revoked_on=None):
        groups[owner[address.organisation_id]].append(address)
    seated = {one for one, seats in groups.items() if in_force(seats, today) is not None}
    for site in store.find(Establishment, organisation_id=set(owner), revoked_on=None):
        if owner[site.organisation_id] not in seated:
            groups[owner[site.organisation_id]].append(site)
    found = {}
    for one, places in groups.items():
        place = in_force(places, today)
        if place is not None:
            found[one] = postcode_locality(place.postcode, language) or place.city.strip()
    return found
