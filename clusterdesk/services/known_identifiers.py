"""All that a binder knows of who and where somebody is, gathered to be blocked in what leaves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from uuid import UUID

from clusterdesk.config.paths import resource
from clusterdesk.config.reference import postcode_locality
from clusterdesk.domain.difficulties.cells import LEAST
from clusterdesk.domain.difficulties.known import Identifier, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.letters import words_of
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.difficulties import DifficultyOrganisation
from clusterdesk.domain.records.directory import HubTeamPerson
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ContactPointKind,
    Establishment,
    Organisation,
    OrganisationKind,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import SessionAttendee
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.former_values import former_values
from clusterdesk.store.queries.merged import kept_ids

BODIES = frozenset({OrganisationKind.PARTNER, OrganisationKind.PUBLIC_BODY, OrganisationKind.RESEARCH})
_SHORTEST = 4  # letters of a municipality that say which one, digits of a postcode
_OF_MANY_TOWNS = frozenset({"saint", "sainte", "sint", "ville", "bruxelles", "brussel"})
_POINTS: Mapping[ContactPointKind, IdentifierKind] = {
    ContactPointKind.PHONE: IdentifierKind.PHONE,
    ContactPointKind.MAIL: IdentifierKind.MAIL,
    ContactPointKind.WEB: IdentifierKind.WEB,
}
_FORMER: Mapping[tuple[str, str], IdentifierKind] = {
    ("organisation", "name"): IdentifierKind.COMPANY,
    ("organisation", "enterprise_number"): IdentifierKind.NUMBER,
    ("project", "title"): IdentifierKind.PROJECT,
    ("contact", "first_name"): IdentifierKind.PERSON,
    ("contact", "last_name"): IdentifierKind.PERSON,
    ("establishment", "street"): IdentifierKind.ADDRESS,
    ("establishment", "name"): IdentifierKind.PLACE,
    ("address", "street"): IdentifierKind.ADDRESS,
}


def known_identifiers(store: Store) -> KnownIdentifiers:
    """Return every identifier of a binder, also of what lies in the bin, was merged, or was called otherwise before."""
    with store.read() as connection:
        kept = kept_ids(connection)
        former = [(key, *one) for key, columns in _columns().items() for one in former_values(connection, key, columns)]
    found = [
        *_of_organisations(store),
        *_of_places(store),
        *_of_points(store),
        *_of_people(store),
        *_of_projects(store),
    ]
    kinds = {one.id: one.kind for one in store.find(Organisation, deleted=None)}
    for key, record_id, column, text in former:
        kind = _FORMER[key, column]
        if kind is IdentifierKind.COMPANY and kinds.get(record_id) in BODIES:
            kind = IdentifierKind.BODY
        found.append(Identifier(text, kind, record_id if key == "organisation" else None))
    taken = dict.fromkeys(
        Identifier(one.text, one.kind, kept.get(one.owner, one.owner) if one.owner else None)
        for one in found
        if one.text.strip()
    )
    return KnownIdentifiers(tuple(taken), everyday_words(), _few_there(store))


def _few_there(store: Store) -> frozenset[str]:
    """Return the postcodes and the words of municipalities in which fewer organisations are than may be told apart."""
    there: dict[str, set[UUID]] = defaultdict(set)
    places: list[Address | Establishment] = [*store.find(Address), *store.find(Establishment)]
    for place in places:
        names = {place.city, *(postcode_locality(place.postcode, language) or "" for language in ("fr", "nl"))}
        said = {place.postcode.strip(), *(word.key for name in names for word in words_of(name))}
        for word in said:
            if len(word) >= _SHORTEST and word not in _OF_MANY_TOWNS:
                there[word].add(place.organisation_id)
    return frozenset(word for word, organisations in there.items() if len(organisations) < LEAST)


@cache
def everyday_words() -> frozenset[str]:
    """Return the words that identify nobody alone."""
    text = resource("reference", "everyday_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def _of_organisations(store: Store) -> Iterator[Identifier]:
    for one in store.find(Organisation, deleted=None):
        kind = IdentifierKind.BODY if one.kind in BODIES else IdentifierKind.COMPANY
        yield Identifier(one.name, kind, one.id)
        yield Identifier(one.enterprise_number or "", IdentifierKind.NUMBER, one.id)


def _of_places(store: Store) -> Iterator[Identifier]:
    for site in store.find(Establishment, deleted=None):
        yield Identifier(site.name, IdentifierKind.PLACE, site.organisation_id)
        yield Identifier(site.establishment_number or "", IdentifierKind.NUMBER, site.organisation_id)
        yield Identifier(site.street, IdentifierKind.ADDRESS, site.organisation_id)
    for address in store.find(Address, deleted=None):
        yield Identifier(address.street, IdentifierKind.ADDRESS, address.organisation_id)


def _of_points(store: Store) -> Iterator[Identifier]:
    for point in store.find(ContactPoint, deleted=None):
        yield Identifier(point.value, _POINTS[point.kind], point.organisation_id)
    people: list[HubTeamPerson | Profile] = [
        *store.find(HubTeamPerson, deleted=None),
        *store.find(Profile, deleted=None),
    ]
    for person in people:
        yield Identifier(person.mail, IdentifierKind.MAIL)
        yield Identifier(person.phone, IdentifierKind.PHONE)


def _of_people(store: Store) -> Iterator[Identifier]:
    for contact in store.find(Contact, deleted=None):
        yield Identifier(contact.full_name, IdentifierKind.PERSON)
        yield Identifier(contact.first_name, IdentifierKind.PERSON)
        yield Identifier(contact.last_name, IdentifierKind.PERSON)
    people: list[HubTeamPerson | Profile | SessionAttendee] = [
        *store.find(HubTeamPerson, deleted=None),
        *store.find(Profile, deleted=None),
        *store.find(SessionAttendee, deleted=None),
    ]
    for person in people:
        yield Identifier(person.name, IdentifierKind.PERSON)
    for agreed in store.find(DifficultyOrganisation, deleted=None):
        yield Identifier(agreed.named_by, IdentifierKind.PERSON)


def _of_projects(store: Store) -> Iterator[Identifier]:
    for project in store.find(Project, deleted=None):
        yield Identifier(project.title, IdentifierKind.PROJECT, project.organisation_id)


def _columns() -> dict[str, list[str]]:
    columns: dict[str, list[str]] = {}
    for key, column in _FORMER:
        columns.setdefault(key, []).append(column)
    return columns
