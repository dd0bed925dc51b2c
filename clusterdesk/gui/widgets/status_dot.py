"""A coloured dot beside a word; hidden from screen readers by carrying the word as its name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone


class StatusDot(QWidget):
    """Shows a tone as a dot; never alone: the word stands beside it and is its accessible name."""

    def __init__(self, kit: Kit, tone: Tone, name: str, parent: QWidget | None = None) -> None:
        """Show a tone; ``name`` says the same in words."""
        super().__init__(parent)
        self._kit, self._tone = kit, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        kit.theme.changed.connect(self.update)

    def set_tone(self, tone: Tone, name: str) -> None:
        """Show another tone, with its word."""
        self._tone = tone
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Take as much room as a capital letter."""
        side = self._kit.theme.length(10)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._kit.theme.colours.front(self._tone)))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
