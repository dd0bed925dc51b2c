"""Lists of people, projects, sessions and promises: what they can be filtered by, and their rows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from clusterdesk.domain.records.projects import ProjectKind
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind, SessionState


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is read; a ``limit`` of ``None`` reads to the end."""

    offset: int = 0
    limit: int | None = 100


@dataclass(frozen=True, slots=True)
class ListPage[Row]:
    """Some rows of a list; ``total`` counts all that fit."""

    total: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people are listed; ``text``: words of the name, accents and case ignored."""

    text: str = ""
    organisation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; ``organisations`` are those of the roles, the main one first, ``role`` that of the first."""

    id: UUID
    first_name: str
    last_name: str
    language: str
    role: str
    organisations: tuple[tuple[UUID, str], ...]
    phone: str
    mail: str


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """Which projects are listed; ``open_file``: only those with a coaching file that is not closed."""

    text: str = ""
    organisation_id: UUID | None = None
    kinds: Collection[ProjectKind] = ()
    open_file: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project with its holder; ``files`` counts all coaching files, ``open_files`` those not closed."""

    id: UUID
    title: str
    kind: ProjectKind
    stage: str
    organisation_id: UUID | None
    organisation: str
    files: int
    open_files: int
    opened_on: date | None


@dataclass(frozen=True, slots=True)
class SessionFilter:
    """Which sessions are listed; both days are included."""

    text: str = ""
    organisation_id: UUID | None = None
    coaching_file_id: UUID | None = None
    profile_id: UUID | None = None
    kinds: Collection[SessionKind] = ()
    states: Collection[SessionState] = ()
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session with its organisation; ``written``: something was noted in it."""

    id: UUID
    on: date
    starts_at: time | None
    minutes: int | None
    kind: SessionKind
    state: SessionState
    organisation_id: UUID
    organisation: str
    subject: str
    coaching_file_id: UUID | None
    written: bool


@dataclass(frozen=True, slots=True)
class PromiseFilter:
    """Which promises are listed; ``late_on``: only those open and due before that day."""

    text: str = ""
    organisation_id: UUID | None = None
    profile_id: UUID | None = None
    owners: Collection[OwnerKind] = ()
    open_only: bool = True
    late_on: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise with its organisation."""

    id: UUID
    text: str
    owner: OwnerKind
    owner_name: str
    organisation_id: UUID | None
    organisation: str
    due_on: date | None
    done_on: date | None
