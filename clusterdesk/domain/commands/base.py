"""What every command has: a name for the journal and a label for menus."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar

from clusterdesk.base.errors import Translate

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_known: dict[str, str] = {}
_final: set[str] = set()
_erasing: set[str] = set()


@dataclass(frozen=True, slots=True)
class Label:
    """What people read for an operation: a msgid and its values.

    Values whose name ends in ``_label`` are msgids themselves; ``title_label`` stands for a ``title`` that is one.
    ``operation`` is the label of what was undone or redone.
    """

    message: str
    params: Mapping[str, str]
    operation: "Label | None" = None

    def text(self, t: Translate) -> str:
        """Return the label in the translator's language."""
        params: dict[str, str] = {
            name: t(value) if value and name.endswith("_label") else value for name, value in self.params.items()
        }
        if "title_label" in params:
            params.setdefault("title", params["title_label"])
        if self.operation is not None:
            params["operation"] = self.operation.text(t)
        return t(self.message, **params)


@dataclass(frozen=True, kw_only=True)
class Command:
    """An intent. ``LABEL`` is the msgid shown in menus, undo and history, with ``{placeholders}`` of ``label_values``.

    A value whose name ends in ``_label`` is itself a msgid and is translated when shown.

    What is not ``UNDOABLE`` ends undo: nothing before it can be taken back either. Where it ``ERASES``, only what it
    erased stays: the steps before it can be taken back otherwise.
    """

    LABEL: ClassVar[str] = ""
    UNDOABLE: ClassVar[bool] = True
    ERASES: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Register the label under the operation's name, so that the journal can be read back."""
        super().__init_subclass__(**kwargs)
        if cls.LABEL:
            _known[operation_name(cls)] = cls.LABEL
        if not cls.UNDOABLE:
            _final.add(operation_name(cls))
        if cls.ERASES:
            _erasing.add(operation_name(cls))

    def label_values(self) -> Mapping[str, str]:
        """Return the values that the label needs; they are kept in the journal."""
        return {}


def operation_name(command: type[Command]) -> str:
    """Return the stable name of a command class in the journal: ``MoveOrganisation`` is ``move_organisation``."""
    return _CAPITAL.sub("_", command.__name__).lower()


@cache
def _register_all() -> None:
    """Import every module of commands: the journal may hold what a part of the program not imported yet has written."""
    package = __name__.rpartition(".")[0]
    for found in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{found.name}")


def is_undoable(name: str) -> bool:
    """Tell whether an operation may be taken back."""
    _register_all()
    return name not in _final


def erasing_names() -> frozenset[str]:
    """Return the names of the operations that erase data for good."""
    _register_all()
    return frozenset(_erasing)


def operation_label(name: str, values: Mapping[str, str]) -> Label:
    """Return what people read for a journalled operation; an unknown name shows as itself."""
    _register_all()
    message = _known.get(name)
    if message is None:
        return Label("{name}", {"name": name})
    inner = None
    if "of_name" in values:
        inner = operation_label(values["of_name"], json.loads(values.get("of_args") or "{}"))
    return Label(message, dict(values), inner)
