"""Files that are opened by the program of their kind: a mail draft, a document, a folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clusterdesk.gui.context import Context


def open_in_program(context: Context, path: Path) -> None:
    """Open a file with the program of its kind; where none takes it, say so, and lead to where it lies."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        t = context.kit.t
        said = t("No program here opens “{name}”; the file is there all the same.", name=path.name)
        context.shell.toast(said, t("Open the folder"), partial(_open_folder, path.parent))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
