"""The same binder and window as for the page of an organisation, and what several of these tests do."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tasks import Lane
from tests.gui.pages.daily.answering import opened, referral
from tests.gui.pages.daily.board_rows import counted
from tests.gui.pages.organisation.conftest import ask, binder, desk, rich, template, window
from tests.gui.support import delete_now, is_about_to_work

__all__ = ["ask", "binder", "counted", "desk", "opened", "referral", "rich", "template", "window"]

type Settle = Callable[[], None]
type Show = Callable[[Route], Page]


@pytest.fixture
def settle(desk: DeskWorker[Desk], files: Lane, window: MainWindow, qtbot: QtBot) -> Settle:
    """A function that waits until nothing is under way: no question, no drawing, no refresh that is about to begin."""

    def wait() -> None:
        def quiet() -> None:
            assert not desk.busy
            assert not files.busy
            assert not is_about_to_work(window)

        qtbot.waitUntil(quiet)

    return wait


@pytest.fixture
def show(window: MainWindow, settle: Settle) -> Show:
    """A function that goes somewhere and gives the page once it is filled."""

    def go(route: Route) -> Page:
        window.go(route)
        settle()
        assert window.page is not None
        return window.page

    return go


class System(QObject):
    """What the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def system() -> Iterator[System]:
    """Takes the files that would go to other programs."""
    taking = System()
    QDesktopServices.setUrlHandler("file", taking, "open")  # type: ignore[arg-type]
    yield taking
    QDesktopServices.unsetUrlHandler("file")
    delete_now(taking)
