"""The first screen: filled before the store is opened, and every place of the window that can be gone to."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.config.settings import Settings
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.first_look import FirstLook
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.places import places
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from tests.gui.pages.daily.conftest import Settle
from tests.gui.pages.organisation.conftest import MOMENT
from tests.gui.support import delete_now


def test_today_is_filled_and_painted_before_the_desk_opens(
    binder: Path, kit: Kit, desk: DeskWorker[Desk], window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    look = FirstLook(binder, Settings(), kit)
    order: list[str] = []
    desk.opened.connect(lambda: order.append("opened"))

    def fill(rows: object) -> None:
        page = window.page
        look.fill(page, rows)  # type: ignore[arg-type]
        assert isinstance(page, TodayPage)
        order.append(f"filled with {len(page.promises.rows)}")

    look.read.connect(fill)
    look.begin(desk)
    window.go(Route(routes.TODAY))
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
    look = FirstLook(tmp_path / "nowhere", Settings(), kit)
    read: list[object] = []
    look.read.connect(read.append)
    look.begin(desk)
    qtbot.waitUntil(lambda: bool(read), timeout=MOMENT)
    assert read == [None]
    look.fill(window.page, None)
    settle()
    delete_now(look)


def test_the_rail_begins_with_today() -> None:
    shown = [place.key for place in places()]
    assert shown[:2] == [routes.TODAY, routes.ORGANISATIONS]
    assert {routes.PREVIEW, routes.SEARCH, routes.BIN, routes.BACKUPS} <= set(shown)
