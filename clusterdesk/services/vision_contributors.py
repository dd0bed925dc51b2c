"""Who contributes to a dossier of the common vision, and who of them may be named outside."""

from uuid import UUID

from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.vision import VisionContributor
from clusterdesk.domain.views.vision import ContributorLine
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import Citable, citable
from clusterdesk.store.queries.merged import kept_ids


def contributors(store: Store, dossier_id: UUID) -> tuple[ContributorLine, ...]:
    """Return the contributors by organisation and name."""
    found = store.find(VisionContributor, vision_dossier_id=dossier_id)
    with store.read() as connection:
        allowed, kept = citable(connection, store.clock.today()), kept_ids(connection)
    own = {kept.get(one.organisation_id, one.organisation_id) for one in found if one.organisation_id is not None}
    people = {one.contact_id for one in found if one.contact_id is not None}
    organisations = {one.id: one.name for one in store.find(Organisation, id=own)} if own else {}
    contacts = {one.id: one.full_name for one in store.find(Contact, id=people)} if people else {}
    lines = []
    for one in found:
        organisation_id = kept.get(one.organisation_id, one.organisation_id) if one.organisation_id else None
        organisation = organisations.get(organisation_id, "") if organisation_id else ""
        name = one.name or (contacts.get(one.contact_id, "") if one.contact_id else "")
        lines.append(ContributorLine(one, name, organisation, _may_be_cited(one, organisation_id, allowed)))
    return tuple(sorted(lines, key=lambda one: (one.organisation.casefold(), one.name.casefold(), one.record.id)))


def _may_be_cited(one: VisionContributor, organisation_id: UUID | None, allowed: Citable) -> bool:
    """Whoever is named has agreed: the person where one is named, and the organisation where one is."""
    if one.contact_id is not None and one.contact_id not in allowed.contacts:
        return False
    if organisation_id is not None:
        return organisation_id in allowed.organisations and (one.contact_id is not None or not one.name)
    return one.contact_id is not None
