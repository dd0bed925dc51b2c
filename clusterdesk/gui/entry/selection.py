"""The words that are selected where one writes or reads: what a difficulty quotes."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from clusterdesk.domain.records.base import Visibility

_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})  # what Qt writes between lines of a selection


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words to quote, the session they were noted in, and who may read what they were taken from, where known."""

    text: str = ""
    session_id: UUID | None = None
    visibility: Visibility | None = None


@runtime_checkable
class Quotable(Protocol):
    """A widget that knows more of its words than that they are selected."""

    def quoted(self) -> Quoted:
        """Return what is to be quoted: what is selected, else what one stands on."""
        ...


def selected_text() -> str:
    """Return what is selected in the field that has the focus; "" where nothing is."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QPlainTextEdit | QTextEdit):
        return text_of_selection(focused)
    if isinstance(focused, QLineEdit) and focused.echoMode() is QLineEdit.EchoMode.Normal:
        return focused.selectedText().strip()
    return ""


def text_of_selection(field: QPlainTextEdit | QTextEdit) -> str:
    """Return what is selected in a field of several lines."""
    return field.textCursor().selectedText().translate(_BREAKS).strip()


def quoted() -> Quoted:
    """Return what a difficulty quotes: what is selected where the focus is, or the entry of the Fil one stands on."""
    focused = QApplication.focusWidget()
    return focused.quoted() if isinstance(focused, Quotable) else Quoted(selected_text())
