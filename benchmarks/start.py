"""Starting the window, filled, beside an empty window of the same toolkit: warm, and out of the page cache."""

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks import dataset
from benchmarks.harness import BenchRow, row

NAME = "Start"
WARM, COLD = "start to filled window, warm", "start to filled window, cold page cache"
TARGETS = {WARM: 1.7, COLD: 1.6}

_WARM_ROUNDS, _COLD_ROUNDS = 9, 5
_PATIENCE_SECONDS = 120
_EMPTY = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False
def tell():
    taken = time.monotonic_ns() - int(os.environ["CLUSTERDESK_BENCH_STARTED"])
    print('{"painted_ms": %.1f, "filled": true}' % (taken / 1e6))
    application.quit()
application = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
eye = Eye()
window.installEventFilter(eye)
window.show()
sys.exit(application.exec())
"""


def run() -> list[BenchRow]:
    """Start both in turns until each has painted what it shows."""
    root = dataset.binder()
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as home:
        ours = [sys.executable, "-m", "clusterdesk", "--binder", str(root)]
        empty = [sys.executable, "-c", _EMPTY]
        rows = [_row(WARM, ours, empty, Path(home), _WARM_ROUNDS, _nothing)]
        if hasattr(os, "posix_fadvise"):
            rows.append(_row(COLD, ours, empty, Path(home), _COLD_ROUNDS, lambda: _forget(root)))
    return rows


def _row(name: str, ours: list[str], empty: list[str], home: Path, rounds: int, before: Callable[[], None]) -> BenchRow:
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for taken, command in zip(times, (ours, empty), strict=True):
            before()
            painted = _painted(command, home)
            if number:  # the first round only warms up
                taken.append(painted)
    return row(name, median(times[0]), median(times[1]), TARGETS[name])


def _painted(command: list[str], home: Path) -> float:
    """Start a window and return the milliseconds from before the start of its process to its paint."""
    folders = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {
        **kept,
        **folders,
        # An installed program has its modules compiled; here the first, uncounted round does it, apart from the tree.
        "PYTHONPYCACHEPREFIX": str(home.parent / "clusterdesk-benchmarks" / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        "CLUSTERDESK_BENCH_EXIT": "painted",
        "CLUSTERDESK_BENCH_STARTED": str(time.monotonic_ns()),
    }
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=_PATIENCE_SECONDS
    )
    told = json.loads(done.stdout.splitlines()[-1])
    if not told["filled"]:
        raise RuntimeError("the window was painted empty: the first rows could not be read")
    return float(told["painted_ms"])


def _nothing() -> None:
    """Leave the page cache as it is."""


def _forget(root: Path) -> None:
    """Ask the system to drop from its cache what a start reads: libraries, our code, the database."""
    for path in _read_at_start(root):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _read_at_start(root: Path) -> Iterator[Path]:
    libraries = (Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("stdlib")))
    package = Path(__file__).resolve().parents[1]
    for folder in (*libraries, package / "clusterdesk", package / "resources"):
        for path in folder.rglob("*"):
            if path.suffix in {".pyc", ".py", ".so", ".abi3", ".mo", ".ttf", ".svg", ".6"} and path.is_file():
                yield path
    yield root / "binder.db"
    yield Path(sys.executable).resolve()
