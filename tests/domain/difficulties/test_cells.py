"""Small cells are never told, and cannot be reckoned from what is."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.difficulties.cells import (
    LEAST,
    ChainCell,
    Municipality,
    Place,
    Spread,
    pooled,
    shown_parts,
    shown_total,
    spread_of,
)

_CHAINS = [UUID(int=number) for number in range(1, 5)]
WOOD, TEXTILE, BIKE, _ = _CHAINS
_PLACES = st.builds(Place, st.sampled_from([None, *_CHAINS]), st.sampled_from(["", "Anderlecht", "Forest", "Evere"]))


def _of(chain: UUID | None, city: str, number: int) -> list[Place]:
    return [Place(chain, city)] * number


def test_two_organisations_are_not_even_counted() -> None:
    assert spread_of(_of(WOOD, "Anderlecht", 2)) == Spread(None)


def test_cells_of_three_are_told_and_smaller_ones_become_others() -> None:
    found = spread_of([*_of(WOOD, "Anderlecht", 4), *_of(WOOD, "Forest", 2), *_of(WOOD, "", 1), *_of(BIKE, "Evere", 3)])
    wood = (Municipality("Anderlecht", 4), Municipality("", 3))
    assert found == Spread(10, (ChainCell(WOOD, 7, wood), ChainCell(BIKE, 3, (Municipality("Evere", 3),))))


def test_others_of_one_take_the_smallest_told_cell_with_them() -> None:
    found = spread_of([*_of(WOOD, "Anderlecht", 5), *_of(TEXTILE, "Forest", 3), *_of(BIKE, "Evere", 1)])
    assert found.chains == (
        ChainCell(WOOD, 5, (Municipality("Anderlecht", 5),)),
        ChainCell(None, 4, ()),
    )
    assert found.told_chains == {WOOD}
    # A municipality likewise: five less four is one.
    (wood,) = spread_of([*_of(WOOD, "Anderlecht", 4), *_of(WOOD, "Forest", 1)]).chains
    assert (wood.number, wood.municipalities) == (5, ())


def test_where_no_chain_can_be_told_municipalities_still_may() -> None:
    found = spread_of([*_of(WOOD, "Forest", 2), *_of(BIKE, "Forest", 2)])
    assert found == Spread(4, (ChainCell(None, 4, (Municipality("Forest", 4),)),))
    assert spread_of([*_of(WOOD, "Forest", 2), *_of(BIKE, "Evere", 2)]) == Spread(4)


def test_numbers_that_a_total_gives_away_are_hidden_with_another() -> None:
    assert shown_parts((5, 4), 9) == ((5, 4), 9)
    # Nine less five leaves four for two of at least one each: either may be three.
    assert shown_parts((5, 2, 2), 9) == ((5, None, None), 9)
    assert shown_parts((5, 4, 2), 11) == ((5, None, None), 11)
    assert shown_parts((4, 2), 5) == ((None, None), 5)
    # Three in three parts: each is one, unless nobody says three.
    assert shown_parts((1, 1, 1), 3) == ((None, None, None), None)
    assert shown_parts((1,), 1) == ((None,), None)
    assert shown_total((5, 4), 9) == 9
    assert shown_total((5, 4), 8) is None
    assert shown_total((5, 4), 5) == 5
    assert shown_total((5, None), 7) is None


@given(st.lists(_PLACES, max_size=40))
def test_whatever_is_told_or_reckoned_counts_three_or_more(places: list[Place]) -> None:
    found = spread_of(places)
    if len(places) < LEAST:
        assert found == Spread(None)
        return
    told = [found.total, *(cell.number for cell in found.chains)]
    told += [where.number for cell in found.chains for where in cell.municipalities]
    assert all(number is not None and number >= LEAST for number in told)
    # Parts and wholes: what is left over is nothing, or enough.
    if found.chains:
        assert sum(cell.number for cell in found.chains) == len(places)
    for cell in found.chains:
        if cell.municipalities:
            assert sum(where.number for where in cell.municipalities) == cell.number
        if cell.chain is not None:
            own = [one for one in places if one.chain == cell.chain]
            assert cell.number == len(own)
            named = Counter(one.municipality for one in own)
            assert all(where.number == named[where.name] for where in cell.municipalities if where.name)


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 9)), st.integers(0, 6))
def test_no_pool_is_small_and_nothing_is_lost(numbers: dict[str, int], unknown: int) -> None:
    total = sum(numbers.values()) + unknown
    told, others = pooled(numbers, total)
    assert all(number == numbers[key] and number >= LEAST for key, number in told.items())
    assert others + sum(told.values()) == total
    assert others == 0 or others >= LEAST or not told


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_every_hidden_number_may_be_three_for_all_that_is_told(numbers: list[int]) -> None:
    shown, total = shown_parts(numbers, sum(numbers))
    assert all(number is None or number >= LEAST for number in shown)
    hidden = sum(number is None for number in shown)
    if total is None or not hidden:
        assert total is not None or hidden
        return
    left = total - sum(number for number in shown if number is not None)
    possible = list(_sums(hidden, left))
    for place in range(hidden):
        assert any(one[place] >= LEAST for one in possible)


def _sums(parts: int, total: int) -> Iterator[tuple[int, ...]]:
    return (one for one in product(range(1, total + 1), repeat=parts) if sum(one) == total)
