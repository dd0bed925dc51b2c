"""The indicators at the foot of Today, and the way from there, and from a search, to one of them on the board."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.records.strategy import Indicator
from clusterdesk.domain.views.search import SearchHit
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.pages.search.hits import quick_way
from clusterdesk.gui.pages.today.goals import GoalStrip
from clusterdesk.gui.pages.today.goals_slot import COUNTED
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services.records import delete_record, edit_record
from tests.gui.pages.daily.board_rows import row_of
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import press

INDUSTRIALISED = "Projets industrialisés"


def strip_of(show: Show) -> GoalStrip:
    page = show(Route(routes.TODAY))
    assert isinstance(page, TodayPage)
    assert page.goals.strip is not None
    return page.goals.strip


def test_the_strip_says_how_far_the_first_indicators_are(counted: None, show: Show) -> None:
    strip = strip_of(show)
    assert [tile.number.words for tile in strip.tiles] == ["1 / 30", "0 / 10", "0 / 20", "0 / 5"]
    first = strip.tiles[0]
    assert first.name.words == INDUSTRIALISED
    assert first.told.words == "0 prouvable · attendu 14"
    assert "1 sur 30, dont 0 prouvable." in first.accessibleName()


def test_a_tile_opens_its_indicator_on_the_board_and_again_once_it_was_closed(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow
) -> None:
    for _ in range(2):
        qtbot.mouseClick(strip_of(show).tiles[0], Qt.MouseButton.LeftButton)
        settle()
        page = window.page
        assert isinstance(page, BoardPage)
        row = row_of(page, INDUSTRIALISED)
        assert row.is_open
        assert "1 compté" in row.lines.sentence.words
        row.turn()
        assert not row.is_open


def test_the_keyboard_goes_there_too(counted: None, show: Show, settle: Settle, window: MainWindow) -> None:
    tile = strip_of(show).tiles[3]
    tile.setFocus()
    press(tile, Qt.Key.Key_Return)
    settle()
    assert isinstance(window.page, BoardPage)
    assert row_of(window.page, "Nouveaux projets de production circulaire").is_open


def test_the_strip_follows_what_it_counts_and_undo(
    counted: None, show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    strip = strip_of(show)
    result = ask(lambda store: store.find(ResultEvent)[0])
    assert isinstance(result, ResultEvent)
    window.context.write(
        lambda desk: delete_record(desk.store, DeleteRecord(type_key="result_event", record_id=result.id))
    )
    settle()
    assert strip.tiles[0].number.words == "0 / 30"
    window.undo()
    settle()
    assert strip.tiles[0].number.words == "1 / 30"


def test_what_nothing_counts_counts_nothing_anew(counted: None, show: Show, settle: Settle, window: MainWindow) -> None:
    page = show(Route(routes.TODAY))
    assert isinstance(page, TodayPage)
    assert "action" in page.shows
    assert "action" not in COUNTED
    assert page.goals.strip is not None
    (first, *_) = page.goals.strip.tiles
    first.number.setText("–")
    page.promises.rows[0].box.click()
    settle()
    assert first.number.words == "–", "a promise that was kept is no reason to count"


def test_a_search_leads_to_an_indicator_on_the_board_and_one_that_is_not_counted_is_told(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    one = ask(lambda store: store.find(Indicator, key="industrialised")[0])
    assert isinstance(one, Indicator)
    way = quick_way(SearchHit("indicator", one.id.bytes, one.name_fr, "", ""))
    assert way == routes.indicator(one.id)
    page = show(way)
    assert isinstance(page, BoardPage)
    assert row_of(page, INDUSTRIALISED).is_open
    off = EditRecord(type_key="indicator", record_id=one.id, values={"active": False})
    window.context.write(lambda desk: edit_record(desk.store, off))
    settle()
    show(Route(routes.TODAY))
    assert show(way) is page
    assert "n’est pas compté" in page.told.words
