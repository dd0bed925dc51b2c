"""Documents into files: saved where somebody wants them, or kept with a mail draft; in the lane for files."""

from pathlib import Path

from clusterdesk.base.filenames import unique_path
from clusterdesk.base.told_file import write_file
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.gui.briefing.drawing import DrawnBrief, HouseFacts, brief_jobs, house
from clusterdesk.gui.briefing.reading import BriefViews
from clusterdesk.gui.tasks import Progress
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


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
        write_file(self._path, self._content)
        return self._path


class KeepBag:
    """Puts every page of a bag into a folder of its own, and all of them as one PDF; what is there is replaced."""

    def __init__(self, views: BriefViews, brief: DrawnBrief, house: HouseFacts) -> None:
        """Take what was read and what was drawn."""
        self._views, self._brief, self._house = views, brief, house

    def __call__(self, progress: Progress) -> tuple[Path, int]:
        """Write; return the folder and how many files are new in it.

        Raises:
            KnownError: the folder cannot be written, or the disk is full.
        """
        from clusterdesk.briefs.batch import print_briefs

        folder = self._views.bag_folder
        files = [(self._brief.filename, self._brief.pdf)]
        files += [(one.filename, one.pdf) for one in print_briefs(brief_jobs(self._views), house(self._house))]
        for name, content in files:
            SaveFile(folder / name, content)(progress)
        return folder, len(files)


class KeepReport:
    """Puts a report and the workbook behind it into a folder; what is there is replaced."""

    def __init__(self, folder: Path, brief: DrawnBrief) -> None:
        """Take what was drawn."""
        self._folder, self._brief = folder, brief

    def __call__(self, progress: Progress) -> tuple[Path, int]:
        """Write; return the folder and how many files are new in it.

        Raises:
            KnownError: the folder cannot be written, or the disk is full.
        """
        for name, content in self._brief.files:
            SaveFile(self._folder / name, content)(progress)
        return self._folder, len(self._brief.files)


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
        from clusterdesk.briefs.mail_text import minutes_mail, page_mail, report_mail, sheet_mail
        from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft

        brief, recipients = self._brief, self._views.recipients
        t = Translator(brief.language) if brief.language else self._t
        formats = Formats(t.language)
        name = brief.organisation or brief.filename.removesuffix(".pdf")
        greeting = recipients[0].name if len(recipients) == 1 else ""
        if self._views.kind is BriefKind.VISIT_REPORT and brief.on is not None:
            words = report_mail(name, brief.on, greeting, self._author, t, formats)
        elif self._views.kind is BriefKind.MINUTES and brief.on is not None:
            words = minutes_mail(name, brief.on, greeting, self._author, t, formats)
        elif self._views.kind in (BriefKind.SIGN_IN, BriefKind.EVENT_MINUTES, BriefKind.BOARD):
            words = page_mail(brief.filename.removesuffix(".pdf"), self._author, t)
        else:
            words = sheet_mail(name, brief.on, self._author, t, formats)
        draft = MailDraft(
            subject=words.subject,
            body=words.body,
            receivers=tuple(Receiver(one.mail, one.name) for one in recipients),
            attachments=tuple(Attachment(*one) for one in brief.files),
        )
        path = unique_path(self._views.drafts_folder, brief.filename.removesuffix(".pdf") + ".eml")
        return SaveFile(path, mail_draft(draft))(progress)
