"""A scroll area as high as what is in it, up to a limit: rows of chips that would push the list out of the window."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class LowScroll(QScrollArea):
    """Shows a widget whose height depends on its width."""

    def __init__(self, inner: QWidget, most: int, name: str, parent: QWidget | None = None) -> None:
        """Show ``inner``, no higher than ``most`` pixels: these do not grow with the text, as the window does not."""
        super().__init__(parent)
        self._inner, self._most = inner, most
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        inner.installEventFilter(self)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """Insist on no width."""
        return QSize(0, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure at another width."""
        super().resizeEvent(event)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when there is more in it, or the text has grown."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        height = self._inner.heightForWidth(self.width())
        if height > self._most:
            height = self._inner.heightForWidth(self.width() - self.verticalScrollBar().sizeHint().width())
        height = min(max(height, 0), self._most)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
