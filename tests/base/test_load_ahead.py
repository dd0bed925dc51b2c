"""Qt is loaded ahead, in another thread; importing it afterwards is what it always was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clusterdesk.base import load_ahead
from tests.architecture.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="loaded ahead on Linux only")

_SCRIPT = """
import os, sys
os.cpu_count = lambda: 4
from clusterdesk.base.load_ahead import load_qt_ahead
thread = load_qt_ahead()
thread.join()
maps = open("/proc/self/maps").read()
assert "libQt6Widgets" in maps and "QtCore.abi3" in maps, "not loaded"
assert not any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules), "imported"
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
assert QThread.isMainThread() and application.thread() is QThread.currentThread()
label = QLabel("told")
label.show()
application.processEvents()
assert label.grab().width() > 0
"""


def test_qt_is_loaded_without_python_and_works_in_the_main_thread_afterwards() -> None:
    command = [sys.executable, "-c", _SCRIPT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "main() thread" not in done.stderr


def test_one_processor_has_nobody_to_load_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert load_ahead.load_qt_ahead() is None


def test_where_qt_is_not_installed_nothing_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    thread = load_ahead.load_qt_ahead()
    if thread is not None:
        thread.join()
    assert list(load_ahead._found()) == []
