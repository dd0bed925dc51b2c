"""The first screen, filled before the store is opened: read by the bare driver, shown, painted; then the rest begins.

The database worker waits for the paint: importing what opens the store would otherwise fight with the window for the
interpreter.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot

from clusterdesk.gui.desk_worker import Closing, DeskWorker
from clusterdesk.gui.reading_ahead import ReadAhead
from clusterdesk.gui.shell.page import Page

if TYPE_CHECKING:
    from clusterdesk.services.first_look import FirstRows

_PATIENCE_SECONDS = 1.0
_UNSHOWN_SECONDS = 0.5  # so long the window is held back, to be seen filled at once
_EXIT, _STARTED = "CLUSTERDESK_BENCH_EXIT", "CLUSTERDESK_BENCH_STARTED"
_TICKS_FIELD = 19  # of what follows the name in /proc/self/stat: when the process began


type WholeRows = Callable[[float], FirstRows | None]  # after so many seconds at most


@runtime_checkable
class ShowsFirst(Protocol):
    """A page that can be filled from the first look."""

    def show_first(self, rows: "FirstRows", whole: WholeRows) -> None:
        """Show what was read before the store was opened, as far as it is seen; ``whole`` waits for all of it."""
        ...

    def show_rest(self, rows: "FirstRows | None") -> None:
        """Show the rest of it: what was seen has been painted."""
        ...


class FirstLook(QObject):
    """Fills the first page.

    Signals:
        read: the FirstRows were read (also None), in the GUI thread.
        painted: the first page was painted; whether it was filled.
    """

    read = Signal(object)
    painted = Signal(bool)
    _arrived = Signal()
    _completed = Signal()

    def __init__(self, ahead: ReadAhead) -> None:
        """Know who reads."""
        super().__init__()
        self._ahead = ahead
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._completed.connect(self._show_rest, Qt.ConnectionType.QueuedConnection)
        self._seen = threading.Event()
        self._page: Page | None = None
        self._filled = False
        self._rest: ShowsFirst | None = None

    def begin[D: Closing](self, worker: DeskWorker[D]) -> None:
        """Let the worker wait for the paint; ``read`` comes now where the rows are there soon, else when they are."""
        worker.before(_Wait(self._seen))
        if self._ahead.wait(_UNSHOWN_SECONDS):
            self._tell()
        else:
            self._ahead.when_read(self._arrived.emit)

    def stop(self) -> None:
        """Wait for the end of the reading."""
        self._rest = None
        self._ahead.whole(_PATIENCE_SECONDS)

    def fill(self, page: Page | None, rows: "FirstRows | None") -> None:
        """Show the rows on the page in front, and watch for its paint."""
        if page is None:
            self._tell_painted()
            return
        if rows is not None and isinstance(page, ShowsFirst):
            page.show_first(rows, self._ahead.whole)
            self._filled, self._rest = True, page
        self._page = page
        page.installEventFilter(self)
        page.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the paint of the page, with what stands on it; or that somebody has gone elsewhere before it."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Hide) and self._page is not None:
            self._page.removeEventFilter(self)
            self._page = None
            QTimer.singleShot(0, self._tell_painted)
        return False

    @Slot()
    def _show_rest(self) -> None:
        rest, self._rest = self._rest, None
        if rest is not None:
            rest.show_rest(self._ahead.whole())

    @Slot()
    def _tell(self) -> None:
        self.read.emit(self._ahead.rows)

    @Slot()
    def _tell_painted(self) -> None:
        self.painted.emit(self._filled)
        self._seen.set()
        if self._rest is not None:
            self._ahead.when_whole(self._completed.emit)


class _Wait:
    """Waits until something was seen, though not for ever: a window that is hidden is never painted."""

    def __init__(self, seen: threading.Event) -> None:
        self._seen = seen

    def __call__(self) -> None:
        self._seen.wait(_PATIENCE_SECONDS)


def measured(*, filled: bool) -> bool:
    """Where a measurement asked for it, say how long the first paint took; True when the program is to end now."""
    if os.environ.get(_EXIT) != "painted":
        return False
    import json

    sys.stdout.write(json.dumps({"painted_ms": round(_since_start(), 1), "filled": filled}) + "\n")
    sys.stdout.flush()
    return True


def _since_start() -> float:
    """Return the milliseconds since the process began, or since the instant the measurement gives."""
    given = os.environ.get(_STARTED)
    if given:
        return (time.monotonic_ns() - int(given)) / 1e6
    state = Path("/proc/self/stat")
    if state.is_file():
        fields = state.read_text(encoding="ascii").rpartition(")")[2].split()
        began = int(fields[_TICKS_FIELD]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    return time.perf_counter() * 1000
