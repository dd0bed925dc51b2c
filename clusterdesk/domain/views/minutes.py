"""The read models of a meeting on paper: its minutes, and the sheet that people sign when they come."""

from dataclasses import dataclass
from datetime import date, time

from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_report import Attendee, ReportAction


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where people meet again."""

    on: date
    starts_at: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting; times are local. A meeting that is still to come has an agenda only."""

    group: str
    footer: PageFooter
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    title: str = ""
    held: bool = True
    agenda: MarkedText | None = None
    present: tuple[Attendee, ...] = ()
    excused: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()
    text: MarkedText | None = None
    decisions: tuple[MarkedText, ...] = ()
    actions: tuple[ReportAction, ...] = ()
    owed: tuple[ReportAction, ...] = ()
    next: NextMeeting | None = None

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "minutes"

    @property
    def page_about(self) -> str:
        """Return the group."""
        return self.group

    @property
    def page_on(self) -> date | None:
        """Return the day of the meeting."""
        return self.on


@dataclass(frozen=True, slots=True)
class SignInRow:
    """Somebody who is expected: the name, for whom, and what is known already (a msgid: excused)."""

    name: str
    side: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignInPart:
    """People under a heading (a msgid), which may be empty."""

    heading: str
    rows: tuple[SignInRow, ...]


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A sheet to be signed at the door of a meeting or an event; ``blanks`` are lines for who was not expected.

    ``fills``: empty lines fill the last page.
    """

    about: str
    footer: PageFooter
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    title: str = ""
    parts: tuple[SignInPart, ...] = ()
    blanks: int = 6
    fills: bool = False

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "signin"

    @property
    def page_about(self) -> str:
        """Return the group or the event."""
        return self.about

    @property
    def page_on(self) -> date | None:
        """Return the day."""
        return self.on
