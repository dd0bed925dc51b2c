"""Killed, or refused by the disk, at a system call: what was said to be done is there, and the binder is sound."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clusterdesk.store.opening import create_store
from tests.shared import ROOT

pytestmark = pytest.mark.slow

# Of each kind of call; ``python -m tests.faults.struck FOLDER BINDER 0`` strikes them all, in some minutes.
STRIKES_OF_A_KIND = 2


@pytest.fixture
def strace() -> None:
    """Skip where the system has no strace, or does not let it attach to a process."""
    tracer = shutil.which("strace")
    if tracer is None:
        pytest.skip("strace is absent")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        tried = subprocess.Popen(
            [tracer, "-p", str(process.pid), "-e", "trace=none"], stderr=subprocess.PIPE, text=True
        )
        assert tried.stderr is not None
        said = tried.stderr.readline()
        process.communicate(b"\n")
        tried.communicate()
    if "attached" not in said:
        pytest.skip("strace may not attach here")


@pytest.mark.usefixtures("strace")
def test_nothing_that_was_done_is_lost_whatever_call_fails(tmp_path: Path) -> None:
    create_store(tmp_path / "binder", "here").close()
    command = [sys.executable, "-m", "tests.faults.struck", str(tmp_path), str(tmp_path / "binder")]
    run = subprocess.run([*command, str(STRIKES_OF_A_KIND)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    strikes = [json.loads(line) for line in run.stdout.splitlines()]
    assert {one["how"] for one in strikes} == {"KILL", "ENOSPC", "EIO"}
    assert [one for one in strikes if one["problems"]] == []
    said = [line.split()[0] for one in strikes for line in one["said"]]
    assert {"record", "document", "backup", "refused"} <= set(said)
