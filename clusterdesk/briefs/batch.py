"""Many briefs in a row: one PDF each, or all in one, with progress and a way to stop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from clusterdesk.base.errors import BugError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.briefs.day_page import day_page_pdf, draw_day_page
from clusterdesk.briefs.filenames import brief_filename
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.visit_report import visit_report_pdf
from clusterdesk.briefs.visit_sheet import draw_visit_sheet, visit_sheet_pdf
from clusterdesk.briefs.week_note import draw_week_note, week_note_pdf
from clusterdesk.domain.views.day_page import DayPage
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.domain.views.week_note import WeekNote

type Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PrintedBrief:
    """A brief ready to be written: its file name, unique in its batch, and its bytes."""

    filename: str
    pdf: bytes
    organisation: str


def never() -> bool:
    """Tell that nobody asked to stop."""
    return False


def print_briefs(
    jobs: Sequence[BriefJob], house: House, *, progress: Progress = unheard, cancelled: Cancelled = never
) -> Iterator[PrintedBrief]:
    """Make one PDF after the other; ``progress(done, all)`` is called after each, ``cancelled()`` asked before each.

    Stopping keeps what was made so far. Briefs of the same name and day get `` (2)``, `` (3)`` ….
    """
    taken: set[str] = set()
    for done, job in enumerate(jobs, start=1):
        if cancelled():
            return
        name = _free_name(brief_filename(job.kind, job.filed_on, job.organisation, job.t), taken)
        taken.add(name.casefold())
        yield PrintedBrief(name, _pdf(job, house), job.organisation)
        progress(done, len(jobs))


def print_sheets_merged(
    jobs: Sequence[BriefJob], house: House, about: About, *, progress: Progress = unheard, cancelled: Cancelled = never
) -> bytes | None:
    """Draw all visit sheets, pages of days and weekly notes into one PDF, a bookmark each; None when stopped.

    The fonts are embedded once, so this is far smaller than merging ready PDFs. Each sheet starts on a front page.
    """
    pen = Pen(about)
    for done, job in enumerate(jobs, start=1):
        if cancelled():
            return None
        if done > 1:
            pen.turn_page()
        pages = _drawn(pen, job, house)
        if pages % 2 and done < len(jobs):
            pen.turn_page()
        progress(done, len(jobs))
    return pen.finish()


def _pdf(job: BriefJob, house: House) -> bytes:
    match job.view:
        case VisitSheet():
            return visit_sheet_pdf(job.view, job.t, job.formats, house)
        case VisitReport():
            return visit_report_pdf(job.view, job.t, job.formats, house)
        case DayPage():
            return day_page_pdf(job.view, job.t, job.formats, house)
        case WeekNote():
            return week_note_pdf(job.view, job.t, job.formats, house)


def _drawn(pen: Pen, job: BriefJob, house: House) -> int:
    """Draw a brief from the open page on; return how many pages it took."""
    match job.view:
        case VisitSheet():
            return draw_visit_sheet(pen, job.view, job.t, job.formats, house)
        case DayPage():
            return draw_day_page(pen, job.view, job.t, job.formats, house)
        case WeekNote():
            return draw_week_note(pen, job.view, job.t, job.formats, house)
        case VisitReport():
            raise BugError("reports are merged as ready PDFs")


def _free_name(name: str, taken: Iterable[str]) -> str:
    """Return the name, or with the first number that is free, whatever the case of letters."""
    stem, number, candidate = name.removesuffix(".pdf"), 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = safe_filename(f"{stem} ({number})", ".pdf")
        if candidate.casefold() in taken and len(candidate.encode()) >= _LONGEST:
            candidate = safe_filename(f"{number} {stem}", ".pdf")
    return candidate


_LONGEST = 118
