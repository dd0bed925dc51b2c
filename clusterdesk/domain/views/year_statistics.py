"""The read model of a year in numbers: members and partners, coaching, advice, orientations, difficulties."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class MemberMove:
    """An organisation that joined or left; ``may_be_cited``: it may be named outside the team."""

    organisation_id: UUID
    name: str
    on: date
    reason: str = ""
    may_be_cited: bool = False


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many had a status before the year and have it at its end, with those that came and went."""

    before: int = 0
    at_end: int = 0
    joined: tuple[MemberMove, ...] = ()
    left: tuple[MemberMove, ...] = ()


@dataclass(frozen=True, slots=True)
class WentUp:
    """What left and came back: orientations or difficulties; ``median_days`` from leaving to the answer."""

    sent: int = 0
    answered: int = 0
    succeeded: int = 0
    open: int = 0
    closed_without: int = 0
    median_days: float | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part: of ``members``, which counts partners too, ``came`` were at one of the ``events`` at least.

    ``times``: to how many events one of them came, added up; ``never``: those who came to none and were host of none.
    """

    events: int = 0
    members: int = 0
    came: int = 0
    times: int = 0
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearStatistics:
    """A year up to ``until``: its last day, or today where it is running.

    ``coaching`` counts coaching actions by kind of session, ``coached`` the organisations they were for; ``files`` are
    those open at the end, ``opened`` and ``closed`` those of the year.
    """

    year: int
    until: date
    footer: PageFooter
    members: StatusCount = StatusCount()
    partners: StatusCount = StatusCount()
    candidates: int = 0
    participation: Participation = Participation()
    coaching: Mapping[SessionKind, int] = field(default_factory=dict)
    coached: int = 0
    files: int = 0
    opened: int = 0
    closed: int = 0
    advice: Mapping[AdviceKind, int] = field(default_factory=dict)
    advised: int = 0
    referrals: WentUp = WentUp()
    difficulties: WentUp = WentUp()
    communications: int = 0
    featured: int = 0

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "statistics"

    @property
    def page_about(self) -> str:
        """Return whom the page is about: nobody, it is about a year."""
        return str(self.year)

    @property
    def page_on(self) -> date | None:
        """Return the last day the numbers are of."""
        return self.until
