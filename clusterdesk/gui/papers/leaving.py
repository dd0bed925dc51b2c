"""A paper that somebody has read on its way out: saved where one wants it, or sent to the team's folder."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.gui.briefing.drawing import HouseFacts
from clusterdesk.gui.briefing.keeping import SaveFile
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.outgoing.queueing import Content
from clusterdesk.gui.outgoing.telling import SendToTeam
from clusterdesk.gui.papers import jobs
from clusterdesk.gui.papers.making import MadePaper, MakePaper


class Leaving(QObject):
    """Makes files of papers; each goes through the gate at the moment it leaves."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """Live as long as ``window``, over which the question for the place stands."""
        super().__init__(window)
        self._context, self._window = context, window
        self._content = b""
        self._saved_at = Path()

    def save(self, wanted: PaperWanted, suffix: str, on_refused: Callable[[BaseException], None]) -> None:
        """Make a file and ask where to save it."""
        self._pass(wanted, suffix, self._ask_where, on_refused)

    def send(self, wanted: PaperWanted, on_refused: Callable[[BaseException], None]) -> None:
        """Put the PDF into the outbox for the team's folder."""
        self._pass(wanted, ".pdf", self._queue, on_refused)

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Save what was made last under a path, over what is there: the dialog has asked."""
        context = self._context
        context.files.submit(SaveFile(Path(path), self._content), self._saved, context.shell.show_error, owner=self)

    def _pass(
        self,
        wanted: PaperWanted,
        suffix: str,
        on_made: Callable[[MadePaper], None],
        on_refused: Callable[[BaseException], None],
    ) -> None:
        make = partial(self._make, suffix, on_made)
        self._context.desk.submit(
            partial(jobs.passed, wanted, self._context.settings.profile_name), make, on_refused, owner=self
        )

    def _make(self, suffix: str, on_made: Callable[[MadePaper], None], read: ReadPaper) -> None:
        settings = self._context.settings
        house = HouseFacts(settings.house_name, settings.house_logo)
        job = MakePaper(read, suffix, house)
        self._context.files.submit(job, on_made, self._context.shell.show_error, owner=self)

    def _ask_where(self, made: MadePaper) -> None:
        t = self._context.kit.t
        self._content = made.content
        kinds = t("Word (*.docx)") if made.filename.endswith(".docx") else t("PDF (*.pdf)")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, t("Save as"), folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(made.filename).suffix.removeprefix("."))
        dialog.selectFile(made.filename)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _queue(self, made: MadePaper) -> None:
        from clusterdesk.services.paper_sending import paper_export

        export = paper_export(made.read.paper, made.filename, self._context.settings.drive_briefs)
        SendToTeam(self._context, self).send((export, Content(made.content)))

    def _saved(self, path: Path) -> None:
        self._saved_at = path
        t = self._context.kit.t
        self._context.shell.toast(t("Saved: {name}", name=path.name), t("Open the folder"), self._open_folder)

    def _open_folder(self) -> None:
        open_folder(self._context, self._saved_at.parent)
