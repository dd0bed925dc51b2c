"""Whom a row of registrations or votes names: a person, an organisation – or who is to be asked about.

By number, mail address or exact name somebody is recognised; a name that is nearly so, that several have, or that
nobody has is not guessed at.
"""

import re
from dataclasses import dataclass, field, replace
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.duplicates import SIMILAR as ALIKE
from clusterdesk.domain.duplicates import VERY_SIMILAR
from clusterdesk.domain.identifiers.enterprise import parse_enterprise_number
from clusterdesk.domain.organisation_names import name_key, without_form
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import clipped, folded
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.known_people import KnownPeople, may_be_one
from clusterdesk.exchange.importing.likely_organisations import CALLED_SO, LikelyOrganisations
from clusterdesk.exchange.importing.organisation_parts import split_name
from clusterdesk.exchange.importing.verdicts import CANDIDATES, LikelySame
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_LONGEST_NUMBER = 80
_MAIL = re.compile(r"<?([^\s<>@;,()]+@[^\s<>@;,()]+\.\w+)>?\s*$")
_SHARED = 3  # letters of a word that a name and a mail address have in common
_PERSON_CALLED_SO = N_("a contact person of this name")
_PERSON_ALIKE = N_("a contact person with a similar name")
_UNKNOWN = N_("“{name}” is no organisation of the binder.")
_UNCLEAR = N_("“{name}” is no organisation of the binder, but it may be one of them.")
_SEVERAL = N_("{count} in the binder are called “{name}”.")
_NOBODY = N_("“{name}” is neither an organisation nor a contact person of the binder.")
_MAYBE = N_("“{name}” is not in the binder under this name, but it may be somebody who is.")
_OTHER_MAIL = N_("“{name}” is in the binder with another mail address.")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Who is meant: as far as the binder knows, and as the row writes it; ``unknown`` is an organisation it lacks."""

    name: str = ""
    mail: str = ""
    contact: Contact | None = None
    organisation: Organisation | None = None
    unknown: str = ""

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
        owner = self.organisation.name if self.organisation is not None else self.unknown
        return " – ".join(one for one in (self.name, owner) if one) or self.mail


@dataclass(frozen=True, slots=True)
class Unclear:
    """A row that names somebody who has to be asked about: why, who may be meant, and who it is as written."""

    why: Problem
    candidates: tuple[tuple[LikelySame, NamedPerson], ...]
    as_written: NamedPerson


@dataclass(frozen=True, slots=True)
class _Said:
    """What the cells say."""

    name: str
    mail: str
    organisation: str
    number: str | None
    whole: bool  # one cell for the name: it may be that of an organisation

    @property
    def written(self) -> NamedPerson:
        """Return who it is where nobody of the binder is meant."""
        if not self.name:
            return NamedPerson(self.organisation or self.number or "", self.mail)
        return NamedPerson(self.name, self.mail, unknown=self.organisation or self.number or "")


@dataclass(slots=True)
class NamedPeople:
    """Finds them; contact persons are read once for all rows."""

    known: Known
    mapping: ColumnMapping
    _people: KnownPeople | None = None
    _likely: LikelyOrganisations = field(init=False)

    def __post_init__(self) -> None:
        """Compare with the organisations of the binder."""
        self._likely = LikelyOrganisations(self.known.organisations)

    @property
    def people(self) -> KnownPeople:
        """Return the contact persons."""
        if self._people is None:
            self._people = KnownPeople(self.known)
        return self._people

    def of(self, read: ReadRow) -> NamedPerson | Unclear:
        """Return who a row names, or that it has to be asked."""
        values = read.values
        whole, inside = _without_mail(str(values.get("full_name") or ""))
        first, last = split_name(whole, values.get("first_name"), values.get("last_name"))
        said = _Said(
            f"{first} {last}".strip(),
            str(values.get("email") or inside),
            str(values.get("organisation") or "").strip(),
            values.get("enterprise_number"),
            whole=not values.get("first_name") and not values.get("last_name"),
        )
        contact, home = self.people.by_mail(said.mail)
        if contact is not None and not may_be_one(said.name, contact.full_name):
            contact = None  # somebody registers a colleague by the own mailbox
        if not said.organisation and not said.number:
            return self._person(said, home, contact) if home is not None else self._named_alone(said, contact)
        found = self._organisation(said) or (home if not said.number else None)
        return self._unknown(said) if found is None else self._person(said, found, contact)

    def _organisation(self, said: _Said) -> Organisation | None:
        known = self.known.organisations
        found = known.by_number(said.number) or known.by_external(said.organisation)
        found = found or self._numbered(said.organisation)
        if found is not None:
            return found
        named = known.by_name(said.organisation)
        return named[0] if len(named) == 1 and not (said.number and named[0].enterprise_number) else None

    def _numbered(self, text: str) -> Organisation | None:
        """Return the organisation whose number stands where its name is expected."""
        return self.known.organisations.by_number(parse_enterprise_number(text[:_LONGEST_NUMBER]).value)

    def _person(self, said: _Said, home: Organisation, contact: Contact | None) -> NamedPerson | Unclear:
        """Return the person of an organisation that is known."""
        name = "" if name_key(said.name) == name_key(home.name) else said.name
        plain = NamedPerson(name or (contact.full_name if contact else ""), said.mail, contact, home)
        if contact is not None or not name:
            return plain
        called = self.people.called(name, home.id)
        contact = called[0] if called else self.known.person(home.id, name)
        if contact is not None:
            return replace(plain, contact=contact)
        alike = self.people.alike(name, ALIKE, home.id)
        if not alike:
            return plain
        candidates = [self._offered(one, score, said) for one, score in alike]
        return self._asked("name_unclear", _MAYBE, name, candidates, plain)

    def _unknown(self, said: _Said) -> NamedPerson | Unclear:
        """Ask about an organisation that is not known by this name, or by several."""
        name = said.organisation or said.number or ""
        likely = self._likely.of(said.organisation, said.number) if said.organisation else []
        candidates = []
        for one in likely:
            called = self.people.called(said.name, one.organisation.id) if said.name else []
            person = NamedPerson(said.name, said.mail, called[0] if called else None, one.organisation)
            candidates.append((_same(one.organisation, one.reason, one.score), person))
        if said.name:
            candidates += [self._offered(one, None, said) for one in self.people.called(said.name)]
        called_so = sum(one.reason == CALLED_SO for one in likely)
        if called_so > 1:
            return self._asked("organisation_ambiguous", _SEVERAL, name, candidates, said.written, count=called_so)
        if candidates:
            return self._asked("organisation_unclear", _UNCLEAR, name, candidates, said.written)
        return self._asked("organisation_unknown", _UNKNOWN, name, [], said.written)

    def _named_alone(self, said: _Said, contact: Contact | None) -> NamedPerson | Unclear:
        """Return whom a name means that stands without an organisation."""
        if contact is not None or not said.name:
            return NamedPerson(said.name or (contact.full_name if contact else ""), said.mail, contact)
        persons = self.people.called(said.name)
        owners = self._owners(said.name) if said.whole else []
        candidates = [(_same(one, CALLED_SO, None), NamedPerson("", said.mail, None, one)) for one in owners]
        candidates += [self._offered(one, None, said) for one in persons]
        if len(candidates) > 1:
            count = len(candidates)
            return self._asked("name_ambiguous", _SEVERAL, said.name, candidates, said.written, count=count)
        if persons and said.mail and self.people.has_mail(persons[0]):
            return self._asked("other_mail", _OTHER_MAIL, said.name, candidates, said.written)
        if candidates:
            return candidates[0][1]
        candidates = [self._offered(one, score, said) for one, score in self.people.alike(said.name, VERY_SIMILAR)]
        if said.whole:
            for likely in self._likely.of(said.name):
                owner = NamedPerson("", said.mail, None, likely.organisation)
                candidates.append((_same(likely.organisation, likely.reason, likely.score), owner))
        if candidates:
            return self._asked("name_unclear", _MAYBE, said.name, candidates, said.written)
        if said.whole and not self._is_personal(said):
            return self._asked("name_unknown", _NOBODY, said.name, [], said.written)
        return said.written

    def _owners(self, name: str) -> list[Organisation]:
        known = self.known.organisations
        found = known.by_external(name) or self._numbered(name)
        return [found] if found is not None else known.by_name(name)

    def _is_personal(self, said: _Said) -> bool:
        """Tell whether an unknown name is that of a person: by its mail address, or a column for organisations."""
        words = folded(said.name).split()
        if without_form(words) != words:
            return False
        local = folded(said.mail.partition("@")[0])
        if any(len(word) >= _SHARED and word in local for word in words):
            return True
        return any(self.mapping.column_of(key) is not None for key in ("organisation", "enterprise_number"))

    def _offered(self, contact: Contact, score: float | None, said: _Said) -> tuple[LikelySame, NamedPerson]:
        home = self.people.home(contact)
        person = NamedPerson(contact.full_name, said.mail, contact, home)
        reason = _PERSON_CALLED_SO if score is None else _PERSON_ALIKE
        number = None if score is None else int(score)
        return LikelySame(reason, person.title, contact.id, record_type="contact", score=number), person

    @staticmethod
    def _asked(
        code: str,
        message: str,
        name: str,
        candidates: list[tuple[LikelySame, NamedPerson]],
        written: NamedPerson,
        **params: object,
    ) -> Unclear:
        unique: dict[UUID | None, tuple[LikelySame, NamedPerson]] = {}
        for same, person in candidates:
            unique.setdefault(same.record_id, (same, person))
        names = [same.name for same, _ in unique.values()]
        told = [
            (replace(same, name=f"{same.name} ({_told_apart(person)})"), person)
            if names.count(same.name) > 1 and _told_apart(person)
            else (same, person)
            for same, person in unique.values()
        ]
        why = Problem(code, message, {"name": clipped(name)} | params)
        return Unclear(why, tuple(told[: len(CANDIDATES)]), written)


def _without_mail(name: str) -> tuple[str, str]:
    """Part ``Sofie Peeters <sofie@noord.example>``, as calendars write those invited."""
    found = _MAIL.search(name)
    return (name[: found.start()].strip(" \"'"), found[1]) if found else (name, "")


def _told_apart(person: NamedPerson) -> str:
    """Return what tells namesakes apart: the enterprise number."""
    return (person.organisation.enterprise_number or "") if person.organisation is not None else ""


def _same(one: Organisation, reason: str, score: int | None) -> LikelySame:
    return LikelySame(reason, one.name, one.id, score=score)
