"""A value chain to look at: its links as arrows one after the other, each with how many stand there."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import PressedByEnter
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import plain_tooltip

_WIDEST, _HEIGHT, _POINT, _INSIDE = 210, 52, 14, 12
_SOFT = 26  # of 255: how much of its colour the ground of a link has


@dataclass(frozen=True, slots=True)
class StripLink:
    """A link as it is drawn: its name, a line under it, and whether nobody of the Region stands there."""

    id: UUID
    name: str
    note: str
    hole: bool = False


class LinkArrow(PressedByEnter):
    """One link: an arrow that points to the next; a hole has a dashed edge and says so in words."""

    def __init__(self, kit: Kit, link: StripLink, parent: QWidget | None = None) -> None:
        """Draw a link."""
        super().__init__(parent)
        self._kit, self.link = kit, link
        self.setProperty("role", "arrow")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(kit.t("{link}: {note}", link=link.name, note=link.note))
        self.setToolTip(plain_tooltip(self.accessibleName()))
        kit.theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for the room of both lines, within limits."""
        length = self._kit.theme.length
        strong, small = QFontMetrics(self._font(strong=True)), QFontMetrics(self._font())
        wide = max(strong.horizontalAdvance(self.link.name), small.horizontalAdvance(self.link.note))
        around = 2 * length(_INSIDE) + 2 * length(_POINT)
        return QSize(min(wide + around, length(_WIDEST)), max(length(_HEIGHT), strong.height() + small.height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Insist on what is asked for."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw arrow and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        tone = "warn" if self.link.hole else "accent"
        edge = theme.colour(tone)
        ground = QColor(edge)
        ground.setAlpha(_SOFT * 2 if self.isDown() or self.underMouse() else _SOFT)
        pen = QPen(edge, 2.2 if self.hasFocus() else 1.2)
        if self.link.hole:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPolygon(self._shape())
        self._write(painter)

    def _shape(self) -> QPolygonF:
        point, room = self._kit.theme.length(_POINT), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        middle = room.center().y()
        return QPolygonF(
            [
                room.topLeft(),
                QPointF(room.right() - point, room.top()),
                QPointF(room.right(), middle),
                QPointF(room.right() - point, room.bottom()),
                room.bottomLeft(),
                QPointF(room.left() + point, middle),
            ]
        )

    def _write(self, painter: QPainter) -> None:
        theme = self._kit.theme
        left = theme.length(_POINT) + theme.length(_INSIDE)
        width = self.width() - left - theme.length(_POINT)
        half = self.height() // 2
        lines = ((self.link.name, True, "text", 5, Qt.AlignmentFlag.AlignBottom),)
        note = (self.link.note, False, "warn" if self.link.hole else "muted", half + 1, Qt.AlignmentFlag.AlignTop)
        for text, strong, colour, top, place in (*lines, note):
            font = self._font(strong=strong)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            painter.drawText(QRectF(left, top, width, half - 5), int(place | Qt.AlignmentFlag.AlignLeft), shown)

    def _font(self, *, strong: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._kit.theme.points * (1.0 if strong else 0.88))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font


class ChainStrip(QWidget):
    """The links of one chain; they break into lines where there is little room.

    Signals:
        opened: the id of the link that was pressed.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, name: str) -> None:
        """Make an empty strip; ``name`` is what screen readers call it."""
        super().__init__()
        self._kit = kit
        self.arrows: list[LinkArrow] = []
        self._flow = FlowLayout(self, spacing=2)
        self.setAccessibleName(name)

    def show_links(self, links: Sequence[StripLink]) -> None:
        """Draw these links in their order."""
        if [arrow.link for arrow in self.arrows] == list(links):
            return
        for arrow in self.arrows:
            self._flow.removeWidget(arrow)
            arrow.hide()
            arrow.deleteLater()
        self.arrows = [LinkArrow(self._kit, link, self) for link in links]
        for arrow in self.arrows:
            arrow.clicked.connect(self._open)
            self._flow.addWidget(arrow)
            arrow.show()
        self.updateGeometry()

    @Slot()
    def _open(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, LinkArrow):
            self.opened.emit(pressed.link.id)
