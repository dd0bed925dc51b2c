"""The first screen, filled before the store is opened: read by the bare driver, shown, painted; then the rest begins.

The database worker reads it as its first job and then waits for the paint: importing what opens the store would
otherwise fight with the window for the interpreter.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from clusterdesk.config.settings import Settings
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.gui.desk_worker import Closing, DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.reading import question
from clusterdesk.gui.shell.page import Page

if TYPE_CHECKING:
    from clusterdesk.services.first_look import FirstRows

_PATIENCE_SECONDS = 1.0
_EXIT, _STARTED = "CLUSTERDESK_BENCH_EXIT", "CLUSTERDESK_BENCH_STARTED"
_TICKS_FIELD = 19  # of what follows the name in /proc/self/stat: when the process began


@runtime_checkable
class ShowsFirst(Protocol):
    """A page that can be filled from the first look."""

    def show_first(self, rows: "FirstRows") -> None:
        """Show what was read before the store was opened."""
        ...


class FirstLook(QObject):
    """Fills the first page.

    Signals:
        read: the FirstRows were read (also None), in the GUI thread.
        painted: the first page was painted; whether it was filled.
    """

    read = Signal(object)
    painted = Signal(bool)

    def __init__(self, binder: Path, settings: Settings, kit: Kit) -> None:
        """Remember what to read."""
        super().__init__()
        self._job = _Read(binder, question(settings, kit.clock.today()), kit.t.language)
        self._seen = threading.Event()
        self._page: Page | None = None
        self._filled = False

    def begin[D: Closing](self, worker: DeskWorker[D]) -> None:
        """Let the worker read, then wait for the paint before anything else."""
        worker.before(self._job, self._tell)
        worker.before(_Wait(self._seen))

    def fill(self, page: Page | None, rows: "FirstRows | None") -> None:
        """Show the rows on the page in front, and watch for its paint."""
        if page is None:
            self._tell_painted()
            return
        if rows is not None and isinstance(page, ShowsFirst):
            page.show_first(rows)
            self._filled = True
        self._page = page
        page.installEventFilter(self)
        page.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the paint of the page; what stands on it is painted in the same go."""
        if event.type() == QEvent.Type.Paint and self._page is not None:
            self._page.removeEventFilter(self)
            self._page = None
            QTimer.singleShot(0, self._tell_painted)
        return False

    def _tell(self, rows: "FirstRows | None") -> None:
        self.read.emit(rows)

    @Slot()
    def _tell_painted(self) -> None:
        self._seen.set()
        self.painted.emit(self._filled)


class _Read:
    """Reads the first screen in the worker's thread."""

    def __init__(self, binder: Path, question: TodayQuestion, language: str) -> None:
        self._question = (binder, question, language)

    def __call__(self) -> "FirstRows | None":
        from clusterdesk.services.first_look import first_look

        return first_look(*self._question)


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
