"""Postcodes and the test whether a place is in the Brussels-Capital Region."""

import re

from clusterdesk.domain.parsing.outcome import Parsed
from clusterdesk.domain.parsing.text import is_unknown, one_line

# Postcodes of organisations (1005, 1035, 1046 …) lie in the same range.
REGION_FIRST, REGION_LAST = 1000, 1299
_BELGIAN = re.compile(r"(?:B(?:E)?[\s\-–]*)?([1-9][0-9]{3})(?:[.,]0+)?(?:\s*[\-–,]?\s*[^\d\s].*)?", re.IGNORECASE)

_DUTCH = re.compile(r"[1-9][0-9]{3} ?(?!AS)[A-Z]{2}")  # 3665 As is a Belgian town


def parse_postcode(text: str) -> Parsed[str]:
    """Read a postcode: ``B-1070`` and ``1070 Anderlecht`` give ``1070``; a foreign one is kept as typed."""
    if len(text) == 4 and text.isascii() and text.isdigit():
        return Parsed(text)
    if is_unknown(text):
        return Parsed(None)
    typed = one_line(text)
    found = None if _DUTCH.fullmatch(typed) else _BELGIAN.fullmatch(typed)
    return Parsed(found[1] if found else typed)


def is_belgian_postcode(text: str) -> bool:
    """Tell whether the text is four digits from 1000 to 9999."""
    return len(text) == 4 and text.isascii() and text.isdigit() and text[0] != "0"


def in_region(
    postcode: str,
    country: str | None = "BE",
    region: tuple[tuple[int, int], ...] = ((REGION_FIRST, REGION_LAST),),
) -> bool:
    """Tell whether a place is in the Region: a Belgian postcode from 1000 to 1299, or of the ranges given."""
    if (country or "BE") != "BE" or not is_belgian_postcode(postcode):
        return False
    return any(first <= int(postcode) <= last for first, last in region)
