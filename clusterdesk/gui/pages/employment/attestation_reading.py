"""Reading what stands on an attestation and who may sign it, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.ids import new_id
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.domain.views.edition import Edition

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign, with the function."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An attestation ready to be signed: the evidence it will be, its language, the page, who may sign and where."""

    coaching_file_id: UUID
    evidence_id: UUID
    language: str
    view: Attestation
    people: tuple[Person, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Reads what stands on the attestation of a coaching file; ``language`` is "" for that of the organisation."""

    coaching_file_id: UUID
    author: str
    usual: str
    language: str = ""
    evidence_id: UUID | None = None

    def __call__(self, desk: "Desk") -> Prepared:
        """Read.

        Raises:
            KnownError: there is nothing to attest yet.
        """
        from clusterdesk.domain.records.coaching import CoachingFile
        from clusterdesk.services.attestation_views import attestation_view
        from clusterdesk.services.attestations import attested_organisation, wanted_attestation
        from clusterdesk.services.page_views import read_organisation
        from clusterdesk.services.visit_sheets import document_language, page_footer

        store = desk.store
        organisation = attested_organisation(store, store.get(CoachingFile, self.coaching_file_id))
        page = read_organisation(store, organisation.id)
        waiting = wanted_attestation(store, self.coaching_file_id)
        evidence_id = self.evidence_id or (waiting.id if waiting is not None else new_id())
        language = self.language or document_language(page, self.usual)
        footer = page_footer(store, self.author, Edition.SHAREABLE)
        view = attestation_view(store, self.coaching_file_id, evidence_id, footer, language)
        cards = sorted(page.contacts, key=lambda one: not one.main)
        people = tuple(Person(one.contact.full_name, one.roles[0].role if one.roles else "") for one in cards)
        place = next((one.city for one in page.addresses if one.city), "")
        return Prepared(self.coaching_file_id, evidence_id, language, view, people, place)
