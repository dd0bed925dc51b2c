"""What all edit-in-place fields share: caption, saved mark, problem line, and the rules of draft and commit.

The rules: typing tells ``drafted`` within 800 ms; leaving or Enter tells ``committed`` once, if the value is new and
readable; Esc brings back what was there; a refresh never overwrites typed text.
"""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import ElidedLabel, Label, restyle

DRAFT_MS = 800
_DRAFT_MARGIN_MS = 100  # the signal still has to reach the store within the 800 ms


class InlineField(QWidget):
    """Base of the fields; subclasses put an editor in with ``set_editor``.

    Signals:
        committed: the new value, to be saved; answer with ``mark_saved`` or ``not_saved``.
        drafted: the text typed so far, to be kept as a draft; empty text is a draft too.
        reverted: Esc gave the old value back: the draft may go.
    """

    keeps_drafts = False  # only what is free text is worth bringing back after a crash
    committed = Signal(object)
    drafted = Signal(str)
    reverted = Signal()

    def __init__(self, kit: Kit, caption: str, parent: QWidget | None = None) -> None:
        """Make the field; ``caption`` stands above the editor and is its accessible name."""
        super().__init__(parent)
        self.kit = kit
        self._caption = ElidedLabel(caption, "caption")
        self._saved = Label("", "saved")
        self._problem = Label("", "problem", wrap=True)
        self._problem.hide()
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(DRAFT_MS - _DRAFT_MARGIN_MS)
        self._draft_timer.timeout.connect(self._tell_draft)
        head = QHBoxLayout()
        head.setContentsMargins(7, 0, 7, 0)
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._saved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addLayout(head)
        self._column.addWidget(self._problem)

    @property
    def caption(self) -> str:
        """The words above the editor."""
        return self._caption.text()

    @property
    def problem(self) -> str:
        """The problem shown now, empty when there is none."""
        return self._problem.text()

    @property
    def saved_mark(self) -> str:
        """The mark shown now ("Saved 10:42"), possibly empty."""
        return self._saved.text()

    def set_editor(self, editor: QWidget, *, row: QWidget | None = None) -> None:
        """Put the editor (or the row that holds it) under the caption and name it."""
        editor.setAccessibleName(self.caption)
        self._caption.setBuddy(editor)
        self.setFocusProxy(editor)
        self._editor = editor
        self._column.insertWidget(1, row or editor)

    def hide_caption(self) -> None:
        """Leave out the line above the editor (headings, rows); screen readers still say the caption."""
        self._caption.hide()
        self._saved.hide()

    def mark_saved(self) -> None:
        """The value is in the store: say so, with the time."""
        kit = self.kit
        self.show_problem("")
        self._saved.setText(kit.t("Saved {time}", time=kit.formats.time(kit.clock.now())))

    def not_saved(self, problem: str) -> None:
        """The store refused the value: keep what was typed and say why."""
        self.show_problem(problem)

    def show_problem(self, text: str) -> None:
        """Show a problem under the editor; empty text takes it away."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._editor.setAccessibleDescription(text)
        if bool(self._editor.property("problem")) != bool(text):
            self._editor.setProperty("problem", bool(text))
            restyle(self._editor)
        if text:
            self._saved.setText("")

    def tell(self, problem: Problem) -> None:
        """Show a problem found while reading the typed text."""
        self.show_problem(self.kit.t(problem.message, **problem.params))

    def typed(self) -> None:
        """Note that the user types: a draft goes out within 800 ms, however long the typing lasts."""
        self._saved.setText("")
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def stop_draft(self) -> None:
        """The typed text is committed or taken back: no draft of it any more."""
        self._draft_timer.stop()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        """Show a value from the store; text being typed stays."""
        raise NotImplementedError

    def load(self, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        """Show the value of another record: what was typed here belongs to the one before (its draft is kept)."""
        self.stop_draft()
        self.show_problem("")
        self._saved.setText("")
        self.set_value(value)

    def draft_text(self) -> str:
        """Return the text to keep as a draft."""
        raise NotImplementedError

    @Slot()
    def _tell_draft(self) -> None:
        self.drafted.emit(self.draft_text())


def left_to_window(event: QEvent) -> bool:
    """Tell whether a text field is about to take a key of the window: Ctrl+D deletes a letter on Linux."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def in_menu(event: QFocusEvent) -> bool:
    """Tell whether the focus went to the field's own menu: that is not leaving."""
    return event.reason() == Qt.FocusReason.PopupFocusReason
