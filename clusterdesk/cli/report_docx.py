"""Pages that are text as Word documents, for the commands that print."""

from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def report_docx(context: Context, job: "BriefJob") -> bytes:
    """Return the bytes of a page of text as .docx.

    Raises:
        WrongUseError: the job is another page.
    """
    from clusterdesk.briefs.drawing import docx_of
    from clusterdesk.briefs.makers import has_docx

    if not has_docx(job.kind):
        raise WrongUseError(
            N_("This kind of page is not written as .docx: its layout belongs to the page."),
            advice=N_("Name a file that ends in .pdf."),
        )
    return docx_of(job, printing.house_of(context))
