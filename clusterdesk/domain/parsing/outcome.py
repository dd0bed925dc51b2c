"""What reading one text gives: a value, what is odd about it, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clusterdesk.base.errors import Translate


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell the user about a text.

    ``code`` is a stable English key, ``message`` an English msgid whose ``{placeholders}`` are in ``params``.
    """

    code: str
    message: str
    params: Mapping[str, object] = field(default_factory=dict)

    def text(self, t: Translate) -> str:
        """Return it in words; a value whose name ends in ``_label`` is a msgid itself."""
        return t(self.message, **{name: _told(t, name, value) for name, value in self.params.items()})


def _told(t: Translate, name: str, value: object) -> object:
    return t(value) if name.endswith("_label") and isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Parsed[T]:
    """The outcome of reading a text: the value (None when unknown or unreadable), warnings, and at most one error."""

    value: T | None
    warnings: tuple[Problem, ...] = ()
    error: Problem | None = None

    @property
    def clean(self) -> bool:
        """Tell whether there is nothing to say about the text."""
        return self.error is None and not self.warnings


def refused[T](code: str, message: str, /, **params: object) -> Parsed[T]:
    """Make the outcome of a text that cannot be read."""
    return Parsed(None, (), Problem(code, message, params))


def doubtful[T](value: T | None, code: str, message: str, /, **params: object) -> Parsed[T]:
    """Make the outcome of a text that was read, with one warning."""
    return Parsed(value, (Problem(code, message, params),))
