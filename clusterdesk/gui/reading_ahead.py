"""What the first screen shows, read in a thread of its own while Qt is still being loaded. No Qt here."""

import threading
from collections.abc import Callable
from pathlib import Path

from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.first_look import FirstRows, first_look

__all__ = ["FirstRows", "ReadAhead"]


class ReadAhead:
    """Reads the first screen of a binder once; who wants the rows waits for them, or is told.

    They come in two parts: what stands first on the screen, then all of it.
    """

    def __init__(self, binder: Path, question: TodayQuestion, language: str) -> None:
        """Begin to read."""
        self._asked = (binder, question, language)
        self._first, self._whole = _Part(), _Part()
        self._thread = threading.Thread(target=self._read, name="first look", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until what stands first is read, or the time is over; tell whether it is."""
        return self._first.done.wait(seconds)

    @property
    def rows(self) -> FirstRows | None:
        """What was read of it; None where that is not done, or could not be."""
        return self._first.rows

    def when_read(self, listener: Callable[[], None]) -> None:
        """Call a listener once that is read: in this thread where it is, else in that of the reading."""
        self._first.tell(listener)

    def whole(self, seconds: float = 0) -> FirstRows | None:
        """Wait for all of it; None where it is not read in time, or could not be."""
        self._whole.done.wait(seconds)
        return self._whole.rows

    def when_whole(self, listener: Callable[[], None]) -> None:
        """Call a listener once all of it is read, as ``when_read`` does."""
        self._whole.tell(listener)

    def _read(self) -> None:
        rows: FirstRows | None = None
        try:
            rows = first_look(*self._asked, first=self._first.give)
        finally:
            self._whole.give(rows)
            if not self._first.done.is_set():
                self._first.give(rows)


class _Part:
    """What one thread gives once, and another is told of."""

    def __init__(self) -> None:
        self.rows: FirstRows | None = None
        self.done = threading.Event()
        self._lock = threading.Lock()
        self._listener: Callable[[], None] | None = None

    def give(self, rows: FirstRows | None) -> None:
        with self._lock:
            self.rows = rows
            self.done.set()
        if self._listener is not None:
            self._listener()

    def tell(self, listener: Callable[[], None]) -> None:
        with self._lock:
            if not self.done.is_set():
                self._listener = listener
                return
        listener()
