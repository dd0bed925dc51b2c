"""Organisations as lists call them, by number, name and foreign identifier; one merged away is read as the kept one."""

from uuid import UUID

from clusterdesk.domain.duplicates import DuplicateIndex, NameCard
from clusterdesk.domain.organisation_names import name_key
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.duplicates import postcodes
from clusterdesk.store.queries.organisation_keys import organisation_keys
from clusterdesk.store.repositories.grouped import RecordGroups


class KnownOrganisations:
    """The organisations of the binder and of the rows read so far."""

    def __init__(self, store: Store) -> None:
        """Read all organisations of the binder."""
        self._store = store
        self._made: dict[UUID, Organisation] = {}
        self._families: dict[UUID, list[UUID]] = {}
        self._by_number: dict[str, UUID] = {}
        self._by_name: dict[str, list[UUID]] = {}
        self._by_external: dict[str, UUID] = {}
        self._stored: RecordGroups[Organisation] | None = None
        with store.read() as connection:
            self._called = called = organisation_keys(connection)
        kept = self._into = {one.id: one.merged_into for one in called if one.merged_into is not None}
        for one in called:
            target = self._kept(one.id, kept)
            if target != one.id:
                self._families.setdefault(target, [target]).append(one.id)
            self._call(one.name, one.enterprise_number, one.external_id, target)

    @staticmethod
    def _kept(one: UUID, kept: dict[UUID, UUID]) -> UUID:
        seen = set()
        while one in kept and one not in seen:
            seen.add(one)
            one = kept[one]
        return one

    def _call(self, name: str, number: str | None, external_id: str | None, target: UUID) -> None:
        if number:
            self._by_number.setdefault(number, target)
        if external_id:
            self._by_external.setdefault(external_id, target)
        ids = self._by_name.setdefault(name_key(name).text, [])
        if target not in ids:
            ids.append(target)

    def remember(self, one: Organisation) -> None:
        """Make an organisation known to the rows that follow."""
        self._made[one.id] = one
        self._call(one.name, one.enterprise_number, one.external_id, one.id)

    def get(self, one: UUID | None) -> Organisation | None:
        """Return an organisation of the binder or of an earlier row."""
        if one is None:
            return None
        made = self._made.get(one)
        if made is not None:
            return made
        if self._stored is None:
            with self._store.read() as connection:
                self._stored = RecordGroups(connection, Organisation, "id")
        for found in self._stored.of(one):
            self._made[one] = found
        return self._made.get(one)

    def kept(self, one: UUID) -> UUID:
        """Return the organisation that one is read as."""
        return self._kept(one, self._into)

    def family(self, one: UUID) -> list[UUID]:
        """Return an organisation with those that were merged into it: their parts are read as its own."""
        return self._families.get(one) or [one]

    def index(self) -> DuplicateIndex:
        """Return the index that likely duplicates are looked up in."""
        with self._store.read() as connection:
            places = postcodes(connection)
        return DuplicateIndex.of(
            NameCard(one.id, one.name, one.enterprise_number, places.get(one.id.bytes, frozenset()))
            for one in self._called
            if one.merged_into is None
        )

    def by_number(self, number: str | None) -> Organisation | None:
        """Return the organisation with an enterprise number."""
        return self.get(self._by_number.get(number)) if number else None

    def by_external(self, external_id: str | None) -> Organisation | None:
        """Return the organisation that a list calls so."""
        return self.get(self._by_external.get(external_id)) if external_id else None

    def by_name(self, name: str | None) -> list[Organisation]:
        """Return the organisations of a name, legal form, case and accents apart."""
        found = map(self.get, self._by_name.get(name_key(name).text, ())) if name else ()
        return [one for one in found if one is not None]
