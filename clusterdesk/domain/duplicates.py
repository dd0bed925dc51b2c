"""Finding organisations that are probably the same: enterprise number before postcode before name.

An index names the few organisations worth comparing with a candidate by the rarest groups of three letters they
share; only those are scored. Everything here is pure; who reads organisations fills the index.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from clusterdesk.base.marks import N_
from clusterdesk.domain.organisation_names import name_key

SIMILAR = 88.0
VERY_SIMILAR = 93.0
_EQUAL = 100.0
_GRAM = 3
_RAREST = 2

SAME_NUMBER = N_("same enterprise number")
SAME_NAME_AND_POSTCODE = N_("same name and postcode")
SAME_NAME = N_("same name, a postcode is missing")
SAME_NAME_ELSEWHERE = N_("same name, other postcode")
SIMILAR_NAME_SAME_POSTCODE = N_("very similar name, same postcode")
SIMILAR_NAME = N_("very similar name, a postcode is missing")


class Confidence(IntEnum):
    """How sure it is: a reason to look, a reason to ask, the same."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3


@dataclass(frozen=True, slots=True)
class NameCard:
    """What is compared of an organisation. ``key`` says which one it is: an id, the line of a list."""

    key: Hashable
    name: str
    enterprise_number: str | None = None
    postcodes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """An organisation that may be the same. ``reason`` is a msgid, ``score`` compares the names from 0 to 100."""

    card: NameCard
    reason: str
    confidence: Confidence
    score: float


@dataclass(slots=True)
class DuplicateIndex:
    """The organisations a candidate is compared with; grows as rows of a list are read."""

    cards: list[NameCard] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _words: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    _same: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _grams: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, cards: Iterable[NameCard]) -> "DuplicateIndex":
        """Make an index of organisations."""
        index = cls()
        for card in cards:
            index.add(card)
        return index

    def add(self, card: NameCard) -> None:
        """Take one more organisation in."""
        place = len(self.cards)
        key = name_key(card.name)
        self.cards.append(card)
        self._texts.append(key.text)
        if card.enterprise_number:
            self._numbers[card.enterprise_number].append(place)
        self._words[key.words].append(place)
        self._same[key.text].append(place)
        grams = self._grams
        for gram in _grams_of(key.text):
            grams[gram].append(place)

    def near(self, card: NameCard) -> dict[int, float]:
        """Return the places of organisations with the same or a similar name, each with its score."""
        from rapidfuzz import fuzz, process

        key = name_key(card.name)
        found = dict.fromkeys(self._same.get(key.text, ()), _EQUAL)
        found.update(dict.fromkeys(self._words.get(key.words, ()), _EQUAL))
        known = self._grams
        postings = [known[gram] for gram in _grams_of(key.text) if gram in known]
        if not postings:
            return found
        postings.sort(key=len)
        places = list(set().union(*postings[:_RAREST]))
        texts = list(map(self._texts.__getitem__, places))
        for _, score, index in process.extract(key.text, texts, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None):
            found.setdefault(places[index], score)
        return found

    def numbered(self, number: str) -> list[int]:
        """Return the places of organisations with an enterprise number."""
        return self._numbers.get(number, [])


def likely_duplicates(
    candidate: NameCard, index: DuplicateIndex, *, at_least: Confidence = Confidence.POSSIBLE
) -> list[Match]:
    """Return the organisations of an index that may be the candidate, the surest first; never the candidate itself.

    Two different enterprise numbers are two organisations, whatever their names.
    """
    matches: dict[int, Match] = {}
    number = candidate.enterprise_number
    scores = index.near(candidate)
    if number:
        for place in index.numbered(number):
            matches[place] = Match(index.cards[place], SAME_NUMBER, Confidence.CERTAIN, scores.get(place, 0.0))
    for place, score in scores.items():
        known = index.cards[place]
        if place in matches or (number and known.enterprise_number):
            continue
        verdict = _verdict(candidate.postcodes, known.postcodes, score)
        if verdict is not None:
            matches[place] = Match(known, *verdict, score)
    found = [one for one in matches.values() if one.card.key != candidate.key and one.confidence >= at_least]
    return sorted(found, key=_surest)


def _verdict(ours: frozenset[str], theirs: frozenset[str], score: float) -> tuple[str, Confidence] | None:
    missing = not ours or not theirs
    shared = not ours.isdisjoint(theirs)
    if score >= _EQUAL:
        if shared:
            return SAME_NAME_AND_POSTCODE, Confidence.LIKELY
        return (SAME_NAME, Confidence.LIKELY) if missing else (SAME_NAME_ELSEWHERE, Confidence.POSSIBLE)
    if shared:
        return SIMILAR_NAME_SAME_POSTCODE, Confidence.LIKELY
    if missing and score >= VERY_SIMILAR:
        return SIMILAR_NAME, Confidence.POSSIBLE
    return None


def _surest(match: Match) -> tuple[int, float]:
    return -match.confidence, -match.score


def _grams_of(text: str) -> set[str]:
    """Return the groups of three letters of a text; a shorter text is its own group."""
    if len(text) <= _GRAM:
        return {text}
    return {text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)}
