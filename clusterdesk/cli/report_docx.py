"""A visit report as a Word document, for the brief command."""

from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def report_docx(context: Context, job: "BriefJob") -> bytes:
    """Return the bytes of a visit report as .docx.

    Raises:
        WrongUseError: the job is another page.
    """
    from clusterdesk.briefs.visit_report_docx import visit_report_docx
    from clusterdesk.domain.views.visit_report import VisitReport

    if not isinstance(job.view, VisitReport):
        raise WrongUseError(N_("Only a report can be written as .docx."), advice=N_("Name a file that ends in .pdf."))
    return visit_report_docx(job.view, job.t, job.formats, printing.house_of(context))
