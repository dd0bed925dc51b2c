"""Toasts: a short message over the page with Undo, instead of asking "are you sure?"."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import Label

_SHOWN_MS = 8_000
_MARGIN, _LEAST_TOP = 20, 4
_WIDTH_UNITS = 420
_MOST = 3


class Toast(QFrame):
    """One message; it leaves by itself, but not while the mouse or the focus is on it.

    Signals:
        acted: its button was pressed.
        left: it is gone.
    """

    acted = Signal()
    left = Signal()

    def __init__(self, kit: Kit, text: str, action: str = "", parent: QWidget | None = None) -> None:
        """Show a text, with a button when ``action`` names one."""
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setAccessibleName(text)
        self._label = Label(text, "toast", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        if action:
            button = Button(kit, action, "toast")
            button.clicked.connect(self._act)
            row.addWidget(button)
        close = IconButton(kit, "x", kit.t("Close this message"), colour="toast_accent")
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self._timer.start()

    @property
    def text(self) -> str:
        """The message."""
        return self._label.text()

    def enterEvent(self, event: QEvent) -> None:
        """Stay while the mouse is on it."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count down again."""
        self._timer.start()

    @Slot()
    def leave(self) -> None:
        """Go away now."""
        self._timer.stop()
        self.hide()
        self.left.emit()
        self.deleteLater()

    @Slot()
    def _act(self) -> None:
        self.acted.emit()
        self.leave()


def _anywhere() -> QRect | None:
    return None


class ToastArea(QObject):
    """Keeps toasts in the lower right corner of a host widget, newest at the bottom, three at most.

    Where a page is full of buttons to its edges it names a room for them; there the newest one stands alone.
    """

    def __init__(self, kit: Kit, host: QWidget, room: Callable[[], QRect | None] = _anywhere) -> None:
        """Show toasts over ``host``, inside ``room`` (in its coordinates) where there is one."""
        super().__init__(host)
        self._kit, self._host, self._room = kit, host, room
        self._shown: list[Toast] = []
        host.installEventFilter(self)

    def show(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> Toast:
        """Show a message; screen readers hear it. ``on_action`` is called when its button is pressed."""
        toast = Toast(self._kit, text, action, parent=self._host)
        if on_action is not None:
            toast.acted.connect(on_action)
        toast.left.connect(self._tidy)
        self._shown.append(toast)
        toast.show()
        self.place()
        announce(toast, text)
        return toast

    def clear(self) -> None:
        """Send all away (what they offered to undo may be undone already)."""
        for toast in tuple(self._shown):
            toast.leave()

    @property
    def texts(self) -> tuple[str, ...]:
        """The messages shown now, oldest first."""
        return tuple(toast.text for toast in self._shown)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the host."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    @Slot()
    def _tidy(self) -> None:
        self._shown = [toast for toast in self._shown if not toast.isHidden()]
        self.place()

    def place(self) -> None:
        """Put them where they belong on the page in front."""
        room = self._room()
        while len(self._shown) > (_MOST if room is None else 1):
            self._shown.pop(0).leave()
        if room is not None:
            self._put_into(room)
            return
        bottom = self._host.height() - _MARGIN
        width = min(self._kit.theme.length(_WIDTH_UNITS), self._host.width() - 2 * _MARGIN)
        for toast in reversed(self._shown):
            height = max(toast.heightForWidth(width), toast.sizeHint().height())
            toast.setGeometry(self._host.width() - width - _MARGIN, bottom - height, width, height)
            toast.raise_()
            bottom -= height + 8

    def _put_into(self, room: QRect) -> None:
        for toast in self._shown:
            width = min(self._kit.theme.length(_WIDTH_UNITS), room.width())
            height = max(toast.heightForWidth(width), toast.sizeHint().height())
            top = max(room.center().y() - height // 2, _LEAST_TOP)
            toast.setGeometry(room.right() + 1 - width, top, width, height)
            toast.raise_()


def announce(widget: QWidget, text: str) -> None:
    """Make screen readers say a text, politely."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
