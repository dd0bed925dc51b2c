"""Small cells: how many organisations meet something, without a number that would tell who they are. Pure.

A cell is a value chain in a municipality. One of less than three organisations is never told: it goes into « others »,
and where that alone would still give it away – others of one or two, or the difference to a total –, the smallest told
cell goes there as well. So all that is told, and all that can be added up or taken away from it, counts three or more.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

LEAST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where an organisation counts: one value chain and one municipality, ``None`` and empty where not known."""

    chain: UUID | None = None
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """How many organisations of a cell; without a ``name`` they are of other municipalities."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class ChainCell:
    """How many organisations of a value chain, and where; without a ``chain`` they are of others.

    ``municipalities`` is empty where nothing may be told of where they are.
    """

    chain: UUID | None
    number: int
    municipalities: tuple[Municipality, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """How organisations are spread. ``total`` is ``None`` where there are too few to tell how many."""

    total: int | None
    chains: tuple[ChainCell, ...] = ()

    @property
    def told_chains(self) -> frozenset[UUID]:
        """Return the value chains that may be named: each stands for enough organisations."""
        return frozenset(one.chain for one in self.chains if one.chain is not None)


def spread_of(places: Iterable[Place]) -> Spread:
    """Count organisations, each once, by value chain and municipality, with no cell of less than three."""
    known = tuple(places)
    if len(known) < LEAST:
        return Spread(None)
    chains, others = pooled(Counter(one.chain for one in known if one.chain is not None), len(known))
    if not chains:
        return Spread(len(known), _other_chains(known, ()))
    cells = [
        ChainCell(chain, number, _municipalities([one for one in known if one.chain == chain]))
        for chain, number in chains.items()
    ]
    rest = [one for one in known if one.chain not in chains]
    assert len(rest) == others
    return Spread(len(known), (*cells, *_other_chains(rest, chains)))


def pooled[K: Hashable](numbers: Mapping[K, int], total: int) -> tuple[dict[K, int], int]:
    """Return the numbers that may be told, the largest first, and how many others there are: none, or three and more.

    ``total`` counts all, also those that are of none of the keys.
    """
    told = {key: number for key, number in _largest(numbers) if number >= LEAST}
    others = total - sum(told.values())
    while 0 < others < LEAST and told:
        _key, number = told.popitem()
        others += number
    return told, others


def shown_parts(numbers: Sequence[int], total: int) -> tuple[tuple[int | None, ...], int | None]:
    """Return numbers of parts that may overlap, and their total; ``None`` stands where one is not told.

    A number under three is not told; nor is the smallest of the others as long as the total, less what is told, would
    say what the hidden ones are, taken that no organisation counts twice; nor the total where only that helps.
    """
    shown: list[int | None] = [number if number >= LEAST else None for number in numbers]
    while _is_given_away(shown, total):
        told = [place for place, number in enumerate(shown) if number is not None]
        if not told:
            return tuple(shown), None
        shown[min(told, key=lambda place: (numbers[place], place))] = None
    return tuple(shown), total if total >= LEAST else None


def shown_total(numbers: Sequence[int | None], total: int) -> int | None:
    """Return the number of all organisations where it may be told beside its parts, else ``None``.

    The parts less the whole say how many organisations count twice: that is a cell too.
    """
    if total < LEAST or any(number is None for number in numbers):
        return None
    twice = sum(number for number in numbers if number is not None) - total
    return None if 0 < twice < LEAST else total


def _is_given_away(shown: Sequence[int | None], total: int) -> bool:
    """Tell whether the hidden numbers, each at least one, can only be small ones."""
    hidden = sum(number is None for number in shown)
    left = total - sum(number for number in shown if number is not None)
    return hidden > 0 and left - (hidden - 1) < LEAST


def _municipalities(places: Sequence[Place]) -> tuple[Municipality, ...]:
    told, others = pooled(Counter(one.municipality for one in places if one.municipality), len(places))
    if not told:
        return ()
    found = [Municipality(name, number) for name, number in told.items()]
    return (*found, *([Municipality("", others)] if others else ()))


def _other_chains(places: Sequence[Place], told: Iterable[UUID]) -> tuple[ChainCell, ...]:
    """Return what is told of organisations whose value chain is not; nothing where there are none."""
    if not places:
        return ()
    where = _municipalities(places)
    return (ChainCell(None, len(places), where),) if tuple(told) or where else ()


def _largest[K: Hashable](numbers: Mapping[K, int]) -> list[tuple[K, int]]:
    return sorted(numbers.items(), key=lambda one: (-one[1], str(one[0])))
