"""What the first screen shows, read in a thread of its own while Qt is still being loaded. No Qt here."""

import threading
from collections.abc import Callable
from pathlib import Path

from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.first_look import FirstRows, first_look

__all__ = ["FirstRows", "ReadAhead"]


class ReadAhead:
    """Reads the first screen of a binder once; who wants the rows waits for them, or is told."""

    def __init__(self, binder: Path, question: TodayQuestion, language: str) -> None:
        """Begin to read."""
        self._asked = (binder, question, language)
        self._rows: FirstRows | None = None
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._listener: Callable[[], None] | None = None
        self._thread = threading.Thread(target=self._read, name="first look", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until the rows are read, or the time is over; tell whether they are."""
        return self._done.wait(seconds)

    @property
    def rows(self) -> FirstRows | None:
        """What was read; None where that is not done, or could not be."""
        return self._rows

    def when_read(self, listener: Callable[[], None]) -> None:
        """Call a listener once the rows are read: in this thread where they are, else in that of the reading."""
        with self._lock:
            if not self._done.is_set():
                self._listener = listener
                return
        listener()

    def _read(self) -> None:
        try:
            self._rows = first_look(*self._asked)
        finally:
            with self._lock:
                self._done.set()
            if self._listener is not None:
                self._listener()
