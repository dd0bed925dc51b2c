"""Signatures as strokes: added, taken back, fitted into a box."""

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.signature import Signature

points = st.tuples(st.floats(0, 500), st.floats(0, 200))
signatures = st.lists(st.lists(points, min_size=1, max_size=8), min_size=1, max_size=5).map(
    lambda strokes: Signature(tuple(tuple(stroke) for stroke in strokes))
)


def test_strokes_are_added_and_taken_back_one_by_one() -> None:
    first = Signature().with_stroke([(0, 0), (10, 5)])
    both = first.with_stroke([(3, 3), (4, 9)]).with_stroke([])
    assert len(both.strokes) == 2
    assert both.without_last() == first
    assert both.without_last().without_last() == Signature()
    assert Signature().without_last().empty


def test_dots_alone_are_no_signature() -> None:
    assert Signature().with_stroke([(1, 1)]).empty
    assert not Signature().with_stroke([(1, 1), (9, 4)]).empty


@given(signatures, st.floats(20, 400), st.floats(10, 200))
def test_it_stays_in_its_box_and_the_right_way_up(signature: Signature, width: float, height: float) -> None:
    fitted = signature.fitted(width, height)
    assert [len(stroke) for stroke in fitted] == [len(stroke) for stroke in signature.strokes]
    for before, after in zip(signature.strokes, fitted, strict=True):
        for (_, y), (across, up) in zip(before, after, strict=True):
            assert -1e-6 <= across <= width + 1e-6
            assert -1e-6 <= up <= height + 1e-6
            assert y >= 0
    flat = [
        (y, up) for b, a in zip(signature.strokes, fitted, strict=True) for (_, y), (_, up) in zip(b, a, strict=True)
    ]
    lowest = max(flat)[0]
    assert min(up for y, up in flat if y == lowest) == min(up for _, up in flat)
