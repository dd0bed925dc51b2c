"""dev.py starts under an old Python, lists its commands, and tells a problem in a sentence."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT
from tooling.environment import child_environment, ensure_environment, home_folder, program
from tooling.uv_tool import get_uv


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the files dev.py reads, without an environment."""
    copy = tmp_path / "tree"
    shutil.copytree(ROOT / "tooling", copy / "tooling", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("dev.py", "requirements-dev.txt", "requirements.in", "pyproject.toml"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def _dev(tree: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(tree / "dev.py"), *arguments]
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=120)


def test_the_tools_are_written_for_an_old_python() -> None:
    for path in [ROOT / "dev.py", *(ROOT / "tooling").glob("*.py")]:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_tools_need_the_standard_library_only() -> None:
    for path in [ROOT / "dev.py", *(ROOT / "tooling").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names | {"tooling"}, path.name


def test_without_a_command_it_lists_them(tree: Path) -> None:
    done = _dev(tree, LC_ALL="POSIX")
    assert done.returncode == 0
    listed = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")}
    assert {"setup", "run", "demo", "test", "lint", "bench", "build"} <= listed


def test_an_unknown_command_is_a_usage_error(tree: Path) -> None:
    assert _dev(tree, "polish").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="the pretended uv is a shell script")
def test_a_failing_installation_ends_in_a_sentence(tree: Path) -> None:
    uv = tree / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "uv 0.9.0" && exit 0\nexit 2\n', encoding="utf-8")
    uv.chmod(0o755)
    done = _dev(tree, "setup", PATH=str(uv.parent), HOME=str(tree), LC_ALL="POSIX")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("dev.py: this command failed, its reason stands above: ")


@pytest.mark.skipif(os.name == "nt", reason="the pretended uv is a shell script")
def test_an_old_uv_is_not_taken(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, version in (("bin", "0.1.9"), (".dev/uv/bin", "0.9.0")):
        uv = tree / folder / "uv"
        uv.parent.mkdir(parents=True)
        uv.write_text(f"#!/bin/sh\necho uv {version}\n", encoding="utf-8")
        uv.chmod(0o755)
    monkeypatch.setenv("PATH", str(tree / "bin"))
    assert get_uv(tree, sys.executable, dict(os.environ)) == [str(tree / ".dev/uv/bin/uv")]


def test_a_second_call_does_nothing_until_the_lock_changes(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr("tooling.environment.get_uv", lambda *_arguments: ["uv"])
    monkeypatch.setattr("tooling.environment._run", lambda command, *_arguments: calls.append(command))
    bin_folder = program(tree, "python").parent
    bin_folder.mkdir(parents=True)
    program(tree, "python").symlink_to(sys.executable)
    program(tree, "clusterdesk").touch()
    ensure_environment(tree)
    made = len(calls)
    ensure_environment(tree)
    assert len(calls) == made > 0
    (tree / "requirements-dev.txt").write_text("new==1\n", encoding="utf-8")
    ensure_environment(tree)
    assert len(calls) == 2 * made


@pytest.mark.skipif(os.name == "nt", reason="the pretended home is as a shell script sees it")
def test_an_empty_home_is_the_one_the_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    monkeypatch.setenv("HOME", "")
    known = pwd.getpwuid(os.getuid()).pw_dir
    assert str(home_folder()) == known
    assert child_environment()["HOME"] == known
    monkeypatch.setenv("HOME", "/somewhere")
    assert str(home_folder()) == "/somewhere"
