"""The read model of the day on one A4: where one goes, in which order, whom to ask for, what was promised."""

from dataclasses import dataclass
from datetime import date, time

from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_sheet import OpenPromise, SheetContact


@dataclass(frozen=True, slots=True)
class DayStop:
    """One appointment of the day; ``address`` is one line, ``code`` files a scan, promises are late ones first."""

    organisation: str
    kind: SessionKind
    code: str
    starts_at: time | None = None
    minutes: int | None = None
    address: str = ""
    access_note: MarkedText | None = None
    contact: SheetContact | None = None
    next_step: MarkedText | None = None
    promises: tuple[OpenPromise, ...] = ()


@dataclass(frozen=True, slots=True)
class DayPage:
    """The page of a local day, in the order of the agenda."""

    on: date
    footer: PageFooter
    stops: tuple[DayStop, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "day"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return ""

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
