"""The people of groups and meetings by name: organisations as the kept ones, persons with their mail address."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation, OrganisationKind
from clusterdesk.domain.views.groups import Person
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.repositories.records import find


class Named(Protocol):
    """A record that names an organisation, a person, or both."""

    @property
    def organisation_id(self) -> UUID | None:
        """Return the organisation."""
        ...

    @property
    def contact_id(self) -> UUID | None:
        """Return the person."""
        ...

    @property
    def name(self) -> str:
        """Return the bare name."""
        ...


class GroupPeople:
    """Finds the names of many records at once."""

    def __init__(self, connection: sa.Connection, records: Iterable[Named]) -> None:
        """Read the organisations and persons that the records name."""
        named = list(records)
        self._connection = connection
        self._kept = kept_ids(connection)
        self.contacts = _by_id(find(connection, Contact, id=_ids(one.contact_id for one in named)))
        asked = {self.kept(one.organisation_id) for one in named if one.organisation_id is not None}
        self.roles = find(connection, ContactRole, contact_id=set(self.contacts))
        asked |= {self.kept(one.organisation_id) for one in self.roles}
        self.organisations = _by_id(find(connection, Organisation, deleted=None, id=asked))
        self._mails = self._read_mails()

    def kept(self, organisation_id: UUID) -> UUID:
        """Return the organisation that a given one is read as."""
        return self._kept.get(organisation_id, organisation_id)

    def person(self, record: Named) -> Person:
        """Return the names of a record; a person in the bin shows by the name that was typed, if any."""
        contact = self.contacts.get(record.contact_id) if record.contact_id is not None else None
        organisation_id = self.kept(record.organisation_id) if record.organisation_id is not None else None
        if organisation_id is None and contact is not None:
            organisation_id = self.home(contact.id)
        organisation = self.organisations.get(organisation_id) if organisation_id is not None else None
        side = organisation.name if organisation is not None else ""
        name = contact.full_name if contact is not None else record.name
        mail = self._mails.get(contact.id, "") if contact is not None else ""
        if not mail and organisation_id is not None:
            mail = self._mails.get(organisation_id, "")
        who = Who(organisation_id=record.organisation_id, contact_id=record.contact_id, name=record.name)
        return Person(who, name or side, side if name else "", organisation_id, mail)

    def is_partner(self, organisation_id: UUID) -> bool:
        """Tell whether an organisation is no company: it sits in a group as a partner."""
        found = self.organisations.get(self.kept(organisation_id))
        companies = (OrganisationKind.COMPANY, OrganisationKind.NON_PROFIT, OrganisationKind.PROJECT_HOLDER)
        return found is not None and found.kind not in companies

    def home(self, contact_id: UUID) -> UUID | None:
        """Return the organisation a person works for, the newest role first."""
        own = [one for one in self.roles if one.contact_id == contact_id]
        own.sort(key=lambda one: (one.to_on is not None, not one.main, one.id))
        return self.kept(own[0].organisation_id) if own else None

    def _read_mails(self) -> dict[UUID, str]:
        kind = ContactPointKind.MAIL
        points = [
            *find(self._connection, ContactPoint, kind=kind, contact_id=set(self.contacts)),
            *find(self._connection, ContactPoint, kind=kind, organisation_id=set(self.organisations)),
        ]
        found: dict[UUID, str] = {}
        for point in sorted(points, key=lambda one: one.position):
            owner = point.contact_id or point.organisation_id
            if owner is not None:
                found.setdefault(owner, point.value)
        return found


def _by_id[R: (Contact, Organisation)](records: Iterable[R]) -> dict[UUID, R]:
    return {one.id: one for one in records}


def _ids(found: Iterable[UUID | None]) -> set[UUID]:
    return {one for one in found if one is not None}
