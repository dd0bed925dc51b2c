"""What identifies somebody in a text: where it stands, and what may do so without being known."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from uuid import UUID

from clusterdesk.domain.difficulties.edges import EdgeSigns, without_stop
from clusterdesk.domain.difficulties.known import Blocked, Identifier, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.letters import CLINGING, Word, letters_of, words_of
from clusterdesk.domain.difficulties.name_index import NameIndex
from clusterdesk.domain.difficulties.number_forms import NumberIndex
from clusterdesk.domain.difficulties.patterns import look_alikes
from clusterdesk.domain.difficulties.spellings import is_everyday
from clusterdesk.domain.organisation_names import name_key

_NUMBERS = frozenset({IdentifierKind.NUMBER, IdentifierKind.PHONE})
# What belongs to a place and goes with it: a number before or behind, a title, initials, a legal form.
_BEFORE: dict[IdentifierKind, re.Pattern[str]] = {
    IdentifierKind.NUMBER: re.compile(r"\bBE[\s.]?\Z", re.IGNORECASE),
    IdentifierKind.PHONE: re.compile(r"\+\s?\(?\Z"),
    IdentifierKind.ADDRESS: re.compile(r"\b\d{1,4}\s?[a-zA-Z]?\s?,?\s+(?:(?:la|le|les|l['’]|de)\s?)?\Z"),
    IdentifierKind.PERSON: re.compile(
        r"(?:(?<!\w)(?:M|Mme|Mlle|Mr|Mrs|Dhr|Mevr|Mw|Dr|Me)\.?\s+|\b(?:monsieur|madame|mevrouw|meneer)\s+)?"
        r"(?:\b[A-ZÀ-Þ]\.\s?-?){0,3}\Z",
    ),
    IdentifierKind.COMPANY: re.compile(r"\b(?:SRL|BV|SPRL|BVBA|ASBL|VZW|SA|NV|SC|CV)\s+\Z"),
}
_AFTER: dict[IdentifierKind, re.Pattern[str]] = {
    IdentifierKind.ADDRESS: re.compile(
        r"(?:[\s,]*(?:n°|nr\.?|no\.?|num[ée]ro|nummer)?\s*\d{1,4}(?!\d)\s?[a-zA-Z]?(?![\w])"
        r"(?:[\s,/–-]*(?:bte|bo[iî]te|bus|box|b)[\s.]*\w{1,4}\b)?)?"
        r"(?:[\s,–-]+(?:B[E]?-)?[1-9]\d{3}\s+[A-ZÀ-Þ][\w’'\-]+)?"
    ),
    IdentifierKind.PERSON: re.compile(r"(?:\s(?:[A-ZÀ-Þ]\.)+)?"),
    IdentifierKind.COMPANY: re.compile(
        r"(?:,?\s+(?:(?:(?i:SRL|BVBA|SPRL|ASBL|VZW)|BV|SA|NV|SC|CV)\b"
        r"|(?:S\.R\.L|B\.V(?:\.B\.A)?|S\.P\.R\.L|A\.S\.B\.L|V\.Z\.W|S\.A|N\.V|S\.C|C\.V)\b\.?))?"
    ),
}
_LOOK_BACK = 40
_RANK = tuple(IdentifierKind)
_BETWEEN = re.compile(r"[\s\-–.,’']{0,3}")
_OWN_ALIKE = frozenset({IdentifierKind.PERSON, IdentifierKind.COMPANY, IdentifierKind.BODY, IdentifierKind.ADDRESS})


class Blocker:
    """Knows all that identifies; one serves any number of texts."""

    def __init__(self, known: KnownIdentifiers, named: Iterable[Identifier] = ()) -> None:
        """Learn the identifiers; who is ``named`` stays, also where the name of another stands within."""
        self._known = known
        self._names = NameIndex(known.everyday)
        self._stays = NameIndex(known.everyday)
        self._stays.fill(named := tuple(named))
        self._whole = frozenset(each for one in named for each in (letters_of(one.text), name_key(one.text).text))
        self._signs = EdgeSigns((*known.identifiers, *named))
        self._names.fill(known.identifiers)
        self._numbers = NumberIndex()
        for one in known.identifiers:
            if one.kind in _NUMBERS:
                self._numbers.add(one)

    def places(self, text: str, *, words: Iterable[str] = (), allowed: Iterable[str] = ()) -> tuple[Blocked, ...]:
        """Return the places that identify, in order, none within another.

        ``words`` are blocked besides, wherever they stand; what is ``allowed`` stays, however it is written.
        """
        read = words_of(text)
        found = [*self._names.find(text, read), *self._numbers.find(text, read), *look_alikes(text)]
        by_hand = [Identifier(word, IdentifierKind.WORD) for word in words]
        if by_hand:
            own = NameIndex(frozenset())
            own.fill(by_hand)
            found += own.find(text, read)
        spared = frozenset(map(letters_of, allowed))
        kept = [one for one in self._unnamed(text, read, found) if letters_of(one.text) not in spared]
        apart = _apart(text, [_whole(text, one, read, self._signs) for one in kept], spared)
        return tuple(without_stop(text, one) for one in apart)

    def _unnamed(self, text: str, words: Sequence[Word], found: Sequence[Blocked]) -> Iterator[Blocked]:
        """Yield the places that are no part of the whole name of somebody who may be named."""
        stay = [one for one in self._stays.find(text, words) if letters_of(one.text) in self._whole]
        for one in found:
            if not any(
                whole.start <= one.start and one.end <= whole.end and whole.end - whole.start > one.end - one.start
                for whole in stay
            ):
                yield one

    def doubtful(self, text: str, places: Sequence[Blocked]) -> tuple[tuple[int, int], ...]:
        """Return where a word may tell of somebody whom no identifier names.

        That is a capitalised one that is none of every day, or a municipality or postcode where few organisations are.
        """
        taken = [(one.start, one.end) for one in places]
        return tuple(
            (word.start, word.end)
            for word in words_of(text)
            if len(word.key) > 2
            and (text[word.start].isupper() or text[word.start].isdigit())
            and (word.key in self._known.few or self._is_strange(word, text))
            and not any(start < word.end and word.start < end for start, end in taken)
        )

    def _is_strange(self, word: Word, text: str) -> bool:
        return text[word.start].isupper() and not is_everyday(word.key, self._known.everyday)


def _whole(text: str, one: Blocked, words: Sequence[Word], signs: EdgeSigns) -> Blocked:
    """Return a place with what belongs to it: the rest of a word, its signs, a house number, a title, a legal form."""
    start, end = signs.grown(text, *_word_edges(text, one.start, one.end), words)
    before = _BEFORE.get(one.kind)
    if before is not None and (found := before.search(text[max(0, start - _LOOK_BACK) : start])) is not None:
        start -= len(found.group())
    after = _AFTER.get(one.kind)
    if after is not None and (behind := after.match(text, end)) is not None:
        end = behind.end()
    if (marks := CLINGING.match(text, end)) is not None:
        end = marks.end()
    return Blocked(start, end, text[start:end], one.kind, one.owners)


def _word_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the edges of the letters and digits that a place is part of."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def _apart(text: str, found: Iterable[Blocked], spared: Set[str]) -> tuple[Blocked, ...]:
    """Join places that overlap, and those of one kind with nothing between them but a blank."""
    apart: list[Blocked] = []
    for one in sorted(found, key=_order):
        last = apart[-1] if apart else None
        if last is not None and (one.start < last.end or _is_one(text, last, one)):
            apart[-1] = _joined(text, last, one)
        else:
            apart.append(one)
    return tuple(one for one in apart if letters_of(one.text) not in spared)


def _order(one: Blocked) -> tuple[int, int]:
    return one.start, -one.end


def _is_one(text: str, last: Blocked, one: Blocked) -> bool:
    if last.kind is not one.kind or one.kind not in _OWN_ALIKE:
        return False
    same = last.kind is IdentifierKind.PERSON or bool(last.owners & one.owners)
    return (
        same
        and len(text[last.end : one.start].strip(" \t-\u00a0\u202f\u2011’'")) == 0
        and "\n" not in text[last.end : one.start]
    )


def _joined(text: str, one: Blocked, other: Blocked) -> Blocked:
    start, end = one.start, max(one.end, other.end)
    wider = one if one.end - one.start >= other.end - other.start else other
    shared = one.owners & other.owners
    owners: frozenset[UUID] = shared or (one.owners | other.owners)
    return Blocked(start, end, text[start:end], wider.kind, owners)
