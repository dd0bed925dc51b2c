"""The line of text of dialogs; pages edit in place with the fields instead."""

from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 1_000


class LineEdit(QLineEdit):
    """One line in a frame."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Start with a text."""
        super().__init__(parent)
        self.setProperty("role", "input")
        self.setMaxLength(LONGEST)
        self.setText(text)
