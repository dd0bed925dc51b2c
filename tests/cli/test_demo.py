"""The demo makes the sample and its documents, keeps what was edited, and never touches somebody's own work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.shared import ROOT


@pytest.fixture(autouse=True)
def without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend a machine without a display, whatever this one has."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


def test_the_demo_is_made_kept_and_made_afresh(run_bare: Run, tmp_path: Path) -> None:
    made = run_bare("demo", "--json")
    assert made.code == 0, made.err
    document = made.json
    assert document["binder"] == str(tmp_path / "data" / "binders" / "sample")
    assert document["window"] is False
    assert document["counts"]["organisations"] >= 20
    assert len(document["briefs"]) >= 2
    for path in document["briefs"]:
        assert Path(path).read_bytes().startswith(b"%PDF-")
    # The sample is the usual binder where there was none: no --binder is needed now.
    assert run_bare("organisation", "list", "--json").json["total"] == document["counts"]["organisations"]
    run_bare("organisation", "add", "--name", "Ajoutée à la main")
    again = run_bare("demo")
    assert again.code == 0
    assert "no window was opened" in again.err
    assert document["binder"] in again.out
    assert run_bare("search", "ajoutee", "--json").json["total"] == 1
    fresh = run_bare("demo", "--fresh", "--json")
    assert fresh.json["counts"] == document["counts"]
    assert run_bare("search", "ajoutee", "--json").json["total"] == 0
    (aside,) = (tmp_path / "data" / "binders").glob("sample (*")
    assert run_bare("search", "ajoutee", "--json", "--binder", str(aside)).json["total"] == 1
    assert run_bare("check", "--json").json["ok"]


@pytest.mark.parametrize("more", [(), ("--fresh",)])
def test_the_demo_leaves_a_binder_of_ones_own_alone(more: tuple[str, ...], run_bare: Run, binder: Path) -> None:
    done = run_bare("demo", "--at", str(binder), *more, "--json")
    assert (done.code, done.error["code"]) == (1, "not_the_sample")
    assert run_bare("organisation", "list", "--json", "--binder", str(binder)).json["total"] == 3


def test_the_program_tests_itself(tmp_path: Path) -> None:
    """In a process of its own: a second application of Qt in one process is not to be trusted."""
    environment = {**os.environ, "CLUSTERDESK_DATA": str(tmp_path / "data"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "clusterdesk", "selftest", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    parts = ("ok", "store", "languages", "pdf", "reader", "drive", "files", "window")
    assert json.loads(done.stdout) == dict.fromkeys(parts, True)
    assert done.returncode == 0
    assert not (tmp_path / "data" / "settings.toml").exists()
