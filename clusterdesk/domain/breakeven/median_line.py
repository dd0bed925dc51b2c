"""The line of Theil and Sen: the median of all slopes and of what is left. Exact, and calm about outliers."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

_FEW = 12  # points, whose slopes are soon worked out one by one
_BLUR = 2.0**-48  # more than what floats lose on the way to a slope, as a share of the numbers it is made of


def median_line[Number: (Decimal, Fraction)](points: Sequence[tuple[Number, Number]]) -> tuple[Number, Number]:
    """Return slope and level of the line through (x, y) points; at least two of them differ in x.

    Raises:
        ValueError: no two points differ in x.
    """
    slope = _median_slope(sorted(points))
    return slope, median([y - slope * x for x, y in points])


def median[Number: (Decimal, Fraction)](values: Sequence[Number]) -> Number:
    """Return the middle value, or what lies half-way between the two middle ones.

    Raises:
        ValueError: there is no value.
    """
    if not values:
        raise ValueError("no value")
    ordered = sorted(values)
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2


def _median_slope[Number: (Decimal, Fraction)](points: Sequence[tuple[Number, Number]]) -> Number:
    """Return the median of all slopes between points in order.

    Of many points floats tell first which slopes can be in the middle; only those are worked out exactly.
    """
    plain = [(float(x), float(y)) for x, y in points]
    step = min((b[0] - a[0] for a, b in pairwise(plain)), default=0.0)
    if len(points) <= _FEW or step <= 0:
        return median([(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2) if b[0] != a[0]])
    rough = [(y - below) / (x - before) for (before, below), (x, y) in combinations(plain, 2)]
    ordered = sorted(rough)
    half, odd = divmod(len(ordered), 2)
    blur = _BLUR * max(abs(y) for _, y in plain) / step * (1 + max(abs(x) for x, _ in plain) / step)
    low, high = ordered[half if odd else half - 1] - 2 * blur, ordered[half] + 2 * blur
    near = [pair for pair, one in zip(combinations(points, 2), rough, strict=True) if low <= one <= high]
    middle = sorted((b[1] - a[1]) / (b[0] - a[0]) for a, b in near)
    place = half - bisect_left(ordered, low)
    return middle[place] if odd else (middle[place - 1] + middle[place]) / 2
