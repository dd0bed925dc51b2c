"""The line of Theil and Sen is the exact one, however many points there are."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.breakeven.median_line import median, median_line

_AMOUNTS = st.decimals(-(10**6), 10**6, places=2)
_SHARES = st.fractions(-(10**6), 10**6, max_denominator=50)


def _plainly[Number: (Decimal, Fraction)](points: list[tuple[Number, Number]]) -> tuple[Number, Number]:
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(sorted(points), 2) if b[0] != a[0]]
    slope = median(slopes)
    return slope, median([y - slope * x for x, y in points])


@given(st.lists(_AMOUNTS, min_size=2, max_size=40))
def test_months_in_a_row(amounts: list[Decimal]) -> None:
    points = [(Decimal(place), amount) for place, amount in enumerate(amounts)]
    assert median_line(points) == _plainly(points)


@given(st.lists(st.sampled_from([Decimal(1), Decimal("1.01"), Decimal(2)]), min_size=13, max_size=40))
def test_amounts_that_are_the_same_again_and_again(amounts: list[Decimal]) -> None:
    points = [(Decimal(place), amount) for place, amount in enumerate(amounts)]
    assert median_line(points[::-1]) == _plainly(points)


@given(st.lists(st.tuples(st.fractions(0, 50, max_denominator=9), _SHARES), min_size=2, max_size=30))
def test_points_anywhere(points: list[tuple[Fraction, Fraction]]) -> None:
    if len({x for x, _ in points}) < 2:
        with pytest.raises(ValueError, match="no value"):
            median_line(points)
    else:
        assert median_line(points) == _plainly(points)


def test_slopes_that_floats_cannot_tell_apart() -> None:
    tiny = Decimal(10) ** -20
    points = [(Decimal(place), Decimal(10**6) + place * place * tiny) for place in range(20)]
    assert median_line(points) == _plainly(points)
