"""Fixtures of the window's tests, and the discipline of leaving nothing behind."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.config.settings import Settings
from clusterdesk.gui.context import Context
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dressing import Dressing
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.places import Place
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import UndoProvider
from tests.gui.support import NOW, FakeDesk, FixedClock, PatientBot, delete_now, our_threads, threads_settle


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    """Delete what a test left, and fail it when windows or threads stay."""
    before = our_threads()
    gc.freeze()  # what is there already outlives the test: to collect is then to look at what the test made
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    gc.collect()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert QApplication.topLevelWidgets() == []
    threads_settle(qtbot, before)


@pytest.fixture(scope="session")
def clock() -> FixedClock:
    """A clock at 23 November 2026, 10:42 in Brussels."""
    return FixedClock()


@pytest.fixture(autouse=True)
def clock_put_back(clock: FixedClock) -> Iterator[None]:
    """Put the clock back after each test: another one may have set it."""
    yield
    clock.moment = NOW


@pytest.fixture(scope="session")
def dressing(qapp: QApplication, clock: FixedClock) -> Dressing:
    """The application in its light theme."""
    return Dressing(qapp, "light", 1.0, clock)


@pytest.fixture
def kit(dressing: Dressing) -> Iterator[Kit]:
    """The French kit, in the light theme at 100 % before and after each test."""
    yield dressing.kit("fr")
    dressing.theme.choose("light")
    dressing.theme.scale_text(100)


@pytest.fixture
def kit_of(dressing: Dressing) -> Callable[[str], Kit]:
    """A function that gives the kit of a language."""
    return dressing.kit


@pytest.fixture
def fake_desk() -> FakeDesk:
    """A desk with nothing in it."""
    return FakeDesk()


@pytest.fixture
def worker(qapp: QApplication, fake_desk: FakeDesk) -> Iterator[DeskWorker[FakeDesk]]:
    """A database worker over the fake desk, stopped in the end."""
    made: DeskWorker[FakeDesk] = DeskWorker(lambda: fake_desk)
    yield made
    assert made.stop(10_000)
    delete_now(made)


@pytest.fixture
def files(qapp: QApplication) -> Iterator[Lane]:
    """A lane for files, stopped in the end."""
    made = Lane(threads=2)
    yield made
    assert made.stop(10_000)
    delete_now(made)


@pytest.fixture
def errors() -> list[BaseException]:
    """The errors the window was asked to show."""
    return []


type OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(
    kit: Kit, worker: DeskWorker[FakeDesk], files: Lane, errors: list[BaseException], qtbot: QtBot
) -> Iterator[OpenWindow]:
    """A function that opens a window with some places: ``open_window(place, ..., undo=None, kit=None)``."""
    made: list[QWidget] = []

    def open_it(
        *places: Place, undo: UndoProvider | None = None, search: object = None, with_kit: Kit | None = None
    ) -> MainWindow:
        parts = WindowParts(
            kit=with_kit or kit,
            preferences=Preferences(Settings()),
            places=places,
            files=files,
            show_error=errors.append,
            undo=undo,
            search=search,  # type: ignore[arg-type]
        )
        window = MainWindow(parts, worker)
        made.append(window)
        window.show()
        window.activateWindow()  # shortcuts fire in the active window only
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_it
    delete_now(*made)


@pytest.fixture
def context(open_window: OpenWindow) -> Context:
    """A page's surroundings, over the fake desk, with a window that has no place."""
    return open_window().context
