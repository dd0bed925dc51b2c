"""The ten rungs of maturity, filled as far as a project has come; the words beside it say the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.domain.industrialisation.maturity import LEVELS
from clusterdesk.gui.kit import Kit

_WIDTH, _LOWEST, _RISE, _GAP, _TEXT = 300, 10, 4, 4, 18


class LevelLadder(QWidget):
    """Rungs 1–10, each a little higher than the one before; ``goal`` and above are marked as what counts."""

    def __init__(self, kit: Kit, goal: int, parent: QWidget | None = None) -> None:
        """Make a ladder at level 0."""
        super().__init__(parent)
        self._kit, self._goal, self._level = kit, goal, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    def show_level(self, level: int, name: str) -> None:
        """Fill the rungs up to ``level``; ``name`` says the same in words."""
        self._level = level
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        highest = _LOWEST + _RISE * (len(LEVELS) - 1)
        return QSize(self._kit.theme.length(_WIDTH), self._kit.theme.length(highest + _TEXT + 2))

    def minimumSizeHint(self) -> QSize:
        """Insist on the height only."""
        return QSize(self._kit.theme.length(_WIDTH // 2), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rungs with their numbers under them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit, colours = self._kit.theme.length(100) / 100, self._kit.theme.colours
        gap, text = _GAP * unit, _TEXT * unit
        width = (self.width() - gap * (len(LEVELS) - 1)) / len(LEVELS)
        floor = self.height() - text
        for level in LEVELS:
            height = (_LOWEST + _RISE * (level - 1)) * unit
            left = (level - 1) * (width + gap)
            counts, full = level >= self._goal, level <= self._level
            tone = QColor(colours.ok if counts else colours.accent)
            painter.setPen(QPen(tone if full or counts else QColor(colours.strong_border), 1))
            painter.setBrush(tone if full else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 0.5, floor - height + 0.5, width - 1, height - 1), 3, 3)
            self._write(painter, level, QRectF(left, floor + 2 * unit, width, text - 2 * unit))

    def _write(self, painter: QPainter, level: int, room: QRectF) -> None:
        here = level == self._level
        font = QFont(self.font())
        font.setPointSizeF(self._kit.theme.points * 0.9)
        font.setWeight(QFont.Weight.Bold if here else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._kit.theme.colour("text" if here else "muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(level))

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
