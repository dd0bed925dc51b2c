"""The words that are selected where one writes or reads: what a difficulty quotes."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})  # what Qt writes between lines of a selection


def selected_text() -> str:
    """Return what is selected in the field that has the focus; "" where nothing is."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QPlainTextEdit | QTextEdit):
        return focused.textCursor().selectedText().translate(_BREAKS).strip()
    if isinstance(focused, QLineEdit) and focused.echoMode() is QLineEdit.EchoMode.Normal:
        return focused.selectedText().strip()
    return ""
