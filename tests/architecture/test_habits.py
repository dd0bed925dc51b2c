"""Habits that a machine can hold us to."""

import ast
import re
import subprocess
from collections.abc import Iterator

import pytest

from tests.architecture.source import ROOT, Module, modules, nodes, python_files

# Where an unexpected error is caught, told and reported, or handed to the thread that does; elsewhere it passes on.
EDGE = ("clusterdesk/gui/errors.py", "clusterdesk/cli/edge.py", "clusterdesk/__main__.py", "clusterdesk/gui/tasks.py")
# The one place that turns text into a Paragraph, because it is the one that escapes what a person typed.
PARAGRAPH_FACTORY = "clusterdesk/briefs/text.py"
# The one door to other programs: there it is said when none takes a file or a folder.
DOOR = "clusterdesk/gui/other_program.py"


def test_nothing_below_the_edge_swallows_every_error() -> None:
    broad = [
        f"{module.place}:{node.lineno}"
        for module in modules()
        if module.place not in EDGE
        for node in nodes(module)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _passes_on(node)
    ]
    assert broad == []


def test_no_lambda_is_connected_to_a_signal() -> None:
    lambdas = [
        f"{module.place}:{call.lineno}"
        for module in modules()
        for call in _calls(module, "connect")
        if any(isinstance(part, ast.Lambda) for argument in call.args for part in ast.walk(argument))
    ]
    assert lambdas == []


def test_tests_wait_for_something_never_for_a_while() -> None:
    sleeps = [
        f"{file.place}:{call.lineno}"
        for file in python_files()
        if file.place.startswith("tests/")
        for call in [*_calls(file, "sleep"), *_calls(file, "msleep"), *_calls(file, "wait", of="qtbot")]
    ]
    assert sleeps == []


def test_nothing_pumps_the_event_loop_by_hand() -> None:
    pumps = [f"{module.place}:{call.lineno}" for module in modules() for call in _calls(module, "processEvents")]
    assert pumps == []


def test_paragraphs_are_made_in_one_place() -> None:
    strays = [
        f"{module.place}:{call.lineno}"
        for module in modules()
        if module.layer == "briefs" and module.place != PARAGRAPH_FACTORY
        for call in _calls(module, "Paragraph")
    ]
    assert strays == []


def test_files_and_folders_are_opened_through_one_door() -> None:
    assert [module.place for module in modules() for _ in _calls(module, "openUrl")] == [DOOR]


def test_mocks_stay_rare() -> None:
    tests = sum(file.text.count("def test_") for file in python_files() if file.place.startswith("tests/"))
    word = re.compile(r"Mock\(|mocker\.|monkeypatch\.setattr|[^_]patch\(")
    mocks = sum(len(word.findall(file.text)) for file in python_files() if file.place.startswith("tests/"))
    assert mocks <= 0.1 * tests


def test_tracked_files_name_no_machine_and_no_package_host() -> None:
    # written apart, or this file would find itself
    machine = re.compile("|".join(("/" + folder + "/") for folder in ("work", "farm", "root", "tmp/team")))
    host = re.compile(r"https?://[^\s)\"]*/" + r"(simple|packages)\b|files\.python" + r"hosted|pypi" + r"\.org")
    found = [
        f"{name}:{number}"
        for name, text in _tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if machine.search(line) or host.search(line)
    ]
    assert found == []


def _tracked_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git work tree")
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and path.stat().st_size < 5_000_000:
            content = path.read_bytes()
            if b"\0" not in content:
                yield name, content.decode("utf-8", "replace")


def _is_broad(kind: ast.expr | None) -> bool:
    if kind is None:
        return True
    kinds = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return any(isinstance(one, ast.Name) and one.id in ("Exception", "BaseException") for one in kinds)


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only tidies up: its last word is a bare `raise`."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _calls(module: Module, name: str, of: str | None = None) -> Iterator[ast.Call]:
    """Yield the calls of a function or method by its name, and by the name it is looked up on when `of` is given."""
    for node in nodes(module):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == name:
            if of is None or (isinstance(function.value, ast.Name) and function.value.id == of):
                yield node
        elif isinstance(function, ast.Name) and function.id == name and of is None:
            yield node
