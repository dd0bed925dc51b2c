"""The organisation that a prospect becomes: one that is known, or a new one with what was known of the prospect."""

from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.commands.organisations import AddOrganisation
from clusterdesk.domain.commands.prospects import JoinProspect
from clusterdesk.domain.identifiers import parse_mail, parse_phone
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import (
    ContactPoint,
    ContactPointKind,
    Organisation,
    OrganisationActivity,
)
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.organisations import organisation_changes
from clusterdesk.services.prospects import alike
from clusterdesk.store.desk_store import Store

_NEWEST = "2025"  # version of NACE


def organisation_of(store: Store, cmd: JoinProspect, prospect: Prospect) -> tuple[Organisation, list[Change]]:
    """Return the organisation it is, and what makes it where it is new.

    Raises:
        KnownError: an organisation like it is known and none was chosen, or the chosen one lies in the bin.
    """
    if cmd.organisation_id is not None:
        return receiving_organisation(store, cmd.organisation_id), []
    known = [] if cmd.anew else alike(store, prospect)
    if known:
        raise KnownError(
            "prospect_known",
            N_("“{name}” looks like the organisation “{known}”: {reason_label}."),
            advice=N_("Link it to that one, or say that it is another one."),
            name=prospect.name,
            known=known[0].card.name,
            reason_label=known[0].reason,
        )
    person = _person(prospect)
    entered = AddOrganisation(
        title=prospect.name,
        enterprise_number=prospect.enterprise_number or "",
        street=prospect.street,
        postcode=prospect.postcode,
        city=prospect.city,
        phone="" if person else prospect.phone,
        mail="" if person else prospect.mail,
        membership=cmd.membership,
    )
    organisation, changes = organisation_changes(store, entered)
    if prospect.nace_code:
        ends: dict[str, Any] = {
            "organisation_id": organisation.id,
            "code": prospect.nace_code,
            "version": prospect.nace_version or _NEWEST,
        }
        changes.append(Insert(OrganisationActivity(id=set_member_id("organisation_activity", ends), **ends)))
    if person is not None:
        role = ContactRole(contact_id=person.id, organisation_id=organisation.id, main=True)
        changes += [Insert(person), Insert(role)]
        if phone := parse_phone(prospect.phone).value:
            changes.append(Insert(ContactPoint(contact_id=person.id, value=phone)))
        if mail := parse_mail(prospect.mail).value:
            changes.append(Insert(ContactPoint(contact_id=person.id, kind=ContactPointKind.MAIL, value=mail)))
    return organisation, changes


def _person(prospect: Prospect) -> Contact | None:
    """Return who is to be spoken to, as a contact: phone and mail are hers, and go when she is erased."""
    first, _, last = one_line(prospect.contact_name).partition(" ")
    if not first:
        return None
    return Contact(first_name=first, last_name=last) if last else Contact(last_name=first)
