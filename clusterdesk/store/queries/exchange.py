"""Reading offers and needs with their organisations, their places and chains."""

from collections import defaultdict
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.exchanges.matching import Side
from clusterdesk.domain.identifiers.postcode import in_region
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Address, Establishment, Organisation, OrganisationValueChain
from clusterdesk.domain.strategy.rules import REGION
from clusterdesk.domain.views.exchange import ExchangeRow
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


class ExchangeReader:
    """One snapshot of all offers and needs on a day."""

    def __init__(self, connection: sa.Connection, today: date, region: tuple[tuple[int, int], ...] = REGION) -> None:
        """Read them with what they are compared by; what is restricted is not compared.

        ``region``: the postcodes of the Region.
        """
        self.chains = tuple(sorted(find(connection, ValueChain), key=lambda one: (one.position, one.key)))
        self._kept = kept_ids(connection)
        records = find(connection, Exchange, revoked_on=None)
        ids = {self.kept(one.organisation_id) for one in records}
        binned = {one.id for one in find(connection, Organisation, deleted=True, id=ids)}
        records = [one for one in records if self.kept(one.organisation_id) not in binned]
        family = ids | {one for one, into in self._kept.items() if into in ids}
        names = titles_of(connection, "organisation", ids)
        cities: dict[UUID, str] = {}
        codes: dict[UUID, set[str]] = defaultdict(set)
        here: set[UUID] = set()
        places: list[Address | Establishment] = [
            *find(connection, Establishment, organisation_id=family, revoked_on=None),
            *find(connection, Address, organisation_id=family, revoked_on=None),
        ]
        for place in places:
            if holds_on(place, today) and place.postcode:
                codes[self.kept(place.organisation_id)].add(place.postcode)
                if in_region(place.postcode, place.country, region):
                    here.add(self.kept(place.organisation_id))
                cities.setdefault(self.kept(place.organisation_id), place.city)
        of_chain: dict[UUID, set[UUID]] = defaultdict(set)
        for one in find(connection, OrganisationValueChain, organisation_id=family):
            of_chain[self.kept(one.organisation_id)].add(one.value_chain_id)
        newest = sorted(records, key=lambda one: (one.from_on or one.recorded_on or date.min, one.id), reverse=True)
        self.rows = tuple(
            ExchangeRow(one, kept, names.get(kept, ""), cities.get(kept, ""))
            for one in newest
            for kept in (self.kept(one.organisation_id),)
        )
        self.sides = tuple(
            Side(
                row.record,
                row.organisation_id,
                frozenset(of_chain[row.organisation_id]),
                frozenset(codes[row.organisation_id]),
                row.organisation_id in here,
            )
            for row in self.rows
            if row.record.visibility is not Visibility.RESTRICTED
        )

    def kept(self, organisation_id: UUID) -> UUID:
        """Return the organisation a given one is read as."""
        return self._kept.get(organisation_id, organisation_id)
