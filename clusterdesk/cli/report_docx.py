"""Pages that are text as Word documents, for the commands that print."""

from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def report_docx(context: Context, job: "BriefJob") -> bytes:
    """Return the bytes of a visit report or a paper about difficulties as .docx.

    Raises:
        WrongUseError: the job is another page.
    """
    from clusterdesk.briefs.difficulty_paper_docx import difficulty_paper_docx
    from clusterdesk.briefs.visit_report_docx import visit_report_docx
    from clusterdesk.domain.views.difficulty_papers import ReadPaper
    from clusterdesk.domain.views.visit_report import VisitReport

    if isinstance(job.view, ReadPaper):
        return difficulty_paper_docx(job.view, job.t, job.formats, printing.house_of(context))
    if not isinstance(job.view, VisitReport):
        raise WrongUseError(
            N_("Only reports and papers about difficulties are written as .docx."),
            advice=N_("Name a file that ends in .pdf."),
        )
    return visit_report_docx(job.view, job.t, job.formats, printing.house_of(context))
