"""The read model of an employment attestation: what somebody signs for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.domain.employment.quarters import QuarterEnd
from clusterdesk.domain.employment.years import Year
from clusterdesk.domain.signature import Signature
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class StaffOn:
    """How many full-time equivalents were counted on a day."""

    fte: Decimal
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """An organisation says how many worked there before and how many do now.

    ``year`` is the year that qualifies, with its quarter ends, ``None`` while there is none. ``created`` and
    ``retained`` are the FTE that came or stayed because of the project since the baseline. ``counted`` are the names of
    the kinds of contract that count. ``code`` files a scan back. Without ``signature`` the page has a line to sign on.
    """

    organisation: str
    number: str
    address: str
    project: str
    before: StaffOn
    after: StaffOn
    code: str
    footer: PageFooter
    ends: tuple[QuarterEnd, ...] = ()
    year: Year | None = None
    threshold: Decimal | None = None
    created: Decimal | None = None
    retained: Decimal | None = None
    counted: tuple[str, ...] = ()
    signer: str = ""
    role: str = ""
    place: str = ""
    signed_on: date | None = None
    signature: Signature | None = None

    @property
    def difference(self) -> Decimal:
        """Return how many more there are now than before."""
        return self.after.fte - self.before.fte

    @property
    def on(self) -> date | None:
        """The day it was signed."""
        return self.signed_on

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "attestation"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
