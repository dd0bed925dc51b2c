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
