"""Which offers meet which needs: by kind, words, quantity, place and chain. Pure, offline; every point says why.

Words are compared by their beginnings without accents, so that « chute » meets « chutes » and « palette » « palettes »;
words of the trade that mean the same in French, Dutch and English are one word (``synonyms``). Only what is live, of
two organisations, and of the same kind (or of « other ») is compared; without a shared word it takes the same
municipality or the same chain, and a kind that needs few words: space, hours.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.exchange import Exchange, ExchangeKind, ExchangeSide

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_MOST_WORDS = 4
_POINTS_WORD, _POINTS_ENOUGH, _POINTS_SOME, _POINTS_TOWN, _POINTS_REGION, _POINTS_CHAIN = 30, 20, 10, 20, 10, 15
_FEW_WORDS = frozenset({ExchangeKind.SPACE, ExchangeKind.HOURS})
# Words that say nothing of what is looked for, in the three languages.
_EMPTY = frozenset(
    even(word)
    for word in _WORD.findall(
        """
    les des une dans pour par pas sur que qui est avec sans plus aux ces ses son leur leurs nous vous cherche cherchons
    propose proposons offre besoin dispo disponible disponibles libre mois semaine semaines jour jours petite petites
    het een van voor met zonder niet dat die zijn zoekt zoeken biedt bieden aan nodig beschikbaar maand week weken dag
    the and for with without not are looks offers need available month week weeks day days
    """
    )
)


class Why(StrEnum):
    """What speaks for a match."""

    WORDS = "words"
    ENOUGH = "enough"
    SOME = "some"
    TOWN = "town"
    REGION = "region"
    CHAIN = "chain"


@dataclass(frozen=True, slots=True)
class Side:
    """An offer or a need as it is compared: of which (kept) organisation, of which chains, where.

    ``here``: in the Region of the cluster.
    """

    record: Exchange
    organisation_id: UUID
    chains: frozenset[UUID] = frozenset()
    postcodes: frozenset[str] = frozenset()
    here: bool = False

    @property
    def of_chains(self) -> frozenset[UUID]:
        """Return the chain of the record itself where it says one, else those of its organisation."""
        own = self.record.value_chain_id
        return self.chains if own is None else frozenset({own})


@dataclass(frozen=True, slots=True)
class Match:
    """An offer that meets a need: ``score`` and why; ``words`` are those both have, as the offer writes them."""

    need_id: UUID
    offer_id: UUID
    score: int
    why: tuple[Why, ...] = ()
    words: tuple[str, ...] = field(default=())


def is_live(record: Exchange, day: date) -> bool:
    """Tell whether it holds on a day: not closed, not over."""
    closed = record.closed_on is not None and record.closed_on <= day
    return not (record.deleted or record.revoked_on is not None or closed) and (
        record.to_on is None or record.to_on >= day
    )


def matches(sides: Iterable[Side], day: date, synonyms: Mapping[str, str]) -> tuple[Match, ...]:
    """Return what meets on a day, the best first; ``synonyms`` gives for the stem of a word that of its group."""
    live = [one for one in sides if is_live(one.record, day)]
    needs = [one for one in live if one.record.side is ExchangeSide.NEED]
    offers = [one for one in live if one.record.side is ExchangeSide.OFFER]
    stems = {one.record.id: stems_of(one.record.text, synonyms) for one in live}
    found = [
        match
        for need in needs
        for offer in offers
        if (match := _meet(need, offer, stems[need.record.id], stems[offer.record.id])) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.need_id, one.offer_id)))


def stems_of(text: str, synonyms: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a text that say something, by what they are compared by."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        plain = even(word)
        if plain not in _EMPTY:
            stem = stem_of(plain)
            found.setdefault(synonyms.get(stem, stem), word)
    return found


def stem_of(plain: str) -> str:
    """Return what a word without accents is compared by: its beginning, without the sign of a plural."""
    if len(plain) > _STEM:
        return plain[:_STEM]
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain


def groups_of(lines: Iterable[str]) -> dict[str, str]:
    """Read synonyms: the words of a line mean the same; ``#`` begins a remark."""
    found: dict[str, str] = {}
    for line in lines:
        words = [stem_of(even(word)) for word in _WORD.findall(line.partition("#")[0])]
        for word in words:
            found.setdefault(word, words[0])
    return found


def _meet(need: Side, offer: Side, wanted: Mapping[str, str], given: Mapping[str, str]) -> Match | None:
    kinds = {need.record.kind, offer.record.kind}
    if need.organisation_id == offer.organisation_id or (len(kinds) > 1 and ExchangeKind.OTHER not in kinds):
        return None
    shared = [given[stem] for stem in given if stem in wanted][:_MOST_WORDS]
    why, score = ([Why.WORDS], _POINTS_WORD * len(shared)) if shared else ([], 0)
    for reason, points in (*_quantity(need.record, offer.record), *_place(need, offer), *_chain(need, offer)):
        why.append(reason)
        score += points
    near = {Why.TOWN, Why.CHAIN} & set(why)
    if not shared and not (near and kinds <= _FEW_WORDS):
        return None
    return Match(need.record.id, offer.record.id, min(score, 100), tuple(why), tuple(shared))


def _quantity(need: Exchange, offer: Exchange) -> Sequence[tuple[Why, int]]:
    wanted, given = need.quantity, offer.quantity
    if wanted is None or given is None or not _same_unit(need.unit, offer.unit) or given <= Decimal(0):
        return ()
    return ((Why.ENOUGH, _POINTS_ENOUGH),) if given >= wanted else ((Why.SOME, _POINTS_SOME),)


def _same_unit(one: str, other: str) -> bool:
    first, second = (stem_of(even(text).strip(" .")) for text in (one, other))
    return bool(first) and first == second


def _place(need: Side, offer: Side) -> Sequence[tuple[Why, int]]:
    if need.postcodes & offer.postcodes:
        return ((Why.TOWN, _POINTS_TOWN),)
    return ((Why.REGION, _POINTS_REGION),) if need.here and offer.here else ()


def _chain(need: Side, offer: Side) -> Sequence[tuple[Why, int]]:
    return ((Why.CHAIN, _POINTS_CHAIN),) if need.of_chains & offer.of_chains else ()
