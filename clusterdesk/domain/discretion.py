"""Names and figures that are not for everybody's eyes: found in any text, and put out of sight in it."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from uuid import UUID

HIDDEN = "•••••"
_WORD = re.compile(r"\w+")
_SHORTEST = 3
_UNITS = r"(?:k?€|k?EUR|ETP|VTE|FTE|m²|%)"
_NUMBER = r"\d[\d.,\u00a0\u202f ]*"
_FIGURE = re.compile(
    rf"(?:€|EUR)\s?{_NUMBER}|(?:ETP|VTE|FTE|CA)\s(?:\d{{4}}\s?:\s?)?±?\s?\d[\d.,\u00a0\u202f]*|{_NUMBER}\s?{_UNITS}"
    rf"|\b\d{{1,3}}(?:[.\u00a0\u202f ]\d{{3}})+(?:,\d+)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that tells of organisations: a name, a person, a number; ``owners`` are those it tells of."""

    text: str
    owners: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class _Known:
    words: tuple[str, ...]
    owners: frozenset[UUID]


@dataclass(slots=True)
class Secrets:
    """All that is to be hidden, ready to be looked for: by its first word, the longest first."""

    _by_word: dict[str, list[_Known]] = field(default_factory=dict)

    def __init__(self, secrets: Iterable[Secret]) -> None:
        """Learn the secrets; those of less than three letters are too common to be looked for."""
        self._by_word = {}
        for secret in secrets:
            words = tuple(word.casefold() for word in _WORD.findall(secret.text))
            if words and len(secret.text.strip()) >= _SHORTEST:
                self._by_word.setdefault(words[0], []).append(_Known(words, secret.owners))
        for known in self._by_word.values():
            known.sort(key=_length, reverse=True)

    def hide(self, text: str, spared: Set[UUID], *, figures: bool) -> str:
        """Return a text without the names of organisations that are not spared, and without amounts if asked."""
        kept: list[str] = []
        end = 0
        for start, stop in self.spans(text, spared, figures=figures):
            kept += [text[end:start], HIDDEN]
            end = stop
        return "".join((*kept, text[end:])) if kept else text

    def spans(self, text: str, spared: Set[UUID], *, figures: bool) -> list[tuple[int, int]]:
        """Return where a text says what is to be hidden: start and end of each place, in order, none within another."""
        found = [*self._names(text, spared), *((one.start(), one.end()) for one in _FIGURE.finditer(text) if figures)]
        apart: list[tuple[int, int]] = []
        for start, stop in sorted(found):
            if apart and start < apart[-1][1]:
                apart[-1] = (apart[-1][0], max(stop, apart[-1][1]))
            else:
                apart.append((start, stop))
        return apart

    def _names(self, text: str, spared: Set[UUID]) -> Iterator[tuple[int, int]]:
        spans = [(found.start(), found.end(), found.group().casefold()) for found in _WORD.finditer(text)]
        place = 0
        while place < len(spans):
            known = self._at(spans, place)
            last = place if known is None else place + len(known.words) - 1
            if known is not None and not known.owners & spared:
                yield spans[place][0], spans[last][1]
            place = last + 1

    def _at(self, spans: list[tuple[int, int, str]], place: int) -> _Known | None:
        for known in self._by_word.get(spans[place][2], ()):
            here = tuple(word for _start, _end, word in spans[place : place + len(known.words)])
            if here == known.words:
                return known
        return None


def _length(known: _Known) -> int:
    return len(known.words)
