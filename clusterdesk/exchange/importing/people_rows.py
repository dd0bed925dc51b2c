"""Verdicts on the rows of lists of contact persons and memberships."""

from dataclasses import replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.organisations import (
    ContactPoint,
    ContactPointKind,
    Membership,
    MembershipStatus,
    Organisation,
)
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_parts import split_name
from clusterdesk.exchange.importing.owners import OwnedRowPlanner
from clusterdesk.exchange.importing.settling import (
    NOTHING_NEW,
    added,
    dated,
    joined,
    same_membership,
    set_fields,
    settled,
    updates_of,
)
from clusterdesk.exchange.importing.verdicts import RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_POINTS = (("email", ContactPointKind.MAIL), ("phone", ContactPointKind.PHONE))


class ContactPlanner(OwnedRowPlanner):
    """A contact person with a role in an organisation, phones, mails and consents."""

    NEEDED: ClassVar[bool] = False

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        super().__init__(known, mapping, today)
        self._new: dict[tuple[UUID | None, str], Contact] = {}

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        first, last = split_name(values.get("full_name"), values.get("first_name"), values.get("last_name"))
        owner = organisation.id if organisation else None
        languages = values.get("languages") or ()
        made = Contact(
            first_name=first,
            last_name=last,
            language=languages[0] if languages else None,
            notes=joined(read.every("notes")),
            external_id=values.get("external_id"),
        )
        key = (owner, folded(made.full_name))
        foreign = self.known.foreign(Contact, made.external_id)
        known = self._new.get(key) or (foreign if isinstance(foreign, Contact) else None)
        if known is None and owner is not None:
            known = self.known.person(owner, made.full_name)
        title = made.full_name
        parts = [part for part in self._parts(read, (known or made).id, owner) if self._is_new(part)]
        if known is None:
            self._new[key] = made
            return RowPlan(read, Verdict.NEW, title, (Insert(made), *(Insert(part) for part in parts)))
        made = replace(made, notes=added(known.notes, made.notes))
        given = (
            {"first_name", "last_name"} | ({"language"} if languages else set()) | ({"notes"} if made.notes else set())
        )
        updates = updates_of(known, made, given)
        self._new[key] = replace(known, **{update.field: update.new for update in updates})
        changes: list[Change] = [*set_fields(known, updates), *(Insert(part) for part in parts)]
        if not changes:
            return RowPlan(read, Verdict.SKIPPED, title, reason=NOTHING_NEW)
        return RowPlan(read, Verdict.UPDATED, title, tuple(changes), updates)

    def _is_new(self, part: Record) -> bool:
        if self._present(part):
            return False
        self.known.remember_existing(part)
        return True

    def _parts(self, read: ReadRow, person: UUID, owner: UUID | None) -> list[Record]:
        values = read.values
        parts: list[Record] = []
        if owner is not None:
            role, main = str(values.get("role") or ""), bool(values.get("main"))
            parts.append(ContactRole(contact_id=person, organisation_id=owner, role=role, main=main))
        for field, kind in _POINTS:
            for order, text in enumerate(read.every(field)):
                parts.append(ContactPoint(contact_id=person, kind=kind, value=str(text), position=order))
        for purpose in ConsentPurpose:
            given = values.get(f"consent_{purpose.value}")
            if given is not None:
                since = values.get("known_since")
                made = Consent(contact_id=person, purpose=purpose, given=given, on=since, how=self.known.source)
                parts.append(dated(made, since))
        return parts

    def _present(self, part: Record) -> bool:
        if isinstance(part, ContactRole):
            roles = self.known.existing(ContactRole, "organisation_id", part.organisation_id)
            return any(one.contact_id == part.contact_id and folded(one.role) == folded(part.role) for one in roles)
        if isinstance(part, ContactPoint):
            points = self.known.existing(ContactPoint, "contact_id", part.contact_id)
            return any(one.value.casefold() == part.value.casefold() for one in points)
        if isinstance(part, Consent):
            consents = self.known.existing(Consent, "contact_id", part.contact_id)
            return any(one.purpose is part.purpose and one.given is part.given for one in consents)
        return False


class MembershipPlanner(OwnedRowPlanner):
    """What an organisation is to the cluster, from when to when."""

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        assert organisation is not None
        left = values.get("to_on") is not None
        status = values.get("status") or (MembershipStatus.FORMER if left else MembershipStatus.MEMBER)
        made = Membership(
            organisation_id=organisation.id,
            status=MembershipStatus(status),
            from_on=values.get("from_on"),
            to_on=values.get("to_on"),
            reason=joined([values.get("reason"), *read.every("notes")]),
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since"))
        present = self.known.existing(Membership, "organisation_id", organisation.id)
        twin = next((one for one in present if same_membership(one, made)), None)
        given = {name for name in ("to_on", "reason") if values.get(name)}
        if twin is None:
            self.known.remember_existing(made)
        return settled(read, twin, made, given, (), organisation.name)
