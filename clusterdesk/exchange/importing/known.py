"""What the binder knows already, looked up once for all rows of a list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, CoachingFileTrack
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.directory import HubTeamCountry, HubTeamReferralKind, HubTeamSector, ReferralKind
from clusterdesk.domain.records.lists import CircularModel, Named, Profile, Tag, Track, ValueChain
from clusterdesk.domain.records.projects import Project, ProjectPartner, ProjectValueChain
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.records.sessions import SessionAttendee, SessionNote
from clusterdesk.exchange.importing.known_organisations import KnownOrganisations
from clusterdesk.exchange.importing.list_words import aliases, label_key
from clusterdesk.store.desk_store import Store
from clusterdesk.store.repositories.grouped import RecordGroups


@dataclass(slots=True)
class Known:
    """Records by what lists call them; ``about`` is what all rows are about, where that is known.

    ``fresh`` holds tags, colleagues and projects that rows name and the binder lacks: they are inserted with the
    first row that refers to them.
    """

    store: Store
    source: str
    organisations: KnownOrganisations = field(init=False)
    about: UUID | None = None
    fresh: dict[UUID, Record] = field(default_factory=dict)
    _labels: dict[type[Named], dict[str, UUID]] = field(default_factory=dict)
    _asked: dict[tuple[type[Named], str], UUID | None] = field(default_factory=dict)
    _profiles: dict[str, UUID] | None = None
    _tags: dict[str, UUID] | None = None
    _projects: dict[str, list[Project]] | None = None
    _held: dict[UUID, dict[UUID, Project]] = field(default_factory=dict)
    _files: dict[UUID, list[CoachingFile]] | None = None
    _people: dict[tuple[UUID, str], Contact] | None = None
    _existing: dict[type[Record], dict[str, RecordGroups[Any]]] = field(default_factory=dict)
    _planned: dict[type[Record], list[Any]] = field(default_factory=dict)
    _foreign: dict[type[Record], RecordGroups[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read all organisations of the binder."""
        self.organisations = KnownOrganisations(self.store)

    def label(self, cls: type[Named], text: str) -> UUID | None:
        """Return the row of an editable list that a label means, in any language, by name or key."""
        asked = (cls, text)
        if asked not in self._asked:
            self._asked[asked] = self._labels_of(cls).get(label_key(text))
        return self._asked[asked]

    def _labels_of(self, cls: type[Named]) -> dict[str, UUID]:
        if cls not in self._labels:
            self._labels[cls] = {}
            for row in self.store.find(cls):
                for name in (row.key, row.name_fr, row.name_nl, row.name_en):
                    self._labels[cls].setdefault(label_key(name), row.id)
            self._labels[cls].update(aliases(cls, self._labels[cls]))
            self._labels[cls].pop("", None)
        return self._labels[cls]

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
        self._all_projects()
        return list(self._held.get(organisation, {}).values())

    def remember_project(self, project: Project) -> None:
        """Make a project known to the rows that follow."""
        self._file_under(self._all_projects(), project)

    def _all_projects(self) -> dict[str, list[Project]]:
        if self._projects is None:
            self._projects = {}
            for row in self.store.find(Project):
                self._file_under(self._projects, row)
        return self._projects

    def _file_under(self, projects: dict[str, list[Project]], project: Project) -> None:
        for text in {folded(project.title), folded(project.external_id or "")} - {""}:
            projects.setdefault(text, []).append(project)
        if project.organisation_id is not None:
            self._held.setdefault(project.organisation_id, {})[project.id] = project

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
        key = folded(name)
        found = (self._people.get((one, key)) for one in self.organisations.family(organisation))
        return next(filter(None, found), None)

    def remember_person(self, organisation: UUID, person: Contact) -> None:
        """Make a contact person known to the rows that follow."""
        self.person(organisation, person.full_name)
        if self._people is not None:
            self._people.setdefault((organisation, folded(person.full_name)), person)

    def existing[R: Record](self, cls: type[R], owner_field: str, owner: UUID | None) -> list[R]:
        """Return the records of a type that belong to an owner, read once for all rows; earlier rows count."""
        groups = self._existing.setdefault(cls, {})
        if owner_field not in groups:
            with self.store.read() as connection:
                found = groups[owner_field] = RecordGroups(connection, cls, owner_field)
            for record in self._planned.get(cls, ()):
                found.of(getattr(record, owner_field)).append(record)
        return groups[owner_field].of(owner)

    def remember_existing(self, record: Record) -> None:
        """Make a new record known to the rows that follow, so that it is not entered twice."""
        cls = type(record)
        self._planned.setdefault(cls, []).append(record)
        for owner_field, groups in self._existing.get(cls, _NOTHING).items():
            groups.of(getattr(record, owner_field)).append(record)

    def replace_existing(self, record: Record) -> None:
        """Let the rows that follow see a record as an earlier row leaves it."""
        for owner_field, groups in self._existing.get(type(record), _NOTHING).items():
            group = groups.of(getattr(record, owner_field))
            group[:] = [record if one.id == record.id else one for one in group]

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
        if record not in self._foreign:
            with self.store.read() as connection:
                self._foreign[record] = RecordGroups(connection, record, "external_id")
        return next(iter(self._foreign[record].of(external_id)), None)

    def names(self) -> dict[UUID, Record]:
        """Return the rows of the editable lists, tags and colleagues, by id, with those that rows bring."""
        found = {one.id: one for cls in _LISTS for one in self.store.find(cls)}
        return found | self.fresh


_NOTHING: Mapping[str, RecordGroups[Any]] = {}
_LISTS: tuple[type[Record], ...] = (ValueChain, CircularModel, Track, Tag, Profile, ReferralKind)


# By what two parts of one record are the same: the field of the owner, and what they say. One lead a file is enough.
_SAME_PARTS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    SessionNote: ("session_id", ("text",)),
    SessionAttendee: ("session_id", ("contact_id", "name")),
    ProjectValueChain: ("project_id", ("value_chain_id",)),
    ProjectPartner: ("project_id", ("organisation_id",)),
    CoachingFileTrack: ("coaching_file_id", ("track_id",)),
    CoachingFileManager: ("coaching_file_id", ()),
    Evidence: ("result_event_id", ("level",)),
    HubTeamCountry: ("hub_team_id", ("country",)),
    HubTeamSector: ("hub_team_id", ("value_chain_id",)),
    HubTeamReferralKind: ("hub_team_id", ("referral_kind_id",)),
}


def _alike(one: Record, other: Record, name: str) -> bool:
    mine, theirs = getattr(one, name), getattr(other, name)
    return folded(mine) == folded(theirs) if isinstance(mine, str) else bool(mine == theirs)


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
