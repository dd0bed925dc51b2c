"""The words of one entry of the Fil, laid over it so that some of them can be selected, copied and quoted."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTextEdit

from clusterdesk.gui.entry.selection import Quoted, text_of_selection
from clusterdesk.gui.widgets.fields.inline import in_menu, left_to_window

_EDGE = 4


class EntryReader(QTextEdit):
    """Shows all the words of an entry while something is selected in them; goes with the focus, or by Esc."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        """Make a hidden one in the viewport of a list."""
        super().__init__(view.viewport())
        self._list = view
        self._source = Quoted()
        self.setProperty("role", "entry-reader")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        for side in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.hide()

    def show_words(self, source: Quoted, name: str, font: QFont, place: QRect) -> None:
        """Lie over the words painted at ``place``; what does not fit there makes it higher, as far as there is room."""
        self._source = source
        self.setAccessibleName(name)
        self.setFont(font)
        self.setPlainText(source.text)
        self.document().setTextWidth(place.width())
        room = self._list.viewport().height() - place.top() - _EDGE
        height = max(place.height(), min(int(self.document().size().height()) + 1, room))
        inside = _EDGE - 1  # the frame is one pixel wide
        self.setViewportMargins(inside, inside, inside, inside)
        self.setGeometry(place.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE + height - place.height()))
        self.show()
        self.raise_()
        self.setFocus()

    def begin(self, at: QPoint) -> None:
        """Begin to select at a place of the list."""
        self.setTextCursor(self._cursor_at(at))

    def reach(self, at: QPoint) -> None:
        """Select from where it began up to a place of the list."""
        cursor = self.textCursor()
        cursor.setPosition(self._cursor_at(at).position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def quoted(self) -> Quoted:
        """Return what is selected, else all of it."""
        return Quoted(text_of_selection(self) or self._source.text, self._source.session_id, self._source.visibility)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if left_to_window(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Esc, back to the entry."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go when one goes on, but not for the own menu or another window."""
        super().focusOutEvent(event)
        if not in_menu(event) and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()

    def _leave(self) -> None:
        self.hide()
        self._list.setFocus()

    def _cursor_at(self, at: QPoint) -> QTextCursor:
        return self.cursorForPosition(self.viewport().mapFrom(self._list.viewport(), at))
