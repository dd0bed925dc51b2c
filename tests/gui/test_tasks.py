"""Lanes and the database worker: no result is lost, none comes to the dead, threads end."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import KnownError
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.tasks import Lane, Progress
from tests.gui.support import FakeDesk, delete_now, our_threads, thread_number, threads_settle


def _same(number: int, _desk: FakeDesk) -> int:
    return number


def _fail(error: BaseException, _desk: object) -> None:
    raise error


class Receiver(QObject):
    """Collects what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []

    def take(self, result: object) -> None:
        self.results.append(result)


def test_four_thousand_results_arrive_in_order_in_the_gui_thread(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    results: list[tuple[int, int]] = []

    def take(number: int) -> None:
        results.append((number, thread_number()))

    for number in range(4_000):
        worker.submit(partial(_same, number), take)
    qtbot.waitUntil(lambda: len(results) == 4_000, timeout=60_000)
    assert [number for number, _ in results] == list(range(4_000))
    assert {thread for _, thread in results} == {thread_number()}
    assert not worker.busy


def test_results_of_several_threads_all_arrive(files: Lane, qtbot: QtBot) -> None:
    results: list[int] = []
    for number in range(2_000):
        files.submit(partial(_number, number), results.append)
    qtbot.waitUntil(lambda: len(results) == 2_000, timeout=60_000)
    assert sorted(results) == list(range(2_000))


def _number(number: int, _progress: Progress) -> int:
    return number


def test_an_answer_that_asks_the_next_question_leaves_the_lane_busy_until_the_last(files: Lane, qtbot: QtBot) -> None:
    told: list[bool] = []
    files.busy_changed.connect(told.append)

    def ask_on(number: int) -> None:
        if number:
            files.submit(partial(_number, number - 1), ask_on)

    files.submit(partial(_number, 3), ask_on)
    qtbot.waitUntil(lambda: not files.busy)
    assert told == [True, False]


def test_the_desk_is_opened_once_and_lives_in_one_thread(qapp: object, qtbot: QtBot) -> None:
    opened: list[int] = []
    desk = FakeDesk()

    def open_desk() -> FakeDesk:
        opened.append(thread_number())
        return desk

    worker = DeskWorker(open_desk)
    assert opened == []
    threads: list[int] = []
    for _ in range(5):
        worker.submit(lambda _desk: thread_number(), threads.append)
    qtbot.waitUntil(lambda: len(threads) == 5)
    assert worker.stop(10_000)
    assert len(opened) == 1
    assert set(threads) == set(opened) == {desk.closed_in}
    assert opened[0] != thread_number()
    delete_now(worker)


def test_errors_come_back_to_who_asked_or_to_everybody(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    known = KnownError("x", "It failed.", advice="Try again.")
    own: list[BaseException] = []
    worker.submit(partial(_fail, known), None, own.append)
    with qtbot.waitSignal(worker.failed) as caught:
        worker.submit(partial(_fail, ValueError("y")))
    assert own == [known]
    assert isinstance(caught.args[0], ValueError)


def test_a_desk_that_does_not_open_fails_every_job_and_tells_once(qapp: object, qtbot: QtBot) -> None:
    error = KnownError("binder_locked", "In use.", advice="Close it.")

    def open_desk() -> FakeDesk:
        raise error

    worker = DeskWorker(open_desk)
    told: list[BaseException] = []
    failed: list[BaseException] = []
    worker.opening_failed.connect(told.append)
    worker.open()
    worker.submit(partial(_same, 1), None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert told == failed == [error]
    assert worker.broken
    assert worker.stop()
    delete_now(worker)


def test_only_the_newest_answer_of_a_question_arrives(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    gate = threading.Event()
    answers: list[int] = []
    worker.submit(lambda _desk: gate.wait(10))
    for number in range(50):
        worker.submit(partial(_same, number), answers.append, latest="search")
    gate.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert answers == [49]


def test_nothing_is_called_on_a_deleted_widget(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    gate = threading.Event()
    receiver = Receiver()
    label = QLabel()
    worker.submit(lambda _desk: gate.wait(10))
    worker.submit(partial(_same, 1), receiver.take)
    worker.submit(partial(_same, 2), label.setNum)
    delete_now(receiver, label)
    gate.set()
    qtbot.waitUntil(lambda: not worker.busy)
    assert receiver.results == []


def test_a_long_job_tells_its_steps_and_stops_when_asked(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    steps: list[tuple[str, int, int]] = []
    stopped: list[bool] = []
    units: list[int] = []

    def work(_desk: FakeDesk, progress: Progress) -> None:
        for number in range(1_000_000):
            progress("Reading", number, 1_000_000)
            units.append(number)

    ticket = worker.submit_long(
        work,
        on_progress=lambda step, done, total: steps.append((step, done, total)),
        on_cancelled=lambda: stopped.append(True),
    )
    qtbot.waitUntil(lambda: bool(steps))
    ticket.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
    assert ticket.finished
    assert len(units) < 1_000_000
    assert steps[0][0] == "Reading"


def test_stopping_saves_what_waits_and_ends_the_thread(qtbot: QtBot) -> None:
    before = our_threads()
    desk = FakeDesk()
    worker: DeskWorker[FakeDesk] = DeskWorker(lambda: desk)
    saved: list[int] = []
    delivered: list[None] = []
    for number in range(200):
        worker.submit(partial(_save, saved, number), delivered.append)
    assert worker.stop(20_000)
    assert saved == list(range(200))
    assert len(delivered) == 200
    assert desk.closed_in is not None
    threads_settle(qtbot, before)
    late = worker.submit(partial(_save, saved, 999))
    assert late.finished
    assert worker.stop()
    delete_now(worker)


def _save(saved: list[int], number: int, _desk: FakeDesk) -> None:
    saved.append(number)


def test_an_error_in_a_callback_does_not_stop_the_others(worker: DeskWorker[FakeDesk], qtbot: QtBot) -> None:
    results: list[int] = []

    def broken(_number: int) -> None:
        raise RuntimeError("callback")

    with qtbot.captureExceptions() as caught:
        worker.submit(partial(_same, 1), broken)
        worker.submit(partial(_same, 2), results.append)
        qtbot.waitUntil(lambda: results == [2])
    assert len(caught) == 1
    assert not worker.busy


class Bell(QObject):
    """A signal to ring often."""

    rung = Signal(object)


@pytest.mark.parametrize("times", [20_000])
def test_void_methods_and_signals_keep_their_references(qapp: object, times: int) -> None:
    """Older pairs of PySide6 and Python lose a reference to None per call and abort after some thousands."""
    bell, label, timer = Bell(), QLabel(), QTimer()
    heard: list[object] = []
    bell.rung.connect(heard.append)
    for number in range(times):
        label.setText("x")
        timer.setInterval(number)
        label.setEnabled(number % 2 == 0)
        bell.rung.emit(None)
    assert len(heard) == times
    delete_now(bell, label, timer)
