"""The read model of an organisation's page: everything about it but the Fil."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.coaching import months_later
from clusterdesk.domain.dated import holds_on, in_force
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, OneOffAdvice
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.lists import CircularModel, Tag, Track, ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    Establishment,
    ImportNote,
    Membership,
    Organisation,
    OrganisationActivity,
    OrganisationStatus,
)
from clusterdesk.domain.records.projects import Project, ProjectPartner
from clusterdesk.domain.records.results import Document, Evidence, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session


@dataclass(frozen=True, slots=True)
class MergedOrganisation:
    """An organisation that is read as this one, since when, and into which it was merged."""

    id: UUID
    name: str
    merged_on: date | None
    merged_into: UUID


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A person with the roles here (the present one first), the ways to reach them, and the consents, newest first."""

    contact: Contact
    roles: tuple[ContactRole, ...]
    points: tuple[ContactPoint, ...] = ()
    consents: tuple[Consent, ...] = ()

    @property
    def main(self) -> bool:
        """Tell whether this is the person to ring first."""
        return any(role.main for role in self.roles)

    def agrees_to(self, purpose: ConsentPurpose) -> bool | None:
        """Return the last answer for a purpose, or ``None`` where the person was never asked."""
        return last_answer(self.consents, purpose)


@dataclass(frozen=True, slots=True)
class FileManager:
    """An account manager of a file: the dated role, and the name."""

    record: CoachingFileManager
    name: str


@dataclass(frozen=True, slots=True)
class FileCard:
    """A coaching file with its tracks and managers, how many visits, and how many sessions of any kind were held."""

    file: CoachingFile
    tracks: tuple[Track, ...] = ()
    managers: tuple[FileManager, ...] = ()
    visits: int = 0
    sessions: int = 0
    last_session_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the file is not closed."""
        return self.file.closed_on is None


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """An organisation that takes part in a project: the record with its role, and the organisation's name."""

    record: ProjectPartner
    name: str


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project with its files, the newest first; ``role`` and ``holder`` where it is a partner only."""

    project: Project
    files: tuple[FileCard, ...] = ()
    role: str = ""
    holder: str = ""
    value_chains: tuple[ValueChain, ...] = ()
    partners: tuple[PartnerLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultCard:
    """A result with the title of its project (empty: of the organisation itself) and what proves it or is wanted."""

    result: ResultEvent
    project: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open promise: ``age_days`` since it was written down, ``days_late`` since its due day (0: in time)."""

    action: Action
    age_days: int
    days_late: int


class StepKind(StrEnum):
    """Where a next step comes from."""

    AGREED = "agreed"
    SESSION = "session"
    PROMISE = "promise"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next with an organisation; ``record_id`` is the session, action or file it comes from."""

    kind: StepKind
    text: str
    on: date | None
    record_id: UUID


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """All of an organisation. Lists hold what is neither in the bin nor revoked; a merged one shows its kept page.

    ``asked_id`` is the organisation asked for, ``organisation`` the one it is read as, ``merged`` those read as it.
    ``results`` hold revoked ones too, last; ``evidence`` is what belongs to none of them.
    """

    asked_id: UUID
    today: date
    organisation: Organisation
    merged: tuple[MergedOrganisation, ...] = ()
    statuses: tuple[OrganisationStatus, ...] = ()
    memberships: tuple[Membership, ...] = ()
    value_chains: tuple[ValueChain, ...] = ()
    circular_models: tuple[CircularModel, ...] = ()
    activities: tuple[OrganisationActivity, ...] = ()
    points: tuple[ContactPoint, ...] = ()
    consents: tuple[Consent, ...] = ()
    addresses: tuple[Address, ...] = ()
    establishments: tuple[Establishment, ...] = ()
    contacts: tuple[ContactCard, ...] = ()
    projects: tuple[ProjectCard, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    documents: tuple[Document, ...] = ()
    tags: tuple[Tag, ...] = ()
    import_notes: tuple[ImportNote, ...] = ()
    results: tuple[ResultCard, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    advice: tuple[OneOffAdvice, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    maturity: int = 0  # the level (MRL) of the project that is furthest
    next_session: Session | None = None
    next_step: NextStep | None = None
    last_contact_on: date | None = None
    held_sessions: int = 0
    held_visits: int = 0

    @property
    def number(self) -> str:
        """Return the enterprise number as people print it, empty while it is missing."""
        digits = self.organisation.enterprise_number
        return show_enterprise_number(digits) if digits else ""

    @property
    def membership(self) -> Membership | None:
        """Return what the organisation is to the cluster today."""
        return in_force(self.memberships, self.today)

    @property
    def situation(self) -> OrganisationStatus | None:
        """Return the present legal situation, ``None`` where nothing was noted."""
        begun = [one for one in self.statuses if one.from_on is None or one.from_on.earliest() <= self.today]
        return max(begun, key=_beginning, default=None)

    @property
    def staff(self) -> tuple[Decimal, Decimal | None] | None:
        """Return the FTE of the last head count of the organisation, and what changed in the twelve months before it.

        ``None`` where nothing was counted; the change is ``None`` where nothing was counted a year before.
        """
        counts = [one for one in self.headcounts if one.project_id is None and one.fte is not None]
        if not counts or counts[0].fte is None:
            return None
        last = counts[0]
        year_before = months_later(last.on, -12)
        before = next((one.fte for one in counts if one.on <= year_before), None)
        return counts[0].fte, counts[0].fte - before if before is not None else None

    @property
    def break_even(self) -> ResultEvent | None:
        """Return the last confirmed result about break-even that stands, reached or lost."""
        kinds = {ResultKind.BREAK_EVEN_REACHED, ResultKind.BREAK_EVEN_LOST}
        standing = [
            card.result
            for card in self.results
            if card.result.kind in kinds and card.result.revoked_on is None and card.result.confirmed_on is not None
        ]
        return max(standing, key=_effective, default=None)

    @property
    def present_addresses(self) -> tuple[Address, ...]:
        """Return the addresses of today."""
        return tuple(one for one in self.addresses if holds_on(one, self.today))

    @property
    def present_establishments(self) -> tuple[Establishment, ...]:
        """Return the places where the organisation works today."""
        return tuple(one for one in self.establishments if holds_on(one, self.today))

    @property
    def open_files(self) -> tuple[FileCard, ...]:
        """Return the coaching files that are not closed, over all projects."""
        return tuple(file for project in self.projects for file in project.files if file.is_open)

    @property
    def evidence_wanted(self) -> tuple[Evidence, ...]:
        """Return the evidence still to obtain, in the order it was noted; that of revoked results is wanted no more."""
        standing = [card for card in self.results if card.result.revoked_on is None]
        known = (*self.evidence, *(one for card in standing for one in card.evidence))
        return tuple(sorted((one for one in known if one.wanted), key=_age))

    @property
    def ours(self) -> tuple[PromiseLine, ...]:
        """Return what we owe."""
        return tuple(one for one in self.promises if one.action.owner is OwnerKind.US)

    @property
    def theirs(self) -> tuple[PromiseLine, ...]:
        """Return what the organisation or others owe."""
        return tuple(one for one in self.promises if one.action.owner is not OwnerKind.US)

    def agrees_to(self, purpose: ConsentPurpose) -> bool | None:
        """Return the last answer of the organisation as a whole for a purpose."""
        return last_answer(self.consents, purpose)


def last_answer(consents: tuple[Consent, ...], purpose: ConsentPurpose) -> bool | None:
    """Return the newest answer for a purpose; consents come newest first."""
    return next((one.given for one in consents if one.purpose is purpose), None)


def _beginning(status: OrganisationStatus) -> tuple[date, UUID]:
    return (status.from_on.earliest() if status.from_on is not None else date.min, status.id)


def _age(evidence: Evidence) -> UUID:
    return evidence.id


def _effective(result: ResultEvent) -> date:
    return result.on
