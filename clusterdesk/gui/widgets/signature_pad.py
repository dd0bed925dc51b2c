"""A field to sign in: with a pen, a finger or the mouse; strokes can be taken back one by one.

Signals:
    changed: a stroke was added or taken away.
"""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.domain.signature import Point, Signature
from clusterdesk.gui.kit import Kit

_WIDTH, _HEIGHT, _LEAST_HEIGHT = 460, 150, 100
_LINE_FROM_BOTTOM, _MARGIN = 34, 18
_INK, _LEAST_STEP = 2.2, 1.5


class SignaturePad(QWidget):
    """Draws what is written and gives it as strokes, in the pad's own units."""

    changed = Signal()

    def __init__(self, kit: Kit, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Make an empty pad; ``hint`` stands under the line until something is written."""
        super().__init__(parent)
        self._kit, self._hint = kit, hint
        self._signature = Signature()
        self._stroke: list[Point] = []
        self._by_pen = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    @property
    def signature(self) -> Signature:
        """What was written."""
        return self._signature

    @Slot()
    def take_back(self) -> None:
        """Take the last stroke away."""
        self._signature = self._signature.without_last()
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._signature, self._stroke = Signature(), []
        self._tell()

    def sizeHint(self) -> QSize:
        """Ask for room to write; large text around it leaves a little less of it."""
        return QSize(_WIDTH, max(_HEIGHT - (self._kit.theme.text_scale - 100) // 2, _LEAST_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke with the mouse or a finger."""
        if event.button() == Qt.MouseButton.LeftButton and not self._by_pen:
            self._begin(event.position())
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self._by_pen:
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton and not self._by_pen:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Write with a pen, which is more exact than the mouse it would be taken for."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._by_pen = True
                self._begin(event.position())
            case QEvent.Type.TabletMove if self._stroke:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._end()
                self._by_pen = False
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a stroke back with Ctrl+Z or Backspace, all with Del."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the line to sign on and the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "strong_border"), 1.4))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        bottom, margin = self.height() - _LINE_FROM_BOTTOM, _MARGIN
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(margin, bottom, self.width() - margin, bottom)
        if not self._signature.strokes and not self._stroke:
            painter.setPen(theme.colour("muted"))
            room = self.rect().adjusted(margin, 0, -margin, -theme.length(8))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), self._hint)
        pen = QPen(theme.colour("text"), _INK)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in (*self._signature.strokes, tuple(self._stroke)):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))

    def _begin(self, place: QPointF) -> None:
        self._stroke = [(place.x(), place.y())]
        self.update()

    def _go_on(self, place: QPointF) -> None:
        if not self._stroke:
            return
        x, y = self._stroke[-1]
        if abs(place.x() - x) + abs(place.y() - y) >= _LEAST_STEP:
            self._stroke.append((place.x(), place.y()))
            self.update()

    def _end(self) -> None:
        self._signature = self._signature.with_stroke(self._stroke)
        self._stroke = []
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
