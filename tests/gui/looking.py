"""What is wrong to the eye: words left in English, texts that lie over each other, a Tab that jumps about."""

from functools import cache
from itertools import pairwise

from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from clusterdesk.base.resources import resource
from clusterdesk.gui.widgets.focus_order import INNER, focus_order
from tests.gui.texts import shown_texts

AREAS = ("gui", "domain", "services", "config", "exchange", "base", "store", "bootstrap")
# A language is called as it calls itself, a column of somebody's list as it is headed there.
_AS_THEY_ARE = ("Français", "Nederlands", "English", "E-mail", "Advisory Board")
_ROUNDS = 40  # of the event loop: a window is at rest after a few
_SLACK = 2  # pixels that frames of neighbours may share


def untranslated(root: QWidget, language: str) -> list[str]:
    """Return what is shown in English although the catalogue has other words for it: must be empty."""
    english = _english(language)
    own = (QLineEdit, QPlainTextEdit)
    return [
        text
        for widget, text in shown_texts(root)
        if text in english and text not in _AS_THEY_ARE and not _is_typed(widget, text, own)
    ]


class _Requests(QObject):
    """Counts how often a window is asked to lay itself out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.number = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.LayoutRequest
        return False


def restless(root: QWidget) -> list[str]:
    """Return whether a window never stops laying itself out, which takes a whole core: must be empty."""
    QApplication.postEvent(root, QEvent(QEvent.Type.LayoutRequest))
    for part in root.findChildren(QWidget):
        if part.isVisible():
            part.updateGeometry()
    requests = _Requests(root)
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    requests.deleteLater()
    return [f"laid out {requests.number} times"] if requests.number > _ROUNDS // 2 else []


def overlaps(root: QWidget) -> list[str]:
    """Return the texts that lie over each other within one frame: must be empty."""
    found = []
    for frame in (root, *root.findChildren(QWidget)):
        if not frame.isVisible():
            continue
        parts = [part for part in frame.children() if isinstance(part, QWidget) and _says_something(part)]
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                shared = one.geometry() & other.geometry()
                if shared.width() > _SLACK and shared.height() > _SLACK:
                    found.append(f"{_words(one)!r} and {_words(other)!r}")
    return found


def cut_off(root: QWidget) -> list[str]:
    """Return the texts that stick out of the frame they stand in, where no scroll bar brings them back."""
    found = []
    for widget in root.findChildren(QWidget):
        frame = widget.parentWidget()
        if frame is None or not widget.isVisible() or widget.isWindow() or not _says_something(widget):
            continue
        if frame.objectName() in INNER or _is_scrolled(widget):
            continue
        room = frame.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if not room.contains(widget.geometry()):
            found.append(f"{_words(widget)!r} {widget.geometry().getRect()} in {frame.rect().getRect()}")
    return found


def too_wide(window: QWidget) -> list[str]:
    """Return the scrolled parts whose content is cut at the right."""
    found = []
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.width() > area.viewport().width():
            found.append(f"{type(area).__name__}: {content.width()} in {area.viewport().width()}")
    return found


def tab_jumps(root: QWidget) -> list[str]:
    """Return where Tab leads to something that is read before: above it, or at its left on the same line."""
    order = list(focus_order(root))
    return [f"{_named(here)} → {_named(there)}" for here, there in pairwise(order) if is_before(there, here)]


@cache
def _english(language: str) -> frozenset[str]:
    """Return the English texts for which a language has another one."""
    found: set[str] = set()
    same: set[str] = set()
    for area in AREAS:
        path = resource("locale", language, f"{area}.po")
        if not path.is_file():
            continue
        with path.open("rb") as file:
            for message in read_po(file):
                if isinstance(message.id, str) and message.id and "{" not in message.id:
                    (same if message.id == message.string else found).add(message.id)
    translations = _translations(language)
    return frozenset(found - same - translations)


@cache
def _translations(language: str) -> frozenset[str]:
    """Return all words of a language: what is English here may be Dutch there."""
    words: set[str] = set()
    for area in AREAS:
        path = resource("locale", language, f"{area}.po")
        if path.is_file():
            with path.open("rb") as file:
                words |= {message.string for message in read_po(file) if isinstance(message.string, str)}
    return frozenset(words)


def _is_typed(widget: QWidget, text: str, own: tuple[type[QWidget], ...]) -> bool:
    """Tell whether a text is what somebody typed or a record says."""
    return isinstance(widget, own) and text not in (getattr(widget, "placeholderText", str)(),)


def _says_something(widget: QWidget) -> bool:
    if not widget.isVisible() or widget.isWindow():
        return False
    return isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and bool(_words(widget))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or _words(widget)!r}"


def _is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and parent.objectName() == "qt_scrollarea_viewport"


def is_before(there: QWidget, here: QWidget) -> bool:
    """Tell whether one is read before the other, by the frames in which they part."""
    one, other = _apart(there, here)
    first, second = _on_window(one), _on_window(other)
    if first.isEmpty() or second.isEmpty():
        return False
    if first.bottom() - _SLACK <= second.top():
        return _beside(first, second)
    same_line = first.top() < second.bottom() - _SLACK and second.top() < first.bottom() - _SLACK
    return same_line and first.right() - _SLACK <= second.left()


def _beside(first: QRect, second: QRect) -> bool:
    """Tell whether two rectangles, one above the other, share a column: else they are columns of their own height."""
    return first.left() < second.right() and second.left() < first.right()


def _apart(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """Return the outermost frames that hold one of two widgets and not the other."""
    ups, others = _upwards(one), _upwards(other)
    while len(ups) > 1 and len(others) > 1 and ups[-1] is others[-1]:
        if ups[-2] is not others[-2]:
            return ups[-2], others[-2]
        ups.pop()
        others.pop()
    return one, other


def _upwards(widget: QWidget) -> list[QWidget]:
    found = [widget]
    while (parent := found[-1].parentWidget()) is not None and not found[-1].isWindow():
        found.append(parent)
    return found


def _on_window(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
