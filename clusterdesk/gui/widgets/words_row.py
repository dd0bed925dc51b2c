"""A row that writes its words itself: only what can be clicked in it is a widget of its own.

A widget for each word, laid out by layouts, costs ten times as much; the first screen has a hundred and fifty words.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import is_enter
from clusterdesk.gui.widgets.ink import draw_chip, ink, write
from clusterdesk.gui.widgets.label import plain_tooltip

type Way = Route | Callable[[], Route]

_NARROWEST = 40
# What is around the text of a link: left and right in all, above and below in all; its ground and colour when hovered.
_EDGES = {"link": (5, 10, 6), "name": (5, 10, 6), "quiet": (0, 16, 2)}
_HOVERED = {"link": ("accent_soft", "accent"), "name": ("hover", "accent"), "quiet": ("hover", "accent")}


class Word:
    """A text in a row, or a chip where it has a tone; ``why`` is its tooltip."""

    __slots__ = ("box", "role", "shown", "text", "tone", "why")

    def __init__(self, text: str, role: str = "body", *, tone: Tone | None = None, why: str = "") -> None:
        """Know the text; ``role`` is one of those of labels."""
        self.text, self.tone, self.why = text, tone, why
        self.role = "chip" if tone is not None else role
        self.box, self.shown = QRect(), text

    def size(self, kit: Kit) -> QSize:
        """Return the room all of it takes."""
        used, seen = ink(kit, self.role), VEIL.words(self.text)
        if self.tone is None:
            return QSize(used.width(seen), used.metrics.height())
        return QSize(used.width(seen) + 2 * kit.theme.length(9), max(kit.theme.length(16), used.metrics.height()) + 2)

    def put(self, kit: Kit, box: QRect) -> None:
        """Stand in a box, cut where it is too narrow."""
        around = 2 * kit.theme.length(9) if self.tone is not None else 0
        self.box, self.shown = box, ink(kit, self.role).cut(VEIL.words(self.text), box.width() - around)

    def tooltip(self) -> str:
        """Return the whole text where it is cut, and why it stands there; nothing where the veil hides some of it."""
        whole = "\n".join(part for part in (self.text if self.shown != self.text else "", self.why) if part)
        return whole if VEIL.strictly(whole) == whole else ""


class WordLink(QAbstractButton):
    """A link in a row; its text ends in "…" where there is no room, the whole of it is then its tooltip.

    Signals:
        went: the Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, text: str, route: Way, role: str = "link", *, name: str = "", row: QWidget) -> None:
        """Lead to a route, or to the one a function gives when followed.

        ``role``: "link", "name" (strong, in the colour of text) or "quiet" (small and muted); ``name`` is what screen
        readers say where the text alone would not do.
        """
        super().__init__(row)
        self._kit, self._whole, self._route, self._role, self._name = kit, text, route, role, name
        self._shown = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.setToolTip(plain_tooltip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._go)

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        used, (_, wide, high) = ink(self._kit, self._role), _EDGES[self._role]
        return QSize(used.width(VEIL.words(self._whole)) + wide, used.metrics.height() + high)

    def put(self, box: QRect) -> None:
        """Stand in a box, cut where it is too narrow."""
        self.setGeometry(box)
        left, wide, _ = _EDGES[self._role]
        seen = VEIL.words(self._whole)
        self._shown = ink(self._kit, self._role).cut(seen, box.width() - min(wide, 2 * left + 1))
        if self._shown != self.text():
            self.setText(self._shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._name or ("" if self._shown == seen else self._whole)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter act like Space."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the text; on a ground while the mouse is over it, with a frame while it has the focus."""
        kit, painter = self._kit, QPainter(self)
        hovered, focused = self.underMouse(), self.hasFocus()
        ground, colour = _HOVERED[self._role]
        if hovered or focused:
            colours = kit.theme.colours
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(getattr(colours, ground)) if hovered else Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.focus) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        box = QRectF(self.rect()).adjusted(_EDGES[self._role][0], 0, 0, 0)
        write(painter, kit, self._role, box, self._shown, colour=colour if hovered else "")

    @Slot()
    def _go(self) -> None:
        self.went.emit(self._route if isinstance(self._route, Route) else self._route())


class WordsRow(QWidget):
    """The row. Subclasses fill ``words`` and say in ``arrange`` where all of it stands, in ``height_needed`` how high.

    It is made anew when the size of the text changes.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self.kit = kit
        self.words: list[Word] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def arrange(self, width: int) -> None:
        """Put every word and widget into its place."""
        raise NotImplementedError

    def height_needed(self) -> int:
        """Return the height of the row."""
        raise NotImplementedError

    def reveil(self) -> None:
        """Write the words anew: the veil has changed."""
        self.arrange(self.width())
        self.update()

    def tell(self) -> None:
        """Let screen readers say the words that are no widgets."""
        self.setAccessibleName(", ".join(word.text for word in self.words if word.text))
        self.setAccessibleDescription("\n".join(word.why for word in self.words if word.why))

    def sizeHint(self) -> QSize:
        """Ask for the height; the width is whatever there is."""
        return QSize(8 * _NARROWEST, self.height_needed())

    def minimumSizeHint(self) -> QSize:
        """Insist on the height."""
        return QSize(4 * _NARROWEST, self.height_needed())

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange it once it has its size: before that it is given several that are never seen."""
        super().showEvent(event)
        self.arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange it anew."""
        super().resizeEvent(event)
        if self.isVisible():
            self.arrange(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words."""
        painter = QPainter(self)
        for word in self.words:
            if word.tone is None:
                write(painter, self.kit, word.role, QRectF(word.box), word.shown)
            else:
                draw_chip(painter, self.kit, QRectF(word.box), word.shown, word.tone)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have the tooltip of the word under the mouse."""
        self.setToolTip(plain_tooltip(self.tooltip_at(event.position().toPoint())))
        super().mouseMoveEvent(event)

    def tooltip_at(self, place: QPoint) -> str:
        """Return the tooltip of the word at a place of the row, "" where there is none."""
        return next((word.tooltip() for word in self.words if word.box.contains(place)), "")

    def put_right(self, right: int, top: int, height: int, *things: Word | WordLink, gap: int = 2) -> int:
        """Put things side by side, the last one at the right end; return what is left of them free."""
        for thing in reversed(things):
            size = thing.size(self.kit) if isinstance(thing, Word) else thing.sizeHint()
            box = QRect(right - size.width(), top + (height - size.height()) // 2, size.width(), size.height())
            _put(self.kit, thing, box)
            right = box.left() - gap
        return right

    def put_left(self, left: int, room: int, top: int, height: int, thing: Word | WordLink) -> int:
        """Put one thing at the left, cut where there is less room than it needs; return where it ends."""
        size = thing.size(self.kit) if isinstance(thing, Word) else thing.sizeHint()
        width = max(min(size.width(), room), 0)
        _put(self.kit, thing, QRect(left, top + (height - size.height()) // 2, width, size.height()))
        return left + width


def _put(kit: Kit, thing: Word | WordLink, box: QRect) -> None:
    if isinstance(thing, Word):
        thing.put(kit, box)
    else:
        thing.put(box)
