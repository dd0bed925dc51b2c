"""Whether a window can be seen is known before Qt is asked, which would end the program."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.__main__ import Windows
from tests.cli.conftest import Run
from tests.cli.test_output import ROOT

LINUX = sys.platform.startswith("linux")


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ":9987"}, False),
        ({"DISPLAY": "far.example:10.0"}, True),
        ({"DISPLAY": "far.example:10.0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"WAYLAND_DISPLAY": "wayland-9987"}, False),
    ],
)
def test_a_display_is_there_or_not(environment: dict[str, str], seen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert Windows().has_display() is (seen or not LINUX)


def test_without_a_display_the_commands_are_offered(run_bare: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    if not LINUX:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        return
    done = run_bare("--json")
    assert (done.code, done.error["code"]) == (1, "no_display")


@pytest.fixture
def heard_interruptions() -> Iterator[None]:
    """Hear Ctrl+C even where the tests run in the background: a shell makes such programs deaf to it, and their own."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interruptions")
def test_an_interruption_ends_quietly(binder: Path) -> None:
    environment = {**os.environ, "CLUSTERDESK_DATA": str(binder.parent / "data"), "CLUSTERDESK_BINDER": str(binder)}
    command = [sys.executable, "-m", "clusterdesk", "--language", "en", "contact", "erase", "peeters"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as started:
        assert started.stderr is not None
        # The question has been asked: nobody answers, somebody presses Ctrl+C.
        asked = started.stderr.read(len("Erase the data of Zoé Peeters"))
        assert asked == "Erase the data of Zoé Peeters"
        started.send_signal(signal.SIGINT)
        _, rest = started.communicate(timeout=120)
        assert started.returncode == 130
    assert "Traceback" not in rest
