"""Jobs that take long: busy after 300 ms, named, counted and cancellable after 2 s, stopped when one asks for it.

A job that waits for a gate stands for slow work; what is shown when is read from the bar's own signals and timers.
"""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.busy_mark import BusyMark
from clusterdesk.gui.tasks import CancelledError, Progress
from clusterdesk.gui.widgets.busy_bar import DETAIL_MS, SHOW_MS, BusyBar
from tests.gui.support import MOMENT, FakeDesk, delete_now

_COARSE = 0.9  # Qt's timers may ring a twentieth early


class SlowWork:
    """Work in units: each waits until the test lets it go on."""

    def __init__(self, units: int) -> None:
        self.units, self.done = units, 0
        self.gate = threading.Semaphore(0)

    def __call__(self, _desk: FakeDesk, progress: Progress) -> int:
        step = progress.named("Compter les planches")
        for number in range(self.units):
            step(number, self.units)
            assert self.gate.acquire(timeout=MOMENT / 1000)
            self.done += 1
        return self.done


class Asking:
    """Submits work under a bar, as pages do."""

    def __init__(self, bar: BusyBar, worker: DeskWorker[FakeDesk], work: SlowWork) -> None:
        self.bar, self.ended = bar, list[str]()
        bar.start("Compter")
        self.ticket = worker.submit_long(
            work,
            lambda result: self.end(f"done {result}"),
            on_progress=bar.progress,
            on_cancelled=partial(self.end, "stopped"),
        )
        bar.cancel_asked.connect(self.ticket.cancel)

    def end(self, how: str) -> None:
        self.ended.append(how)
        self.bar.finish()


def _ask_again(worker: DeskWorker[FakeDesk], _result: None) -> None:
    worker.submit(lambda _desk: None)


@pytest.fixture
def bar(kit: Kit, qtbot: QtBot) -> Iterator[BusyBar]:
    """A bar in a window of its own."""
    host = QWidget()
    made = BusyBar(kit)
    QVBoxLayout(host).addWidget(made)
    host.resize(600, 200)
    host.show()
    qtbot.waitExposed(host)
    yield made
    delete_now(host)


def test_the_promised_thresholds() -> None:
    assert (SHOW_MS, DETAIL_MS) == (300, 2_000)


def test_slow_work_is_marked_then_named_then_really_stopped(
    bar: BusyBar, worker: DeskWorker[FakeDesk], qtbot: QtBot
) -> None:
    work, watch = SlowWork(5), QElapsedTimer()
    watch.start()
    asking = Asking(bar, worker, work)
    assert bar.isHidden()
    with qtbot.waitSignal(bar.appeared):
        pass
    assert watch.elapsed() >= SHOW_MS * _COARSE
    assert bar.isVisible()
    assert not bar.detailed

    work.gate.release()
    with qtbot.waitSignal(bar.explained):
        pass
    assert watch.elapsed() >= DETAIL_MS * _COARSE
    qtbot.waitUntil(lambda: bar._count.text() == "1 sur 5")
    assert bar._text.text() == "Compter les planches"
    assert bar._cancel.isVisible()

    bar._cancel.click()
    assert bar.isVisible()  # until it has really stopped
    assert asking.ended == []
    work.gate.release()
    qtbot.waitUntil(lambda: asking.ended == ["stopped"])
    assert work.done == 2
    assert bar.isHidden()
    assert not worker.busy


def test_quick_work_is_never_marked(bar: BusyBar, worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    work, marked = SlowWork(2), list[bool]()
    bar.appeared.connect(partial(marked.append, True))
    work.gate.release(2)
    asking = Asking(bar, worker, work)
    qtbot.waitUntil(lambda: bool(asking.ended))
    assert asking.ended == ["done 2"]
    assert not bar._show_timer.isActive()
    assert marked == []


def test_a_step_without_numbers_is_said_once_and_can_be_stopped() -> None:
    progress, told = Progress(), list[tuple[str, int, int]]()
    progress.listen(lambda *report: told.append(report))
    step = progress.named("Compter")
    for _ in range(3):
        step(0, 0)
    assert told == [("Compter", 0, 0)]
    progress.cancel()
    with pytest.raises(CancelledError):
        step(0, 0)


def test_the_window_marks_any_work_that_goes_on(kit: Kit, worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    mark, gate = BusyMark(kit), threading.Event()
    host = QWidget()
    QVBoxLayout(host).addWidget(mark)
    host.show()
    mark.hide()
    worker.busy_changed.connect(mark.follow)
    with qtbot.waitSignal(mark.appeared):
        worker.submit(lambda _desk: gate.wait(MOMENT / 1000))
    assert mark.isVisible()
    # What one job asks for when it is done keeps the lane busy, which then says so twice.
    worker.submit(lambda _desk: None, partial(_ask_again, worker))
    gate.set()
    qtbot.waitUntil(mark.isHidden)
    assert not worker.busy
    worker.submit(lambda _desk: None)
    qtbot.waitUntil(lambda: not worker.busy)
    assert not mark._soon.isActive()
    delete_now(host)
