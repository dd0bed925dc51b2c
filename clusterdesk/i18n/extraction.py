"""Finding the texts of the program in its own syntax tree.

Found are: ``t("…")`` on anything called t, translate or translator (also as attribute, also with an
underscore), ``N_("…")``, ``t.n("one", "many", n=…)``, ``t.c("context", "…")`` and the texts of known errors
(any call with a constant ``advice``). Both arms of an ``a if x else b`` are found. What can never be
translated (an f-string, a sum) and a placeholder nobody fills are problems, said with their place.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clusterdesk.base.filling import placeholders
from clusterdesk.i18n.catalogue_keys import CONTEXT_MARK

_TRANSLATORS = frozenset({"t", "translate", "translator"})
_MARK = "N_"
_OWN_AREA = {"__main__": "bootstrap", "__init__": "base"}


@dataclass(slots=True)
class Message:
    """A text of the program: its English, and the files that show it."""

    msgid: str
    plural: str = ""
    context: str = ""
    files: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key of the message in a compiled catalogue."""
        return f"{self.context}{CONTEXT_MARK}{self.msgid}" if self.context else self.msgid


@dataclass(slots=True)
class Extraction:
    """The texts of each area by key, in the order of the source, and what is wrong with the calls."""

    areas: dict[str, dict[str, Message]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, area: str, file: str, found: Message) -> None:
        """Take a message into its area; the same text with and without plural becomes the plural one."""
        message = self.areas.setdefault(area, {}).setdefault(found.key, found)
        message.plural = message.plural or found.plural
        if file not in message.files:
            message.files.append(file)


def area_of(file: Path) -> str:
    """Return the area of a file given from the package folder: its top folder, or its name at the top."""
    name = file.parts[0].removesuffix(".py")
    return _OWN_AREA.get(name, name)


def extract_package(package: Path) -> Extraction:
    """Read every module below a package folder."""
    result = Extraction()
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package)
        extract_source(path.read_text(encoding="utf-8"), file.as_posix(), area_of(file), result)
    return result


def extract_source(source: str, name: str, area: str, result: Extraction) -> None:
    """Add the texts of one module to the result."""
    for node in ast.walk(ast.parse(source, filename=name)):
        if isinstance(node, ast.Call):
            place = f"{name}:{node.lineno}"
            for message in _messages(node, place, result.problems):
                result.add(area, name, message)


def _messages(call: ast.Call, place: str, problems: list[str]) -> Iterator[Message]:
    name = _name(call.func)
    bare = name.lstrip("_")
    if (bare in _TRANSLATORS or name == _MARK) and call.args:
        for text in _texts(call.args[0], place, problems):
            if name != _MARK:
                problems.extend(_unfilled(call, text, place))
            yield Message(text)
    elif name == "n" and len(call.args) >= 2:
        for one, many in zip(_texts(call.args[0]), _texts(call.args[1]), strict=False):
            problems.extend(_unfilled(call, one + many, place))
            yield Message(one, plural=many)
    elif name == "c" and len(call.args) >= 2:
        for context in _texts(call.args[0]):
            for text in _texts(call.args[1]):
                problems.extend(_unfilled(call, text, place))
                yield Message(text, context=context)
    else:
        yield from _error_messages(call, place, problems)


def _error_messages(call: ast.Call, place: str, problems: list[str]) -> Iterator[Message]:
    """Give message, advice and safe of a known error, made directly or by the constructor of a subclass."""
    named = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg in ("advice", "safe")}
    if "advice" not in named:
        return
    for node in (*call.args[1:2], *named.values()):
        for text in _texts(node):
            problems.extend(_unfilled(call, text, place))
            yield Message(text)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr, place: str = "", problems: list[str] | None = None) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and node.value:
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, place, problems)
        yield from _texts(node.orelse, place, problems)
    elif isinstance(node, ast.Call) and _name(node.func) == _MARK:
        yield from _texts(node.args[0])
    elif isinstance(node, ast.JoinedStr | ast.BinOp) and problems is not None:
        problems.append(f"{place}: a text made at run time cannot be translated; use placeholders")


def _unfilled(call: ast.Call, text: str, place: str) -> Iterator[str]:
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return
    for missing in sorted(placeholders(text) - {name for name in given if name}):
        yield f"{place}: no value for {{{missing}}}"
