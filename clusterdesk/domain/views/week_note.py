"""The read model of the weekly note for the director: one page on what was done, and what comes."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_sheet import OpenPromise


@dataclass(frozen=True, slots=True)
class NoteSession:
    """A session that was held, or is planned; ``next_step`` is what was agreed."""

    on: date
    kind: SessionKind
    organisation: str
    starts_at: time | None = None
    city: str = ""
    next_step: MarkedText | None = None


@dataclass(frozen=True, slots=True)
class NoteResult:
    """A result that was recorded in the week."""

    organisation: str
    kind: ResultKind
    on: date


@dataclass(frozen=True, slots=True)
class NotePromise:
    """A promise that is late, with whom it concerns."""

    organisation: str
    promise: OpenPromise
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class MovedIndicator:
    """An indicator that counts otherwise at the end of the week than before it."""

    indicator: Indicator
    before: int
    after: int

    @property
    def change(self) -> int:
        """Return by how much it moved."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class NoteDecision:
    """What a group decided in the week."""

    on: date
    group: str
    text: str
    visibility: Visibility = Visibility.SHAREABLE


class WaitsFor(StrEnum):
    """What waits for somebody outside, or for the director."""

    REFERRALS = "referrals"
    ANSWERS = "answers"
    APPROVALS = "approvals"


@dataclass(frozen=True, slots=True)
class NoteWaiting:
    """How many wait, the longest for so many days."""

    what: WaitsFor
    number: int
    days: int


@dataclass(frozen=True, slots=True)
class NoteCounts:
    """The week in numbers; ``coaching`` counts the coaching actions among the sessions held."""

    held: int = 0
    coaching: int = 0
    advice: int = 0
    kept: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class WeekNote:
    """The note of a week from Monday to Sunday; ``ahead`` are the sessions planned in the week after."""

    monday: date
    footer: PageFooter
    counts: NoteCounts = NoteCounts()
    held: tuple[NoteSession, ...] = ()
    results: tuple[NoteResult, ...] = ()
    late: tuple[NotePromise, ...] = ()
    ahead: tuple[NoteSession, ...] = ()
    moved: tuple[MovedIndicator, ...] = ()
    decisions: tuple[NoteDecision, ...] = ()
    waiting: tuple[NoteWaiting, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "week"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return ""

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.monday
