"""A window of the program with one page on a binder, as the benchmarks of the screen need it, and how they wait."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import dataset
from clusterdesk.config.settings import Settings
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dressing import Dressing
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.places import Place, Route
from clusterdesk.gui.tasks import Lane


def dressed() -> Kit:
    """Return what widgets are made with, in an application that nobody sees."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    return Dressing(application, "light", 1.0, dataset.BenchClock()).kit("fr")


@contextmanager
def window_on(root: Path, kit: Kit, places: Sequence[Place], route: Route, size: QSize) -> Iterator[MainWindow]:
    """Show a window on a binder that is not written to."""
    worker = DeskWorker(lambda: _BareDesk(root))
    files = Lane(threads=1)
    window = MainWindow(WindowParts(kit, Preferences(Settings()), tuple(places), files, _raise), worker)
    window.resize(size)
    window.go(route)
    window.show()
    try:
        yield window
    finally:
        window.close()
        worker.stop()
        files.stop()


def wait() -> None:
    """Wait as the program does: a loop that looks all the time would keep the worker from the interpreter."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class PaintWatch(QObject):
    """Hears the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        """Listen until ``leave``."""
        super().__init__()
        self.seen = False
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice a paint that counts."""
        if event.type() == QEvent.Type.Paint:
            self.seen = self.counts()
        return False

    def counts(self) -> bool:
        """Tell whether what is painted now is what was waited for."""
        return True

    def leave(self) -> None:
        """Listen no more."""
        self._widget.removeEventFilter(self)


class _BareDesk:
    """A desk on a binder that is not written to."""

    def __init__(self, root: Path) -> None:
        self.store = dataset.opened(root)
        self.clock = dataset.BenchClock()

    def close(self) -> None:
        self.store.close()


def _raise(error: BaseException) -> None:
    raise error
