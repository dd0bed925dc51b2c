"""Starting the window, filled, beside an empty window of the same toolkit: warm, and out of the page cache.

Then what goes on behind the window until the binder is open, beside a bare window that imports SQLAlchemy in a thread.
"""

import json
import os
import shutil
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
from clusterdesk.base.resources import resource
from clusterdesk.i18n.catalogue_files import compile_language

NAME = "Start"
WARM, COLD = "start to filled window, warm", "start to filled window, cold page cache"
READY, PAUSE = "ORM ready behind the window", "longest pause of the window meanwhile, beside 50 ms"
MEMORY = "memory after start (PSS, MiB)"
TARGETS = {WARM: 1.7, COLD: 1.6, READY: 1.3, PAUSE: 1.0, MEMORY: 1.3}

_WARM_ROUNDS, _COLD_ROUNDS, _READY_ROUNDS = 9, 5, 7
_PAUSE_MS = 50.0
_READ = {".pyc", ".py", ".so", ".abi3", ".mo", ".ttf", ".svg", ".6", ".code", ".shapes", ".list", ".qss", ".toml"}
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
    for language in ("fr", "nl"):  # as an installed program has them; edited texts would be read from their sources
        compile_language(resource("locale"), language)
    with tempfile.TemporaryDirectory(prefix="clusterdesk-benchmark-") as home:
        ours = [sys.executable, "-m", "clusterdesk", "--binder", str(root)]
        empty = [sys.executable, "-c", _EMPTY]
        rows = [_row(WARM, ours, empty, Path(home), _WARM_ROUNDS, _nothing)]
        if hasattr(os, "posix_fadvise"):
            rows.append(_row(COLD, ours, empty, Path(home), _COLD_ROUNDS, lambda: _forget(root, Path(home))))
        return rows + _behind_the_window(root, Path(home))


def _behind_the_window(root: Path, home: Path) -> list[BenchRow]:
    """Let both open the database behind their windows, in turns."""
    own = Path(shutil.copytree(root, home / "binder"))  # the program writes into a binder it opens
    watched = [sys.executable, "-m", "benchmarks.watched_start", "--binder", str(own)]
    lean = [sys.executable, "-m", "benchmarks.lean_start", str(own / "binder.db")]
    settings = home / "settings.toml"
    settings.write_text("backups = false\n", encoding="utf-8")
    more = {"CLUSTERDESK_CONFIG": str(settings), "CLUSTERDESK_BENCH_EXIT": ""}
    seen: tuple[list[dict[str, float]], list[dict[str, float]]] = ([], [])
    for number in range(_READY_ROUNDS + 1):
        for told, command in zip(seen, (watched, lean), strict=True):
            answer = _told(command, home, more)
            if number:
                told.append(answer)
    (ready, bare_ready), (pause, _), (memory, bare_memory) = (
        [median(one[key] for one in told) for told in seen] for key in ("ready_ms", "pause_ms", "pss_mib")
    )
    rows = [row(READY, ready, bare_ready, TARGETS[READY]), row(PAUSE, pause, _PAUSE_MS, TARGETS[PAUSE])]
    return [*rows, row(MEMORY, memory, bare_memory, TARGETS[MEMORY])] if bare_memory else rows


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
    told = _told(command, home, {"CLUSTERDESK_BENCH_EXIT": "painted"})
    if not told["filled"]:
        raise RuntimeError("the window was painted empty: the first rows could not be read")
    return float(told["painted_ms"])


def _told(command: list[str], home: Path, more: dict[str, str]) -> dict[str, float]:
    """Run a program and return what it told in its last line."""
    places = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    folders = {name: str(home / name) for name in places}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {
        **kept,
        **folders,
        # An installed program has its modules compiled; here the first, uncounted round does it, apart from the tree.
        "PYTHONPYCACHEPREFIX": str(_compiled(home)),
        "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(home)}",
        "CLUSTERDESK_BENCH_STARTED": str(time.monotonic_ns()),
        **more,
    }
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=_PATIENCE_SECONDS
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _compiled(home: Path) -> Path:
    return home.parent / "clusterdesk-benchmarks" / "compiled"


def _screen(home: Path) -> Path:
    """Describe a screen on which both windows have the room they ask for: the unseen one is smaller by itself."""
    path = home / "screen.json"
    screen = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return path


def _nothing() -> None:
    """Leave the page cache as it is."""


def _forget(root: Path, home: Path) -> None:
    """Ask the system to drop from its cache what a start reads: libraries, our code, the database."""
    for path in _read_at_start(root, home):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _read_at_start(root: Path, home: Path) -> Iterator[Path]:
    libraries = (Path(sysconfig.get_path("purelib")), Path(sysconfig.get_path("stdlib")))
    package = Path(__file__).resolve().parents[1]
    for folder in (*libraries, package / "clusterdesk", package / "resources", _compiled(home), home):
        for path in folder.rglob("*"):
            if (
                path.suffix
                in {
                    ".pyc",
                    ".py",
                    ".so",
                    ".abi3",
                    ".mo",
                    ".ttf",
                    ".svg",
                    ".6",
                    ".code",
                    ".shapes",
                    ".list",
                    ".qss",
                    ".toml",
                }
                and path.is_file()
            ):
                yield path
    yield root / "binder.db"
    yield Path(sys.executable).resolve()
