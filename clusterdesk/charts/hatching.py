"""The strokes of a hatched rectangle."""

from collections.abc import Iterator

type Point = tuple[float, float]


def hatching(width: float, height: float, step: float) -> Iterator[tuple[Point, Point]]:
    """Yield strokes that fall to the right, ``step`` points apart, cut at the edges of the rectangle."""
    across = step
    while across < width + height:
        yield (max(across - height, 0.0), min(across, height)), (min(across, width), max(across - width, 0.0))
        across += step
