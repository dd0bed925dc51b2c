"""Parts of the Advisory Board report: value chains, taking part, vision, difficulties, programme, and the annexes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clusterdesk.domain.programme.counting import Counted
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.difficulties import DifficultyTheme as ThemeRecord
from clusterdesk.domain.records.lists import Track, ValueChain
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.strategy.candidates import Because
from clusterdesk.domain.views.vision import StageReached
from clusterdesk.domain.views.year_statistics import MemberMove


@dataclass(frozen=True, slots=True)
class TrackShare:
    """How many of the coaching files that are open on the day work on a track."""

    track: Track
    files: int


@dataclass(frozen=True, slots=True)
class ChainState:
    """A value chain; ``stages`` counts its projects by how far they are, nobody of the Region fills its ``holes``.

    ``meetings`` were held in the year, ``all_meetings`` since the start; ``actors`` stand at its links.
    """

    chain: ValueChain | None
    meetings: int = 0
    all_meetings: int = 0
    actors: int = 0
    stages: Mapping[ProductionStage, int] = field(default_factory=dict)
    links: int = 0
    holes: tuple[ChainLink, ...] = ()

    def reached(self, *stages: ProductionStage) -> int:
        """Return how many projects stand at one of these stages."""
        return sum(self.stages.get(one, 0) for one in stages)


@dataclass(frozen=True, slots=True)
class VisionState:
    """A dossier of the common vision and when it reached each stage."""

    title: str
    stages: tuple[StageReached, ...]
    sources: int = 0
    contributors: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class DifficultyTheme:
    """The difficulties of a theme: those that stand, ever sent up, ever answered, and how long the answers took."""

    theme: ThemeRecord | None
    number: int
    sent: int
    answered: int
    median_days: float | None = None


@dataclass(frozen=True, slots=True)
class ObtainedAnswer:
    """An answer that came back in the year."""

    title: str
    answer: str
    on: date


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """A kind of event in the year: owed, held, planned; and who registered and came to what was held."""

    kind: EventKind | None
    counted: Counted
    registered: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True)
class RankedTheme:
    """A theme proposed for the next year, with its place after the vote."""

    title: str
    place: int | None = None
    points: int = 0
    votes: int = 0


@dataclass(frozen=True, slots=True)
class NamedResult:
    """A result by name: whose, since when, how well proven, what it lacks."""

    indicator: Indicator
    project: str
    organisation: str
    on: date
    counts: bool
    proven: bool
    lacks: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A production project by name."""

    title: str
    holder: str
    chains: tuple[ValueChain, ...]
    stage: ProductionStage
    since: date | None
    missing: tuple[ChainLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportAnnexes:
    """Who stands behind the numbers: for the direction only."""

    results: tuple[NamedResult, ...] = ()
    projects: tuple[NamedProject, ...] = ()
    joined: tuple[MemberMove, ...] = ()
    left: tuple[MemberMove, ...] = ()
    never_came: tuple[str, ...] = ()
