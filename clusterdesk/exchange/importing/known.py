"""What the binder knows already, looked up once for all rows of a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.duplicates import DuplicateIndex
from clusterdesk.domain.organisation_names import name_key
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, CoachingFileTrack
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import CircularModel, Named, Profile, Tag, Track, ValueChain
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.records.sessions import SessionAttendee, SessionNote
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.duplicates import duplicate_index


@dataclass(slots=True)
class Known:
    """Records by what lists call them. Organisations merged away are read as the kept one.

    ``fresh`` holds tags, colleagues and projects that rows name and the binder lacks: they are inserted with the
    first row that refers to them.
    """

    store: Store
    source: str
    organisations: dict[UUID, Organisation] = field(default_factory=dict)
    fresh: dict[UUID, Record] = field(default_factory=dict)
    _by_number: dict[str, UUID] = field(default_factory=dict)
    _by_name: dict[str, list[UUID]] = field(default_factory=dict)
    _by_external: dict[tuple[str, str], UUID] = field(default_factory=dict)
    _labels: dict[type[Named], dict[str, UUID]] = field(default_factory=dict)
    _profiles: dict[str, UUID] | None = None
    _tags: dict[str, UUID] | None = None
    _projects: dict[str, list[Project]] | None = None
    _files: dict[UUID, list[CoachingFile]] | None = None
    _people: dict[tuple[UUID, str], Contact] | None = None
    _existing: dict[tuple[type[Record], str], dict[UUID | None, list[Any]]] = field(default_factory=dict)
    _planned: dict[type[Record], list[Any]] = field(default_factory=dict)

    def load_organisations(self) -> None:
        """Read all organisations of the binder."""
        kept: dict[UUID, UUID] = {}
        for one in self.store.find(Organisation):
            self.organisations[one.id] = one
            if one.merged_into is not None:
                kept[one.id] = one.merged_into
        for one in self.organisations.values():
            self.remember(one, self._kept(one.id, kept))

    @staticmethod
    def _kept(one: UUID, kept: dict[UUID, UUID]) -> UUID:
        seen = set()
        while one in kept and one not in seen:
            seen.add(one)
            one = kept[one]
        return one

    def remember(self, one: Organisation, kept: UUID | None = None) -> None:
        """Make an organisation known to the rows that follow."""
        target = kept or one.id
        self.organisations.setdefault(one.id, one)
        if one.enterprise_number:
            self._by_number.setdefault(one.enterprise_number, target)
        if one.external_id:
            self._by_external.setdefault(("organisation", one.external_id), target)
        ids = self._by_name.setdefault(name_key(one.name).text, [])
        if target not in ids:
            ids.append(target)

    def index(self) -> DuplicateIndex:
        """Return the index that likely duplicates are looked up in."""
        with self.store.read() as connection:
            return duplicate_index(connection)

    def by_number(self, number: str | None) -> Organisation | None:
        """Return the organisation with an enterprise number."""
        found = self._by_number.get(number) if number else None
        return self.organisations[found] if found else None

    def by_external(self, external_id: str | None) -> Organisation | None:
        """Return the organisation that a list calls so."""
        found = self._by_external.get(("organisation", external_id)) if external_id else None
        return self.organisations[found] if found else None

    def by_name(self, name: str | None) -> list[Organisation]:
        """Return the organisations of a name, legal form, case and accents apart."""
        return [self.organisations[one] for one in self._by_name.get(name_key(name).text, ())] if name else []

    def label(self, cls: type[Named], text: str) -> UUID | None:
        """Return the row of an editable list that a label means, in any language, by name or key."""
        if cls not in self._labels:
            self._labels[cls] = {}
            for row in self.store.find(cls):
                for name in (row.key, row.name_fr, row.name_nl, row.name_en):
                    self._labels[cls].setdefault(_label_key(name), row.id)
            self._labels[cls].update(_aliases(cls, self._labels[cls]))
            self._labels[cls].pop("", None)
        return self._labels[cls].get(_label_key(text))

    def profile(self, name: str) -> UUID:
        """Return the colleague of a name, initials or mail; one that is not known yet is made when a row needs it."""
        found = self.colleague(name)
        if found is not None:
            return found
        made = Profile(name=name)
        self._colleagues()[folded(name)] = made.id
        self.fresh[made.id] = made
        return made.id

    def colleague(self, name: str) -> UUID | None:
        """Return the colleague of a name, initials or mail, if there is one."""
        return self._colleagues().get(folded(name))

    def _colleagues(self) -> dict[str, UUID]:
        if self._profiles is None:
            self._profiles = {}
            for row in self.store.find(Profile):
                for text in (row.name, row.initials, row.mail):
                    if text:
                        self._profiles.setdefault(folded(text), row.id)
        return self._profiles

    def tag(self, name: str) -> UUID:
        """Return the tag of a name; one that is not known yet is made when a row needs it."""
        if self._tags is None:
            self._tags = {folded(row.name): row.id for row in self.store.find(Tag)}
        key = folded(name)
        if key not in self._tags:
            made = Tag(id=derived_id("tag", key), name=name)
            self._tags[key] = made.id
            self.fresh[made.id] = made
        return self._tags[key]

    def projects(self, title: str) -> list[Project]:
        """Return the projects of a title or foreign identifier."""
        return list(self._all_projects().get(folded(title), ()))

    def projects_of(self, organisation: UUID) -> list[Project]:
        """Return the projects an organisation holds."""
        groups = self._all_projects().values()
        found = {one.id: one for group in groups for one in group if one.organisation_id == organisation}
        return list(found.values())

    def remember_project(self, project: Project) -> None:
        """Make a project known to the rows that follow."""
        _file_under(self._all_projects(), project)

    def _all_projects(self) -> dict[str, list[Project]]:
        if self._projects is None:
            self._projects = {}
            for row in self.store.find(Project):
                _file_under(self._projects, row)
        return self._projects

    def files_of(self, project: UUID) -> list[CoachingFile]:
        """Return the coaching files of a project."""
        if self._files is None:
            self._files = {}
            for row in self.store.find(CoachingFile):
                self._files.setdefault(row.project_id, []).append(row)
        return self._files.setdefault(project, [])

    def person(self, organisation: UUID, name: str) -> Contact | None:
        """Return the contact person of an organisation by name."""
        if self._people is None:
            people = {row.id: row for row in self.store.find(Contact)}
            self._people = {
                (role.organisation_id, folded(people[role.contact_id].full_name)): people[role.contact_id]
                for role in self.store.find(ContactRole)
                if role.contact_id in people
            }
        return self._people.get((organisation, folded(name)))

    def remember_person(self, organisation: UUID, person: Contact) -> None:
        """Make a contact person known to the rows that follow."""
        self.person(organisation, person.full_name)
        if self._people is not None:
            self._people.setdefault((organisation, folded(person.full_name)), person)

    def existing[R: Record](self, cls: type[R], owner_field: str, owner: UUID | None) -> list[R]:
        """Return the records of a type that belong to an owner, read once for all rows; earlier rows count."""
        place = (cls, owner_field)
        if place not in self._existing:
            groups: dict[UUID | None, list[Any]] = {}
            for record in (*self.store.find(cls), *self._planned.get(cls, ())):
                groups.setdefault(getattr(record, owner_field), []).append(record)
            self._existing[place] = groups
        return self._existing[place].get(owner, [])

    def remember_existing(self, record: Record) -> None:
        """Make a new record known to the rows that follow, so that it is not entered twice."""
        self._planned.setdefault(type(record), []).append(record)
        for (cls, owner_field), groups in self._existing.items():
            if cls is type(record):
                groups.setdefault(getattr(record, owner_field), []).append(record)

    def missing(self, parts: Iterable[Record]) -> list[Record]:
        """Return the parts of a record that neither the binder nor an earlier row has; they are remembered."""
        found = []
        for part in parts:
            owner_field, names = _SAME_PARTS[type(part)]
            present = self.existing(type(part), owner_field, getattr(part, owner_field))
            if not any(all(_alike(one, part, name) for name in names) for one in present):
                self.remember_existing(part)
                found.append(part)
        return found

    def foreign(self, record: type[Record], external_id: str | None) -> Record | None:
        """Return the record that a list calls so, of any type."""
        if not external_id:
            return None
        found = self.store.find(record, external_id=external_id)
        return found[0] if found else None


# By what two parts of one record are the same: the field of the owner, and what they say. One lead a file is enough.
_SAME_PARTS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    SessionNote: ("session_id", ("text",)),
    SessionAttendee: ("session_id", ("contact_id", "name")),
    ProjectValueChain: ("project_id", ("value_chain_id",)),
    ProjectPartner: ("project_id", ("organisation_id",)),
    CoachingFileTrack: ("coaching_file_id", ("track_id",)),
    CoachingFileManager: ("coaching_file_id", ()),
    Evidence: ("result_event_id", ("level",)),
}


def _alike(one: Record, other: Record, name: str) -> bool:
    mine, theirs = getattr(one, name), getattr(other, name)
    return folded(mine) == folded(theirs) if isinstance(mine, str) else bool(mine == theirs)


def _file_under(projects: dict[str, list[Project]], project: Project) -> None:
    for text in {folded(project.title), folded(project.external_id or "")} - {""}:
        projects.setdefault(text, []).append(project)


def covers(file: CoachingFile, day: date) -> bool:
    """Tell whether a coaching file was open on a day."""
    return file.opened_on <= day and (file.closed_on is None or day <= file.closed_on)


def set_member(cls: type[Record], owner_field: str, owner: UUID, member_field: str, member: UUID) -> Record:
    """Make a member of a set with the id that every laptop gives it."""
    ends: dict[str, Any] = {owner_field: owner, member_field: member}
    return cls(id=derived_id(type_of(cls).key, owner, member), **ends)


def unique[R: Record](records: Iterable[R]) -> list[R]:
    """Return records once each, by id, in order."""
    return list({record.id: record for record in records}.values())


def _label_key(text: str) -> str:
    from clusterdesk.domain.parsing.text import match_key

    return match_key(text) if text else ""


def _aliases(cls: type[Named], known: dict[str, UUID]) -> dict[str, UUID]:
    """Return further words for shipped rows, as real lists write them."""
    words: dict[type[Named], dict[str, str]] = {
        ValueChain: {
            "wood": "bois|hout|menuiserie|meubles|meubelen|bois et meubles",
            "textile": "textile|textiel|mode|vêtements|kleding",
            "bike": "vélo|fiets|cycle|cyclologistique|vélos",
            "eee": "eee|deee|aeea|electro|électro|électronique|elektro|elektronica|weee|électroménager",
        },
        Track: {
            "business_scale_up": "business|scale-up business|croissance|commercial",
            "industrial_scale_up": "industriel|scale-up industriel|industrialisation|industrie|industrieel",
            "break_even": "seuil|rentabilité|break-even|seuil de rentabilité",
            "employment": "emploi|tewerkstelling|emplois|jobs",
            "international": "export|international|internationalisation",
        },
        CircularModel: {},
    }
    found: dict[str, UUID] = {}
    for key, labels in words.get(cls, {}).items():
        row = known.get(_label_key(key))
        if row is not None:
            for label in labels.split("|"):
                found.setdefault(_label_key(label), row)
    return {label: row for label, row in found.items() if label not in known}
