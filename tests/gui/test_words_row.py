"""Rows that write their words themselves: cut where there is no room, told to those who do not see them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.words_row import Word, WordLink, WordsRow

NAME = "Atelier Noord & fils, réparation de machines"


class _Row(WordsRow):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.link = WordLink(kit, NAME, Route("today"), "name", row=self)
        self.chip = Word("fiche prête", tone=Tone.OK, why="Tout est connu.")
        self.words = [self.chip]
        self.tell()

    def height_needed(self) -> int:
        return 24

    def arrange(self, width: int) -> None:
        free = self.put_right(width, 0, 24, self.chip)
        self.put_left(0, free, 0, 24, self.link)


@pytest.fixture
def row(kit: Kit, qtbot: QtBot) -> _Row:
    """A row on the screen."""
    made = _Row(kit)
    qtbot.addWidget(made)
    made.setGeometry(80, 80, 600, 24)  # the mouse is at the corner of the screen
    made.show()
    qtbot.waitExposed(made)
    return made


def test_all_is_shown_where_there_is_room_and_cut_where_there_is_none(row: _Row) -> None:
    assert row.link.text() == NAME.replace("&", "&&")
    assert row.link.toolTip() == ""
    assert row.chip.shown == row.chip.text
    assert row.chip.box.right() == row.width() - 1
    row.resize(200, 24)
    assert row.link.text().endswith("…")
    assert "Atelier Noord &amp; fils" in row.link.toolTip()
    assert row.link.accessibleName() == NAME
    assert not row.link.geometry().intersects(row.chip.box)


def test_words_are_told_to_screen_readers_and_explained_under_the_mouse(row: _Row) -> None:
    assert (row.accessibleName(), row.accessibleDescription()) == ("fiche prête", "Tout est connu.")
    place = row.chip.box.center()
    QTest.mouseMove(row, place)
    assert row.toolTip() == "Tout est connu."
    QTest.mouseMove(row, QPoint(row.link.width() + 5, 5))
    assert row.toolTip() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_link_is_followed_by_key_and_mouse(row: _Row, qtbot: QtBot, key: Qt.Key) -> None:
    row.link.setFocus()
    with qtbot.waitSignal(row.link.went) as went:
        QTest.keyClick(row.link, key)
    assert went.args == [Route("today")]
    with qtbot.waitSignal(row.link.went):
        QTest.mouseClick(row.link, Qt.MouseButton.LeftButton)


def test_the_focus_of_a_link_is_seen(row: _Row, qtbot: QtBot) -> None:
    row.activateWindow()
    row.link.clearFocus()
    assert row.kit.theme.colours.text in _colours(row)
    assert row.kit.theme.colours.focus not in _colours(row)
    row.link.setFocus()
    qtbot.waitUntil(row.link.hasFocus)
    assert row.kit.theme.colours.focus in _colours(row)


def _colours(row: _Row) -> set[str]:
    seen = row.grab(row.link.geometry()).toImage()
    return {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
