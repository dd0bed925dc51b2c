"""What holds for every test: no display, nobody's own data, no unexplained skip."""

import gc
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.shared import shared_data as find_shared_data

# Before the first import of PySide6: Qt reads these once. What a person has on this machine stays untouched, and what
# another process of this run has too. The folders pytest makes stay where they are wont to be: they outlive the run.
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
_scratch = tempfile.TemporaryDirectory(prefix="clusterdesk-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _variable, _folder in (
    ("XDG_RUNTIME_DIR", "runtime"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_CACHE_HOME", "cache"),
    ("TMPDIR", "tmp"),
):
    _path = Path(_scratch.name, _folder)
    _path.mkdir(mode=0o700)
    os.environ[_variable] = str(_path)
tempfile.tempdir = os.environ["TMPDIR"]
for _variable in ("CLUSTERDESK_BINDER", "CLUSTERDESK_CONFIG", "CLUSTERDESK_DATA", "CLUSTERDESK_PASSPHRASE_FILE"):
    os.environ.pop(_variable, None)
# A placeholder nobody fills fails a test instead of staying visible.
os.environ["CLUSTERDESK_STRICT_TEXTS"] = "1"

# A busy machine is slow, not wrong: time limits belong to the benchmarks.
hypothesis.settings.register_profile("clusterdesk", deadline=None, print_blob=True)
hypothesis.settings.load_profile("clusterdesk")

pytest_plugins = ["tests.skip_policing"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the files that take long, where processes share the work: none of them then comes last and alone."""
    if hasattr(config, "workerinput"):
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what stays to the end: our modules, the tests, the libraries."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Remove the scratch folder."""
    _scratch.cleanup()


@pytest.fixture
def shared_data() -> Callable[[str], Path]:
    """Return a function that finds a file of the shared data, and skips the test where that folder is absent."""
    return find_shared_data


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Fail a test that leaves a thread running: it would meddle with the next one."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=5)
    left = [thread.name for thread in set(threading.enumerate()) - before if not thread.daemon]
    assert left == [], f"threads left running: {left}"
