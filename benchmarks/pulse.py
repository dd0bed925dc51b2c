"""The pulse of a window: how long it could not answer at most; and the time since a measurement began."""

import os
import time

from PySide6.QtCore import QObject, QTimer, Slot

STARTED = "CLUSTERDESK_BENCH_STARTED"


def since_start_ms() -> float:
    """Return the milliseconds since the instant that the measurement gave."""
    return (time.monotonic_ns() - int(os.environ[STARTED])) / 1e6


class Pulse(QObject):
    """Beats as often as the window's thread can, and remembers the longest gap between two beats."""

    def __init__(self) -> None:
        """Beat from ``start`` on."""
        super().__init__()
        self.longest_ms = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    @Slot()
    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End; the present gap counts, too."""
        self._beat()
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now
