"""The read model of a member sheet: what the public may know of a member."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class PublicContact:
    """Somebody who agreed to be cited, with the role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """The sheet of a member; only public data, and nobody who did not agree.

    ``featured`` are day, title and link of what was published about it; ``agreed`` whether it may leave.
    """

    organisation: str
    on: date
    footer: PageFooter
    summary: str = ""
    legal_form: str = ""
    enterprise_number: str = ""
    founded_on: PartialDate | None = None
    place: str = ""
    value_chains: tuple[str, ...] = ()
    circular_models: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    member_since: PartialDate | None = None
    contacts: tuple[PublicContact, ...] = ()
    featured: tuple[tuple[date, str, str], ...] = ()
    agreed: bool = True

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "member"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
