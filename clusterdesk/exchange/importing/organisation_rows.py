"""Verdicts on the rows of a list of organisations."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.changes import Change, Insert
from clusterdesk.domain.duplicates import SAME_NUMBER, Confidence, DuplicateIndex, Match, NameCard, likely_duplicates
from clusterdesk.domain.parsing.text import folded
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
from clusterdesk.exchange.importing.settling import NOTHING_NEW, dated, joined, same_membership, set_fields, updates_of
from clusterdesk.exchange.importing.verdicts import Decision, FieldUpdate, LikelySame, RowPlan, Verdict
from clusterdesk.exchange.mapping.read_row import ReadRow

_POINTS = (("phone", ContactPointKind.PHONE), ("email", ContactPointKind.MAIL), ("website", ContactPointKind.WEB))
_FIELDS = ("name", "enterprise_number", "legal_form", "founded_on", "external_id")


class OrganisationPlanner:
    """Decides row by row; rows that were read before are known to those that follow."""

    def __init__(self, known: Known, today: date) -> None:
        """Read what the binder knows."""
        self._known, self._today = known, today
        known.load_organisations()
        self._index: DuplicateIndex = known.index()
        self._lines: dict[UUID, int] = {}
        self._updated: dict[UUID, int] = {}

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        title = str(values.get("name") or values.get("enterprise_number") or "")
        known = self._known.by_external(values.get("external_id")) or self._known.by_number(
            values.get("enterprise_number")
        )
        if known is not None:
            line = self._lines.get(known.id) or self._updated.get(known.id)
            if line is not None:
                return self._duplicate(read, title, LikelySame(SAME_NUMBER, known.name, line=line), known)
            self._updated[known.id] = read.line
            return self._update(read, title, known)
        made = self._made(read)
        card = NameCard(made.id, made.name, made.enterprise_number, frozenset(filter(None, [values.get("postcode")])))
        matches = likely_duplicates(card, self._index, at_least=Confidence.LIKELY)
        if matches:
            return self._duplicate(read, title, self._same(matches[0]), self._organisation(matches[0]), made)
        parts = list(self._parts(read, made.id))
        self._remember(made, card, read.line)
        self._remember_parts(made.id, parts)
        return RowPlan(read, Verdict.NEW, title, tuple(Insert(record) for record in (made, *parts)))

    def _remember(self, made: Organisation, card: NameCard, line: int) -> None:
        self._known.remember(made)
        self._index.add(card)
        self._lines[made.id] = line

    def _remember_parts(self, owner: UUID, parts: Iterable[Record]) -> None:
        for part in parts:
            if isinstance(part, Contact):
                self._known.remember_person(owner, part)
            self._known.remember_existing(part)

    def _organisation(self, match: Match) -> Organisation | None:
        return self._known.organisations.get(match.card.key) if isinstance(match.card.key, UUID) else None

    def _same(self, match: Match) -> LikelySame:
        key = match.card.key
        line = self._lines.get(key) if isinstance(key, UUID) else None
        record = key if isinstance(key, UUID) and line is None else None
        return LikelySame(match.reason, match.card.name, record, line)

    def _duplicate(
        self, read: ReadRow, title: str, same: LikelySame, known: Organisation | None, made: Organisation | None = None
    ) -> RowPlan:
        """Leave a likely duplicate out, and keep ready what a person may decide instead."""
        choices: dict[Decision, tuple[Change, ...]] = {Decision.SKIP: ()}
        updates: tuple[FieldUpdate, ...] = ()
        if made is not None:
            choices[Decision.AS_NEW] = tuple(Insert(one) for one in (made, *self._parts(read, made.id)))
        if known is not None:
            updates, changes = self._differences(read, known)
            choices[Decision.UPDATE] = changes
        return RowPlan(read, Verdict.DUPLICATE, title, updates=updates, same=same, choices=choices)

    def _update(self, read: ReadRow, title: str, known: Organisation) -> RowPlan:
        updates, changes = self._differences(read, known)
        if not changes:
            return RowPlan(read, Verdict.SKIPPED, title, reason=NOTHING_NEW)
        self._remember_parts(known.id, (one.record for one in changes if isinstance(one, Insert)))
        return RowPlan(read, Verdict.UPDATED, title, changes, updates)

    def _differences(self, read: ReadRow, known: Organisation) -> tuple[tuple[FieldUpdate, ...], tuple[Change, ...]]:
        """Return the fields a row would change, and all changes: fields, the seat, and parts that are not there yet."""
        made = self._made(read, known)
        given = {name for name in (*_FIELDS, "kind", "languages") if read.values.get(name)}
        if read.values.get("notes"):
            given.add("notes")
        updates = list(updates_of(known, made, given))
        changes = set_fields(known, updates)
        for part in self._parts(read, known.id):
            twin = self._twin(part, known.id)
            if twin is None:
                changes.append(Insert(part))
            elif isinstance(part, Address):
                filled = {name for name in ("street", "postcode", "city", "country") if getattr(part, name)}
                moved = updates_of(twin, part, filled)
                updates += moved
                changes += set_fields(twin, moved)
        return tuple(updates), tuple(changes)

    def _twin(self, part: Record, owner: UUID) -> Record | None:
        """Return the part of a known organisation that says the same as a part of the row."""
        if isinstance(part, (Contact, ContactRole)):
            return self._twin_person(part, owner)
        if isinstance(part, RecordTag):
            return next((one for one in self._known.existing(RecordTag, "record_id", owner) if one.id == part.id), None)
        key = _TWIN_KEYS.get(type(part), ())
        field = "contact_id" if isinstance(part, ContactPoint) and part.contact_id else "organisation_id"
        owners = getattr(part, field, None)
        for one in self._known.existing(type(part), field, owners) if owners else []:
            if isinstance(one, Address) and (one.to_on is not None or one.revoked_on is not None):
                continue  # Where it was before stays as it was.
            if isinstance(one, Membership) and isinstance(part, Membership):
                same = same_membership(one, part)
            else:
                same = all(_alike(getattr(one, name), getattr(part, name)) for name in key)
            if same:
                return one
        return None

    def _twin_person(self, part: Contact | ContactRole, owner: UUID) -> Record | None:
        if isinstance(part, Contact):
            return self._known.person(owner, part.full_name)
        roles = self._known.existing(ContactRole, "organisation_id", owner)
        return next((one for one in roles if one.contact_id == part.contact_id), None)

    def _made(self, read: ReadRow, known: Organisation | None = None) -> Organisation:
        values = read.values
        notes = joined(read.every("notes"))
        if known is not None and notes:
            notes = known.notes if notes in known.notes else joined([known.notes, notes])
        kind = OrganisationKind(values["kind"]) if values.get("kind") else OrganisationKind.COMPANY
        return Organisation(
            name=str(values.get("name") or values.get("enterprise_number") or values.get("external_id") or ""),
            kind=kind,
            enterprise_number=values.get("enterprise_number"),
            legal_form=values.get("legal_form"),
            founded_on=values.get("founded_on"),
            languages=tuple(values.get("languages") or ()),
            external_id=values.get("external_id"),
            notes=notes,
        )

    def _parts(self, read: ReadRow, owner: UUID) -> Iterator[Record]:
        values, since = read.values, read.values.get("known_since")
        place: dict[str, Any] = {name: str(values.get(name) or "") for name in ("street", "postcode", "city")}
        country = str(values.get("country") or "BE")
        if any(place.values()):
            yield dated(Address(organisation_id=owner, country=country, **place), since)
        if values.get("establishment_number"):
            number = str(values["establishment_number"])
            made = Establishment(organisation_id=owner, establishment_number=number, country=country, **place)
            yield dated(made, since)
        for field, kind in _POINTS:
            for order, text in enumerate(read.every(field)):
                yield ContactPoint(organisation_id=owner, kind=kind, value=str(text), position=order)
        membership = self._membership(values, owner)
        if membership is not None:
            yield dated(membership, since)
        yield from self._sets(read, owner)
        yield from self._person(read, owner)
        yield from self._notes(read, owner)

    @staticmethod
    def _membership(values: dict[str, Any], owner: UUID) -> Membership | None:
        status, since = values.get("membership_status"), values.get("member_since")
        if not status and since is None:
            return None
        chosen = MembershipStatus(status) if status else MembershipStatus.MEMBER
        return Membership(organisation_id=owner, status=chosen, from_on=since)

    def _sets(self, read: ReadRow, owner: UUID) -> Iterator[Record]:
        for index, code in enumerate(read.every("nace")):
            version = str(read.values.get("nace_version") or "2025")
            made = derived_id("organisation_activity", owner, f"{version}:{code}")
            yield OrganisationActivity(id=made, organisation_id=owner, code=str(code), version=version, main=index == 0)
        for text in read.values.get("value_chains") or ():
            chain = self._known.label(ValueChain, text)
            if chain is not None:
                yield set_member(OrganisationValueChain, "organisation_id", owner, "value_chain_id", chain)
            else:
                yield self._note(owner, "value_chains", "", text, None)
        for text in read.values.get("circular_models") or ():
            model = self._known.label(CircularModel, text)
            if model is not None:
                yield set_member(OrganisationCircularModel, "organisation_id", owner, "circular_model_id", model)
            else:
                yield self._note(owner, "circular_models", "", text, None)
        for text in read.values.get("tags") or ():
            tag = self._known.tag(text)
            made = derived_id("record_tag", tag, owner)
            yield RecordTag(id=made, tag_id=tag, record_type="organisation", record_id=owner)

    def _person(self, read: ReadRow, owner: UUID) -> Iterator[Record]:
        values = read.values
        first, last = split_name(
            values.get("contact_name"), values.get("contact_first_name"), values.get("contact_last_name")
        )
        if not first and not last:
            return
        made = Contact(first_name=first, last_name=last)
        person = self._known.person(owner, made.full_name) or made
        yield person
        present = self._known.existing(ContactRole, "organisation_id", owner)
        main = not any(one.main and one.to_on is None for one in present)
        role = str(values.get("contact_role") or "")
        yield ContactRole(contact_id=person.id, organisation_id=owner, role=role, main=main)
        for field, kind in (("contact_phone", ContactPointKind.PHONE), ("contact_email", ContactPointKind.MAIL)):
            for order, text in enumerate(read.every(field)):
                yield ContactPoint(contact_id=person.id, kind=kind, value=str(text), position=order)

    def _notes(self, read: ReadRow, owner: UUID) -> Iterator[Record]:
        for one in read.verbatim:
            yield self._note(owner, one.field or "other", one.column, one.text, one.year)

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


# By what two parts of one organisation are the same; none: there is only one.
_TWIN_KEYS: dict[type[Record], tuple[str, ...]] = {
    Address: ("kind",),
    Establishment: ("establishment_number",),
    ContactPoint: ("kind", "value"),
    OrganisationActivity: ("id",),
    OrganisationValueChain: ("id",),
    OrganisationCircularModel: ("id",),
    ImportNote: ("topic", "column", "text", "year"),
}


def split_name(full: str | None, first: str | None, last: str | None) -> tuple[str, str]:
    """Return first and last name; a full name is cut at its first space, or at its comma (``Peeters, Sofie``)."""
    if first or last or not full:
        return str(first or ""), str(last or "")
    if "," in full:
        family, _, given = full.partition(",")
        return given.strip(), family.strip()
    given, _, family = full.strip().partition(" ")
    return (given, family.strip()) if family else ("", given)


def _alike(one: Any, other: Any) -> bool:  # noqa: ANN401
    return folded(one) == folded(other) if isinstance(one, str) and isinstance(other, str) else bool(one == other)
