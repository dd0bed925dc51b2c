"""Finding organisations that are probably the same: enterprise number before postcode before name.

An index names the few organisations worth comparing with a candidate; only those are scored (see ``name_pool``).
Everything here is pure; who reads organisations fills the index.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from clusterdesk.base.marks import N_
from clusterdesk.domain.name_pool import NamePool
from clusterdesk.domain.organisation_names import name_key

SIMILAR = 88.0
VERY_SIMILAR = 93.0
_EQUAL = 100.0

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
    """The organisations a candidate is compared with; grows as rows of a list are read.

    Those without an enterprise number stand apart: a candidate that has one is compared with them alone.
    """

    cards: list[NameCard] = field(default_factory=list)
    _numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _words: dict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))
    _same: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _numbered: NamePool = field(default_factory=NamePool)
    _unnumbered: NamePool = field(default_factory=NamePool)

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
        if card.enterprise_number:
            self._numbers[card.enterprise_number].append(place)
        self._words[key.words].append(place)
        self._same[key.text].append(place)
        pool = self._numbered if card.enterprise_number else self._unnumbered
        pool.add(place, key.text, card.postcodes)

    def near(self, card: NameCard, at_least: Confidence) -> dict[int, float]:
        """Return the places of organisations with the same or a similar name, each with its score.

        Names that are alike say little elsewhere: where a match has to be likely, those of other postcodes and, for a
        candidate with a number, those with another number are left out.
        """
        key = name_key(card.name)
        found = dict.fromkeys(self._same.get(key.text, ()), _EQUAL)
        found.update(dict.fromkeys(self._words.get(key.words, ()), _EQUAL))
        here = card.postcodes if at_least >= Confidence.LIKELY else None
        pools = (self._unnumbered,) if card.enterprise_number else (self._unnumbered, self._numbered)
        for pool in pools:
            for place, score in pool.similar(key.text, SIMILAR, here):
                found.setdefault(place, score)
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
    scores = index.near(candidate, at_least)
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
