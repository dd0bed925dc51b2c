"""The page of an attestation that evidence waits for: printed, signed by hand, filed back by its code."""

from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.attestation_views import attestation_view
from clusterdesk.services.employment import read_employment
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.visit_sheets import language_of_organisation, page_footer
from clusterdesk.store.desk_store import Store


def wanted_attestation_view(
    store: Store, evidence_id: UUID, *, author: str, language: str = "", default: str = "fr"
) -> tuple[str, Attestation]:
    """Return the language and the page of an attestation that evidence waits for; ``language`` is the one chosen.

    Raises:
        KnownError: the evidence is about no coaching file, or there is nothing to attest yet.
    """
    evidence = store.get(Evidence, evidence_id)
    file_id = subject_of(store, evidence)
    if file_id is None or evidence.organisation_id is None:
        raise KnownError(
            "attestation_of_whom",
            N_("An attestation is signed for an organisation."),
            advice=N_("Say which organisation holds the project."),
        )
    spoken = language or language_of_organisation(store, evidence.organisation_id, default)
    footer = page_footer(store, author, Edition.SHAREABLE)
    return spoken, attestation_view(store, file_id, evidence.id, footer, spoken)


def printed_attestation(store: Store, evidence_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the page of an attestation that evidence waits for, as it is wished."""
    return wanted_attestation_view(store, evidence_id, author=wish.author, language=wish.language, default=wish.usual)


def subject_of(store: Store, evidence: Evidence) -> UUID | None:
    """Return the coaching file that an attestation asked for is about, the one on the employment track first."""
    if evidence.organisation_id is None:
        return None
    page = read_employment(store, evidence.organisation_id)
    mine = [one for one in page.files if one.project.id == evidence.project_id]
    return mine[0].file.id if mine else None
