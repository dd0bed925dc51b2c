"""What the tables of the open export have in common: organisations as others may know them, value chains, files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.base import DatedFact
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation, OrganisationKind, OrganisationValueChain
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.listing import Cell
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store

type Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True)
class AgencyFacts:
    """The binder as the agency's export sees it: as of a local day, with or without personal data.

    Who works alone, or holds a project without an enterprise yet, is a person: name and number are personal data.
    """

    store: Store
    t: Translator
    day: date
    personal: bool = False

    @cached_property
    def every_organisation(self) -> Mapping[UUID, Organisation]:
        """Return all organisations by id, those merged into another included."""
        return {one.id: one for one in self.store.find(Organisation)}

    @cached_property
    def organisations(self) -> list[Organisation]:
        """Return the organisations there are, by name; one that was merged is no more."""
        kept = (one for one in self.every_organisation.values() if one.merged_into is None)
        return sorted(kept, key=lambda one: (one.name.casefold(), str(one.id)))

    @cached_property
    def projects(self) -> Mapping[UUID, Project]:
        """Return the projects by id."""
        return {one.id: one for one in self.store.find(Project)}

    @cached_property
    def files(self) -> Mapping[UUID, CoachingFile]:
        """Return the coaching files by id."""
        return {one.id: one for one in current(self.store.find(CoachingFile))}

    @cached_property
    def chain_names(self) -> Mapping[UUID, str]:
        """Return the names of the value chains."""
        return {one.id: one.name_in(self.t.language) for one in self.store.find(ValueChain, deleted=None)}

    def kept(self, organisation_id: UUID | None) -> Organisation | None:
        """Return the organisation an id means today, after merges."""
        found = self.every_organisation.get(organisation_id) if organisation_id else None
        seen: set[UUID] = set()
        while found is not None and found.merged_into is not None and found.id not in seen:
            seen.add(found.id)
            found = self.every_organisation.get(found.merged_into, None)
        return found

    def name(self, organisation_id: UUID | None) -> str:
        """Return the name of an organisation as others may know it: empty for a person."""
        found = self.kept(organisation_id)
        return found.name if found is not None and self._public(found) else ""

    def number(self, organisation_id: UUID | None) -> str:
        """Return the enterprise number, empty for a person and where there is none."""
        found = self.kept(organisation_id)
        if found is None or not found.enterprise_number or not self._public(found):
            return ""
        return show_enterprise_number(found.enterprise_number)

    def chains(self, organisation_id: UUID | None) -> str:
        """Return the value chains of an organisation, in one text."""
        found = self.kept(organisation_id)
        names = {self.chain_names.get(one, "") for one in self._chains_of[found.id]} if found is not None else set()
        return ", ".join(sorted(name for name in names if name))

    @cached_property
    def _chains_of(self) -> Mapping[UUID, set[UUID]]:
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for one in self.store.find(OrganisationValueChain):
            kept = self.kept(one.organisation_id)
            if kept is not None:
                found[kept.id].add(one.value_chain_id)
        return found

    def _public(self, organisation: Organisation) -> bool:
        person = organisation.sole_trader or organisation.kind is OrganisationKind.PROJECT_HOLDER
        return self.personal or not person


def current[F: DatedFact](facts: Iterable[F]) -> list[F]:
    """Return the facts that were not taken back."""
    return [one for one in facts if one.revoked_on is None]
