"""Pieces of long texts around the words somebody looked for."""

import re
from functools import lru_cache

from clusterdesk.domain.parsing.text import composed, even

SNIPPET = 120
_BEFORE = 40
_WORD = re.compile(r"\w+")
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=8)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as search compares them: without accents and case."""
    return tuple(_WORD.findall(even(composed(text))))


def snippet(body: str, words: tuple[str, ...]) -> str:
    """Return a piece of a text around the first of the (folded) words, on one line, cut with ``…``."""
    if len(body) <= SNIPPET:
        return " ".join(body.split())
    start = max(0, _first(body, words) - _BEFORE)
    if start:
        blank = _BLANK.search(body, start, start + _BEFORE)
        start = blank.end() if blank else start
    piece = " ".join(body[start : start + SNIPPET].split())
    return ("…" if start else "") + piece + ("…" if start + SNIPPET < len(body) else "")


def _first(body: str, words: tuple[str, ...]) -> int:
    """Return where the first word begins that search would have found."""
    if not words:
        return 0
    pattern = _pattern(words)
    plain = body.lower()
    found = pattern.search(plain) if len(plain) == len(body) else None
    # Most words are written as they are looked for; the slower look without accents is for the others.
    found = found or pattern.search(even(body))
    return found.start() if found else 0


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")")
