"""Search: from the rail and on its page."""

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.search.hits import DeskSearch
from clusterdesk.gui.pages.search.page import ResultsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.palette import Hit
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Rich
from tests.gui.support import clipped_texts, nameless_widgets


@pytest.fixture
def page(show: Show) -> ResultsPage:
    """What holds "scie"."""
    shown = show(routes.search("scie"))
    assert isinstance(shown, ResultsPage)
    return shown


def test_results_stand_by_kind(page: ResultsPage, settle: Settle) -> None:
    assert page.field.text() == "scie"
    kinds = [page._hits[one].kind for one in page.model.ids]
    assert kinds == ["session", "session_note"]
    page.kinds._chips["session_note"].click()
    assert page.model.rowCount() == 1
    page.grab()
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_the_first_results_stand_there_before_all_are_counted(
    monkeypatch: pytest.MonkeyPatch, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    monkeypatch.setattr("clusterdesk.gui.pages.search.page.MOST", 1)
    page = show(routes.search("scie"))
    assert isinstance(page, ResultsPage)
    qtbot.waitUntil(lambda: bool(page.header._note.text()), timeout=MOMENT)
    assert page.model.rowCount() == 1
    assert page.header._note.text() == page.kit.t.n("The first {shown} are shown; {n} is not.", "", n=1, shown=1)
    settle()


def test_the_rail_promises_all_results_without_counting_them(
    monkeypatch: pytest.MonkeyPatch, desk: DeskWorker[Desk], kit: Kit, rich: Rich, qtbot: QtBot
) -> None:
    monkeypatch.setattr("clusterdesk.gui.pages.search.hits._IN_BOX", 1)
    found: list[Hit] = []
    DeskSearch(desk, kit).ask("scie", found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=MOMENT)
    assert [one.title for one in found[1:]] == [kit.t("Show all results")]


def test_a_note_opens_its_session(page: ResultsPage, window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    note = next(one for one in page.model.ids if page._hits[one].kind == "session_note")
    page.table.opened.emit(note)
    qtbot.waitUntil(lambda: window.route is not None and window.route.place == routes.SESSION, timeout=MOMENT)
    settle()


def test_nothing_found_is_said(page: ResultsPage, settle: Settle, qtbot: QtBot) -> None:
    page.field.setText('zzzz " * OR (')
    qtbot.waitUntil(page.nothing.isVisible, timeout=MOMENT)
    settle()


def test_the_rail_finds_and_leads_to_all_results(
    desk: DeskWorker[Desk], kit: Kit, rich: Rich, window: MainWindow, qtbot: QtBot
) -> None:
    found: list[Hit] = []
    DeskSearch(desk, kit).ask("noord", found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=MOMENT)
    assert found[0].title == "Atelier Noord"
    assert found[0].route == routes.organisation(rich.organisation)
    assert found[-1].route == routes.search("noord")
