"""A signature given on the spot: the strokes of a pen, a finger or a mouse, as lines that print sharply at any size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

type Point = tuple[float, float]
type Stroke = tuple[Point, ...]

_SMALLEST = 1e-6


@dataclass(frozen=True, slots=True)
class Signature:
    """Strokes in the units of the pad they were written on, y growing downwards; an empty one has none."""

    strokes: tuple[Stroke, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing was written: no stroke, or only dots."""
        return not any(len(stroke) > 1 for stroke in self.strokes)

    def with_stroke(self, points: Iterable[Point]) -> "Signature":
        """Return the signature with one stroke more; a stroke without a point adds nothing."""
        stroke = tuple(points)
        return Signature((*self.strokes, stroke)) if stroke else self

    def without_last(self) -> "Signature":
        """Return the signature without its last stroke."""
        return Signature(self.strokes[:-1])

    def fitted(self, width: float, height: float) -> tuple[tuple[Point, ...], ...]:
        """Return the strokes in a box whose lower left corner is the origin, y growing upwards.

        They keep their proportions, are never magnified beyond the box, and stand in its middle.
        """
        points = [point for stroke in self.strokes for point in stroke]
        if not points:
            return ()
        left, right = _span([x for x, _ in points])
        top, bottom = _span([y for _, y in points])
        scale = min(width / max(right - left, _SMALLEST), height / max(bottom - top, _SMALLEST))
        if right - left < _SMALLEST and bottom - top < _SMALLEST:
            scale = 1.0
        across = (width - (right - left) * scale) / 2
        up = (height - (bottom - top) * scale) / 2
        return tuple(
            tuple((across + (x - left) * scale, up + (bottom - y) * scale) for x, y in stroke)
            for stroke in self.strokes
        )


def _span(numbers: Sequence[float]) -> tuple[float, float]:
    return min(numbers), max(numbers)
