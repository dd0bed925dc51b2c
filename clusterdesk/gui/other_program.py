"""The door to other programs: a mail draft, a document, a folder is opened by the program of its kind."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clusterdesk.gui.context import Context


def opens(path: Path) -> bool:
    """Hand a file or folder to the program of its kind; tell whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_in_program(context: Context, path: Path) -> None:
    """Open a file with the program of its kind; where none takes it, say so, and lead to where it lies."""
    if not opens(path):
        t = context.kit.t
        said = t("No program here opens “{name}”; the file is there all the same.", name=path.name)
        context.shell.toast(said, t("Open the folder"), partial(open_folder, context, path.parent))


def open_folder(context: Context, folder: Path) -> None:
    """Show a folder; where no program shows folders, say where it lies."""
    if not opens(folder):
        context.shell.toast(context.kit.t("No program here shows folders. It is here: {folder}", folder=folder))
