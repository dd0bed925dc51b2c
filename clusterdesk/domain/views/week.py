"""What the page Week shows: the visits of seven days, and whom to see as well, with the reasons."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.agenda import Slot, free_hours, nearest
from clusterdesk.domain.records.sessions import SessionKind, SessionState
from clusterdesk.domain.working_days import is_weekend


class ReasonKind(StrEnum):
    """Why an organisation should be seen."""

    NEXT_STEP = "next_step"
    RHYTHM = "rhythm"
    SILENT = "silent"
    NEVER_MET = "never_met"
    WE_OWE = "we_owe"
    THEY_OWE = "they_owe"
    EVIDENCE = "evidence"
    FIGURES = "figures"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and what it weighs.

    ``days``: late, silent, or the usual rhythm; ``count``: promises, documents or ledgers; ``text``: the step agreed,
    the document wanted, the period whose figures are due (2026-10, 2026-Q3), or the organisation close by; ``on``: the
    day of the step or of the visit close by.
    """

    kind: ReasonKind
    points: int
    days: int = 0
    count: int = 0
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to see: reasons in order of weight; ``suggested_on`` is the day of a visit close by."""

    organisation_id: UUID
    organisation: str
    postcode: str
    city: str
    reasons: tuple[Reason, ...]
    last_contact_on: date | None = None
    suggested_on: date | None = None

    @property
    def points(self) -> int:
        """What all reasons weigh together."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class WeekVisit:
    """A session of the week, planned or held; ``place`` is one line."""

    session_id: UUID
    organisation_id: UUID
    organisation: str
    kind: SessionKind
    state: SessionState
    on: date
    starts_at: time | None = None
    minutes: int | None = None
    subject: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come, and may be moved."""
        return self.state is SessionState.PLANNED


@dataclass(frozen=True, slots=True)
class WeekQuestion:
    """What is asked: which week, as seen on a local day."""

    monday: date
    today: date
    silent_after_days: int = 90
    most: int = 40

    @property
    def sunday(self) -> date:
        """The last day."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """The page; ``count`` is how many proposals there are, also beyond those listed."""

    monday: date
    today: date
    visits: tuple[WeekVisit, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    count: int = 0

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Friday, and the days of the weekend on which there is something."""
        used = {visit.on for visit in self.visits}
        week = (self.monday + timedelta(days=number) for number in range(7))
        return tuple(day for day in week if day in used or not is_weekend(day))

    def visits_on(self, day: date) -> tuple[WeekVisit, ...]:
        """Return the visits of a day in the order of their hours."""
        return tuple(visit for visit in self.visits if visit.on == day)

    def hours_left(self, day: date, now: time, *, near: str = "") -> tuple[time, ...]:
        """Return the hours of a day at which a visit still fits, the one to offer first at the head.

        ``now`` matters today only; ``near`` names the organisation of a visit close by, beside which it should be.
        """
        visits = self.visits_on(day)
        taken = [Slot(visit.starts_at, visit.minutes) for visit in visits if visit.starts_at]
        close = next((visit.starts_at for visit in visits if near and visit.organisation == near), None)
        free = free_hours(taken, after=now if day == self.today else None)
        first = nearest(free, close) if close else next(iter(free), None)
        return (first, *(hour for hour in free if hour != first)) if first is not None else ()
