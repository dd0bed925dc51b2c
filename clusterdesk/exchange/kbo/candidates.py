"""Enterprises found in KBO open data as prospects: for a link or a project, those known already marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.identifiers.phone import parse_phone
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.exchange.kbo.finding import Enterprise
from clusterdesk.services.prospects import KnownAs, KnownProspects
from clusterdesk.store.desk_store import Store

SOURCE = "KBO/BCE"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enterprise that was found, the prospect it would be, and who it is already where it is known."""

    enterprise: Enterprise
    prospect: Prospect
    known: KnownAs | None = None


def candidates(
    store: Store,
    found: Iterable[Enterprise],
    *,
    link_id: UUID | None = None,
    project_id: UUID | None = None,
    profile_id: UUID | None = None,
) -> tuple[Candidate, ...]:
    """Return what was found as prospects for a link, a project, or both."""
    known = KnownProspects(store)
    made = []
    for one in found:
        prospect = Prospect(
            name=one.name or one.number,
            enterprise_number=one.number,
            chain_link_id=link_id,
            project_id=project_id,
            profile_id=profile_id,
            street=one.street,
            postcode=one.postcode,
            city=one.city,
            nace_code=one.nace_code,
            nace_version=one.nace_version,
            phone=parse_phone(one.phone).value or one.phone,
            mail=one.mail,
            source=SOURCE,
        )
        made.append(Candidate(one, prospect, known.known(prospect)))
    return tuple(made)
