"""The read model of the break-even sheet on paper: break-even of a ledger, and the sentences that tell it."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class BreakEvenSheet:
    """Everything the two pages show; the texts are in the language of the page.

    ``sentence`` says how it stands, ``gap`` what is missing or in hand, ``lever`` what would close it; ``messages`` are
    those of the ledger and of its last period, ``ahead`` the look ahead, ``method`` how all was calculated.
    """

    view: BreakEven
    footer: PageFooter
    sentence: str
    gap: str = ""
    lever: str = ""
    messages: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    method: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "breakeven"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.view.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.view.as_of
