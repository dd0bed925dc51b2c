"""Icons: Lucide drawings in the colours of the theme, drawn at twice their size and kept."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from clusterdesk.base.resources import resource
from clusterdesk.gui.kept_shapes import KeptShapes
from clusterdesk.gui.theme import Theme

SIZE = 18
_SHARP = 2.0


class Icons(QObject):
    """Gives the icon of a name (``icons/<name>.svg``) in the theme's colours.

    Icons hold their colours: who shows one asks again on ``Theme.changed``.
    """

    def __init__(self, theme: Theme, kept: KeptShapes) -> None:
        """Draw for this theme; what is at hand is forgotten when it changes."""
        super().__init__(theme)
        self._theme, self._drawn = theme, kept
        self._kept: dict[tuple[str, str, str, int], QIcon] = {}
        self._shapes: dict[tuple[str, int], QPixmap] = {}
        theme.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._kept.clear()

    def icon(self, name: str, colour: str = "muted", *, chosen: str = "", size: int = SIZE) -> QIcon:
        """Return an icon in a token's colour; ``chosen`` is the token for its checked state.

        An unknown name gives an empty icon: a missing drawing never stops a screen (a test looks for them).
        """
        key = (name, colour, chosen, size)
        if key not in self._kept:
            icon = QIcon()
            icon.addPixmap(self.pixmap(name, colour, size=size))
            # Qt would bleach the drawing: a white one on the accent would vanish from a button that is off.
            icon.addPixmap(self.pixmap(name, "muted", size=size), QIcon.Mode.Disabled)
            if chosen:
                icon.addPixmap(self.pixmap(name, chosen, size=size), QIcon.Mode.Normal, QIcon.State.On)
            self._kept[key] = icon
        return self._kept[key]

    def pixmap(self, name: str, colour: str = "muted", *, size: int = SIZE) -> QPixmap:
        """Return a drawing of ``size`` pixels (grown with the text) in a token's colour."""
        shape = (name, self._theme.length(size))
        if shape not in self._shapes:
            self._shapes[shape] = self._shape(*shape)
        return coloured(self._shapes[shape], getattr(self._theme.colours, colour))

    def keep(self) -> None:
        """Keep the shapes drawn until now for the next start."""
        self._drawn.write()

    def _shape(self, name: str, size: int) -> QPixmap:
        path, side = resource("icons", f"{name}.svg"), int(size * _SHARP)
        shape = self._drawn.find(path, side)
        if shape is None:
            shape = draw(name, size)
            self._drawn.keep(path, side, shape)
        shape.setDevicePixelRatio(_SHARP)
        return shape


@lru_cache(maxsize=256)
def drawing(name: str) -> bytes:
    """Return the SVG text of an icon, empty when there is none."""
    path = resource("icons", f"{name}.svg")
    return path.read_bytes() if path.is_file() else b""


def draw(name: str, size: int) -> QPixmap:
    """Paint the shape of an icon, in black, into a transparent pixmap of ``size`` logical pixels."""
    side = int(size * _SHARP)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = drawing(name).replace(b"currentColor", b"#000")
    if svg:
        # Imported here: the shapes of a start were mostly kept by an earlier one.
        from PySide6.QtSvg import QSvgRenderer

        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
        painter.end()
    pixmap.setDevicePixelRatio(_SHARP)
    return pixmap


def coloured(shape: QPixmap, colour: str) -> QPixmap:
    """Return a shape in a ``#rrggbb`` colour; reading the drawing again for each would take ten times as long."""
    pixmap = QPixmap(shape)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(pixmap.rect())  # not fillRect, which knows 180 names of gradients that take 8 ms to learn
    painter.end()
    return pixmap
