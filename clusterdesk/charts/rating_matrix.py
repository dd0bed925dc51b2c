"""Projects by feasibility and impact: a square of dots, each with a label that covers no other dot or label."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

type Measure = Callable[[str], float]

_LEAST, _MOST = 1.0, 5.0
_GAP = 4.0
_PLACES = ("right", "left", "above", "below")


@dataclass(frozen=True, slots=True)
class MatrixDot:
    """A project: feasibility and impact from 1 to 5, its rank, its name; ``tone`` tells its state."""

    key: Hashable
    feasibility: float
    impact: float
    rank: int
    name: str
    tone: int = 0


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot in points from the upper left corner, and where its label begins; an empty label had no room."""

    dot: MatrixDot
    x: float
    y: float
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two overlap."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    def holds(self, other: "Box") -> bool:
        """Tell whether another one lies inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Matrix:
    """The laid-out square: its frame, and the dots."""

    frame: Box
    dots: tuple[PlacedDot, ...] = ()


def lay_out_matrix(
    dots: Sequence[MatrixDot], frame: Box, *, radius: float, text_height: float, measure: Measure
) -> Matrix:
    """Place every dot within ``frame``; equal ones stand in a ring; labels are tried at four sides, then left out.

    The best ranked gets its label first.
    """
    places = _spread(dots, frame, radius)
    taken = [Box(x - radius, y - radius, 2 * radius, 2 * radius) for x, y in places]
    found: list[PlacedDot] = []
    for dot, (x, y) in sorted(zip(dots, places, strict=True), key=lambda pair: pair[0].rank):
        box = _room(dot.name, x, y, frame, taken, radius, text_height, measure)
        if box is None:
            found.append(PlacedDot(dot, x, y))
        else:
            taken.append(box)
            found.append(PlacedDot(dot, x, y, dot.name, box.x, box.y))
    return Matrix(frame, tuple(found))


def _spread(dots: Sequence[MatrixDot], frame: Box, radius: float) -> list[tuple[float, float]]:
    groups: dict[tuple[float, float], list[int]] = {}
    for number, dot in enumerate(dots):
        groups.setdefault((dot.feasibility, dot.impact), []).append(number)
    places = [(0.0, 0.0)] * len(dots)
    for (feasibility, impact), members in groups.items():
        x = frame.x + _share(feasibility) * frame.width
        y = frame.y + (1 - _share(impact)) * frame.height
        ring = 0.0 if len(members) == 1 else radius * 1.15 / sin(pi / max(len(members), 2))
        for place, number in enumerate(members):
            angle = 2 * pi * place / len(members)
            places[number] = (
                min(max(x + ring * cos(angle), frame.x + radius), frame.x + frame.width - radius),
                min(max(y + ring * sin(angle), frame.y + radius), frame.y + frame.height - radius),
            )
    return places


def _share(score: float) -> float:
    return (min(max(score, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST)


def _room(
    name: str,
    x: float,
    y: float,
    frame: Box,
    taken: Sequence[Box],
    radius: float,
    text_height: float,
    measure: Measure,
) -> Box | None:
    width = measure(name)
    within = min(max(x - width / 2, frame.x + 1), frame.x + frame.width - width - 1)
    spots = {
        "right": (x + radius + _GAP, y - text_height / 2),
        "left": (x - radius - _GAP - width, y - text_height / 2),
        "above": (within, y - radius - _GAP - text_height),
        "below": (within, y + radius + _GAP),
    }
    for side in _PLACES:
        box = Box(*spots[side], width, text_height)
        if frame.holds(box) and not any(box.meets(other) for other in taken):
            return box
    return None
