"""The read model of a diagnostic on paper: scores then and now, and what stands in the plan."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.coaching_plan.diagnosis import TakenDiagnostic
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class DiagnosticSheet:
    """Everything the sheet shows; ``ahead`` are open milestones of the file, the one due first before."""

    organisation: str
    on: date
    now: TakenDiagnostic
    footer: PageFooter
    then: TakenDiagnostic | None = None
    project: str = ""
    ahead: tuple[Milestone, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "diagnostic"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
