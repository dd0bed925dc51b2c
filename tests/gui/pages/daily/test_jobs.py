"""The two commonest jobs by real keys only, then by real clicks only, counted against what was promised."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.sessions import Session, SessionNote, SessionState
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.paper import a4_printer
from clusterdesk.gui.pages.preview import page as preview_page
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import type_text

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PROMISED_CLICKS = {"prepare": 2, "notes": 3}
PROMISED_KEYS = {"prepare": 2, "notes": 3}  # besides the words typed and Alt+1..6 to jump


class Hand:
    """Works the window as a person does: keys go to what has the focus, clicks to what is seen; both are counted."""

    def __init__(self, window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
        self.window, self.settle, self.qtbot = window, settle, qtbot
        self.keys = self.clicks = 0

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        QTest.keyClick(self._focused(), key, modifiers)
        self.settle()

    def jump(self, number: int) -> None:
        """Go to a question."""
        QTest.keyClick(self._focused(), Qt.Key(Qt.Key.Key_0 + number), _ALT)
        self.settle()

    def type(self, text: str) -> None:
        """Type words where the focus is."""
        type_text(self._focused(), text)
        self.settle()

    def click(self, name: str) -> None:
        """Click the button of this name; it must be in sight, enabled, and not covered by anything."""
        (button,) = [
            one
            for one in self.window.findChildren(QAbstractButton)
            if one.isVisible() and one.accessibleName() == name and one.isEnabled()
        ]
        middle = button.rect().center()
        assert self.window.childAt(button.mapTo(self.window, middle)) is button
        self.clicks += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self.settle()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        return focused if focused is not None else self.window


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], int]:
    """A printer that prints into a file, as the usual one; returns how many pages came out of it."""
    paper = tmp_path / "printed.pdf"

    def printer() -> QPrinter:
        made = a4_printer()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(paper))
        return made

    def pages() -> int:
        document = QPdfDocument()
        document.load(str(paper))
        count = document.pageCount()
        document.close()
        return count

    monkeypatch.setattr(preview_page, "usual_printer", lambda: "Bureau 2")
    monkeypatch.setattr(preview_page, "a4_printer", printer)
    return pages


@pytest.fixture
def hand(window: MainWindow, show: Show, settle: Settle, qtbot: QtBot) -> Hand:
    """A hand over Today, in a window that is in front."""
    assert isinstance(show(Route(routes.TODAY)), TodayPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Hand(window, settle, qtbot)


def test_a_visit_is_prepared_and_printed_by_two_keys(hand: Hand, printed: Callable[[], int]) -> None:
    hand.key(Qt.Key.Key_P, _CTRL)
    assert isinstance(hand.window.page, PreviewPage)
    hand.key(Qt.Key.Key_Return)
    assert printed() == 4  # the day with its blank back, the sheet on both sides
    assert hand.keys <= PROMISED_KEYS["prepare"]


def test_a_visit_is_prepared_and_printed_by_two_clicks(hand: Hand, printed: Callable[[], int]) -> None:
    hand.click("Préparer la prochaine visite")
    hand.click("Imprimer")
    assert printed() == 4  # the day with its blank back, the sheet on both sides
    assert hand.clicks <= PROMISED_CLICKS["prepare"]


def test_notes_of_a_visit_are_taken_by_keys_alone(hand: Hand, rich: Rich, ask: Ask) -> None:
    hand.key(Qt.Key.Key_F8)
    assert isinstance(hand.window.page, VisitPage)
    hand.type("La ponceuse arrive lundi.")
    hand.jump(2)
    hand.type("Le permis traîne.")
    hand.key(Qt.Key.Key_Return, _CTRL)
    assert hand.window.page.reviewing
    hand.key(Qt.Key.Key_Return)
    _held(hand, rich, ask, "La ponceuse arrive lundi.", "Le permis traîne.")
    assert hand.keys <= PROMISED_KEYS["notes"]


def test_notes_of_a_visit_are_taken_by_three_clicks(hand: Hand, rich: Rich, ask: Ask) -> None:
    hand.click("Mode visite – Atelier Noord")
    hand.type("La ponceuse arrive lundi.")  # the first question has the cursor
    hand.click("Terminer")
    hand.click("Confirmer")
    _held(hand, rich, ask, "La ponceuse arrive lundi.")
    assert hand.clicks <= PROMISED_CLICKS["notes"]


def _held(hand: Hand, rich: Rich, ask: Ask, *texts: str) -> None:
    """The visit was held, its notes are those typed, and its report is on the screen."""
    assert ask(lambda store: store.get(Session, rich.planned).state) is SessionState.HELD
    kept = ask(lambda store: {note.text for note in store.find(SessionNote, session_id=rich.planned)})
    assert isinstance(kept, set)
    assert set(texts) <= kept
    assert isinstance(hand.window.page, PreviewPage)
