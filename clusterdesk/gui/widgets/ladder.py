"""Rungs of a ladder, filled as far as something has come; the words stand beside it and are its accessible name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.label import plain_tooltip

_WIDTH, _HEIGHT, _GAP, _STEP = 5, 14, 2, 2


class Ladder(QWidget):
    """Small bars, each higher than the one before; those up to ``level`` are filled, only outlined while wanted."""

    def __init__(self, kit: Kit, rungs: int, parent: QWidget | None = None) -> None:
        """Make a ladder of so many rungs, none filled."""
        super().__init__(parent)
        self._kit, self._rungs = kit, rungs
        self._level, self._wanted = -1, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    def show_level(self, level: int, name: str, *, wanted: bool) -> None:
        """Fill the rungs from 0 to ``level``; ``name`` says the same in words."""
        self._level, self._wanted = level, wanted
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        """Take as much room as a small word."""
        width = self._rungs * _WIDTH + (self._rungs - 1) * _GAP
        return QSize(self._kit.theme.length(width), self._kit.theme.length(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rungs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, colours = self._kit.theme.length(100) / 100, self._kit.theme.colours
        reached = QColor(colours.warn if self._wanted else colours.ok)
        for rung in range(self._rungs):
            height = (_HEIGHT - (self._rungs - 1 - rung) * _STEP) * unit
            left = rung * (_WIDTH + _GAP) * unit
            bar = QRectF(left + 0.5, self.height() - height + 0.5, _WIDTH * unit - 1, height - 1)
            full = rung <= self._level
            painter.setPen(QPen(reached if full else QColor(colours.strong_border), 1))
            painter.setBrush(reached if full and not self._wanted else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
