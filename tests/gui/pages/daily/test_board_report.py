"""The report to the Advisory Board by hand: Ctrl+P on the board, editions, another quarter, messages, both files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.strategy import BoardRemark, BoardRemarkKind
from clusterdesk.domain.views.edition import Edition
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.daily.test_preview import pdf_of, text_of
from tests.gui.pages.organisation.conftest import Ask, Rich

QUARTER = "2026-Q3"


@pytest.fixture
def told(ask: Ask, rich: Rich) -> None:
    """A message that names an organisation without its consent, and a decision asked for."""

    def make(store: Store) -> bool:
        add(store, BoardRemark(period=QUARTER, text="Chez Atelier Noord, la scie tourne.", language="fr", position=1))
        add(store, BoardRemark(period=QUARTER, kind=BoardRemarkKind.DECISION, text="Louer une halle ?", language="fr"))
        return True

    ask(make)


def preview_of(window: MainWindow) -> PreviewPage:
    page = window.page
    assert isinstance(page, PreviewPage)
    return page


def test_one_key_on_the_board_makes_the_report_and_the_workbook_behind_it(
    told: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow
) -> None:
    board = show(routes.board())
    assert isinstance(board, BoardPage)
    qtbot.keyClick(board, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    settle()
    page = preview_of(window)
    text = text_of(pdf_of(page))
    assert "Rapport Advisory Board – T3 2026" in text, "the last quarter that has ended"
    assert "Louer une halle ?" in text.replace("\u202f", " ")
    assert page.brief is not None
    assert page.brief.workbook[:2] == b"PK"
    kept = Path(page._views.bag_folder) if page._views is not None else Path()
    qtbot.waitUntil(lambda: len(list(kept.glob("*"))) == 2)
    assert sorted(one.suffix for one in kept.iterdir()) == [".pdf", ".xlsx"]
    assert page.sheet_button.isVisible()


def test_the_boards_edition_names_nobody_without_consent_and_warns_by_name(
    told: None, show: Show, settle: Settle, window: MainWindow
) -> None:
    show(routes.board_report(QUARTER))
    page = preview_of(window)
    assert "Atelier Noord" not in text_of(pdf_of(page))
    assert "Atelier Noord" in page.choices.report.warning.words
    assert page.choices.choice.edition is Edition.ADVISORY
    page.choices.editions._chips[Edition.DIRECTION].click()
    settle()
    assert "Atelier Noord" in text_of(pdf_of(page))
    assert page.choices.report.warning.isHidden()
    assert page.brief is not None
    assert "direction" in page.brief.filename, "nobody takes the one with names for the other"


def test_another_quarter_is_chosen_beside_the_pages(
    told: None, show: Show, settle: Settle, window: MainWindow, qtbot: QtBot
) -> None:
    show(routes.board_report(QUARTER))
    page = preview_of(window)
    states = page.choices.report.states
    states.choose("2026-Q2")
    states.activated.emit(states.currentIndex())
    settle()
    assert "T2 2026" in text_of(pdf_of(page))
    assert "Louer" not in text_of(pdf_of(page)), "each quarter has its own messages"
    qtbot.mouseClick(page.choices.report.messages, Qt.MouseButton.LeftButton)
    settle()
    board = window.page
    assert isinstance(board, BoardPage)
    assert board.argument == "2026-Q2"


def test_messages_are_written_under_the_indicators_of_the_quarter(
    told: None, show: Show, settle: Settle, ask: Ask
) -> None:
    page = show(routes.board("2026-Q2"))
    assert isinstance(page, BoardPage)
    assert page.messages.rows == {}
    page.messages.add_text("Une année de transition.")
    settle()
    made = ask(lambda store: store.find(BoardRemark, period="2026-Q2"))
    assert isinstance(made, list)
    assert [one.text for one in made] == ["Une année de transition."]
    page.header.chosen.emit(None)
    settle()
    assert len(page.messages.rows) == 2, "today those of the last quarter that has ended are shown"
    assert date(2026, 9, 30) < page.kit.clock.today()


def test_the_author_reads_that_a_quarter_runs_and_what_stands_there_in_another_language(
    told: None, show: Show, settle: Settle, window: MainWindow
) -> None:
    show(routes.board_report(QUARTER))
    page = preview_of(window)
    assert "en français" not in page.choices.report.warning.words
    page.choices.languages._chips["nl"].click()
    settle()
    assert "en français" in page.choices.report.warning.words
    assert "(in het Frans)" in text_of(pdf_of(page))
    states = page.choices.report.states
    states.setCurrentIndex(states.count() - 1)
    states.activated.emit(states.currentIndex())
    settle()
    assert "31/12/2026" in page.choices.report.warning.words, "today’s quarter is not over"
    assert "31/12/2026" in text_of(pdf_of(page))
