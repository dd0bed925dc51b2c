"""From a job to its page, whatever its kind."""

from importlib import import_module
from typing import Any

from clusterdesk.base.errors import BugError
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.makers import MAKERS, has_docx, is_drawn_in_a_row
from clusterdesk.briefs.pen import Pen


def pdf_of(job: BriefJob, house: House) -> bytes:
    """Return the PDF of one brief."""
    made: bytes = _function(MAKERS[job.kind].pdf)(job.view, job.t, job.formats, house)
    return made


def docx_of(job: BriefJob, house: House) -> bytes:
    """Return the docx of one brief.

    Raises:
        BugError: there is none of its kind; ask ``has_docx`` first.
    """
    if not has_docx(job.kind):
        raise BugError(f"no docx of {job.kind}")
    made: bytes = _function(MAKERS[job.kind].docx)(job.view, job.t, job.formats, house)
    return made


def draw(pen: Pen, job: BriefJob, house: House) -> int:
    """Draw a brief from the pen's open page on; return how many pages it took.

    Raises:
        BugError: it is a report; those are merged as ready PDFs.
    """
    if not is_drawn_in_a_row(job.kind):
        raise BugError("reports are merged as ready PDFs")
    pages: int = _function(MAKERS[job.kind].draw)(pen, job.view, job.t, job.formats, house)
    return pages


def _function(named: str) -> Any:  # noqa: ANN401 - each kind has its own
    module, _, name = named.partition(":")
    return getattr(import_module(f"clusterdesk.briefs.{module}"), name)
