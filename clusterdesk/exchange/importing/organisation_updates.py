"""What a row changes about an organisation that is known: fields, a move, another membership, parts it lacks."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.domain.addresses import better_spelling
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.dated import in_force
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import RecordTag
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Establishment,
    ImportNote,
    Membership,
    Organisation,
    OrganisationActivity,
    OrganisationCircularModel,
    OrganisationValueChain,
)
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.organisation_parts import RowParts
from clusterdesk.exchange.importing.organisation_places import PlaceUpdates
from clusterdesk.exchange.importing.settling import same_membership, set_fields, updates_of
from clusterdesk.exchange.importing.verdicts import RowUpdate
from clusterdesk.exchange.mapping.read_row import ReadRow

_FIELDS = ("name", "enterprise_number", "legal_form", "founded_on", "external_id", "kind", "languages", "notes")


class OrganisationUpdates:
    """Compares rows with organisations that are known."""

    def __init__(self, known: Known, parts: RowParts, places: PlaceUpdates, today: date) -> None:
        """``today`` is the day of a move that the list does not date."""
        self._known, self._parts, self._today = known, parts, today
        self._places = places

    def of(self, read: ReadRow, known: Organisation) -> RowUpdate:
        """Return what a row changes."""
        made = self._parts.organisation(read, known.notes)
        if made.name != known.name and folded(made.name) == folded(known.name):
            made = replace(made, name=better_spelling(known.name, made.name))
        found = RowUpdate(updates_of(known, made, [name for name in _FIELDS if read.values.get(name)]))
        changes = set_fields(known, found.updates)
        for part in self._parts.of(read, known.id):
            if isinstance(part, Address):
                changes += self._places.changes(read, part, self._present(Address, known.id), found)
            elif isinstance(part, Membership):
                ended = {one.record_id for one in changes if isinstance(one, SetField) and one.field == "to_on"}
                changes += self._joined(read, part, known.id, found, ended)
            elif not self._has(part, known.id):
                changes.append(Insert(part))
        found.changes = tuple(changes)
        return found

    def _joined(
        self, read: ReadRow, listed: Membership, owner: UUID, found: RowUpdate, ended: set[UUID]
    ) -> list[Change]:
        """Return the changes that a membership brings: another status from a day on ends the present one.

        ``ended`` are those that the row has ended already.
        """
        present = [one for one in self._present(Membership, owner) if one.revoked_on is None]
        if listed.to_on is not None:
            return _left(listed, present, found)
        day = listed.from_on or PartialDate.of(read.values.get("known_since") or self._today)
        current = in_force([one for one in present if one.to_on is None and one.id not in ended], date.max)
        if any(same_membership(one, listed) for one in present):
            return []
        if current is None:
            return [Insert(listed)]
        if current.status is listed.status:
            corrected = replace(current, from_on=listed.from_on)
            updates = () if _vaguer(listed.from_on, current.from_on) else updates_of(current, corrected, ("from_on",))
            found.updates += updates
            return set_fields(current, updates)
        if current.from_on is not None and day <= current.from_on:
            return [Insert(listed)]
        found.updates += updates_of(current, replace(current, status=listed.status), ("status",))
        return [
            SetField("membership", current.id, "to_on", day.day_before()),
            Insert(replace(listed, from_on=day)),
        ]

    def _present[R: Record](self, cls: type[R], owner: UUID) -> list[R]:
        family = self._known.organisations.family(owner)
        return [one for member in family for one in self._known.existing(cls, "organisation_id", member)]

    def _has(self, part: Record, owner: UUID) -> bool:
        """Tell whether an organisation has a part that says the same."""
        if isinstance(part, Contact):
            return self._known.person(owner, part.full_name) is not None
        if isinstance(part, ContactRole):
            return any(one.contact_id == part.contact_id for one in self._present(ContactRole, owner))
        if isinstance(part, RecordTag):
            return any(one.id == part.id for one in self._known.existing(RecordTag, "record_id", owner))
        present: list[Any]
        if isinstance(part, ContactPoint) and part.contact_id is not None:
            present = self._known.existing(ContactPoint, "contact_id", part.contact_id)
        else:
            present = self._present(type(part), owner)
        names = _SAME[type(part)]
        if isinstance(part, Establishment) and part.establishment_number is None:
            names = _SAME_PLACE
        return any(all(_alike(getattr(one, name), getattr(part, name)) for name in names) for one in present)


def _left(listed: Membership, present: list[Membership], found: RowUpdate) -> list[Change]:
    """Return the changes that the end of a membership brings: the one that it means ends, or it is entered whole."""
    for one in present:
        meant = one.status is listed.status and listed.from_on in (None, one.from_on)
        if meant and one.to_on in (None, listed.to_on):
            updates = updates_of(one, replace(one, to_on=listed.to_on), ("to_on",))
            found.updates += updates
            return set_fields(one, updates)
    return [Insert(listed)]


def _vaguer(listed: PartialDate | None, known: PartialDate | None) -> bool:
    """Tell whether a listed date says no more than the known one."""
    return listed is None or (known is not None and known.text.startswith(listed.text))


_SAME_PLACE = ("street", "postcode", "city")
# By what two parts of one organisation are the same.
_SAME: dict[type[Record], tuple[str, ...]] = {
    Establishment: ("establishment_number",),
    ContactPoint: ("kind", "value"),
    OrganisationActivity: ("code", "version"),
    OrganisationValueChain: ("value_chain_id",),
    OrganisationCircularModel: ("circular_model_id",),
    ImportNote: ("topic", "column", "text", "year"),
}


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401
    return bool(one == other) or (isinstance(one, str) and isinstance(other, str) and folded(one) == folded(other))
