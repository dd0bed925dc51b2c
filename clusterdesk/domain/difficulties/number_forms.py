"""Numbers that tell who is meant: every way an enterprise number or a phone is written, found in rows of digits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clusterdesk.domain.difficulties.known import Blocked, Identifier, IdentifierKind
from clusterdesk.domain.difficulties.letters import Word, letters_of

# So long a number is found wherever it stands in a row of digits; a shorter one has to begin where a group does.
_LONG = 9
_BARE = 8
_LETTERS_FOR_DIGITS = str.maketrans("oil", "011")
_DIGITS = re.compile(r"\d+")
# How the last digits of a land line are grouped; in one piece seven of them are an amount as well.
_LOCAL_GROUPS = frozenset({(3, 2, 2), (3, 4), (2, 2, 2), (7,), (3, 2, 1, 1)})


class _Row(NamedTuple):
    """Digits that stand in a row, signs between them aside; ``places`` are where each stands in the text."""

    digits: str
    places: tuple[int, ...]
    groups: tuple[int, ...]


@dataclass(slots=True)
class NumberIndex:
    """The numbers of a binder, by their digits."""

    _long: dict[str, set[Identifier]] = field(default_factory=dict)
    _bare: dict[str, set[Identifier]] = field(default_factory=dict)
    _local: dict[str, set[Identifier]] = field(default_factory=dict)

    def add(self, known: Identifier) -> None:
        """Take in an enterprise or establishment number, an account, a phone."""
        digits = "".join(_DIGITS.findall(letters_of(known.text)))
        if known.kind is IdentifierKind.PHONE:
            self._add_phone(known, digits)
        elif len(digits) >= _BARE:
            self._keep(digits, known)
            self._keep(digits.lstrip("0"), known)

    def _add_phone(self, known: Identifier, digits: str) -> None:
        national = digits
        for country in ("0032", "32"):
            if national.startswith(country):
                national = national.removeprefix(country)
                break
        national = national.lstrip("0")
        forms = {digits, digits.lstrip("0")}
        if national != digits.lstrip("0") or not known.text.strip().startswith("+"):
            forms |= {national, "0" + national, "32" + national, "0032" + national, "320" + national}
            if len(national) == _BARE:
                # An area of one digit, or of two: what is dialled from next door.
                for local in (national[1:], national[2:]):
                    self._local.setdefault(local, set()).add(known)
        for form in forms:
            if len(form) >= _BARE:
                self._keep(form, known)

    def _keep(self, digits: str, known: Identifier) -> None:
        into = self._long if len(digits) >= _LONG else self._bare
        into.setdefault(digits, set()).add(known)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Blocked]:
        """Yield where a text says one of the numbers."""
        lengths = sorted({len(one) for one in self._long})
        for row in _rows(words):
            yield from self._within(text, row, lengths)

    def _within(self, text: str, row: _Row, lengths: Sequence[int]) -> Iterator[Blocked]:
        digits, long = row.digits, self._long
        for at in range(len(digits) - _LONG + 1):
            for length in lengths:
                said = digits[at : at + length]
                known = long.get(said)
                if known is not None:
                    yield _blocked(text, row, at, at + len(said), known)
        ends = (*row.groups[1:], len(digits))
        for index, at in enumerate(row.groups):
            known = self._bare.get(digits[at : at + _BARE])
            if known is not None:
                yield _blocked(text, row, at, at + _BARE, known)
            for last in range(index, min(index + 4, len(ends))):
                known = self._local.get(digits[at : ends[last]])
                if known is not None and _sizes(row.groups, ends, index, last) in _LOCAL_GROUPS:
                    yield _blocked(text, row, at, ends[last], known)


def _sizes(starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> tuple[int, ...]:
    return tuple(ends[one] - starts[one] for one in range(first, last + 1))


def _blocked(text: str, row: _Row, at: int, end: int, known: Iterable[Identifier]) -> Blocked:
    start, stop = row.places[at], row.places[end - 1] + 1
    found = sorted(known, key=lambda one: (one.kind, one.text))
    owners = frozenset(one.owner for one in found if one.owner is not None)
    return Blocked(start, stop, text[start:stop], found[0].kind, owners)


def _rows(words: Sequence[Word]) -> Iterator[_Row]:
    """Yield the rows of digits: numbers that no letter parts, an O or l inside one read as the digit it looks like."""
    digits: list[str] = []
    places: list[int] = []
    groups: list[int] = []
    for index, word in enumerate(words):
        read = _as_digits(words, index)
        if read:
            groups.append(len(places))
            digits.append(read)
            places += range(word.start, word.end)
        elif digits:
            yield _Row("".join(digits), tuple(places), tuple(groups))
            digits, places, groups = [], [], []
    if digits:
        yield _Row("".join(digits), tuple(places), tuple(groups))


def _as_digits(words: Sequence[Word], index: int) -> str:
    word = words[index]
    if len(word.key) != word.end - word.start:
        return ""
    if word.key.isdigit():
        return word.key
    if set(word.key) <= set("oil"):
        before = index > 0 and words[index - 1].end == word.start and words[index - 1].key[-1].isdigit()
        after = index + 1 < len(words) and words[index + 1].start == word.end and words[index + 1].key[0].isdigit()
        if before or after:
            return word.key.translate(_LETTERS_FOR_DIGITS)
    return ""
