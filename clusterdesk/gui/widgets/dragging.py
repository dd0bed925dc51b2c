"""Dragging something of ours with the mouse onto a place that takes it; a key or a menu must do the same."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from clusterdesk.gui.widgets.label import restyle

PROMISE = "promise"  # a kind of thing
_PREFIX = "application/x-clusterdesk-"
_WIDEST = 320


def mime_of(kind: str, payload: bytes) -> QMimeData:
    """Return what travels with the mouse: a kind of thing of ours, and which one."""
    data = QMimeData()
    data.setData(_PREFIX + kind, QByteArray(payload))
    return data


def payload_of(data: QMimeData, kind: str) -> bytes | None:
    """Return which thing travels; ``None`` where it is of another kind."""
    return bytes(data.data(_PREFIX + kind).data()) if data.hasFormat(_PREFIX + kind) else None


class DragStart(QObject):
    """Watches a widget: pressed and moved far enough, it is dragged.

    Signals:
        began, ended: around the drag.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, widget: QWidget, kind: str, payload: bytes) -> None:
        """Let a widget be dragged as a thing of a kind."""
        super().__init__(widget)
        self._widget, self._kind, self._payload = widget, kind, payload
        self._pressed: QPoint | None = None
        widget.setCursor(Qt.CursorShape.OpenHandCursor)
        widget.installEventFilter(self)

    def press(self, event: QMouseEvent) -> None:
        """Begin at a press, also one that came before anything was watched."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear the mouse."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.press(event)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            moved = (event.position().toPoint() - self._pressed).manhattanLength()
            if moved >= QApplication.startDragDistance():
                self._pressed = None
                self._drag()
                return True
        return False

    def _drag(self) -> None:
        drag = QDrag(self._widget)
        drag.setMimeData(mime_of(self._kind, self._payload))
        drag.setPixmap(self._picture())
        drag.setHotSpot(QPoint(12, 12))
        self.began.emit()
        drag.exec(Qt.DropAction.MoveAction)
        self.ended.emit()

    def _picture(self) -> QPixmap:
        whole = self._widget.grab()
        return whole.copy(0, 0, min(whole.width(), round(_WIDEST * whole.devicePixelRatio())), whole.height())


class DropZone(QFrame):
    """A frame that takes things of some kinds; while one is over it, its property "over" is true.

    Signals:
        dropped: the kind and the payload (bytes) of what was let go.
    """

    dropped = Signal(str, object)

    def __init__(self, *kinds: str, role: str = "zone", parent: QWidget | None = None) -> None:
        """Take things of these kinds; ``role`` chooses the look."""
        super().__init__(parent)
        self._kinds = kinds
        self.setProperty("role", role)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that it may be let go here."""
        if self._known(event.mimeData()) is not None:
            self._light(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._light(over=False)
        known = self._known(event.mimeData())
        if known is not None:
            event.acceptProposedAction()
            self.dropped.emit(*known)

    def _known(self, data: QMimeData) -> tuple[str, bytes] | None:
        found = ((kind, payload_of(data, kind)) for kind in self._kinds)
        return next(((kind, payload) for kind, payload in found if payload is not None), None)

    def _light(self, *, over: bool) -> None:
        if bool(self.property("over")) != over:
            self.setProperty("over", over)
            restyle(self)
