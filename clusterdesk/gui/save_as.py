"""Asking for the file that a table goes into: a workbook, or text for any program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.i18n.translator import Translator

_KINDS = frozenset({".csv", ".xlsx"})


def ask_table_file(parent: QWidget, heading: str, name: str, t: Translator, taken: Callable[[str], None]) -> None:
    """Ask over the window of ``parent``; ``name`` is proposed, ``taken`` is a slot for the path that was chosen."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = f"{t('Workbook')} (*.xlsx);;{t('Text, for any program')} (*.csv)"
    dialog = QFileDialog(parent.window(), heading, str(Path(folder) / name), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.fileSelected.connect(taken)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def table_file(path: str) -> Path:
    """Return the file that is meant: one that says no kind we write is a workbook."""
    target = Path(path)
    return target if target.suffix.lower() in _KINDS else target.with_name(target.name + ".xlsx")
