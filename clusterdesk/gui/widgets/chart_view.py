"""What all charts in the window share: marks drawn in the colours of the theme, and words for who does not see them."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.charts.marks import Anchor, Bar, Label, Marks, Rule, Trace
from clusterdesk.gui.kit import Kit

_WIDTH, _HEIGHT = 320, 190
_SOLID, _DASHED, _REFERENCE, _DOT = 2.0, 1.6, 1.0, 3.0
_TEXT_SHARE = 0.9
_TONES = ("accent", "warn", "muted", "bad")
_POST = 1.2
_SOFT = 38  # of 255: how much of its colour the area of a gain or a loss has

type Measure = Callable[[str], float]


class ChartView(QWidget):
    """Draws one chart, as wide as there is room; subclasses write ``lay_out``."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        """Make an empty chart called ``name``."""
        super().__init__(parent)
        self._kit = kit
        self._height = _HEIGHT
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self._grow)

    def lay_out(self, width: float, height: float, measure: Measure, text_size: float) -> Marks:
        """Return the marks of the chart in points."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Draw anew; ``words`` says the same to those who do not see it."""
        self.setAccessibleDescription(words)
        self.update()

    def set_height(self, units: int) -> None:
        """Be so high, in units that grow with the text."""
        self._height = units
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for a height that grows with the text."""
        return QSize(self._kit.theme.length(_WIDTH), self._kit.theme.length(self._height))

    def minimumSizeHint(self) -> QSize:
        """Insist on the height only."""
        return QSize(self._kit.theme.length(_WIDTH // 2), self._kit.theme.length(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks; they are laid out from the lower left corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(self._kit.theme.points * _TEXT_SHARE)
        painter.setFont(font)
        metrics = QFontMetricsF(font, self)
        size = metrics.height() * 0.72
        marks = self.lay_out(self.width(), self.height(), metrics.horizontalAdvance, size)
        self._draw(painter, marks, metrics)

    def _draw(self, painter: QPainter, marks: Marks, metrics: QFontMetricsF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for patch in marks.patches:
            painter.setBrush(self._soft("accent" if patch.gain else "bad"))
            painter.drawPolygon(QPolygonF([self._point(x, y) for x, y in patch.points]))
        for rule in marks.rules:
            painter.setPen(self._rule_pen(rule))
            painter.drawLine(self._point(rule.x1, rule.y1), self._point(rule.x2, rule.y2))
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in marks.bars:
            painter.setBrush(self._tone(bar.tone))
            painter.drawRoundedRect(self._room(bar), 2, 2)
        for post in marks.posts:
            self._draw_trace(painter, post, _POST)
        for trace in marks.traces:
            self._draw_trace(painter, trace, _DASHED if trace.dashed else _SOLID)
        for label in marks.labels:
            painter.setPen(self._tone(label.tone) if label.tone is not None else self._kit.theme.colour("muted"))
            painter.drawText(self._place(label, metrics), label.text)

    def _draw_trace(self, painter: QPainter, trace: Trace, weight: float) -> None:
        pen = QPen(self._tone(trace.tone), weight)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if trace.dashed:
            pen.setDashPattern([4, 3])
        points = [self._point(x, y) for x, y in trace.points]
        painter.setPen(pen)
        if len(points) > 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
        else:
            painter.setBrush(self._tone(trace.tone))
            painter.drawEllipse(points[0], _DOT / 2, _DOT / 2)

    def _rule_pen(self, rule: Rule) -> QPen:
        if rule.is_reference:
            return QPen(self._kit.theme.colour("muted"), _REFERENCE)
        return QPen(self._kit.theme.colour("strong_border" if rule.is_axis else "border"), 1)

    def _tone(self, tone: int) -> QColor:
        return self._kit.theme.colour(_TONES[min(tone, len(_TONES) - 1)])

    def _soft(self, colour: str) -> QColor:
        soft = QColor(self._kit.theme.colour(colour))
        soft.setAlpha(_SOFT)
        return soft

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x, self.height() - y)

    def _room(self, bar: Bar) -> QRectF:
        return QRectF(self._point(bar.x, bar.y + bar.height), self._point(bar.x + bar.width, bar.y))

    def _place(self, label: Label, metrics: QFontMetricsF) -> QPointF:
        width = metrics.horizontalAdvance(label.text)
        back = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        return self._point(label.x - back, label.y)

    def _grow(self) -> None:
        self.updateGeometry()
        self.update()
