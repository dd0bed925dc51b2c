"""The first screen: filled before the store is opened, and every place of the window that can be gone to."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.config.settings import Settings
from clusterdesk.gui import routes
from clusterdesk.gui.app import read_ahead
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.first_look import FirstLook
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.places import places
from clusterdesk.gui.reading_ahead import ReadAhead
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services.first_look import first_look, today_question
from tests.gui.pages.daily.conftest import Settle
from tests.gui.pages.organisation.conftest import MOMENT
from tests.gui.support import delete_now


def test_today_is_filled_and_painted_before_the_desk_opens(
    binder: Path, kit: Kit, desk: DeskWorker[Desk], window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    ahead = ReadAhead(binder, today_question(Settings(), kit.clock.today()), kit.t.language)
    look = FirstLook(ahead)
    order: list[str] = []
    desk.opened.connect(lambda: order.append("opened"))

    def fill(rows: object) -> None:
        page = window.page
        look.fill(page, rows)  # type: ignore[arg-type]
        assert isinstance(page, TodayPage)
        order.append(f"filled with {len(page.promises.rows)}")

    look.read.connect(fill)
    window.go(Route(routes.TODAY))
    look.begin(desk)
    with qtbot.waitSignal(look.painted, timeout=MOMENT) as painted:
        pass
    assert painted.args == [True]
    desk.open()
    settle()
    assert order == ["filled with 1", "opened"]
    delete_now(look)


def test_a_binder_that_cannot_be_read_yet_waits_for_the_store(
    tmp_path: Path, kit: Kit, desk: DeskWorker[Desk], window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    look = FirstLook(read_ahead(tmp_path / "nowhere", Settings(), "fr"))
    read: list[object] = []
    look.read.connect(read.append)
    look.begin(desk)
    qtbot.waitUntil(lambda: bool(read), timeout=MOMENT)
    assert read == [None]
    look.fill(window.page, None)
    settle()
    delete_now(look)


@pytest.mark.parametrize(("height", "later"), [(400, True), (2000, False)])
def test_what_lies_below_the_window_is_shown_after_the_paint(
    height: int,
    later: bool,
    binder: Path,
    kit: Kit,
    desk: DeskWorker[Desk],
    window: MainWindow,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    question = today_question(Settings(), kit.clock.today())
    rows = first_look(binder, question, kit.t.language)
    assert rows is not None
    full = replace(rows.today, visits=rows.today.visits[:1] * 12)
    look = FirstLook(ReadAhead(binder, question, kit.t.language))
    window.hide()
    window.resize(1280, height)
    window.go(Route(routes.TODAY))
    page = window.page
    assert isinstance(page, TodayPage)
    look.fill(page, replace(rows, today=full))
    assert not page.attention.cards
    seen: list[int] = []
    look.painted.connect(lambda _filled: seen.append(len(page.attention.cards)))
    window.show()
    with qtbot.waitSignal(look.painted, timeout=MOMENT):
        pass
    assert seen == [0 if later else 4]
    qtbot.waitUntil(lambda: len(page.attention.cards) == 4, timeout=MOMENT)
    settle()
    delete_now(look)


def test_the_rail_begins_with_today() -> None:
    shown = [place.key for place in places()]
    assert shown[:2] == [routes.TODAY, routes.ORGANISATIONS]
    assert {routes.PREVIEW, routes.SEARCH, routes.BIN, routes.BACKUPS} <= set(shown)
