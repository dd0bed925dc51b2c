"""The names, streets, titles and domains of a binder, looked for in the words of a text however they are written."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from uuid import UUID

from clusterdesk.domain.difficulties.known import Blocked, Identifier, IdentifierKind
from clusterdesk.domain.difficulties.letter_table import LetterTable
from clusterdesk.domain.difficulties.letters import CLINGING, Word
from clusterdesk.domain.difficulties.spellings import SHORT, is_everyday, spellings_of
from clusterdesk.domain.parsing.text import stem

# A word that the names of so many organisations share identifies none of them.
SHARED = 3
# So long a name is found inside a longer word as well; a shorter one only with an ending.
_INSIDE = 6
_LEET_LEAST = 4
_LEET = str.maketrans("013457i", "oleastl")
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_SENTENCE = re.compile(r"(?:^|[.!?…:;\n]|\n\s*[-–—•*])[\s«»“”\"'(\[–—•*-]*\Z")
_LOOK_BACK = 12
_GLUE = re.compile(rf"(?:{CLINGING.pattern})?(?:[-\u2010\u2011]\s*\n\s*)?")
# A name does not go on over the end of a sentence.
_APART = re.compile(r"[;:!?|]|\n\s*\n")
_STOP = re.compile(r"\.\s")


@dataclass(slots=True)
class _Name:
    kinds: set[IdentifierKind] = field(default_factory=set)
    owners: set[UUID] = field(default_factory=set)
    capital: bool = True
    part: bool = True

    def tells_of_nobody(self) -> bool:
        """Tell whether too many organisations share a word; that of a person always tells."""
        personal = {IdentifierKind.PERSON, IdentifierKind.WORD} & self.kinds
        return self.part and not personal and len(self.owners) >= SHARED


@dataclass(slots=True)
class NameIndex:
    """All names, ready to be looked for."""

    everyday: Set[str]
    _plain: LetterTable[_Name] = field(default_factory=lambda: LetterTable(inflected=True))
    _stemmed: LetterTable[_Name] = field(default_factory=LetterTable)
    _leet: LetterTable[_Name] = field(default_factory=LetterTable)
    _inside: dict[str, dict[str, _Name]] = field(default_factory=dict)

    def fill(self, identifiers: Iterable[Identifier]) -> None:
        """Learn the names, all at once: whether a word tells of anybody depends on how many share it."""
        names: dict[tuple[str, ...], _Name] = {}
        for known in identifiers:
            for spelling in spellings_of(known, self.everyday):
                if len("".join(spelling.words)) < 2:
                    continue
                name = names.setdefault(spelling.words, _Name())
                name.kinds.add(known.kind)
                name.capital &= spelling.capital
                name.part &= spelling.part
                if known.owner is not None:
                    name.owners.add(known.owner)
        by_letters: dict[str, _Name] = {}
        for words, name in names.items():
            if not name.tells_of_nobody():
                self._learn(words, _both(by_letters.get("".join(words)), name))
                by_letters["".join(words)] = name

    def _learn(self, words: tuple[str, ...], name: _Name) -> None:
        letters = "".join(words)
        self._plain[letters] = name
        if name.capital:
            return
        if len(words) > 1:
            self._stemmed["".join(map(stem, words))] = name
        if len(letters) >= _LEET_LEAST:
            self._leet[letters.translate(_LEET)] = name
        if len(letters) >= _INSIDE and not letters.isdigit():
            self._inside.setdefault(letters[:_INSIDE], {})[letters] = name

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Blocked]:
        """Yield where a text says a name; the places may overlap."""
        keys = [word.key for word in words]
        found = [*self._plain.rows(keys), *self._stemmed.rows([stem(key) for key in keys])]
        if _MIXED.search(text):
            found += self._leet.rows([key.translate(_LEET) for key in keys])
        found += self._within(text, words)
        for first, last, name in found:
            start, end = words[first].start, words[last].end
            kind = min(name.kinds, key=_RANK.index)
            if kind is not IdentifierKind.ADDRESS and _is_parted(text, words[first : last + 1]):
                continue
            if not name.capital or _is_named(text, start, words[first].key):
                yield Blocked(start, end, text[start:end], kind, frozenset(name.owners))

    def _within(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, _Name]]:
        """Find names inside longer words: ``houtlusmedewerkers``, ``wwwateliernoordbe``, however these are parted."""
        for first, last in _seen_words(text, words):
            key = "".join(word.key for word in words[first : last + 1])
            if len(key) <= _INSIDE or is_everyday(key, self.everyday):
                continue
            ends = list(accumulate(len(word.key) for word in words[first : last + 1]))
            for at in range(len(key) - _INSIDE + 1):
                for letters, name in self._inside.get(key[at : at + _INSIDE], {}).items():
                    if key.startswith(letters, at):
                        yield (
                            first + bisect_right(ends, at),
                            first + bisect_left(ends, at + len(letters)),
                            name,
                        )


def _seen_words(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the words that are one to the eye: nothing between them, or what is not seen."""
    first = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or not _GLUE.fullmatch(text, words[place - 1].end, words[place].start):
            yield first, place - 1
            first = place


_RANK = tuple(IdentifierKind)


def _both(one: _Name | None, other: _Name) -> _Name:
    """Return two names of the same letters as one, so that neither hides the other."""
    if one is not None:
        other.kinds |= one.kinds
        other.owners |= one.owners
        other.capital &= one.capital
    return other


def _is_named(text: str, start: int, key: str) -> bool:
    """Tell whether an everyday or very short word stands for somebody: with a capital that is not the sentence's."""
    if not text[start].isupper():
        return False
    return len(key) > SHORT or not begins_sentence(text, start)


def _is_parted(text: str, words: Sequence[Word]) -> bool:
    """Tell whether a sentence ends between the words; the dot of an abbreviation (``Ets. Noord``) ends none."""
    for one, other in pairwise(words):
        gap = text[one.end : other.start]
        if len(gap) > 1 and (_APART.search(gap) or (len(one.key) > SHORT and _STOP.search(gap))):
            return True
    return False


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at a place has its capital from the sentence."""
    return (
        _SENTENCE.search(text[max(0, start - _LOOK_BACK) : start] if start > _LOOK_BACK else text[:start]) is not None
    )
