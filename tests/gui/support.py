"""What tests of the window share: typing, waiting, walking the accessible tree, finding cut texts."""

import gc
import threading
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from clusterdesk.gui.widgets.focus_order import INNER
from clusterdesk.gui.widgets.label import Chip, ElidedLabel
from clusterdesk.gui.widgets.move_buttons import MoveButton, MoveButtons
from clusterdesk.gui.widgets.words_row import WordLink

NOW = datetime(2026, 11, 23, 9, 42, 7, tzinfo=UTC)
TODAY = date(2026, 11, 23)
MOMENT = 30_000  # milliseconds a busy machine may take; a condition that holds sooner is seen sooner


class PatientBot(QtBot):
    """Waits for what is to come until a busy machine has had its time: slow is not wrong."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = MOMENT) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = MOMENT, **more: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **more)


class FixedClock:
    """A clock that stands still until told otherwise."""

    def __init__(self, now: datetime = NOW) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class FakeDesk:
    """A desk with nothing in it; it remembers where it was closed."""

    def __init__(self) -> None:
        self.closed_in: int | None = None
        self.seen: list[object] = []

    def close(self) -> None:
        self.closed_in = thread_number()


def move_button(moves: MoveButtons, to: object) -> MoveButton:
    """Return the button of a move that is offered."""
    (found,) = (one for one in moves.buttons if one.to is to)
    return found


def thread_number() -> int:
    """Return the number of the thread this runs in."""
    return threading.get_ident()


def our_threads() -> int:
    """Return how many threads have run Python code and still live (Qt's own painting threads are not ours)."""
    return threading.active_count()


def threads_settle(qtbot: QtBot, most: int) -> None:
    """Wait until no more than so many threads are left (the system takes a moment to forget one that has ended)."""

    def settled() -> None:
        assert our_threads() <= most

    qtbot.waitUntil(settled)


def is_about_to_work(root: QWidget) -> bool:
    """Tell whether something at or below a widget has put work off until the event loop turns: a refresh, a fetch."""
    return any(
        timer.isActive() and timer.isSingleShot() and not timer.interval() for timer in root.findChildren(QTimer)
    )


def type_text(widget: QWidget, text: str) -> None:
    """Type a text key by key, accents included (keyClicks aborts the process on "é")."""
    for letter in text:
        press(widget, 0, letter)


def press(
    widget: QWidget,
    key: int,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, int(key), modifiers, text))


def delete_now(*objects: QObject) -> None:
    """Delete Qt objects now: processing events alone does not, and crashes come later."""
    for each in objects:
        if isinstance(each, QWidget):
            each.close()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    gc.collect()


def nameless_widgets(root: QWidget) -> list[str]:
    """Return what can be reached by keyboard below a widget and has no accessible name: must be empty."""
    return [_path(widget, root) for widget in _reachable(root) if not _name(widget)]


def clipped_texts(root: QWidget) -> list[str]:
    """Return the texts of visible labels and buttons that do not fit: must be empty (a cut with a sign is none)."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or isinstance(widget, ElidedLabel | Chip | WordLink):
            continue
        if isinstance(widget, QLabel) and widget.text():
            short = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
            low = widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width())
            if short or low:
                found.append(widget.text())
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&&", "&"))
            if widget.width() < needed:
                found.append(widget.text())
    return found


def _reachable(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        inner = widget.objectName() in INNER or isinstance(widget, QScrollBar)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            yield widget


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def _path(widget: QWidget, root: QWidget) -> str:
    parts: list[str] = []
    current: QWidget | None = widget
    while current is not None:
        parts.append(type(current).__name__ + (f"#{current.objectName()}" if current.objectName() else ""))
        current = None if current is root else current.parentWidget()
    return " < ".join(parts)


def drop_on(target: QWidget, data: QMimeData) -> bool:
    """Drag something over a widget and let it go; tell whether it was taken."""
    middle = target.rect().center()
    moves, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    if data.hasUrls():
        moves |= Qt.DropAction.CopyAction
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Qt offers no other way to make one
        entering = QDragEnterEvent(middle, moves, data, left, none)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(middle.toPointF(), moves, data, left, none)
    QApplication.sendEvent(target, dropping)
    if data.hasUrls():
        # Whoever lets files be dragged takes away what was moved: a mail program its mail.
        assert dropping.dropAction() is Qt.DropAction.CopyAction
    return True
