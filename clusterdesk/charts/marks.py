"""The marks a laid-out chart is made of, in points from its lower left corner; y grows upwards."""

from dataclasses import dataclass
from enum import StrEnum


class Fill(StrEnum):
    """How a bar is filled: whole, hatched, pale (the ground of a scale), or only framed by a dashed line."""

    WHOLE = "whole"
    HATCHED = "hatched"
    PALE = "pale"
    FRAME = "frame"


class Anchor(StrEnum):
    """Which end of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line: grid, axis or a reference; ``is_mark``: a thick tick over a bar."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_axis: bool = False
    is_reference: bool = False
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A polyline of data: at least one point; a single point is drawn as a dot."""

    points: tuple[tuple[float, float], ...]
    dashed: bool
    tone: int


@dataclass(frozen=True, slots=True)
class Patch:
    """A filled area between two lines; ``gain``: the first of them is the higher one."""

    points: tuple[tuple[float, float], ...]
    gain: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its baseline at y; ``tone`` is that of the line it names, None for an axis."""

    x: float
    y: float
    text: str
    anchor: Anchor
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled bar from its lower left corner; ``tone`` is that of what it stands for."""

    x: float
    y: float
    width: float
    height: float
    tone: int
    fill: Fill = Fill.WHOLE


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything to draw, back to front: patches, rules, bars, thick ticks, posts, traces, labels."""

    width: float
    height: float
    rules: tuple[Rule, ...]
    traces: tuple[Trace, ...]
    labels: tuple[Label, ...]
    patches: tuple[Patch, ...] = ()
    posts: tuple[Trace, ...] = ()
    bars: tuple[Bar, ...] = ()
