"""The area between what comes in and what goes out: patches of gain or loss, cut where the two lines cross."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from clusterdesk.charts.marks import Patch

type Pair = tuple[Decimal | None, Decimal | None]
type Point = tuple[float, float]


class _Stretch:
    """A stretch of the same sign that grows step by step."""

    def __init__(self) -> None:
        self.upper: list[Point] = []
        self.lower: list[Point] = []
        self.gain = True

    def add(self, x: float, first: float, second: float) -> None:
        self.upper.append((x, first))
        self.lower.append((x, second))

    def close(self, patches: list[Patch]) -> None:
        if len(self.upper) > 1:
            patches.append(Patch((*self.upper, *reversed(self.lower)), self.gain))
        self.upper, self.lower = [], []


def balance_patches(pairs: Sequence[Pair], xs: Sequence[float], y_of: Callable[[float], float]) -> tuple[Patch, ...]:
    """Return the patches of pairs that stand at ``xs``; a missing value leaves a gap."""
    patches: list[Patch] = []
    stretch = _Stretch()
    before: tuple[float, float, float] | None = None
    for x, (one, other) in zip(xs, pairs, strict=False):
        if one is None or other is None:
            stretch.close(patches)
            before = None
            continue
        first, second = float(one), float(other)
        if before is None:
            stretch.gain = first >= second
        elif (first >= second) is not stretch.gain:
            cross_x, cross = _crossing(before, (x, first, second))
            stretch.add(cross_x, y_of(cross), y_of(cross))
            stretch.close(patches)
            stretch.add(cross_x, y_of(cross), y_of(cross))
            stretch.gain = first >= second
        stretch.add(x, y_of(first), y_of(second))
        before = x, first, second
    stretch.close(patches)
    return tuple(patches)


def _crossing(before: tuple[float, float, float], after: tuple[float, float, float]) -> tuple[float, float]:
    """Return where two lines cross between two steps: the place, and the value of both there."""
    x1, a1, b1 = before
    x2, a2, b2 = after
    share = (b1 - a1) / ((b1 - a1) - (b2 - a2))
    return x1 + share * (x2 - x1), a1 + share * (a2 - a1)
