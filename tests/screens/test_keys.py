"""The keys of the real window: none is used twice, each is on the sheet, and Tab goes as one reads."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shortcuts import sequences
from clusterdesk.gui.widgets.focus_order import focus_order
from tests.gui.looking import is_before
from tests.screens.dialogs import OPENERS
from tests.screens.studio import Studio, settle, show

pytestmark = pytest.mark.slow

type Open = Callable[[str], tuple[Studio, MainWindow]]
_PORTABLE = QKeySequence.SequenceFormat.PortableText
# Keys of a list, heard only while it has the focus.
OF_A_LIST = {"Del"}


def _heard(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give the keys that work now, and what each of them does."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for action in widget.actions():
            yield from ((key.toString(_PORTABLE), f"{id(action)} {action.text()}") for key in _keys(action))
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            yield widget.shortcut().toString(_PORTABLE), widget.text()
    for shortcut in root.findChildren(QShortcut):
        yield shortcut.key().toString(_PORTABLE), f"{id(shortcut)} {shortcut.objectName()}"


def _keys(action: QAction) -> list[QKeySequence]:
    return action.shortcuts() if action.isEnabled() else []


def _twice(root: QWidget) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for key, what in _heard(root):
        found.setdefault(key, set()).add(what)
    return {key: sorted(whats) for key, whats in found.items() if len(whats) > 1}


def test_no_key_is_used_twice_on_any_page_or_dialog(open_window: Open) -> None:
    studio, window = open_window("fr")
    twice: dict[str, object] = {}
    unlisted: set[str] = set()
    for page, scene in studio.scenes().items():
        show(window, scene)
        twice[page] = _twice(window)
        unlisted |= {key for key, _what in _heard(window)}
    listed = {key for shortcut in window.shortcuts for key in sequences(shortcut)}
    for kind, opener in OPENERS.items():
        opened = opener(window, studio.subjects)
        opened.show()
        settle(window)
        twice[kind.__name__] = _twice(opened)
        opened.close()
        opened.deleteLater()
    assert {where: keys for where, keys in twice.items() if keys} == {}
    assert unlisted - listed - OF_A_LIST == set()


@pytest.mark.parametrize("page", ["today", "organisation", "organisations", "settings", "coaching", "diagnostic"])
def test_tab_goes_as_one_reads_and_back_again(page: str, open_window: Open) -> None:
    studio, window = open_window("fr")
    show(window, studio.scenes()[page])
    window.activateWindow()
    settle(window)
    order = list(focus_order(window))
    order[0].setFocus()
    walked = [_press(Qt.Key.Key_Tab) for _ in order]
    assert walked == [*order[1:], order[0]]
    assert [_named(one) for one, other in pairwise(order) if is_before(other, one)] == []
    back = [_press(Qt.Key.Key_Backtab) for _ in order]
    assert back == [*reversed(order[1:]), order[0]]


def _press(key: Qt.Key) -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not isinstance(focused, QPlainTextEdit) or focused.tabChangesFocus()
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else _NONE)
    following = QApplication.focusWidget()
    assert following is not None
    return following


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"


_NONE = Qt.KeyboardModifier.NoModifier
