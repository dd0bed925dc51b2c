"""The search field: an icon, a placeholder, and a signal once typing pauses."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.line_edit import PlainLine

_PAUSE_MS = 60
LONGEST_SEARCH = 200


class SearchField(PlainLine):
    """One line to search with; Esc empties it, arrow down leaves for the results.

    Signals:
        searched: the text, at most every 60 ms while typing.
        entered: Enter was pressed.
        left_down: arrow down: put the focus into the results.
    """

    searched = Signal(str)
    entered = Signal(str)
    left_down = Signal()

    def __init__(self, kit: Kit, placeholder: str, parent: QWidget | None = None) -> None:
        """Make the field; the placeholder is its accessible name too."""
        super().__init__(parent)
        self.kit = kit
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(LONGEST_SEARCH)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._draw()
        kit.theme.changed.connect(self._draw)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Esc, leave on arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _typed(self, _text: str) -> None:
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self.searched.emit(self.text())

    @Slot()
    def _enter(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())
        self.entered.emit(self.text())

    @Slot()
    def _draw(self) -> None:
        self._glass.setIcon(self.kit.icons.icon("search", "muted"))
