"""Many briefs in a row: one PDF each, or all in one, with progress and a way to stop."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.progress import Progress, unheard
from clusterdesk.briefs.drawing import draw, pdf_of
from clusterdesk.briefs.filenames import brief_filename
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.briefs.pen import About, Pen

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
        yield PrintedBrief(name, pdf_of(job, house), job.organisation)
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
        pages = draw(pen, job, house)
        if pages % 2 and done < len(jobs):
            pen.turn_page()
        progress(done, len(jobs))
    return pen.finish()


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
