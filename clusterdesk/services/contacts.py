"""People: met, given a role, gone, asked for their consent."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.contacts import AddContact, EndRole, MakeMainContact, RecordConsent
from clusterdesk.domain.identifiers import parse_mail, parse_phone
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import Consent, Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.store.desk_store import Store


def add_contact(store: Store, cmd: AddContact) -> OpResult[Contact]:
    """Enter a person with the role, phones and mails, in one step; the first person of an organisation is its main one.

    Raises:
        KnownError: there is no name, or no such organisation.
    """
    person = Contact(
        first_name=one_line(cmd.first_name), last_name=one_line(cmd.last_name), language=cmd.language or None
    )
    if not person.full_name:
        raise KnownError(
            "name_missing",
            N_("A record of the kind “{type_label}” needs a name."),
            advice=N_("Type a name and try again."),
            type_label=N_("Contact person"),
        )
    organisation = receiving_organisation(store, cmd.organisation_id)
    present = store.find(ContactRole, organisation_id=organisation.id)
    main = cmd.main or not any(role.to_on is None for role in present)
    changes: list[Change] = [Insert(person)]
    changes.append(
        Insert(ContactRole(contact_id=person.id, organisation_id=organisation.id, role=cmd.role.strip(), main=main))
    )
    if main:
        changes += _no_longer_main(present)
    numbers = [value for one in cmd.phones if (value := parse_phone(one).value)]
    addresses = [value for one in cmd.mails if (value := parse_mail(one).value)]
    kinds = [*((ContactPointKind.PHONE, one) for one in numbers), *((ContactPointKind.MAIL, one) for one in addresses)]
    for position, (kind, value) in enumerate(kinds):
        changes.append(Insert(ContactPoint(contact_id=person.id, kind=kind, value=value, position=position)))
    return OpResult(person, store.apply(cmd, changes))


def make_main_contact(store: Store, cmd: MakeMainContact) -> OpResult[ContactRole]:
    """Make a person the one to ring first; the one before stays a contact."""
    before = store.get(ContactRole, cmd.role_id)
    after = replace(before, main=True)
    others = [one for one in store.find(ContactRole, organisation_id=before.organisation_id) if one.id != before.id]
    changes = [*differences(before, after), *_no_longer_main(others)]
    return OpResult(after, store.apply(replace(cmd, title=_name(store, before.contact_id)), changes))


def end_role(store: Store, cmd: EndRole) -> OpResult[ContactRole]:
    """Say that a person left; the person and the history stay."""
    before = store.get(ContactRole, cmd.role_id)
    after = replace(before, to_on=cmd.on or PartialDate.of(store.clock.today()), main=False)
    return OpResult(after, store.apply(replace(cmd, title=_name(store, before.contact_id)), differences(before, after)))


def record_consent(store: Store, cmd: RecordConsent) -> OpResult[Consent]:
    """Note an answer; the newest one for a purpose is what holds.

    Raises:
        KnownError: it is neither that of one person nor that of one organisation.
    """
    if (cmd.contact_id is None) == (cmd.organisation_id is None):
        raise KnownError(
            "consent_of_whom",
            N_("A consent belongs to one person or to one organisation."),
            advice=N_("Choose either."),
        )
    title = _name(store, cmd.contact_id) if cmd.contact_id else ""
    if cmd.organisation_id is not None:
        title = store.get(Organisation, cmd.organisation_id).name
    consent = Consent(
        contact_id=cmd.contact_id,
        organisation_id=cmd.organisation_id,
        purpose=cmd.purpose,
        given=cmd.given,
        on=cmd.on or store.clock.today(),
        how=cmd.how,
    )
    return OpResult(consent, store.apply(replace(cmd, title=title), [Insert(consent)]))


def _no_longer_main(roles: list[ContactRole]) -> list[Change]:
    return [change for one in roles if one.main for change in differences(one, replace(one, main=False))]


def _name(store: Store, contact_id: UUID) -> str:
    return store.get(Contact, contact_id).full_name
