"""Near duplicates: 10,000 candidates against 10,000 organisations, beside a comparison of every pair on two cores."""

import random
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from benchmarks.harness import BenchRow, compared
from benchmarks.vocabulary import TRADES
from clusterdesk.domain.duplicates import SIMILAR, DuplicateIndex, NameCard, likely_duplicates
from clusterdesk.domain.organisation_names import name_key

NAME = "Near duplicates"
TIME, LOST = "near duplicates 10k x 10k", "pairs lost, of those a full comparison finds"
# The second row: pairs lost / 5 % of the pairs there are.
TARGETS = {TIME: 1.0, LOST: 1.0}

COUNT = 10_000
_SEED = 20_261_123
_ALLOWED_LOSS = 0.05
_SYLLABLES = [first + vowel for first in "bcdfghjklmnprst" for vowel in ("a", "e", "i", "o", "ou")]


def run() -> list[BenchRow]:
    """Measure the search, and count what it misses."""
    known, candidates = _names()
    keys = [[name_key(name).text for name in names] for names in (known, candidates)]

    def ours() -> object:
        return found_pairs(known, candidates)

    def yardstick() -> object:
        return process.cdist(keys[1], keys[0], scorer=fuzz.ratio, score_cutoff=SIMILAR, workers=2, dtype="uint8")

    wanted = {(int(row), int(column)) for row, column in zip(*yardstick().nonzero(), strict=True)}  # type: ignore[attr-defined]
    lost = len(wanted - found_pairs(known, candidates))
    allowed = len(wanted) * _ALLOWED_LOSS
    return [
        compared(TIME, ours, yardstick, TARGETS[TIME], rounds=5, warm_ups=1),
        BenchRow(LOST, lost, allowed, lost / allowed, TARGETS[LOST], lost <= allowed),
    ]


def found_pairs(known: list[str], candidates: list[str]) -> set[tuple[int, int]]:
    """Return (candidate, known) for every likely duplicate; all live in one place, so that the name decides."""
    here = frozenset({"1080"})
    index = DuplicateIndex.of(NameCard(place, name, postcodes=here) for place, name in enumerate(known))
    found = set()
    for place, name in enumerate(candidates):
        for match in likely_duplicates(NameCard(-1 - place, name, postcodes=here), index):
            key = match.card.key
            assert isinstance(key, int)
            found.add((place, key))
    return found


def _names() -> tuple[list[str], list[str]]:
    chance = random.Random(_SEED)
    known = [next(_invented(chance)) for _ in range(COUNT)]
    candidates = []
    for _ in range(COUNT):
        copied = chance.random() < 0.3
        candidates.append(_mistyped(chance.choice(known), chance) if copied else next(_invented(chance)))
    return known, candidates


def _invented(chance: random.Random) -> Iterator[str]:
    """Yield names like “Menuiserie Dougra Saleri SRL”."""
    while True:
        words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(2)]
        if chance.random() < 0.7:
            words.insert(0, chance.choice(TRADES))
        if chance.random() < 0.5:
            words.append(chance.choice(("SRL", "BV", "ASBL", "VZW", "SA")))
        yield " ".join(words)


def _mistyped(name: str, chance: random.Random) -> str:
    place = chance.randrange(len(name))
    letter = chance.choice("aeioulnrst")
    return chance.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + letter + name[place:],
            name[:place] + letter + name[place + 1 :],
        )
    )
