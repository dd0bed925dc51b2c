"""What a chart shows, in numbers and names; nothing of how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class LineKind(StrEnum):
    """What happened is drawn solid, a plan dashed – everywhere in ClusterDesk."""

    REAL = "real"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Line:
    """One line over the chart's steps; None is a missing value and leaves a gap.

    ``tone`` tells lines of the same kind apart: 0 is the strongest.
    """

    name: str
    values: tuple[Decimal | None, ...]
    kind: LineKind = LineKind.REAL
    tone: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that lines are read against (a baseline, a threshold): a thin solid rule over the whole width."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Post:
    """A step that matters (a date): a thin upright line, dashed where it is planned, with its name at the top."""

    step: int
    name: str
    kind: LineKind = LineKind.REAL


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over equal steps (months). ``step_labels`` are complete; layout shows as many as fit.

    ``whole``: the values are whole numbers (levels, persons), and so are the steps of the axis.

    ``balance`` are two values a step, what comes in and what goes out: the area between them is filled softly, as a
    gain or as a loss. A line without a name ends without a label.
    """

    step_labels: tuple[str, ...]
    lines: tuple[Line, ...]
    references: tuple[Reference, ...] = ()
    whole: bool = False
    posts: tuple[Post, ...] = ()
    balance: tuple[tuple[Decimal | None, Decimal | None], ...] = ()

    def known_values(self) -> Sequence[Decimal]:
        """Return every value of every line, gaps left out, and the references."""
        lines = [value for line in self.lines for value in line.values if value is not None]
        return [*lines, *(one.value for one in self.references)]
