"""Small rooms: nothing grows past what one can read in a sitting."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules, nodes, our_imports, python_files

LINES_PER_FILE = 500
MEAN_LINES_PER_FILE = 180
LINES_PER_FUNCTION = 60
PUBLIC_METHODS = 20
IMPORTED_MODULES = 15
FORBIDDEN_NAMES = ("part2", "utils", "util", "helpers", "helper", "manager", "managers", "misc", "common")

# The composition root exists to know everything.
_MAY_IMPORT_MANY = {"clusterdesk.bootstrap"}


def test_files_are_short() -> None:
    long = [f"{file.place}: {_lines(file)} lines" for file in python_files() if _lines(file) > LINES_PER_FILE]
    assert long == []


def test_files_are_short_on_average() -> None:
    lengths = [_lines(module) for module in modules()]
    assert sum(lengths) / len(lengths) <= MEAN_LINES_PER_FILE


def test_functions_are_short() -> None:
    long = [
        f"{file.place}:{function.lineno} {function.name}: {_length(function)} lines"
        for file in python_files()
        for function in _functions(file)
        if _length(function) > LINES_PER_FUNCTION
    ]
    assert long == []


def test_classes_have_few_public_methods() -> None:
    wide = [
        f"{module.place}: {node.name} has {count} public methods"
        for module in modules()
        for node in nodes(module)
        if isinstance(node, ast.ClassDef) and (count := _public_methods(node)) > PUBLIC_METHODS
    ]
    assert wide == []


def test_modules_know_few_others() -> None:
    busy = [
        f"{module.place} imports {len(our_imports(module))} of our modules"
        for module in modules()
        if len(our_imports(module)) > IMPORTED_MODULES and not module.name.startswith(tuple(_MAY_IMPORT_MANY))
    ]
    assert busy == []


def test_names_say_what_a_room_is_for() -> None:
    vague = [
        file.place
        for file in python_files()
        for part in file.name.split(".")
        if set(part.split("_")) & set(FORBIDDEN_NAMES)
    ]
    assert vague == []


def _lines(file: Module) -> int:
    return file.text.count("\n")


def _functions(file: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(file):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _public_methods(node: ast.ClassDef) -> int:
    return sum(
        isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) and not item.name.startswith("_") for item in node.body
    )
