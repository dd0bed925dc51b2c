"""The matrix of production projects in the window: dots by feasibility and impact, walked through by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.charts.rating_matrix import Box, Matrix, MatrixDot, PlacedDot, lay_out_matrix
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Card, SectionHeader

_SIDE, _LEAST, _RADIUS, _SOFT = 320, 240, 9, 30
_TONES = ("accent", "info", "muted")
_STEP = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class MatrixView(QWidget):
    """The dots; the rank stands in each, the title beside it where there is room.

    Signals:
        opened: the key of the dot that was pressed, or chosen by Enter.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        """Make an empty square called ``name``."""
        super().__init__(parent)
        self._kit = kit
        self._dots: tuple[MatrixDot, ...] = ()
        self._words = ""
        self.current = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        kit.theme.changed.connect(self.updateGeometry)

    def show_dots(self, dots: Sequence[MatrixDot], words: str) -> None:
        """Draw these; ``words`` says the same to those who do not see it."""
        self._dots = tuple(sorted(dots, key=lambda dot: dot.rank))
        self._words = words
        self.current = min(self.current, len(self._dots) - 1)
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square that grows with the text."""
        return QSize(self._kit.theme.length(_SIDE), self._kit.theme.length(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Insist on the height."""
        return QSize(self._kit.theme.length(_LEAST), self._kit.theme.length(_SIDE))

    def laid_out(self) -> Matrix:
        """Return where everything stands now, for painting and for the mouse."""
        metrics = QFontMetricsF(self._font())
        edge = metrics.height() * 1.6
        frame = Box(edge, 4, self.width() - edge - 4, self.height() - edge - 4)
        return lay_out_matrix(
            self._dots,
            frame,
            radius=self._kit.theme.length(_RADIUS),
            text_height=metrics.height(),
            measure=metrics.horizontalAdvance,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, dots and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        matrix = self.laid_out()
        self._draw_frame(painter, matrix.frame)
        for number, placed in enumerate(matrix.dots):
            self._draw_dot(painter, placed, current=self.hasFocus() and number == self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from rank to rank; Enter opens."""
        key = Qt.Key(event.key())
        if key in _STEP and self._dots:
            self.current = min(max(self.current + _STEP[key], 0), len(self._dots) - 1)
            self._say()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self.current < len(self._dots):
            self.opened.emit(self._dots[self.current].key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the dot under the mouse."""
        found = self._under(event.position())
        if found is not None:
            self.opened.emit(found.dot.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the dot under the mouse."""
        found = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(found.dot.name if found is not None else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the best one."""
        self.current = max(self.current, 0) if self._dots else -1
        self._say()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw without the ring."""
        self.update()
        super().focusOutEvent(event)

    def _under(self, point: QPointF) -> PlacedDot | None:
        reach = self._kit.theme.length(_RADIUS) + 2
        near = (one for one in self.laid_out().dots if (one.x - point.x()) ** 2 + (one.y - point.y()) ** 2 <= reach**2)
        return next(near, None)

    def _say(self) -> None:
        here = self._dots[self.current].name if 0 <= self.current < len(self._dots) else ""
        self.setAccessibleDescription("\n".join(one for one in (here, self._words) if one))

    def _draw_frame(self, painter: QPainter, frame: Box) -> None:
        t, theme = self._kit.t, self._kit.theme
        good = QColor(theme.colour("accent"))
        good.setAlpha(_SOFT)
        half = QPointF(frame.x + frame.width / 2, frame.y + frame.height / 2)
        painter.fillRect(QRectF(half.x(), frame.y, frame.width / 2, frame.height / 2), good)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRect(QRectF(frame.x, frame.y, frame.width, frame.height))
        painter.drawLine(QPointF(half.x(), frame.y), QPointF(half.x(), frame.y + frame.height))
        painter.drawLine(QPointF(frame.x, half.y()), QPointF(frame.x + frame.width, half.y()))
        painter.setPen(theme.colour("muted"))
        metrics = painter.fontMetrics()
        low = self.height() - metrics.descent() - 2
        for share, score in ((0.0, "1"), (0.5, "3"), (1.0, "5")):
            x = frame.x + share * frame.width - share * metrics.horizontalAdvance(score)
            painter.drawText(QPointF(x, low), score)
            y = frame.y + (1 - share) * frame.height + (1 - share) * -4 + share * metrics.ascent()
            painter.drawText(QPointF(frame.x - metrics.horizontalAdvance(score) - 5, y), score)
        across = t("feasibility")
        painter.drawText(QPointF(frame.x + frame.width * 0.75 - metrics.horizontalAdvance(across) / 2, low), across)
        painter.save()
        up = t("impact")
        low_end = frame.y + frame.height * 0.25 + metrics.horizontalAdvance(up) / 2
        painter.setTransform(QTransform(0, -1, 1, 0, metrics.ascent() + 1, low_end), combine=True)  # upwards
        painter.drawText(QPointF(0, 0), up)
        painter.restore()

    def _draw_dot(self, painter: QPainter, placed: PlacedDot, *, current: bool) -> None:
        theme, radius = self._kit.theme, self._kit.theme.length(_RADIUS)
        colour = theme.colour(_TONES[min(placed.dot.tone, len(_TONES) - 1)])
        centre = QPointF(placed.x, placed.y)
        painter.setPen(QPen(theme.colour("text"), 2) if current else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(theme.colour("surface"))
        square = QRectF(placed.x - radius, placed.y - radius, 2 * radius, 2 * radius)
        painter.drawText(square, int(Qt.AlignmentFlag.AlignCenter), str(placed.dot.rank))
        if placed.label:
            painter.setPen(theme.colour("text"))
            painter.drawText(QPointF(placed.label_x, placed.label_y + painter.fontMetrics().ascent()), placed.label)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._kit.theme.points * 0.88)
        return font


class MatrixCard(Card):
    """The frame of the matrix, with its heading."""

    def __init__(self, kit: Kit, matrix: MatrixView) -> None:
        """Put the matrix into the frame."""
        super().__init__()
        self.add(SectionHeader(kit.t("Feasibility × impact")), matrix)
