"""The search for a Python survives what lies about on real machines: shims, broken and old installations."""

import os
from pathlib import Path

import pytest

from tooling.python_search import Interpreter, ask, candidates, find_interpreter
from tooling.report import SetupError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the pretended interpreters are shell scripts")


def _pretend(folder: Path, name: str, answer: str, code: int = 0) -> list[str]:
    """Write a program that prints an answer, whatever it is asked, and exits."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{answer}'\nexit {code}\n", encoding="utf-8")
    program.chmod(0o755)
    return [str(program)]


def _python(folder: Path, minor: int, name: str = "python3") -> list[str]:
    return _pretend(folder, name, f"cpython 3 {minor} {folder / name}")


def test_a_shim_that_exits_127_is_passed_over(tmp_path: Path) -> None:
    shim = _pretend(tmp_path / "shims", "python3.13", "pyenv: python3.13: command not found", 127)
    real = _python(tmp_path / "versions", 13)
    assert find_interpreter([shim, real]) == Interpreter((3, 13), real[0])


@pytest.mark.parametrize(
    ("answer", "code"),
    [("", 0), ("hello", 0), ("pypy 3 13 /x", 0), ("cpython three thirteen /x", 0), ("cpython 3 13 /x", 1)],
)
def test_what_does_not_answer_properly_is_no_python(tmp_path: Path, answer: str, code: int) -> None:
    assert ask(_pretend(tmp_path, "python3", answer, code)) is None


def test_what_is_not_there_or_not_a_program_is_no_python(tmp_path: Path) -> None:
    garbage = tmp_path / "python3"
    garbage.write_bytes(b"\x00\x01")
    garbage.chmod(0o755)
    assert ask([str(tmp_path / "absent")]) is None
    assert ask([str(garbage)]) is None


def test_a_path_with_spaces_is_kept_whole(tmp_path: Path) -> None:
    command = _python(tmp_path / "my own python", 13)
    assert ask(command) == Interpreter((3, 13), command[0])


@pytest.mark.parametrize(
    ("minors", "chosen"), [([11, 12, 14, 13], 13), ([12, 14], 14), ([15, 12], 12), ([16, 15], 15), ([8, 12], 12)]
)
def test_the_preferred_version_is_chosen(tmp_path: Path, minors: list[int], chosen: int) -> None:
    commands = [_python(tmp_path / str(minor), minor) for minor in minors]
    assert find_interpreter(commands).version == (3, chosen)


def test_too_old_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"^ClusterDesk needs Python 3\.12 or newer.*run this command again\.$"):
        find_interpreter([_python(tmp_path, 11)])


@pytest.mark.parametrize(
    ("folder", "variables"),
    [
        (".pyenv/versions/3.13.0/bin", {}),
        ("elsewhere/versions/3.13.0/bin", {"PYENV_ROOT": "elsewhere"}),
        (".asdf/installs/python/3.13.1/bin", {}),
        (".local/share/mise/installs/python/3.13/bin", {}),
        (".local/share/uv/python/cpython-3.13.0-linux-x86_64-gnu/bin", {}),
    ],
)
def test_folders_of_version_managers_are_searched(tmp_path: Path, folder: str, variables: dict[str, str]) -> None:
    command = _python(tmp_path / folder, 13, "python3.13")
    environment = {"PATH": ""} | {name: str(tmp_path / place) for name, place in variables.items()}
    assert command in list(candidates(environment, tmp_path))


def test_path_comes_before_version_managers_and_newer_before_older(tmp_path: Path) -> None:
    on_path = _python(tmp_path / "bin", 13, "python3.13")
    older = _python(tmp_path / ".pyenv/versions/3.13.9/bin", 13, "python3.13")
    newer = _python(tmp_path / ".pyenv/versions/3.13.10/bin", 13, "python3.13")
    found = list(candidates({"PATH": str(tmp_path / "bin")}, tmp_path))
    assert found.index(on_path) < found.index(newer) < found.index(older)
    assert len({tuple(command) for command in found}) == len(found)
