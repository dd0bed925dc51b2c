"""Saving the refused rows: where to is asked, then they are written in the lane for files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.base.filenames import safe_filename
from clusterdesk.exchange.importing.verdicts import Decision
from clusterdesk.gui.context import Context
from clusterdesk.gui.other_program import open_folder
from clusterdesk.gui.pages.importing.writing import WriteRefused

if TYPE_CHECKING:
    from clusterdesk.exchange.importing.plan import ImportPlan


class RefusedSaver(QObject):
    """Asks where to, writes, and offers the folder.

    Signals:
        failed: the error.
    """

    failed = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        """Ask over the window of a widget."""
        super().__init__(window)
        self._context, self._widget = context, window
        self._plan: ImportPlan | None = None
        self._decisions: dict[int, Decision] = {}
        self._folder = Path()

    def ask(self, plan: "ImportPlan", decisions: Mapping[int, Decision]) -> None:
        """Ask for the name of the file; it is proposed beside the list. ``decisions`` are those about open rows."""
        t = self._context.kit.t
        self._plan, self._decisions = plan, dict(decisions)
        source = plan.opened.source.path
        name = safe_filename(t("{name} – refused rows.csv", name=source.stem))
        dialog = QFileDialog(self._widget.window(), t("Save the refused rows"), str(source.parent), t("csv (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Save under a path, over what is there (the dialog has asked)."""
        if self._plan is not None:
            job = WriteRefused(self._plan, self._decisions, Path(path), self._context.kit.t)
            self._context.files.submit(job, self._saved, self._failed, owner=self)

    def _saved(self, path: Path) -> None:
        t = self._context.kit.t
        self._folder = path.parent
        self._context.shell.toast(t("Saved: {name}", name=path.name), t("Open the folder"), self._open_folder)

    def _open_folder(self) -> None:
        open_folder(self._context, self._folder)

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(error)
