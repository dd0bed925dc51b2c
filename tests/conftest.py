"""What holds for every test: no display, nobody's own data, no unexplained skip."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.shared import shared_data as find_shared_data

# Before the first import of PySide6: Qt reads these once. What a person has on this machine stays untouched.
_scratch = tempfile.TemporaryDirectory(prefix="clusterdesk-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _variable, _folder in (
    ("XDG_RUNTIME_DIR", "runtime"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_STATE_HOME", "state"),
):
    _path = Path(_scratch.name, _folder)
    _path.mkdir(mode=0o700)
    os.environ[_variable] = str(_path)
for _variable in ("CLUSTERDESK_BINDER", "CLUSTERDESK_CONFIG", "CLUSTERDESK_DATA", "CLUSTERDESK_PASSPHRASE_FILE"):
    os.environ.pop(_variable, None)
# A placeholder nobody fills fails a test instead of staying visible.
os.environ["CLUSTERDESK_STRICT_TEXTS"] = "1"

# A busy machine is slow, not wrong: time limits belong to the benchmarks.
hypothesis.settings.register_profile("clusterdesk", deadline=None, print_blob=True)
hypothesis.settings.load_profile("clusterdesk")

pytest_plugins = ["tests.skip_policing"]


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
