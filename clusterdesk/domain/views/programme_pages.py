"""Read models of what is printed of the programme: the plan of a year, the name badges of an event."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.programme import ProgrammeYear


@dataclass(frozen=True, slots=True)
class YearPlan:
    """A year on one landscape page; ``large``: on A3, else on A4."""

    year: ProgrammeYear
    footer: PageFooter
    large: bool = False

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "year-plan-a3" if self.large else "year-plan"

    @property
    def page_about(self) -> str:
        """Return whom the page is about: the year."""
        return str(self.year.year)

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.year.today


@dataclass(frozen=True, slots=True)
class Badge:
    """Whom a badge is for; the organisation may be missing."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Badges:
    """The name badges of an event, in the order of the names."""

    title: str
    on: date
    badges: tuple[Badge, ...]
    footer: PageFooter

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "badges"

    @property
    def page_about(self) -> str:
        """Return the event."""
        return self.title

    @property
    def page_on(self) -> date | None:
        """Return its day."""
        return self.on
