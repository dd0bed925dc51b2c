"""The board by hand: a number opens into what counts and why, a quarter is frozen, another strategy shows its own."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board.lines import ResultLine
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import strategy
from clusterdesk.services.undo import undo
from tests.gui.pages.daily.board_rows import row_of
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich

OTHER = Path(__file__).resolve().parents[3] / "data" / "repair_cluster.toml"


def test_a_number_opens_into_what_counts_and_why_and_leads_to_the_organisation(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow, rich: Rich
) -> None:
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, "Projets industrialisés")
    assert row.number.text().strip() == "1 / 30"
    assert "en retard" in row.state.words
    qtbot.mouseClick(row.number, Qt.MouseButton.LeftButton)
    assert row.is_open
    assert "1 compté, 0 prouvable" in row.lines.sentence.words
    (line,) = row.lines.findChildren(ResultLine)
    qtbot.waitUntil(line.link.isVisible)
    line.link.click()
    settle()
    assert window.page is not None
    assert window.page.argument == rich.organisation


def test_a_quarter_is_chosen_frozen_and_the_freezing_taken_back(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    page = show(routes.board("2026-Q2"))
    assert isinstance(page, BoardPage)
    assert row_of(page, "Projets industrialisés").number.text().strip() == "0 / 30", "it was not known then"
    page.header.choice.setCurrentIndex(0)
    page.header.choice.activated.emit(0)
    settle()
    assert row_of(page, "Projets industrialisés").number.text().strip() == "1 / 30"
    words = page.header.freeze.text()
    qtbot.mouseClick(page.header.freeze, Qt.MouseButton.LeftButton)
    settle()
    found = ask(lambda store: store.find(BoardFreeze))
    assert isinstance(found, list)
    assert len(found) == 1
    assert "Figé le" in page.told.words
    assert page.header.freeze.isHidden()
    ask(undo)
    page.reload()
    settle()
    assert not page.header.freeze.isHidden()
    assert page.header.freeze.text() == words


def test_another_strategy_has_its_own_rows_and_an_empty_one_says_where_to_begin(
    show: Show, settle: Settle, ask: Ask
) -> None:
    text = OTHER.read_text("utf-8")
    ask(lambda store: strategy.import_strategy(store, ImportStrategy(text=text, name="repair.toml")))
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    assert row_of(page, "Ateliers viables").number.text().strip() == "0 / 6"
    assert not row_of(page, "Réponses des autorités").bar.isHidden(), "a plain count with a target has its bar"
    assert page.nothing.isHidden()
