"""Filling the ``{placeholders}`` of a text.

Only the text is read for placeholders, never the values put into it, so a name like ``{x}`` typed by a
user is shown as it is. A placeholder is a plain name: no attribute, index, conversion or format, which
keeps a translation from reaching into an object.
"""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}")


class MissingPlaceholderError(KeyError):
    """A text names a placeholder for which no value was given."""


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the placeholders in a text; ``{{`` and ``}}`` are literal braces."""
    return frozenset(found.group(1) for found in _TOKEN.finditer(text) if found.group(1))


def fill(text: str, values: Mapping[str, object], *, strict: bool = False) -> str:
    """Put the values into the text.

    A placeholder without a value stays visible as ``{name}``, or raises MissingPlaceholderError when strict.
    """

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return found.group(0)[0]
        if name in values:
            return str(values[name])
        if strict:
            raise MissingPlaceholderError(name)
        return found.group(0)

    return _TOKEN.sub(put, text)
