"""Which page a brief becomes: the one table of what draws each kind."""

from collections.abc import Callable, Mapping
from typing import Any

from clusterdesk.base.errors import BugError
from clusterdesk.briefs.attestation import attestation_pdf, draw_attestation
from clusterdesk.briefs.break_even_sheet import break_even_pdf, draw_break_even
from clusterdesk.briefs.day_page import day_page_pdf, draw_day_page
from clusterdesk.briefs.diagnostic_sheet import diagnostic_pdf, draw_diagnostic
from clusterdesk.briefs.difficulty_paper import difficulty_paper_pdf, draw_difficulty_paper
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.parcel_page import draw_parcel, parcel_pdf
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.visit_report import visit_report_pdf
from clusterdesk.briefs.visit_sheet import draw_visit_sheet, visit_sheet_pdf
from clusterdesk.briefs.week_note import draw_week_note, week_note_pdf

# Each takes the read model of its kind, the words and formats of its language, and the house.
_PDF: Mapping[BriefKind, Callable[..., bytes]] = {
    BriefKind.VISIT_SHEET: visit_sheet_pdf,
    BriefKind.VISIT_REPORT: visit_report_pdf,
    BriefKind.DAY: day_page_pdf,
    BriefKind.WEEK_NOTE: week_note_pdf,
    BriefKind.BREAK_EVEN: break_even_pdf,
    BriefKind.ATTESTATION: attestation_pdf,
    BriefKind.DIAGNOSTIC: diagnostic_pdf,
    BriefKind.REFERRAL: parcel_pdf,
    BriefKind.DIFFICULTY: difficulty_paper_pdf,
    BriefKind.DIFFICULTIES: difficulty_paper_pdf,
}
_DRAW: Mapping[BriefKind, Callable[..., Any]] = {
    BriefKind.VISIT_SHEET: draw_visit_sheet,
    BriefKind.DAY: draw_day_page,
    BriefKind.WEEK_NOTE: draw_week_note,
    BriefKind.BREAK_EVEN: draw_break_even,
    BriefKind.ATTESTATION: draw_attestation,
    BriefKind.DIAGNOSTIC: draw_diagnostic,
    BriefKind.REFERRAL: draw_parcel,
    BriefKind.DIFFICULTY: draw_difficulty_paper,
    BriefKind.DIFFICULTIES: draw_difficulty_paper,
}


def pdf_of(job: BriefJob, house: House) -> bytes:
    """Return the PDF of one brief."""
    return _PDF[job.kind](job.view, job.t, job.formats, house)


def draw(pen: Pen, job: BriefJob, house: House) -> int:
    """Draw a brief from the pen's open page on; return how many pages it took.

    Raises:
        BugError: it is a report; those are merged as ready PDFs.
    """
    if job.kind not in _DRAW:
        raise BugError("reports are merged as ready PDFs")
    pages: int = _DRAW[job.kind](pen, job.view, job.t, job.formats, house)
    return pages
