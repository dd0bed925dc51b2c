"""Lists of NACE codes as people write them: « 31, 16.23 », divisions or longer."""

import re

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import FieldRule

_PART = re.compile(r"[0-9]{2,7}")
_BETWEEN = re.compile(r"[,;\s]+")


def nace_prefixes(text: str) -> tuple[str, ...]:
    """Return the codes of a list without dots, each once, in their order.

    Raises:
        ValueError: a part is no code: two to seven digits.
    """
    parts = [part.replace(".", "") for part in _BETWEEN.split(text.strip()) if part]
    for part in parts:
        if not (part.isascii() and _PART.fullmatch(part)):
            raise ValueError(part)
    return tuple(dict.fromkeys(parts))


def is_nace_list(text: str) -> bool:
    """Tell whether a text is a list of codes, or empty."""
    try:
        nace_prefixes(text)
    except ValueError:
        return False
    return True


def begins_with(code: str, prefixes: tuple[str, ...]) -> bool:
    """Tell whether a code lies under one of a list."""
    return code.replace(".", "").startswith(prefixes) if prefixes else False


NACE_LIST = FieldRule(N_("NACE codes are two to seven digits each, separated by commas: 31, 16.23."), is_nace_list)
