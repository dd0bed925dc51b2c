"""The note editor: plain text, drafts within 800 ms, one commit on leaving, never a character lost."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.gui.entry.folding import LONGEST_NOTE_BYTES, ShownLine, bytes_over, fold, unfold
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.dropped import local_paths
from clusterdesk.gui.widgets.fields.inline import InlineField, in_menu, left_to_window
from clusterdesk.gui.widgets.label import restyle
from clusterdesk.gui.widgets.name_hider import NameHider

PAUSE_COMMIT_MS = 5 * 60 * 1000
_CONTINUES = QTextFormat.Property.UserProperty.value + 1
_PASTE_TOO_BIG = N_("That is too much text for one note ({most} at most). It was not pasted: attach it as a document.")
_TOO_LONG = N_("This note is too long by {over} ({most} at most). Nothing was cut; shorten it to save it.")


class NoteEdit(InlineField):
    """Several lines of plain text.

    Signals (besides those of every inline field):
        finished: Ctrl+Enter was pressed (the text is committed first).
    """

    keeps_drafts = True
    finished = Signal()

    def __init__(self, kit: Kit, caption: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Make an empty editor; it grows with the room it is given."""
        super().__init__(kit, caption, parent)
        self._value = ""
        self._before = ""
        self._dirty = False
        self._frame = QFrame()
        self._frame.setProperty("role", "field")
        self.edit = PlainEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self._changed)
        self.edit.too_big.connect(self._refuse_paste)
        self.edit.installEventFilter(self)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(6, 6, 4, 6)
        inner.addWidget(self.edit)
        self.set_editor(self.edit, row=self._frame)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_COMMIT_MS)
        self._pause.timeout.connect(self.commit)

    @property
    def dirty(self) -> bool:
        """Whether there is typed text that is not committed."""
        return self._dirty

    def text(self) -> str:
        """Return the text as it stands in the editor."""
        return self.edit.whole_text()

    def set_value(self, text: str) -> None:
        """Show a text from the store; text being typed stays, Esc is not offered here (undo is)."""
        self._value = text
        if not self._dirty and self.text() != text:
            self._fill(text)

    def load(self, text: str) -> None:
        """Show the text of another record."""
        self._pause.stop()
        self._dirty = False
        super().load(text)

    def restore_draft(self, text: str) -> None:
        """Bring typed text back that was not saved; it counts as being typed."""
        self._fill(text)
        self._dirty = True

    def set_read_only(self, read_only: bool) -> None:
        """Only show the text."""
        self.edit.setReadOnly(read_only)

    def draft_text(self) -> str:
        """Return the text as typed."""
        return self.text()

    @Slot()
    def commit(self) -> bool:
        """Tell ``committed`` when the text is new; False when it is too long (the problem is shown)."""
        if not self._dirty:
            return True
        text = self.text()
        over = bytes_over(text)
        if over:
            formats = self.kit.formats
            sizes = {"over": formats.file_size(over), "most": formats.file_size(LONGEST_NOTE_BYTES)}
            self.tell(Problem("too_long", _TOO_LONG, sizes))
            return False
        self.stop_draft()
        self._pause.stop()
        self._dirty = False
        self.show_problem("")
        if text == self._value:
            self.reverted.emit()
        else:
            self._before, self._value = self._value, text
            self.committed.emit(text)
        return True

    def not_saved(self, problem: str) -> None:
        """The store refused: the text stays, to be saved again."""
        self._value, self._dirty = self._before, True
        super().not_saved(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the focus leaves; finish on Ctrl+Enter; show the focus on the frame."""
        if isinstance(event, QFocusEvent) and not in_menu(event):
            self._frame.setProperty("focused", event.gotFocus())
            restyle(self._frame)
            if event.lostFocus():
                self.commit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if self.commit():
                    self.finished.emit()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        blocked = self.edit.blockSignals(True)
        self.edit.load(text)
        self.edit.blockSignals(blocked)

    @Slot()
    def _changed(self) -> None:
        self._dirty = True
        self._pause.start()
        if self.problem:
            self.show_problem("")
        self.typed()

    @Slot()
    def _refuse_paste(self) -> None:
        most = self.kit.formats.file_size(LONGEST_NOTE_BYTES)
        self.tell(Problem("too_big", _PASTE_TOO_BIG, {"most": most}))


class PlainEdit(QPlainTextEdit):
    """Qt's plain editor with very long lines folded; Tab leaves the field.

    Signals:
        too_big: a paste was refused because a note may not be that long.
    """

    too_big = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty editor."""
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # Lines wrap at any width: the bar only ever shows while the width is being found, and hides a line then.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self._hider: NameHider | None = None
        self.reveil()

    def reveil(self) -> None:
        """Paint bars over what is hidden now."""
        if not VEIL.drawn and self._hider is None:
            return
        blocked = self.document().blockSignals(True)  # colours are no typing
        if self._hider is None:
            self._hider = NameHider(self)
        self._hider.rehighlight()
        self.document().blockSignals(blocked)
        self.viewport().update()

    def load(self, text: str) -> None:
        """Show a text from its start, without a history of typing."""
        self.setUndoRedoEnabled(False)
        self.clear()
        self._insert(QTextCursor(self.document()), text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUndoRedoEnabled(True)

    def whole_text(self) -> str:
        """Return the text with folded lines joined; no-break spaces stay what they are."""
        return unfold(self._lines())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words, leave files to the page behind: nobody means their path."""
        if local_paths(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text, folded; more than a note may hold is refused."""
        text = source.text()
        if bytes_over(text):
            self.too_big.emit()
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is its key."""
        if left_to_window(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start a line of its own on Enter, also inside a folded line."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not self.isReadOnly():
            self.textCursor().insertBlock(QTextBlockFormat())
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        for number, line in enumerate(fold(text)):
            if number:
                shape = QTextBlockFormat()
                if line.continues:
                    shape.setProperty(_CONTINUES, True)
                cursor.insertBlock(shape)
            cursor.insertText(line.text)

    def _lines(self) -> Iterator[ShownLine]:
        block = self.document().begin()
        while block.isValid():
            yield ShownLine(block.text(), bool(block.blockFormat().property(_CONTINUES)))
            block = block.next()
