"""From read models to documents: PDF and docx; this runs in the lane for files, never in the GUI thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.briefs.filenames import batch_filename, brief_filename
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.gui.briefing.logo import MOST_BYTES, printable
from clusterdesk.gui.briefing.reading import BriefViews
from clusterdesk.gui.tasks import Progress
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.briefs.house import House
    from clusterdesk.briefs.jobs import BriefJob


@dataclass(frozen=True, slots=True)
class HouseFacts:
    """Whose pages these are, as the settings say: the name, and the file of the logo ("" = none)."""

    name: str
    logo: str


@dataclass(frozen=True, slots=True)
class DrawnBrief:
    """A document ready to be shown, printed and saved; ``language`` is "" where several are mixed.

    ``workbook`` is the xlsx behind it, empty where there is none.
    """

    pdf: bytes
    filename: str
    organisation: str
    on: date | None
    language: str
    workbook: bytes = b""

    @property
    def workbook_name(self) -> str:
        """What the workbook is called: as the document."""
        return f"{self.filename.removesuffix('.pdf')}.xlsx"

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The document and the workbook behind it, by name."""
        behind = ((self.workbook_name, self.workbook),) if self.workbook else ()
        return ((self.filename, self.pdf), *behind)


class DrawBriefs:
    """Draws one brief, or several as one PDF."""

    def __init__(self, views: BriefViews, house: HouseFacts, t: Translator, today: date, step: str) -> None:
        """``t`` names a document of several languages; ``step`` names the work, translated."""
        self._views, self._house, self._t, self._today, self._step = views, house, t, today, step

    def __call__(self, progress: Progress) -> DrawnBrief:
        """Draw; a cancelled one stops before the next page.

        Raises:
            KnownError: a font is missing.
        """
        jobs = brief_jobs(self._views)
        counted = _Counted(progress, self._step)
        if len(jobs) == 1:
            return self._one(jobs[0])
        languages = {job.t.language for job in jobs}
        t = jobs[0].t if len(languages) == 1 else self._t
        filename = batch_filename(self._views.kind, min((job.on for job in jobs if job.on), default=self._today), t)
        return DrawnBrief(
            pdf=self._merged(jobs, filename, t, counted),
            filename=filename,
            organisation="",
            on=None,
            language=t.language if len(languages) == 1 else "",
        )

    def _one(self, job: "BriefJob") -> DrawnBrief:
        from clusterdesk.briefs.batch import print_briefs

        printed = next(iter(print_briefs([job], house(self._house))))
        workbook = _workbook(job)
        return DrawnBrief(printed.pdf, printed.filename, job.organisation, job.on, job.t.language, workbook)

    def _merged(self, jobs: "list[BriefJob]", filename: str, t: Translator, counted: "_Counted") -> bytes:
        from clusterdesk.briefs.batch import print_briefs, print_sheets_merged
        from clusterdesk.briefs.makers import is_drawn_in_a_row
        from clusterdesk.briefs.merge import merge_pdfs
        from clusterdesk.briefs.pen import About

        title, author = filename.removesuffix(".pdf"), jobs[0].view.footer.author
        if is_drawn_in_a_row(self._views.kind):
            about = About(title=title, author=author, subject=title, language=f"{t.language}-BE")
            # Only asking to stop makes it nothing, and then the progress has raised.
            return print_sheets_merged(jobs, house(self._house), about, progress=counted) or b""
        printed = list(print_briefs(jobs, house(self._house), progress=counted))
        names = [one.organisation for one in printed]
        return merge_pdfs([one.pdf for one in printed], names, title=title, language=f"{t.language}-BE")


class DrawDocx:
    """Writes a page of text as a Word file."""

    def __init__(self, views: BriefViews, house: HouseFacts) -> None:
        """Take the views of one page that has a docx."""
        self._views, self._house = views, house

    def __call__(self, progress: Progress) -> tuple[str, bytes]:
        """Return the name and the bytes of the file."""
        from clusterdesk.briefs.drawing import docx_of

        job = brief_jobs(self._views)[0]
        name = brief_filename(job.kind, job.on, job.organisation, job.t, suffix=".docx")
        return name, docx_of(job, house(self._house))


def _workbook(job: "BriefJob") -> bytes:
    """Return the workbook behind a report to the Advisory Board."""
    if not isinstance(job.view, BoardReport):
        return b""
    from clusterdesk.exchange.board_workbook import board_workbook

    return board_workbook(job.view, job.t, job.formats)


def brief_jobs(views: BriefViews) -> "list[BriefJob]":
    """Return what the printer of briefs takes: each view with the words and formats of its language."""
    from clusterdesk.briefs.jobs import BriefJob

    words = {language: (Translator(language), Formats(language)) for language, _ in views.views}
    return [BriefJob(view, *words[language]) for language, view in views.views]


def house(facts: HouseFacts) -> "House":
    """Return name and logo for the head of a page; a logo that cannot be read is left out."""
    from clusterdesk.briefs.house import House

    return House(facts.name, next(_logo(facts.logo), None))


def _logo(name: str) -> Iterator[bytes]:
    path = Path(name)
    try:
        if name and path.is_file() and path.stat().st_size <= MOST_BYTES:
            content = path.read_bytes()
            # What only a window can draw is drawn here; the pages take PNG and JPEG.
            yield printable(content) if path.suffix.lower() == ".svg" else content
    except OSError:
        # A drive that is not there must not keep anybody from printing.
        return


class _Counted:
    """Turns counts into named steps, which also stops a cancelled job."""

    def __init__(self, progress: Callable[[str, int, int], None], step: str) -> None:
        self._progress, self._step = progress, step

    def __call__(self, done: int, total: int) -> None:
        self._progress(self._step, done, total)
