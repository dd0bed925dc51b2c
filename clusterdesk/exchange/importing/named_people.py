"""Whom a row of registrations or votes names: a contact person by mail or name, an organisation by number or name."""

from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_parts import split_name
from clusterdesk.exchange.importing.owners import Owners
from clusterdesk.exchange.importing.verdicts import RowPlan
from clusterdesk.exchange.mapping.read_row import ReadRow

_LONGEST_NUMBER = 80


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Who is meant: as far as the binder knows, and as the row writes it."""

    name: str = ""
    mail: str = ""
    contact: Contact | None = None
    organisation: Organisation | None = None

    @property
    def organisation_id(self) -> UUID | None:
        """Return the organisation."""
        return self.organisation.id if self.organisation is not None else None

    @property
    def contact_id(self) -> UUID | None:
        """Return the contact person."""
        return self.contact.id if self.contact is not None else None

    @property
    def title(self) -> str:
        """Return who it is in a list."""
        owner = self.organisation.name if self.organisation is not None else ""
        return " – ".join(one for one in (self.name, owner) if one)


@dataclass(slots=True)
class NamedPeople:
    """Finds them; mail addresses are read once for all rows."""

    known: Known
    owners: Owners
    _mails: dict[str, tuple[UUID | None, UUID | None]] | None = None
    _contacts: dict[UUID, Contact] = field(default_factory=dict)
    _homes: dict[UUID, UUID] = field(default_factory=dict)

    def of(self, read: ReadRow) -> NamedPerson | RowPlan:
        """Return who a row names, or the plan that refuses it: its organisation is not known."""
        values = read.values
        first, last = split_name(values.get("full_name"), values.get("first_name"), values.get("last_name"))
        name, mail = f"{first} {last}".strip(), str(values.get("email") or "")
        contact, home = self._by_mail(mail)
        if home is not None and not values.get("enterprise_number"):
            owner = self.known.organisations.by_name(values.get("organisation"))
            organisation = owner[0] if len(owner) == 1 else self.known.organisations.get(home)
        else:
            found = self._numbered(values.get("organisation")) or self.owners.organisation(read, needed=False)
            if isinstance(found, RowPlan):
                return found
            organisation = found
        if contact is None and organisation is not None and name:
            contact = self.known.person(organisation.id, name)
        return NamedPerson(name or (contact.full_name if contact else ""), mail, contact, organisation)

    def _numbered(self, text: object) -> Organisation | None:
        """Return the organisation whose number stands where its name is expected."""
        number = parse_enterprise_number(str(text or "")[:_LONGEST_NUMBER]).value
        return self.known.organisations.by_number(number)

    def _by_mail(self, mail: str) -> tuple[Contact | None, UUID | None]:
        if self._mails is None:
            self._read()
        assert self._mails is not None
        contact_id, organisation_id = self._mails.get(mail.casefold(), (None, None))
        contact = self._contacts.get(contact_id) if contact_id is not None else None
        return contact, organisation_id

    def _read(self) -> None:
        store = self.known.store
        self._mails = {}
        self._contacts = {one.id: one for one in store.find(Contact)}
        for role in sorted(store.find(ContactRole), key=lambda one: (one.main, one.id)):
            self._homes[role.contact_id] = self._kept(role.organisation_id)
        for point in store.find(ContactPoint, kind=ContactPointKind.MAIL):
            home = self._homes.get(point.contact_id) if point.contact_id is not None else None
            if home is None and point.organisation_id is not None:
                home = self._kept(point.organisation_id)
            self._mails.setdefault(point.value.strip().casefold(), (point.contact_id, home))

    def _kept(self, organisation_id: UUID) -> UUID:
        return self.known.organisations.kept(organisation_id)
