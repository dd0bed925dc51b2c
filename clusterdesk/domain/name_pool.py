"""Names to compare a name with: few are looked at, those of a place or those that share rare groups of letters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_GRAM = 3
_RAREST = 2
# As many names are compared at once, all of them, sooner than the groups of letters find those worth it.
_AT_ONCE = 600


@dataclass(slots=True)
class _Block:
    """Names that are compared at once, and where they stand."""

    places: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def scored(self, text: str, least: float) -> list[tuple[int, float]]:
        """Return the places of the names that are like a text, with their scores."""
        from rapidfuzz import fuzz, process

        found = process.extract(text, self.texts, scorer=fuzz.ratio, score_cutoff=least, limit=None)
        return [(self.places[index], score) for _, score, index in found] if found else []


@dataclass(slots=True)
class NamePool:
    """Names (without legal forms, in one piece) with their postcodes and the places they have elsewhere.

    The groups of three letters are counted when a search needs them: a list whose rows are told by number or postcode
    never does.
    """

    _all: _Block = field(default_factory=_Block)
    _by_postcode: dict[str, _Block] = field(default_factory=lambda: defaultdict(_Block))
    _grams: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _counted: int = 0

    def add(self, place: int, text: str, postcodes: Iterable[str]) -> None:
        """Take one more name in."""
        self._all.places.append(place)
        self._all.texts.append(text)
        for postcode in postcodes:
            block = self._by_postcode[postcode]
            block.places.append(place)
            block.texts.append(text)

    def similar(self, text: str, least: float, postcodes: frozenset[str] | None = None) -> Iterable[tuple[int, float]]:
        """Return the places of similar names, each with its score; those of these postcodes suffice, where given.

        One that is in several of the postcodes comes several times; others may come along.
        """
        if postcodes is None:
            return self._sharing(text).scored(text, least)
        blocks = [self._by_postcode[one] for one in postcodes if one in self._by_postcode]
        if len(blocks) == 1 and len(blocks[0].texts) <= _AT_ONCE:
            return blocks[0].scored(text, least)
        if sum(len(block.texts) for block in blocks) <= _AT_ONCE:
            return [each for block in blocks for each in block.scored(text, least)]
        return self._sharing(text).scored(text, least)

    def _sharing(self, text: str) -> _Block:
        """Return the names that share one of the rarest groups of letters of a text."""
        self._count()
        grams = self._grams
        postings: list[Sequence[int]] = [grams[gram] for gram in _grams_of(text) if gram in grams]
        postings.sort(key=len)
        owns = list(set().union(*postings[:_RAREST]))
        known = self._all
        return _Block(list(map(known.places.__getitem__, owns)), list(map(known.texts.__getitem__, owns)))

    def _count(self) -> None:
        grams, texts = self._grams, self._all.texts
        for own in range(self._counted, len(texts)):
            for gram in _grams_of(texts[own]):
                grams[gram].append(own)
        self._counted = len(texts)


def _grams_of(text: str) -> set[str]:
    """Return the groups of three letters of a text; a shorter text is its own group."""
    if len(text) <= _GRAM:
        return {text}
    return {text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)}
