"""A whole run takes every core; one file, and whoever steps through a test, gets one process."""

from pathlib import Path

import pytest

from tooling.pytest_options import pytest_options, usable_cores

EVERYTHING = ["--cov", "--cov-report=term"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with two test files."""
    folder = tmp_path / "tests" / "domain"
    folder.mkdir(parents=True)
    (folder / "test_a.py").touch()
    (folder / "test_b.py").touch()
    return tmp_path


def _workers(options: list[str]) -> str:
    return next((option for option in options if option.startswith("--numprocesses=")), "")


def test_everything_runs_on_every_core_and_is_measured(root: Path) -> None:
    options = pytest_options(root, [], 2)
    assert _workers(options) == "--numprocesses=2"
    assert "--max-worker-restart=0" in options
    assert options[-2:] == EVERYTHING
    assert usable_cores() >= 1


def test_one_core_has_one_process_and_many_do_not_eat_the_memory(root: Path) -> None:
    assert pytest_options(root, [], 1) == EVERYTHING
    assert _workers(pytest_options(root, [], 64)) == "--numprocesses=4"


@pytest.mark.parametrize(
    "arguments",
    [["tests"], ["tests/domain", "-k", "late"], ["tests/domain/test_a.py", "tests/domain/test_b.py"], ["-x"]],
)
def test_a_choice_of_many_runs_on_every_core(arguments: list[str], root: Path) -> None:
    options = pytest_options(root, arguments, 2)
    assert _workers(options) == "--numprocesses=2"
    assert options[-len(arguments) :] == arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ["tests/domain/test_a.py"],
        ["tests/domain/test_a.py::test_late", "-q"],
        ["tests", "-p", "no:xdist"],
        ["tests", "-pno:xdist"],
        ["-n", "0"],
        ["-n0"],
        ["--numprocesses=3"],
        ["tests", "--pdb"],
        ["-s", "tests"],
    ],
)
def test_what_is_said_is_left_alone(arguments: list[str], root: Path) -> None:
    assert pytest_options(root, arguments, 2) == arguments
