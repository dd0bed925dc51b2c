"""The layer over the window that quick capture lies on: the page is seen through it, and waits."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from clusterdesk.domain.capture.understood import Around
from clusterdesk.gui.capture.panel import CapturePanel
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.focus_order import focus_next

_SHADE = QColor(12, 18, 15, 96)
_WIDTH_UNITS = 620
_TOP = 0.13
_MARGIN = 24


class CaptureLayer(QWidget):
    """Covers a window with a shade and the panel; it goes when the panel is left, and gives the focus back.

    Signals:
        gone: it was left.
    """

    gone = Signal()

    def __init__(self, context: Context, window: QWidget, around: Around, note_id: UUID | None = None) -> None:
        """Lie over ``window``."""
        super().__init__(window)
        self._window, self._theme = window, context.kit.theme
        self._focus = QApplication.focusWidget()
        self.setAccessibleName(context.kit.t("Quick note"))
        self.panel = CapturePanel(context, around, note_id, self)
        self.panel.left.connect(self.leave)
        window.installEventFilter(self)
        context.kit.theme.changed.connect(self._place)
        self._place()
        self.show()
        self.raise_()
        self.panel.line.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go away; what is written stays for the next time."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        if self.panel.text.strip():
            self.panel.keep_draft()
        self.hide()
        self.gone.emit()
        if self._focus is not None and _is_there(self._focus):
            self._focus.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Grow with what the panel has to say."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round in the panel: the page behind waits."""
        return focus_next(self.panel, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; no other key reaches the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave when the page is clicked."""
        self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shade."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _SHADE)

    @Slot()
    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._theme.length(_WIDTH_UNITS), self.width() - 2 * _MARGIN)
        layout = self.panel.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        height = min(max(height, self.panel.minimumSizeHint().height()), self.height() - 2 * _MARGIN)
        top = min(int(self.height() * _TOP), self.height() - height - _MARGIN)
        self.panel.setGeometry((self.width() - width) // 2, max(top, _MARGIN), width, height)


def _is_there(widget: QWidget) -> bool:
    import shiboken6

    return shiboken6.isValid(widget) and widget.isVisible()
