"""The strategy as a file: chosen, shown with what it would change, brought in; and written."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.views.strategy import StrategyImport
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.strategy import reading
from clusterdesk.gui.pages.strategy.import_dialog import ImportDialog


class StrategyFiles(QObject):
    """Asks for files over the window of its page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Serve a page."""
        super().__init__(page)
        self._context, self._page, self._t = context, page, context.kit.t

    @Slot()
    def ask_file(self) -> None:
        """Ask for a file to bring in."""
        dialog = QFileDialog(
            self._page.window(), self._t("Choose a strategy file"), "", self._t("Strategy files (*.toml)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.try_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def try_file(self, path: str) -> None:
        """Read a file, and show what its import would do."""
        job = partial(reading.try_import, Path(path))
        self._context.desk.submit(job, self._propose, self._context.shell.show_error, owner=self)

    def _propose(self, read: tuple[ImportStrategy, StrategyImport]) -> None:
        ImportDialog(self._context, *read, parent=self._page.window()).open()

    @Slot()
    def ask_target(self) -> None:
        """Ask for the file to write."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / f"{self._t('Strategy')}.toml")
        kinds = self._t("Strategy files (*.toml)")
        dialog = QFileDialog(self._page.window(), self._t("Save the strategy"), name, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self.write_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def write_file(self, path: str) -> None:
        """Write the strategy into a file."""
        job = partial(reading.write, Path(path))
        self._context.desk.submit(job, self._written, self._context.shell.show_error, owner=self)

    def _written(self, path: Path) -> None:
        self._context.shell.toast(self._t("Strategy written: {path}", path=path.name))
