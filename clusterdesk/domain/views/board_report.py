"""The read model of the Advisory Board report: eight pages of numbers, and – for the direction – who stands behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from clusterdesk.domain.board.expected import whole
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.records.strategy import Indicator, OperationalObjective, StrategicObjective
from clusterdesk.domain.strategy.candidates import Reason
from clusterdesk.domain.strategy.rules import REFERRALS, IndicatorRules
from clusterdesk.domain.views.board_report_parts import (
    ChainState,
    CommitmentState,
    DifficultyTheme,
    ObtainedAnswer,
    RankedTheme,
    ReportAnnexes,
    TrackShare,
    VisionState,
)
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.prospects import ChainProspects
from clusterdesk.domain.views.year_statistics import YearStatistics

MOST_MESSAGES = 5


@dataclass(frozen=True, slots=True)
class IndicatorFigures:
    """An indicator as the report tells it; a year's ``planned`` is what it is to add, not what is reached by its end.

    ``proven`` and ``holding`` are None for what is only counted; ``provisional`` can only be dated later, ``near`` lack
    something else. Where the day was frozen ``total`` is as it was then, ``counted_now`` what is counted today.
    """

    indicator: Indicator
    total: int
    trend: int = 0
    proven: int | None = None
    holding: int | None = None
    expected: Decimal | None = None
    by_year: Mapping[int, int] = field(default_factory=dict)
    proven_by_year: Mapping[int, int] = field(default_factory=dict)
    holding_by_year: Mapping[int, int] = field(default_factory=dict)
    planned: Mapping[int, Decimal] = field(default_factory=dict)
    provisional: Mapping[int, int] = field(default_factory=dict)
    near: int = 0
    near_by_year: Mapping[int, int] = field(default_factory=dict)
    unproven: Mapping[Reason, int] = field(default_factory=dict)
    lacking: Mapping[Reason, int] = field(default_factory=dict)
    rules: IndicatorRules | None = None
    counted_now: int | None = None

    @property
    def wanted(self) -> int | None:
        """Return the whole number that is expected."""
        return None if self.expected is None else whole(self.expected)

    @property
    def ahead(self) -> int | None:
        """Return by how many it is ahead; negative: behind."""
        return None if self.wanted is None else self.total - self.wanted

    def coming_in(self, year: int) -> int:
        """Return how many results of a year may come."""
        return self.provisional.get(year, 0) + self.near_by_year.get(year, 0)

    @property
    def on_the_way(self) -> int:
        """Return how many may come: those that can only be dated later, and those that lack something else."""
        return sum(self.provisional.values()) + self.near

    @property
    def restated(self) -> int:
        """Return by how much today's count of the same day differs from the frozen number."""
        return 0 if self.counted_now is None else self.counted_now - self.total


@dataclass(frozen=True, slots=True)
class ReportSection:
    """The indicators of one operational objective; both objectives may be missing."""

    objective: StrategicObjective | None
    operational: OperationalObjective | None
    rows: tuple[IndicatorFigures, ...]


@dataclass(frozen=True, slots=True)
class FrozenState:
    """That the numbers were frozen; ``whole``: they are as they were."""

    on: date | None
    sha256: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Restatement:
    """By how much an indicator's year differs from what an earlier frozen report said."""

    indicator: Indicator
    year: int
    change: int


@dataclass(frozen=True, slots=True)
class Story:
    """The story of an organisation that agreed to be cited; without ``name`` it tells of nobody in particular."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReportMethod:
    """How was counted: ``reason`` says why the rules are as they are; ``gaps`` what is missing, as counts."""

    owner: str = ""
    valid_from: date | None = None
    reason: str = ""
    last_report: str = ""
    restatements: tuple[Restatement, ...] = ()
    gaps: Mapping[HealthKey, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedInText:
    """Somebody whom a typed text names without consent: other words stand there, and the author is told."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ForeignText:
    """A typed text that stands in the report in another ``language``, since nobody wrote it in that of the report."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class BoardReport:
    """The report of a quarter, or of any day; ``warnings`` and ``foreign`` are for whoever makes it, never printed.

    ``annexes`` are there in the direction's edition only; ``provisional_until`` is the end of a running quarter.
    """

    quarter: str
    as_of: date
    about: str
    footer: PageFooter
    rules: str
    provisional_until: date | None = None
    frozen: FrozenState | None = None
    sections: tuple[ReportSection, ...] = ()
    messages: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    shares: tuple[TrackShare, ...] = ()
    chains: tuple[ChainState, ...] = ()
    prospects: tuple[ChainProspects, ...] = ()
    year: YearStatistics | None = None
    visions: tuple[VisionState, ...] = ()
    difficulties: tuple[DifficultyTheme, ...] = ()
    answers: tuple[ObtainedAnswer, ...] = ()
    commitments: tuple[CommitmentState, ...] = ()
    themes: tuple[RankedTheme, ...] = ()
    method: ReportMethod = ReportMethod()
    annexes: ReportAnnexes | None = None
    warnings: tuple[NamedInText, ...] = ()
    left_out: tuple[str, ...] = ()
    foreign: tuple[ForeignText, ...] = ()

    @property
    def edition(self) -> Edition:
        """Return who will read it."""
        return self.footer.edition

    @property
    def rows(self) -> tuple[IndicatorFigures, ...]:
        """Return every indicator."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def goals(self) -> tuple[IndicatorFigures, ...]:
        """Return the indicators that are proved one by one: results, and what else has a target."""
        return tuple(
            one
            for one in self.rows
            if one.proven is not None and (one.indicator.target is not None or one.indicator.measure not in REFERRALS)
        )

    def of(self, *measures: str) -> tuple[IndicatorFigures, ...]:
        """Return the indicators that count one of these measures."""
        return tuple(one for one in self.rows if one.indicator.measure in measures)

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "board"

    @property
    def page_about(self) -> str:
        """Return what the page is about: the quarter or day, and whose edition it is."""
        return self.about

    @property
    def page_on(self) -> date | None:
        """Return the day the numbers are of."""
        return self.as_of
