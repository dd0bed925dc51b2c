"""Signs that belong to a name though they are no letters: « ateliers (exemple) », « Bois+ », « Récup ! », « “Quai” ».

A name is found by its letters; what stands at its edges must go with it, and what is the sentence's own must stay.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from clusterdesk.domain.difficulties.known import Blocked, Identifier, IdentifierKind
from clusterdesk.domain.difficulties.letters import Word, words_of
from clusterdesk.domain.organisation_names import without_form

_NAMES = frozenset(
    {
        IdentifierKind.COMPANY,
        IdentifierKind.BODY,
        IdentifierKind.PERSON,
        IdentifierKind.PLACE,
        IdentifierKind.PROJECT,
    }
)
_CLOSING = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", '"': '"'}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
# So far from a name its aside may begin or end, and never in another sentence.
_ASIDE = 60
_STOPPED = re.compile(r"[.!?…;:\n]")
_BLANK = r"[ \t\u00a0\u202f]"
_STOP = re.compile(rf"{_BLANK}?[.!?…]\Z")
_NEW_SENTENCE = re.compile(r"[\s»”\")\]]*(?:\Z|\n)|[»”\")\]]*\s+[«“\"(\[\s]*[A-ZÀ-Þ]")
_DEPTH = 3


class EdgeSigns:
    """The signs before and behind the names of a binder, by the word they stand at."""

    def __init__(self, identifiers: Iterable[Identifier]) -> None:
        """Learn the signs; most names have none."""
        self._heads: defaultdict[str, set[str]] = defaultdict(set)
        self._tails: defaultdict[str, set[str]] = defaultdict(set)
        for one in identifiers:
            if one.kind in _NAMES and not one.text.isalnum():
                self._learn(one.text)

    def _learn(self, text: str) -> None:
        words = words_of(text)
        if not words:
            return
        keys = [word.key for word in words]
        bare = without_form(keys)
        first = next((at for at in range(len(keys)) if keys[at : at + len(bare)] == bare), 0)
        last = first + len(bare) - 1 if keys[first : first + len(bare)] == bare else len(keys) - 1
        before = text[words[first - 1].end if first else 0 : words[first].start].strip(" ,\u00a0\u202f-–")
        behind = text[words[last].end : words[last + 1].start if last + 1 < len(words) else None]
        behind = behind.strip(" ,\u00a0\u202f-–")
        if before:
            self._heads[keys[first]].add(before)
        if behind:
            self._tails[keys[last]].add(behind)

    def grown(self, text: str, start: int, end: int, words: Sequence[Word]) -> tuple[int, int]:
        """Return the edges of a place with the signs of its name, and with the whole of an aside that it begins."""
        inside = [word.key for word in words if start <= word.start and word.end <= end]
        if inside:
            heads = (_before(sign).search(text, 0, start) for sign in self._heads.get(inside[0], ()))
            tails = (_behind(sign).match(text, end) for sign in self._tails.get(inside[-1], ()))
            head = min((found.start() for found in heads if found), default=start)
            tail = max((found.end() for found in tails if found), default=end)
            for one in ((head, tail), (start, tail), (head, end)):
                if not any(_unpaired(text[slice(*one)])):
                    return one
        return _paired(text, start, end)


def without_stop(text: str, one: Blocked) -> Blocked:
    """Return a place whose last sign ends the sentence as well without it: « chez Noord S.A. » keeps its stop."""
    stop = _STOP.search(one.text) if one.kind in _NAMES else None
    if stop is None or _NEW_SENTENCE.match(text, one.end) is None:
        return one
    return replace(one, end=one.start + stop.start())


def _paired(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges grown until no bracket or quote of the place lacks its other half, where that is near."""
    for _ in range(_DEPTH):
        opened, closed = _unpaired(text[start:end])
        if opened and (found := _near(text[end : end + _ASIDE], _CLOSING[opened[-1]], opened[-1])) is not None:
            end += found
        elif closed and (found := _near(text[max(0, start - _ASIDE) : start][::-1], _OPENING[closed[0]], closed[0])):
            start -= found
        elif '"' in opened and text[:start].endswith('"'):
            start -= 1
        else:
            break
    return start, end


def _near(text: str, wanted: str, other: str) -> int | None:
    """Return how far the other half reaches; a straight quote is one only where it stands right there."""
    at = text.find(wanted)
    between = text[: max(at, 0)]
    if at < 0 or _STOPPED.search(between) or (wanted != other and other in between):
        return None
    return None if wanted == other and between.strip() else at + 1


def _unpaired(text: str) -> tuple[list[str], list[str]]:
    """Return the signs that open without an end, and those that close without a beginning."""
    opened: list[str] = []
    closed: list[str] = []
    for sign in text:
        if opened and _CLOSING[opened[-1]] == sign:
            opened.pop()
        elif sign in _CLOSING:
            opened.append(sign)
        elif sign in _OPENING:
            closed.append(sign)
    return opened, closed


@lru_cache(maxsize=1024)
def _before(sign: str) -> re.Pattern[str]:
    return re.compile(rf"{_spaced(sign)}{_BLANK}?\Z")


@lru_cache(maxsize=1024)
def _behind(sign: str) -> re.Pattern[str]:
    return re.compile(rf"{_BLANK}?{_spaced(sign)}")


def _spaced(sign: str) -> str:
    return rf"{_BLANK}*".join(map(re.escape, sign.split()))
