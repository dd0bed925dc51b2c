"""What every command has: a name for the journal and a label for menus."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_known: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Label:
    """A msgid and its values: what people read for an operation. Values that are msgids stand in ``translated``."""

    message: str
    params: Mapping[str, str]
    translated: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Command:
    """An intent. ``LABEL`` is the msgid shown in menus, undo and history, with ``{placeholders}`` of ``label_values``.

    A value whose name ends in ``_label`` is itself a msgid and is translated when shown.
    """

    LABEL: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Register the label under the operation's name, so that the journal can be read back."""
        super().__init_subclass__(**kwargs)
        if cls.LABEL:
            _known[operation_name(cls)] = cls.LABEL

    def label_values(self) -> Mapping[str, str]:
        """Return the values that the label needs; they are kept in the journal."""
        return {}


def operation_name(command: type[Command]) -> str:
    """Return the stable name of a command class in the journal: ``MoveOrganisation`` is ``move_organisation``."""
    return _CAPITAL.sub("_", command.__name__).lower()


def operation_label(name: str, values: Mapping[str, str]) -> Label:
    """Return what people read for a journalled operation; an unknown name shows as itself."""
    message = _known.get(name, "{name}")
    params = dict(values) if name in _known else {"name": name}
    return Label(message, params, tuple(key for key in params if key.endswith("_label")))
