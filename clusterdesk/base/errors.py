"""The two families of errors: known ones that a person can act on, and bugs.

A KnownError answers three questions in the user's language: what failed, is my data safe, what to do.
Its texts are English msgids; the edge (window, command line) translates them with ``texts``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from clusterdesk.base.filling import fill
from clusterdesk.base.marks import N_

DATA_SAFE = N_("Your data is safe: nothing was changed.")


class Translate(Protocol):
    """What an error needs of a translator: a msgid and its values give a text in some language."""

    def __call__(self, message: str, /, **params: object) -> str:
        """Return the text of a msgid, with the values put in."""
        ...


@dataclass(frozen=True, slots=True)
class ErrorTexts:
    """The three sentences shown for a known error, in one language."""

    message: str
    safe: str
    advice: str


class DeskError(Exception):
    """Anything ClusterDesk raises by itself."""


class BugError(DeskError):
    """Something that cannot happen has happened: our fault; it ends in a local report."""


class KnownError(DeskError):
    """A situation foreseen by us: disk full, bad file, newer database, ambiguous name.

    ``code`` is a stable English snake_case key (shown by ``--json``); ``message``, ``advice`` and ``safe``
    are English msgids whose ``{placeholders}`` are filled from ``params``; a value whose name ends in ``_label`` is a
    msgid itself; a date is shown as people here write it.
    """

    def __init__(self, code: str, message: str, /, *, advice: str, safe: str = DATA_SAFE, **params: object) -> None:
        """Keep the texts untranslated; nothing is formatted until somebody reads the error."""
        super().__init__(code)
        self.code = code
        self.message = message
        self.advice = advice
        self.safe = safe
        self.params: Mapping[str, object] = params

    def texts(self, t: Translate) -> ErrorTexts:
        """Return the three sentences in the translator's language."""
        params = {name: _shown(t, name, value) for name, value in self.params.items()}
        return ErrorTexts(t(self.message, **params), t(self.safe, **params), t(self.advice, **params))

    def __str__(self) -> str:
        """Return the English message, filled; a missing value stays visible as its placeholder."""
        return fill(self.message, self.params)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross to another process whole."""
        return _rebuild, (type(self), self.code, self.message, self.advice, self.safe, dict(self.params))


def _shown(t: Translate, name: str, value: object) -> object:
    if name.endswith("_label") and isinstance(value, str) and value:
        return t(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return value


def _rebuild(
    kind: type[KnownError], code: str, message: str, advice: str, safe: str, params: dict[str, object]
) -> KnownError:
    error = kind.__new__(kind)
    KnownError.__init__(error, code, message, advice=advice, safe=safe, **params)
    return error
