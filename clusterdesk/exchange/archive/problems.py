"""What is wrong with a line of an archive, told so that a person can mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from clusterdesk.base.errors import Translate
from clusterdesk.base.filling import fill

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason to refuse a line: the key it lies in (empty for the whole line) and a msgid with its values."""

    key: str
    message: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def text(self, t: Translate) -> str:
        """Return the reason in the translator's language."""
        return t(self.message, **self.params)

    def __str__(self) -> str:
        """Return the reason in English."""
        return fill(self.message, self.params)


class ProblemError(ValueError):
    """A value that a field cannot hold; carries the msgid and its values."""

    def __init__(self, message: str, /, **params: object) -> None:
        """Keep the reason untranslated."""
        super().__init__(message)
        self.message = message
        self.params = params

    def at(self, key: str) -> Problem:
        """Return the problem as one of the key ``key``."""
        return Problem(key, self.message, self.params)


def shown(value: object) -> str:
    """Return a value short enough to stand in a message."""
    text = str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
