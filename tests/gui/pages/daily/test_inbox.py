"""Quick notes that wait, on Today: listed, filed in place, thrown away, brought back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.op_changes import OpResult
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.today import TIGHT
from clusterdesk.gui import routes
from clusterdesk.gui.pages.difficulties.noting import NotingDialog
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.label import Chip
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.daily.test_capture import choose, layer_of, pressed, rows, write
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def page(ask: Ask, rich: Rich, show: Show) -> TodayPage:
    """Today, with three notes that wait."""
    for note in (
        QuickNote(on=date(2026, 11, 18), text="rappeler l’imprimeur"),
        QuickNote(on=date(2026, 11, 19), text="@eux bilan ven.", kind=CaptureKind.ACTION, due_on=FRIDAY),
        QuickNote(
            on=date(2026, 11, 20),
            text="permis bloqué",
            kind=CaptureKind.DIFFICULTY,
            organisation_id=rich.organisation,
        ),
    ):
        ask(adding(note))
    shown = show(Route(routes.TODAY))
    assert isinstance(shown, TodayPage)
    assert shown.inbox.card is not None
    assert len(shown.inbox.card.rows) == TIGHT.notes
    shown.inbox.card.more.click()  # a low window begins with one
    return shown


def adding(record: Record) -> Callable[[Store], OpResult[Record]]:
    """Return what adds a record."""
    return lambda store: add_record(store, AddRecord(record=record))


def texts(page: TodayPage) -> list[str]:
    """Return what the rows say."""
    return [row.note.text for row in page.inbox.card.rows] if page.inbox.card is not None else []


def test_what_waits_is_counted_and_listed_newest_first(page: TodayPage, qtbot: QtBot) -> None:
    assert page.inbox.card is not None
    assert texts(page) == ["permis bloqué", "@eux bilan ven.", "rappeler l’imprimeur"]
    chips = [[chip.text() for chip in row.findChildren(Chip)] for row in page.inbox.card.rows]
    assert chips == [["Difficulté"], ["Point d’action", "ven. 27 nov."], ["Note"]]
    page.grab()
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_a_note_is_filed_in_place_and_comes_back(
    page: TodayPage, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    assert page.inbox.card is not None
    page.inbox.card.rows[1].sort.click()
    settle()
    layer = layer_of(window)
    assert layer is not None
    panel = layer.panel
    qtbot.waitUntil(lambda: panel.meant is not None and panel.text == "@eux bilan ven.", timeout=MOMENT)
    write(panel, " #noord", qtbot, settle)
    assert [chip.text().strip() for chip in panel.chips.all] == [
        "Point d’action",
        "Atelier Noord",
        "L’organisation",
        "ven. 27 nov.",
    ]
    pressed()
    settle()
    qtbot.waitUntil(lambda: texts(page) == ["permis bloqué", "rappeler l’imprimeur"], timeout=MOMENT)
    (made,) = rows(ask, lambda store: store.find(Action, text="bilan"))
    assert made.due_on == FRIDAY
    window.undo()
    settle()
    qtbot.waitUntil(lambda: len(texts(page)) == 3, timeout=MOMENT)


def test_a_difficulty_becomes_one_with_its_organisation(
    page: TodayPage, window: MainWindow, settle: Settle, rich: Rich, qtbot: QtBot, ask: Ask
) -> None:
    assert page.inbox.card is not None
    page.inbox.card.rows[0].sort.click()
    settle()
    (asked,) = window.findChildren(NotingDialog)
    assert (asked.title.value, asked.organisation.organisation_id) == ("permis bloqué", rich.organisation)
    asked.consent.click()
    qtbot.waitUntil(lambda: texts(page) == ["@eux bilan ven.", "rappeler l’imprimeur"], timeout=MOMENT)
    (made,) = rows(ask, lambda store: store.find(Difficulty))
    assert made.title == "permis bloqué"
    settle()
    window.undo()
    qtbot.waitUntil(lambda: len(texts(page)) == 3, timeout=MOMENT)


def test_a_difficulty_may_be_filed_as_a_note(
    page: TodayPage, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    assert page.inbox.card is not None
    page.inbox.card.rows[0].sort.click()
    settle()
    (asked,) = window.findChildren(NotingDialog)
    asked.otherwise.click()
    settle()
    layer = layer_of(window)
    assert layer is not None
    qtbot.waitUntil(lambda: layer.panel.text == "permis bloqué", timeout=MOMENT)
    choose(layer.panel.chips.kind, "Note", qtbot)
    settle()
    pressed()
    settle()
    (note,) = rows(ask, lambda store: store.find(QuickNote, text="permis bloqué"))
    assert (note.kind, note.filed_on is not None) == (CaptureKind.NOTE, True)


def test_a_note_is_thrown_away_and_undone_and_the_focus_stays(
    page: TodayPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    assert page.inbox.card is not None
    page.inbox.card.rows[0].throw.setFocus()
    QTest.keyClick(page.inbox.card.rows[0].throw, Qt.Key.Key_Space)
    settle()
    qtbot.waitUntil(lambda: len(texts(page)) == 2, timeout=MOMENT)
    assert page.inbox.card.rows[0].sort.hasFocus()
    window.undo()
    settle()
    qtbot.waitUntil(lambda: len(texts(page)) == 3, timeout=MOMENT)


def test_an_empty_inbox_takes_no_room(show: Show, settle: Settle) -> None:
    shown: Any = show(Route(routes.TODAY))
    assert shown.inbox.card is None
