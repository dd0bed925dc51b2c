"""The bar of an indicator: achieved and provable full, the rest of it hatched, a tick where it should be by now."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import plain_tooltip

_WIDTH, _HEIGHT = 120, 16


class GoalBar(QWidget):
    """A bullet bar from nothing to the target; its accessible name says the same in words."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self._kit = kit
        self._total = self._provable = self._target = 0
        self._expected: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    def show_values(self, total: int, provable: int, target: int, expected: float | None, words: str) -> None:
        """Show how much is achieved, how much of it provable, and how much is expected by now."""
        self._total, self._provable, self._target, self._expected = total, provable, target, expected
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Take the room of a short line, and more where there is some."""
        return QSize(self._kit.theme.length(_WIDTH), self._kit.theme.length(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way to the target."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, height = self._kit.theme.colours, self.height()
        most = max(self._target, self._total, 1)
        thick = height * 0.56
        top = (height - thick) / 2
        width = self.width() - 2

        def upto(amount: float) -> float:
            return 1 + width * min(max(amount / most, 0), 1)

        painter.setPen(QPen(QColor(colours.strong_border), 1))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(QRectF(1, top, width, thick), 2, 2)
        if self._total > self._provable:
            part = QRectF(upto(self._provable), top, upto(self._total) - upto(self._provable), thick)
            painter.setBrush(QBrush(QColor(colours.accent), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(part)
        if self._provable:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(1, top, upto(self._provable) - 1, thick), 2, 2)
        if self._expected is not None:
            at = upto(self._expected)
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawLine(round(at), 0, round(at), height)

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
