"""Many briefs in a row: one PDF each, or all in one, with progress and a way to stop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.briefs.filenames import BriefKind, brief_filename
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.visit_report import visit_report_pdf
from clusterdesk.briefs.visit_sheet import draw_visit_sheet, visit_sheet_pdf
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

type Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class BriefJob:
    """One brief to print, in the language of whoever receives it."""

    view: VisitSheet | VisitReport
    t: Translator
    formats: Formats

    @property
    def kind(self) -> BriefKind:
        """What is printed."""
        return BriefKind.VISIT_SHEET if isinstance(self.view, VisitSheet) else BriefKind.VISIT_REPORT

    @property
    def organisation(self) -> str:
        """Whom it is about."""
        return self.view.header.organisation if isinstance(self.view, VisitSheet) else self.view.organisation

    @property
    def on(self) -> date | None:
        """The day of the visit."""
        return self.view.appointment.on if isinstance(self.view, VisitSheet) else self.view.on

    @property
    def filed_on(self) -> date:
        """The day in the name of its file: of the visit, of the printing where none is agreed yet."""
        return self.on or self.view.footer.printed_at.date()


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
    """Draw all visit sheets into one PDF, a bookmark each; None when stopped.

    The fonts are embedded once, so this is far smaller than merging ready PDFs. Each sheet starts on a front page.
    """
    pen = Pen(about)
    for done, job in enumerate(jobs, start=1):
        if cancelled():
            return None
        if done > 1:
            pen.turn_page()
        assert isinstance(job.view, VisitSheet)
        pages = draw_visit_sheet(pen, job.view, job.t, job.formats, house)
        if pages % 2 and done < len(jobs):
            pen.turn_page()
        progress(done, len(jobs))
    return pen.finish()


def _pdf(job: BriefJob, house: House) -> bytes:
    if isinstance(job.view, VisitSheet):
        return visit_sheet_pdf(job.view, job.t, job.formats, house)
    return visit_report_pdf(job.view, job.t, job.formats, house)


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
