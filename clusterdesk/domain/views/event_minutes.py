"""The read model of an event on paper once it took place: who came in numbers, what was told, what was decided."""

from dataclasses import dataclass
from datetime import date, time

from clusterdesk.domain.programme.opinions import Average
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class CameLine:
    """Somebody who came; people are named for the team only."""

    name: str
    side: str = ""
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True)
class CameCounts:
    """How many were invited, registered, and came or not; ``organisations`` are those of whom somebody came."""

    invited: int = 0
    registered: int = 0
    present: int = 0
    excused: int = 0
    absent: int = 0
    organisations: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that participants answered: its words (a msgid), and the average from 1 to 5."""

    question: str
    average: Average


@dataclass(frozen=True, slots=True)
class EventMinutes:
    """The minutes of an event; times are local. ``kind`` is worded in the language of the page."""

    title: str
    footer: PageFooter
    on: date
    to_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    kind: str = ""
    theme: str = ""
    host: str = ""
    place: str = ""
    counts: CameCounts = CameCounts()
    organisations: tuple[str, ...] = ()
    people: tuple[CameLine, ...] = ()
    about: MarkedText | None = None
    text: MarkedText | None = None
    decisions: tuple[MarkedText, ...] = ()
    answers: tuple[Answered, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "event-minutes"

    @property
    def page_about(self) -> str:
        """Return the event."""
        return self.title

    @property
    def page_on(self) -> date | None:
        """Return its day."""
        return self.on
