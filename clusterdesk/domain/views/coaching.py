"""The read model of the coaching of an organisation: its files with plan, time, promises and funding; diagnostics."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.coaching_plan.diagnosis import TakenDiagnostic
from clusterdesk.domain.coaching_plan.milestones import MilestoneLine
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.plan import FundingApplication
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.domain.views.organisation_page import ContactCard, PromiseLine


@dataclass(frozen=True, slots=True)
class ValueNow:
    """Where a track stands: a value on a day; ``source`` is the type of the record that says so."""

    value: Decimal
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class TrackPlan:
    """A track of a file: from its baseline, by its milestones, towards its target; what proves it."""

    record: CoachingFileTrack
    track: Track
    now: ValueNow | None = None
    milestones: tuple[MilestoneLine, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def level(self) -> EvidenceLevel | None:
        """Return the highest level of the evidence that is there; ``None`` without any."""
        return max((one.level for one in self.evidence if not one.wanted), default=None)

    @property
    def wanted(self) -> int:
        """Return how many pieces of evidence are still to obtain."""
        return sum(one.wanted for one in self.evidence)


@dataclass(frozen=True, slots=True)
class FilePlan:
    """A coaching file with its plan.

    ``milestones`` belong to no track of the file; ``minutes`` is our time in the sessions held for it, ``actions`` how
    many of them are coaching actions, ``first_action`` the earliest; promises are open ones made in the file.
    """

    file: CoachingFile
    project: Project
    lead: str = ""
    tracks: tuple[TrackPlan, ...] = ()
    milestones: tuple[MilestoneLine, ...] = ()
    minutes: int = 0
    sessions: int = 0
    actions: int = 0
    first_action: date | None = None
    ours: tuple[PromiseLine, ...] = ()
    theirs: tuple[PromiseLine, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether the file is not closed."""
        return self.file.closed_on is None

    def lines(self) -> tuple[MilestoneLine, ...]:
        """Return the milestones of all tracks and of none, those of each track together."""
        return (*(line for track in self.tracks for line in track.milestones), *self.milestones)


@dataclass(frozen=True, slots=True)
class CoachingPage:
    """The coaching of an organisation: open files first, the newest before; ``advice`` counts what is no coaching.

    ``contacts`` are the people whom promises may name.
    """

    organisation: Organisation
    today: date
    files: tuple[FilePlan, ...] = ()
    funding: tuple[FundingApplication, ...] = ()
    advice: int = 0
    contacts: tuple[ContactCard, ...] = ()

    def file(self, file_id: UUID) -> FilePlan | None:
        """Return one of the files."""
        return next((one for one in self.files if one.file.id == file_id), None)


@dataclass(frozen=True, slots=True)
class DiagnosticPage:
    """The diagnostics of an organisation, the newest first, each with its scores; and its files."""

    organisation: Organisation
    today: date
    taken: tuple[TakenDiagnostic, ...] = ()
    all_files: tuple[FilePlan, ...] = ()

    @property
    def files(self) -> tuple[FilePlan, ...]:
        """Return the open files: those whose plan may be seeded."""
        return tuple(one for one in self.all_files if one.is_open)
