"""From read models to files: PDF, docx and mail drafts; this runs in the lane for files, never in the GUI thread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import unique_path
from clusterdesk.base.marks import N_
from clusterdesk.briefs.filenames import BriefKind, batch_filename, brief_filename
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.gui.briefing.reading import BriefViews
from clusterdesk.gui.tasks import Progress
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.briefs.batch import BriefJob
    from clusterdesk.briefs.house import House

_MOST_LOGO_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class HouseFacts:
    """Whose pages these are, as the settings say: the name, and the file of the logo ("" = none)."""

    name: str
    logo: str


@dataclass(frozen=True, slots=True)
class DrawnBrief:
    """A document ready to be shown, printed and saved; ``language`` is "" where several are mixed."""

    pdf: bytes
    filename: str
    organisation: str
    on: date | None
    language: str


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
        return DrawnBrief(printed.pdf, printed.filename, job.organisation, job.on, job.t.language)

    def _merged(self, jobs: "list[BriefJob]", filename: str, t: Translator, counted: "_Counted") -> bytes:
        from clusterdesk.briefs.batch import print_briefs, print_sheets_merged
        from clusterdesk.briefs.merge import merge_pdfs
        from clusterdesk.briefs.pen import About

        title, author = filename.removesuffix(".pdf"), jobs[0].view.footer.author
        if self._views.kind is BriefKind.VISIT_SHEET:
            about = About(title=title, author=author, subject=title, language=f"{t.language}-BE")
            # Only asking to stop makes it nothing, and then the progress has raised.
            return print_sheets_merged(jobs, house(self._house), about, progress=counted) or b""
        printed = list(print_briefs(jobs, house(self._house), progress=counted))
        names = [one.organisation for one in printed]
        return merge_pdfs([one.pdf for one in printed], names, title=title, language=f"{t.language}-BE")


class DrawDocx:
    """Writes a report as a Word file."""

    def __init__(self, views: BriefViews, house: HouseFacts) -> None:
        """Take the views of one report."""
        self._views, self._house = views, house

    def __call__(self, progress: Progress) -> tuple[str, bytes]:
        """Return the name and the bytes of the file."""
        from clusterdesk.briefs.visit_report_docx import visit_report_docx

        job = brief_jobs(self._views)[0]
        assert isinstance(job.view, VisitReport)
        name = brief_filename(BriefKind.VISIT_REPORT, job.on, job.organisation, job.t, suffix=".docx")
        return name, visit_report_docx(job.view, job.t, job.formats, house(self._house))


class SaveFile:
    """Writes a file so that it is there whole or not at all."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Write ``content`` to ``path``, over what is there."""
        self._path, self._content = path, content

    def __call__(self, progress: Progress) -> Path:
        """Write.

        Raises:
            KnownError: the folder cannot be written, or the disk is full.
        """
        try:
            write_atomically(self._path, self._content)
        except OSError as error:
            raise KnownError(
                "file_not_written",
                N_("The file {name} cannot be written: {reason}."),
                advice=N_("Choose another folder, or close the program that has the file open."),
                name=self._path.name,
                reason=error.strerror or str(error),
            ) from error
        return self._path


class WriteDraft:
    """Makes a mail draft with the document and keeps it in a folder; a person opens, reads and sends it."""

    def __init__(self, views: BriefViews, brief: DrawnBrief, author: str, t: Translator) -> None:
        """``t`` is used where the document mixes languages."""
        self._views, self._brief, self._author, self._t = views, brief, author, t

    def __call__(self, progress: Progress) -> Path:
        """Return the .eml file.

        Raises:
            KnownError: an address is none, or the file cannot be written.
        """
        from clusterdesk.briefs.mail_text import report_mail, sheet_mail
        from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft

        brief, recipients = self._brief, self._views.recipients
        t = Translator(brief.language) if brief.language else self._t
        formats = Formats(t.language)
        name = brief.organisation or brief.filename.removesuffix(".pdf")
        if self._views.kind is BriefKind.VISIT_REPORT and brief.on is not None:
            greeting = recipients[0].name if len(recipients) == 1 else ""
            words = report_mail(name, brief.on, greeting, self._author, t, formats)
        else:
            words = sheet_mail(name, brief.on, self._author, t, formats)
        draft = MailDraft(
            subject=words.subject,
            body=words.body,
            receivers=tuple(Receiver(one.mail, one.name) for one in recipients),
            attachments=(Attachment(brief.filename, brief.pdf),),
        )
        path = unique_path(self._views.drafts_folder, brief.filename.removesuffix(".pdf") + ".eml")
        return SaveFile(path, mail_draft(draft))(progress)


def brief_jobs(views: BriefViews) -> "list[BriefJob]":
    """Return what the printer of briefs takes: each view with the words and formats of its language."""
    from clusterdesk.briefs.batch import BriefJob

    words = {language: (Translator(language), Formats(language)) for language, _ in views.views}
    return [BriefJob(view, *words[language]) for language, view in views.views]


def house(facts: HouseFacts) -> "House":
    """Return name and logo for the head of a page; a logo that cannot be read is left out."""
    from clusterdesk.briefs.house import House

    return House(facts.name, next(_logo(facts.logo), None))


def _logo(name: str) -> Iterator[bytes]:
    path = Path(name)
    try:
        if name and path.is_file() and path.stat().st_size <= _MOST_LOGO_BYTES:
            yield path.read_bytes()
    except OSError:
        # A drive that is not there must not keep anybody from printing.
        return


class _Counted:
    """Turns counts into named steps, which also stops a cancelled job."""

    def __init__(self, progress: Callable[[str, int, int], None], step: str) -> None:
        self._progress, self._step = progress, step

    def __call__(self, done: int, total: int) -> None:
        self._progress(self._step, done, total)
