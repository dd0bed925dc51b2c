"""Lines of text: the one that all are made of, and that of dialogs; pages edit in place with the fields instead."""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clusterdesk.gui.widgets.dropped import local_paths

LONGEST = 1_000


class PlainLine(QLineEdit):
    """A line of text; files dropped on it are for the page behind it: nobody means their path."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, leave files."""
        if local_paths(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class LineEdit(PlainLine):
    """One line in a frame."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Start with a text."""
        super().__init__(parent)
        self.setProperty("role", "input")
        self.setMaxLength(LONGEST)
        self.setText(text)
