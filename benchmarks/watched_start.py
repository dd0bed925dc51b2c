"""``python -m benchmarks.watched_start …``: the program itself, watched until its binder is open; then it ends.

It prints when the binder was open (milliseconds since the start), the longest time meanwhile in which the window could
not answer, and the memory the process has to itself (PSS).

Nothing here imports Qt before the program does: it puts Python's own import back as soon as Qt is there
(``gui.app.import_qt``). Whoever imports Qt first keeps that of Qt's bindings, by which each later import also reads the
source of the module, and keeps it: 17 MiB that the program itself never takes.
"""

import json
import sys
from pathlib import Path


def pss_mib() -> float:
    """Return the memory of this process, what it shares counted in part; 0 where the system does not tell."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.is_file():
        return 0.0
    lines = rollup.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def tell(ready_ms: float, pause_ms: float) -> None:
    """Print what was seen."""
    print(json.dumps({"ready_ms": ready_ms, "pause_ms": pause_ms, "pss_mib": pss_mib()}), flush=True)


def main() -> int:
    """Start the program, watched."""
    from clusterdesk.__main__ import main as program
    from clusterdesk.gui import app

    plain = app.run

    def run(*given: object) -> int:
        from clusterdesk.gui.application import Application

        begin = Application.start

        def start(self: Application) -> None:
            begin(self)
            _watch(self)

        Application.start = start  # type: ignore[method-assign]
        return plain(*given)  # type: ignore[arg-type]

    app.run = run
    return program(sys.argv[1:])


def _watch(application: object) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks.pulse import Pulse, since_start_ms

    behind = application._backstage  # type: ignore[attr-defined]  # noqa: SLF001 - a look behind the window
    pulse = Pulse()
    ready: list[float] = []

    def opened() -> None:
        ready.append(since_start_ms())

    def idle(busy: bool) -> None:
        # The first lists were read and shown: the start is over.
        if ready and not busy:
            behind.desk.busy_changed.disconnect(idle)
            pulse.stop()
            tell(ready[0], pulse.longest_ms)
            QApplication.closeAllWindows()
            QApplication.quit()

    behind.painted.connect(pulse.start)
    behind.desk.opened.connect(opened)
    behind.desk.busy_changed.connect(idle)


if __name__ == "__main__":
    sys.exit(main())
