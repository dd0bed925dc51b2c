"""Bars under each other, from much to little: how many are left at each step, with names at the left."""

from dataclasses import dataclass

from clusterdesk.charts.marks import Anchor, Bar, Fill, Label, Marks
from clusterdesk.charts.score_bars import GAP, Measure, cut_to

_NAME_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """How many are left at a step."""

    name: str
    number: int
    fill: Fill = Fill.WHOLE


def lay_out_funnel(
    steps: tuple[FunnelStep, ...], width: float, height: float, *, measure: Measure, text_size: float
) -> Marks:
    """Place the marks in ``width`` x ``height`` points; a bar is as long as its share of the greatest number."""
    pitch = height / max(len(steps), 1)
    left = min(max((measure(one.name) for one in steps), default=0.0) + GAP, width * _NAME_SHARE)
    most = max([1, *(one.number for one in steps)])
    room = max(width - left - measure(f" {most}") - GAP, 1.0)
    bars: list[Bar] = []
    labels: list[Label] = []
    for place, one in enumerate(steps):
        middle = height - pitch * (place + 0.5)
        thick = min(pitch * 0.72, text_size * 1.3)
        long = room * one.number / most
        if one.number:
            bars.append(Bar(left, middle - thick / 2, long, thick, 0, one.fill))
        labels.append(Label(left - GAP, middle - text_size * 0.35, cut_to(one.name, left - GAP, measure), Anchor.END))
        labels.append(Label(left + long + 4, middle - text_size * 0.35, str(one.number), Anchor.START, 1))
    return Marks(width, height, (), (), tuple(labels), bars=tuple(bars))
