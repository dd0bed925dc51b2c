"""Enumerations made the short way are those that Python makes."""

import enum
import json
import subprocess
import sys
from typing import Any

import pytest

from clusterdesk.gui import quick_enums
from tests.architecture.source import ROOT

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 13), reason="of another version of Python")

# All enumerations of what the window imports: what stands in each class, in each member, and what they answer.
_TOLD = """
import enum, json, pickle, sys
if sys.argv[1] == "short":
    from clusterdesk.gui import quick_enums
    quick_enums.quicken()
from PySide6 import QtCore, QtGui, QtWidgets
def plain(value, made):
    if isinstance(value, made):
        return f"{value._name_}={value._value_}"
    if isinstance(value, dict):
        return [[str(plain(key, made)), plain(one, made)] for key, one in value.items()]
    if isinstance(value, list):
        return [plain(one, made) for one in value]
    return value if isinstance(value, (int, str, type(None))) else type(value).__name__
def told(made):
    members = {name: plain(vars(one), made) for name, one in made.__members__.items()}
    inside = {name: plain(value, made) for name, value in vars(made).items() if name != "__new__"}
    first = next(iter(made), None)
    said = [repr(list(made)), [[repr(one), str(one), f"{one}", hash(one) == hash(made(one.value))] for one in made]]
    if first is not None:
        said += [made[first.name] is first, made(first.value) is first, first in made, pickle.dumps(first).hex()]
    if issubclass(made, enum.Flag) and first is not None:
        for work in (lambda: first | list(made)[-1], lambda: ~first, lambda: first & made(3), lambda: first ^ made(3)):
            try:
                said.append([repr(work()), repr(list(work()))])
            except (AttributeError, TypeError, ValueError) as error:  # Python’s own have limits, too
                said.append(str(error))
    for wrong in (-77, 1 << 40, "none"):
        try:
            said.append(repr(made(wrong)))
        except (ValueError, TypeError) as error:
            said.append(str(error))
    return [members, dict(sorted(inside.items())), said]
found = {}
def walk(holder, where):
    for name in dir(holder):
        one = getattr(holder, name, None)
        if isinstance(one, type) and f"{where}.{name}" not in found and one.__module__.startswith("PySide6"):
            if isinstance(one, enum.EnumType):
                found[f"{where}.{name}"] = told(one)
            elif where.count(".") < 2:
                walk(one, f"{where}.{name}")
for module in (QtCore, QtGui, QtWidgets):
    walk(module, module.__name__)
print(json.dumps(found))
"""


def _all_of_qt(way: str) -> dict[str, object]:
    command = [sys.executable, "-c", _TOLD, way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_each_enumeration_of_qt_is_the_same_both_ways() -> None:
    short, usual = _all_of_qt("short"), _all_of_qt("usual")
    assert len(usual) > 200
    assert short.keys() == usual.keys()
    assert [name for name, one in usual.items() if short[name] != one] == []


@pytest.mark.parametrize(
    "names",
    ["red green", ["red", "green"], [("red", "r")], {"red": 1}, [("name", 1), ("value", 2)], [("_red", 1)], []],
)
def test_other_ways_to_name_members_are_left_to_python(names: object) -> None:
    make: Any = enum.Enum
    usual = make("Colour", names)
    quick_enums.quicken()
    try:
        short = make("Colour", names)
    finally:
        quick_enums.as_usual()
    assert repr(list(short)) == repr(list(usual))
    assert short.__module__ == usual.__module__ == __name__


def test_python_makes_them_again_once_the_window_stands() -> None:
    maker: Any = enum.EnumType
    made = maker._create_
    quick_enums.quicken()
    assert maker._create_ is not made
    quick_enums.as_usual()
    assert maker._create_ is made
