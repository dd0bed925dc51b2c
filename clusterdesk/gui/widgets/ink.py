"""What is painted by hand: fonts and colours as the style sheet gives them to labels, and chips."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.theme import body_font
from clusterdesk.gui.tokens import Tone

# As the roles of labels and links in the style sheet: the size (of body text), whether strong, the colour.
_ROLES = {
    "body": (1.0, False, "text"),
    "muted": (1.0, False, "muted"),
    "small": (0.9, False, "muted"),
    "quiet": (0.9, False, "muted"),
    "name": (1.0, True, "text"),
    "link": (1.0, True, "accent"),
    "chip": (0.9, True, "text"),
}


class Ink:
    """The font of a role, its measures, and the token of its colour."""

    __slots__ = ("colour", "font", "metrics")

    def __init__(self, font: QFont, colour: str) -> None:
        """Measure the font."""
        self.font, self.metrics, self.colour = font, QFontMetrics(font), colour

    def width(self, text: str) -> int:
        """Return the pixels a text takes: one more than Qt says, which rounds down."""
        return self.metrics.horizontalAdvance(text) + 1

    def cut(self, text: str, room: int) -> str:
        """Return a text that fits into so many pixels, with "…" where it is cut."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def ink(kit: Kit, role: str) -> Ink:
    """Return what a role is written with, in the present size of text."""
    return _ink(kit.theme.points, role)


@lru_cache(maxsize=32)
def _ink(points: float, role: str) -> Ink:
    size, strong, colour = _ROLES[role]
    font = body_font(points * size)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return Ink(font, colour)


def write(painter: QPainter, kit: Kit, role: str, box: QRectF, text: str, *, colour: str = "") -> None:
    """Write one line of text at the left of a box, in the middle of its height; ``colour`` is another token."""
    used = ink(kit, role)
    painter.setFont(used.font)
    painter.setPen(QColor(getattr(kit.theme.colours, colour or used.colour)))
    base = box.top() + (int(box.height()) - used.metrics.height()) // 2 + used.metrics.ascent()
    painter.drawText(QPointF(box.left(), base), text)


def draw_chip(painter: QPainter, kit: Kit, box: QRectF, text: str, tone: Tone) -> None:
    """Draw a chip that fills a box; its text is cut already."""
    colours = kit.theme.colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.back(tone)))
    round_by = min(box.height() / 2, float(kit.theme.length(8)))
    painter.drawRoundedRect(box, round_by, round_by)
    painter.setFont(ink(kit, "chip").font)
    painter.setPen(QColor(colours.front(tone)))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def paint_chip(painter: QPainter, cell: QRectF, text: str, tone: Tone, kit: Kit) -> float:
    """Paint a chip at the left of a cell of a list, centred in its height; returns its width."""
    used = ink(kit, "chip")
    height, pad = used.metrics.height() + 4.0, 8.0
    shown = used.cut(text, int(cell.width() - 2 * pad - 12))
    width = used.width(shown) + 2 * pad
    painter.save()
    box = QRectF(cell.left() + 6, cell.center().y() - height / 2, width, height)
    draw_chip(painter, kit, box, shown, tone)
    painter.restore()
    return width
