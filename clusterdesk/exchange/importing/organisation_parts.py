"""What a row of a list of organisations says, as records: the organisation and its parts."""

from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import CircularModel, RecordTag, ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ContactPointKind,
    Establishment,
    ImportNote,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationActivity,
    OrganisationCircularModel,
    OrganisationKind,
    OrganisationValueChain,
)
from clusterdesk.exchange.importing.known import Known, set_member
from clusterdesk.exchange.importing.settling import joined
from clusterdesk.exchange.mapping.read_row import ReadRow

_POINTS = (("phone", ContactPointKind.PHONE), ("email", ContactPointKind.MAIL), ("website", ContactPointKind.WEB))
_PERSONAL_POINTS = (("contact_phone", ContactPointKind.PHONE), ("contact_email", ContactPointKind.MAIL))
_PLACE = ("street", "postcode", "city", "establishment_number")
_WORKPLACE = ("establishment_street", "establishment_postcode", "establishment_city")
_SETS = ("nace", "value_chains", "circular_models", "tags")
_PERSON = ("contact_name", "contact_first_name", "contact_last_name")
_KINDS = {one.value: one for one in OrganisationKind}


class RowParts:
    """Makes the records of a row. Most rows hold few of the fields there are: what is absent costs one look."""

    def __init__(self, known: Known, today: date) -> None:
        """``today`` is the day since when things are known that the list does not date."""
        self._known, self._today = known, today

    def organisation(self, read: ReadRow, notes: str = "") -> Organisation:
        """Return the organisation of a row; ``notes`` are those that it has already."""
        value = read.values.get
        listed = joined(read.every("notes")) if value("notes") else ""
        if notes and listed:
            listed = notes if listed in notes else joined([notes, listed])
        kind = value("kind")
        return Organisation(
            name=str(value("name") or value("enterprise_number") or value("external_id") or ""),
            kind=_KINDS[kind] if kind else OrganisationKind.COMPANY,
            enterprise_number=value("enterprise_number"),
            legal_form=value("legal_form"),
            founded_on=value("founded_on"),
            languages=tuple(value("languages") or ()),
            external_id=value("external_id"),
            notes=listed,
        )

    def of(self, read: ReadRow, owner: UUID) -> list[Record]:
        """Return the parts of a row: places, ways to reach it, membership, sets, a person, notes."""
        values = read.values
        value = values.get
        found: list[Record] = []
        if any(map(value, _PLACE)) or any(map(value, _WORKPLACE)):
            self._places(values, owner, found)
        for field, kind in _POINTS:
            if value(field) is not None:
                for order, text in enumerate(read.every(field)):
                    found.append(ContactPoint(organisation_id=owner, kind=kind, value=str(text), position=order))
        if value("membership_status") or value("member_since") is not None or value("member_until") is not None:
            found += self._memberships(values, owner)
        if any(map(value, _SETS)):
            self._sets(read, owner, found)
        if any(map(value, _PERSON)):
            self._person(read, owner, found)
        found += [self._note(owner, one.field or "other", one.column, one.text, one.year) for one in read.verbatim]
        return found

    def _places(self, values: dict[str, Any], owner: UUID, found: list[Record]) -> None:
        value = values.get
        street, postcode, city = (str(value(name) or "") for name in ("street", "postcode", "city"))
        country, since = str(value("country") or "BE"), value("known_since") or self._today
        if street or postcode or city:
            found.append(
                Address(
                    organisation_id=owner,
                    street=street,
                    postcode=postcode,
                    city=city,
                    country=country,
                    recorded_on=since,
                )
            )
        own = [str(value(name) or "") for name in _WORKPLACE]
        if value("establishment_number") or any(own):
            # Where the list gives no other place for it, an establishment stands at the seat.
            street, postcode, city = own if any(own) else (street, postcode, city)
            found.append(
                Establishment(
                    organisation_id=owner,
                    establishment_number=value("establishment_number"),
                    street=street,
                    postcode=postcode,
                    city=city,
                    country=country,
                    recorded_on=since,
                )
            )

    def _memberships(self, values: dict[str, Any], owner: UUID) -> list[Membership]:
        """Return the membership of a row; one that has ended is followed by that of a former member."""
        listed, until = values.get("membership_status"), values.get("member_until")
        status = MembershipStatus(listed) if listed else MembershipStatus.MEMBER
        recorded = values.get("known_since") or self._today
        if until is not None and status is MembershipStatus.FORMER:
            status = MembershipStatus.MEMBER
        made = Membership(
            organisation_id=owner,
            status=status,
            from_on=values.get("member_since"),
            to_on=until,
            recorded_on=recorded,
        )
        if until is None:
            return [made]
        left = Membership(organisation_id=owner, status=MembershipStatus.FORMER, from_on=until, recorded_on=recorded)
        return [made, left]

    def _sets(self, read: ReadRow, owner: UUID, found: list[Record]) -> None:
        values = read.values
        if values.get("nace") is not None:
            version = str(values.get("nace_version") or "2025")
            for index, code in enumerate(read.every("nace")):
                made = derived_id("organisation_activity", owner, f"{version}:{code}")
                found.append(
                    OrganisationActivity(
                        id=made, organisation_id=owner, code=str(code), version=version, main=index == 0
                    )
                )
        for text in values.get("value_chains") or ():
            chain = self._known.label(ValueChain, text)
            if chain is not None:
                found.append(set_member(OrganisationValueChain, "organisation_id", owner, "value_chain_id", chain))
            else:
                found.append(self._note(owner, "value_chains", "", text, None))
        for text in values.get("circular_models") or ():
            model = self._known.label(CircularModel, text)
            if model is not None:
                found.append(
                    set_member(OrganisationCircularModel, "organisation_id", owner, "circular_model_id", model)
                )
            else:
                found.append(self._note(owner, "circular_models", "", text, None))
        for text in values.get("tags") or ():
            tag = self._known.tag(text)
            made = derived_id("record_tag", tag, owner)
            found.append(RecordTag(id=made, tag_id=tag, record_type="organisation", record_id=owner))

    def _person(self, read: ReadRow, owner: UUID, found: list[Record]) -> None:
        value = read.values.get
        first, last = split_name(value("contact_name"), value("contact_first_name"), value("contact_last_name"))
        if not first and not last:
            return
        made = Contact(first_name=first, last_name=last)
        person = self._known.person(owner, made.full_name) or made
        present = self._known.existing(ContactRole, "organisation_id", owner)
        main = not any(one.main and one.to_on is None for one in present)
        role = str(value("contact_role") or "")
        found += [person, ContactRole(contact_id=person.id, organisation_id=owner, role=role, main=main)]
        for field, kind in _PERSONAL_POINTS:
            for order, text in enumerate(read.every(field)):
                found.append(ContactPoint(contact_id=person.id, kind=kind, value=str(text), position=order))

    def _note(self, owner: UUID, topic: str, column: str, text: str, year: int | None) -> ImportNote:
        return ImportNote(
            organisation_id=owner,
            topic=topic,
            column=column,
            text=text,
            year=year,
            on=self._today,
            source=self._known.source,
        )


def split_name(full: str | None, first: str | None, last: str | None) -> tuple[str, str]:
    """Return first and last name; a full name is cut at its first space, or at its comma (``Peeters, Sofie``)."""
    if first or last or not full:
        return str(first or ""), str(last or "")
    if "," in full:
        family, _, given = full.partition(",")
        return given.strip(), family.strip()
    given, _, family = full.strip().partition(" ")
    return (given, family.strip()) if family else ("", given)
