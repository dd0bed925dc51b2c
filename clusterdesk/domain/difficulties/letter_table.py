"""Letters looked for in words that are read as one: each row of words whose letters are known, its ends at words' ends.

Only rows no longer than the longest known one with the same beginning are looked up, so that the time follows the
length of the text and hardly the number of what is known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

_HEAD = 3
_SLACK = 3
# What may follow a name: plural, genitive, people and things of it. By its last letter, the longest first.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "s": ("iens", "ers", "jes", "es", "s"),
    "x": ("x",),
    "e": ("ienne", "se", "je", "e"),
    "n": ("ien", "en", "n"),
    "r": ("er",),
}
_INFLECTED = 4


@dataclass(slots=True)
class LetterTable[Value]:
    """What is known, by its letters; ``inflected`` finds it with an ending too."""

    inflected: bool = False
    _values: dict[str, Value] = field(default_factory=dict)
    _reach: dict[str, int] = field(default_factory=dict)

    def __setitem__(self, letters: str, value: Value) -> None:
        """Know some letters."""
        self._values[letters] = value
        head = letters[:_HEAD]
        self._reach[head] = max(self._reach.get(head, 0), len(letters))

    def rows(self, keys: Sequence[str]) -> Iterator[tuple[int, int, Value]]:
        """Yield the first and the last of the words in each row that is known; rows may overlap."""
        ends = list(accumulate(map(len, keys)))
        letters = "".join(keys)
        start = 0
        for first, end in enumerate(ends):
            reach = self._reach.get(letters[start : start + _HEAD], 0) or self._reach.get(letters[start:end], 0)
            if reach:
                limit = start + reach + _SLACK
                last = first
                while last < len(ends) and ends[last] <= limit:
                    value = self._value(letters[start : ends[last]], len(keys[last]))
                    if value is not None:
                        yield first, last, value
                    last += 1
            start = end

    def _value(self, letters: str, last_word: int) -> Value | None:
        """Return what some letters are; an ending is part of the last word, never a word of its own."""
        value = self._values.get(letters)
        if value is None and self.inflected:
            for ending in _ENDINGS.get(letters[-1], ()):
                short = len(ending) >= last_word or len(letters) - len(ending) < _INFLECTED
                if not short and letters.endswith(ending):
                    value = self._values.get(letters[: -len(ending)])
                    if value is not None:
                        return value
        return value
