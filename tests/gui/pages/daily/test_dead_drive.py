"""A drive that never answers: pages open, what is typed is saved, the rail says so in the end, closing is no matter."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.outgoing.states import Trouble
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.outgoing.sender import Sender
from clusterdesk.gui.pages.outbox.page import OutboxPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services.records import add_record
from tests.gui.pages.daily.conftest import Show
from tests.gui.pages.daily.test_outbox import PATIENCE, Jobs, arrived, choose, jobs, queue, sender, share
from tests.gui.support import press

__all__ = ["jobs", "sender", "share"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no fifo on Windows"),
]


class DeadMark:
    """The mark of the team's folder, such that whoever reads it waits for ever."""

    def __init__(self, share: Path) -> None:
        self.path = share / "ClusterDesk" / "store.json"
        self.kept = self.path.read_bytes()
        self.path.unlink()
        os.mkfifo(self.path)
        self.handle: int | None = None

    def hangs(self) -> bool:
        """Tell whether somebody waits for it now."""
        if self.handle is None:
            try:
                self.handle = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:  # nobody reads yet
                return False
        return True

    def revive(self) -> None:
        """Be a file again."""
        self.path.unlink()
        self.path.write_bytes(self.kept)
        self.let_go()

    def let_go(self) -> None:
        """End the waiting."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None


def dead(window: MainWindow, desk: DeskWorker[Desk], share: Path, qtbot: QtBot, silence_seconds: int) -> DeadMark:
    """Let the drive die, and send something to it."""
    window.context.preferences.set("drive_silence_seconds", silence_seconds)
    choose(window, share, qtbot)
    mark = DeadMark(share)
    queue(desk, window, "Liste", b"x", qtbot)
    qtbot.waitUntil(mark.hangs, timeout=PATIENCE)
    return mark


def send_all(window: MainWindow, page: OutboxPage, qtbot: QtBot) -> None:
    """Press the key that sends everything now."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(page, Qt.Key.Key_F5)


def test_pages_open_and_work_is_saved_while_the_drive_hangs(
    window: MainWindow, sender: Sender, desk: DeskWorker[Desk], share: Path, show: Show, jobs: Jobs, qtbot: QtBot
) -> None:
    mark = dead(window, desk, share, qtbot, 600)
    done: list[object] = []
    new = AddRecord(record=Organisation(name="Atelier du Canal"))
    desk.submit(lambda each: add_record(each.store, new), done.append)
    qtbot.waitUntil(lambda: bool(done))
    for place in (routes.TODAY, "organisations", routes.OUTBOX):
        show(Route(place))
    page = window.page
    assert isinstance(page, OutboxPage)
    assert page.table.cells[0][1] in ("Attend", "En route")
    assert sender._working, "the round still waits for the drive"
    mark.revive()
    send_all(window, page, qtbot)
    qtbot.waitUntil(lambda: arrived(jobs), timeout=PATIENCE)


def test_the_rail_says_that_the_drive_does_not_answer_and_it_is_asked_anew_on_demand(
    window: MainWindow, sender: Sender, desk: DeskWorker[Desk], share: Path, show: Show, jobs: Jobs, qtbot: QtBot
) -> None:
    mark = dead(window, desk, share, qtbot, 1)

    def told() -> bool:
        state = window.context.sending.state
        return state is not None and state.trouble is not None and state.trouble.code == "drive_silent"

    qtbot.waitUntil(told, timeout=PATIENCE)
    assert jobs()[0].waits
    assert jobs()[0].trouble is Trouble.HUNG
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    assert "ne répond pas" in page.drive.said.text()
    mark.revive()
    send_all(window, page, qtbot)
    qtbot.waitUntil(lambda: arrived(jobs), timeout=PATIENCE)


def test_the_window_closes_while_the_drive_hangs(
    window: MainWindow, sender: Sender, desk: DeskWorker[Desk], share: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    mark = dead(window, desk, share, qtbot, 600)
    sender.stop()
    assert sender._helper is not None
    assert sender._helper.process_id is None
    assert jobs()[0].waits
    mark.let_go()
