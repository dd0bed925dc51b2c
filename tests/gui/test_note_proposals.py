"""Promises seen while a note is typed, by real keys."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.capture.proposals import Proposal
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.note_edit import NoteEdit
from clusterdesk.gui.widgets.note_proposals import NoteProposals
from tests.gui.support import delete_now, type_text

MOMENT = 10_000
DEVIS = NewPromise(text="devis ponceuse", due_on=date(2026, 11, 27))


class Desk:
    """A note with a field after it, in a window."""

    def __init__(self, kit: Kit, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.note = NoteEdit(kit, "Note")
        self.after = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.note)
        column.addWidget(self.after)
        self.proposals = NoteProposals(kit, self.note.edit)
        self.taken: list[NewPromise] = []
        self.proposals.taken.connect(self.taken.append)
        self.counted: list[Proposal] = []
        self.proposals.counted.connect(self.counted.append)
        self.window.resize(700, 300)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=MOMENT)
        self.note.edit.setFocus()

    def write(self, text: str) -> None:
        type_text(self.note.edit, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.note.edit, key)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.proposals.proposal is not None, timeout=MOMENT)


@pytest.fixture
def desk(kit: Kit, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(kit, qtbot)
    yield made
    delete_now(made.window)


def test_tab_takes_what_is_proposed_and_the_text_stays(desk: Desk) -> None:
    desk.write("@action devis ponceuse vendredi")
    desk.wait()
    assert desk.proposals.words == "Point d’action pour nous\u00a0: devis ponceuse · ven. 27 nov."
    desk.press(Qt.Key.Key_Tab)
    assert desk.taken == [DEVIS]
    assert desk.note.text() == "@action devis ponceuse vendredi"
    assert desk.note.edit.hasFocus()
    assert desk.proposals.proposal is None


def test_tab_right_after_the_last_letter_takes_it_too(desk: Desk) -> None:
    desk.write("27/11 devis ponceuse")
    desk.press(Qt.Key.Key_Tab)
    assert desk.taken == [DEVIS]


def test_tab_without_a_proposal_goes_to_the_next_field(desk: Desk) -> None:
    desk.write("Nouvelle scie, 3,5 ETP et 48k de commandes")
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    assert desk.taken == []


@pytest.mark.parametrize(
    ("typed", "words", "number", "about"),
    [
        ("Ils sont 3,5 ETP", "Effectif\u00a0: 3,5 ETP", "3.5", False),
        ("Ils sont environ 8 ETP", "Effectif\u00a0: environ 8,0 ETP", "8", True),
    ],
)
def test_tab_takes_a_head_count_too(desk: Desk, typed: str, words: str, number: str, about: bool) -> None:
    desk.write(typed)
    desk.wait()
    assert desk.proposals.words == words
    desk.press(Qt.Key.Key_Tab)
    assert [(one.number, one.about) for one in desk.counted] == [(Decimal(number), about)]
    assert (desk.note.text(), desk.taken) == (typed, [])
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()


def test_what_was_taken_is_not_proposed_again_and_the_next_one_is(desk: Desk, qtbot: QtBot) -> None:
    desk.write("@action devis ponceuse vendredi")
    desk.press(Qt.Key.Key_Tab)
    desk.write(" encore")
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    desk.note.edit.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.write("@action rappeler Jan")
    desk.press(Qt.Key.Key_Tab)
    assert [one.text for one in desk.taken] == ["devis ponceuse", "rappeler Jan"]


def test_the_line_above_may_still_be_taken_after_enter(desk: Desk) -> None:
    desk.write("@action devis ponceuse vendredi")
    desk.press(Qt.Key.Key_Return)
    desk.wait()
    desk.press(Qt.Key.Key_Tab)
    assert desk.taken == [DEVIS]


def test_esc_leaves_it(desk: Desk) -> None:
    desk.write("@action devis ponceuse vendredi")
    desk.wait()
    desk.press(Qt.Key.Key_Escape)
    assert desk.proposals.proposal is None
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    assert desk.taken == []


def test_a_click_takes_it_and_typing_goes_on(desk: Desk) -> None:
    desk.write("@action devis ponceuse vendredi")
    desk.wait()
    (chip,) = desk.note.edit.viewport().findChildren(QPushButton)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.taken == [DEVIS]
    assert desk.note.edit.hasFocus()


def test_a_text_that_is_only_shown_proposes_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.note.load("@action devis ponceuse vendredi")
    desk.press(Qt.Key.Key_Tab)
    assert desk.after.hasFocus()
    assert desk.taken == []
