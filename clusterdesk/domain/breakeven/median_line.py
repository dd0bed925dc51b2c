"""The line of Theil and Sen: the median of all slopes and of what is left. Exact, and calm about outliers."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations


def median_line[Number: (Decimal, Fraction)](points: Sequence[tuple[Number, Number]]) -> tuple[Number, Number]:
    """Return slope and level of the line through (x, y) points; at least two of them differ in x.

    Raises:
        ValueError: no two points differ in x.
    """
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(sorted(points), 2) if b[0] != a[0]]
    slope = median(slopes)
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
