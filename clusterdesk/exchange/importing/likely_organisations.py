"""The organisations that a name of a list may mean, the likeliest first: called so, called nearly so, or in part."""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.duplicates import Confidence, DuplicateIndex, NameCard
from clusterdesk.domain.organisation_names import name_key
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.importing.known_organisations import KnownOrganisations

CALLED_SO = N_("same name")
OTHER_NUMBER = N_("same name, other enterprise number")
SIMILAR = N_("similar name")
IN_PART = N_("the same words in the name")
_EQUAL = 100.0
_TELLING = 4  # letters of a word that says something on its own


@dataclass(frozen=True, slots=True)
class Likely:
    """An organisation that may be meant, why (msgid), and how alike the names are, from 0 to 100."""

    organisation: Organisation
    reason: str
    score: int


@dataclass(slots=True)
class LikelyOrganisations:
    """Compares names with those of the binder; the index is made for the first name that is not known."""

    known: KnownOrganisations
    _index: DuplicateIndex | None = None
    _by_word: dict[str, list[NameCard]] = field(default_factory=lambda: defaultdict(list))

    def of(self, name: str, number: str | None = None) -> list[Likely]:
        """Return those that a name may mean; ``number`` is the enterprise number that is not known beside it."""
        index = self._read()
        near = sorted(index.near(NameCard(None, name), Confidence.POSSIBLE).items(), key=lambda one: -one[1])
        found: dict[UUID, Likely] = {}
        for place, score in near:
            card = index.cards[place]
            reason = SIMILAR if score < _EQUAL else CALLED_SO
            if reason is CALLED_SO and number and card.enterprise_number:
                reason = OTHER_NUMBER
            self._take(found, card, reason, score)
        for card, score in self._in_part(name):
            self._take(found, card, IN_PART, score)
        return list(found.values())

    def _take(self, found: dict[UUID, Likely], card: NameCard, reason: str, score: float) -> None:
        one = self.known.get(card.key) if isinstance(card.key, UUID) else None
        if one is not None:
            found.setdefault(one.id, Likely(one, reason, int(score)))

    def _in_part(self, name: str) -> list[tuple[NameCard, float]]:
        """Return those all of whose words stand in the name, or the other way round, as far as they say something."""
        from rapidfuzz import fuzz

        key = name_key(name)
        words = {word for word in key.words if len(word) >= _TELLING}
        cards = {card.key: card for word in words for card in self._by_word.get(word, ())}
        found = []
        for card in cards.values():
            theirs = name_key(card.name)
            if set(key.words) <= set(theirs.words) or set(theirs.words) <= set(key.words):
                found.append((card, fuzz.ratio(key.text, theirs.text)))
        return sorted(found, key=lambda one: (-one[1], one[0].name))

    def _read(self) -> DuplicateIndex:
        if self._index is None:
            self._index = self.known.index()
            for card in self._index.cards:
                for word in name_key(card.name).words:
                    if len(word) >= _TELLING:
                        self._by_word[word].append(card)
        return self._index
