"""Upright columns year by year: provable hatched, the rest whole, what is provisional framed, a tick at the plan."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.charts.marks import Anchor, Bar, Fill, Label, Marks, Rule
from clusterdesk.charts.score_bars import Measure

_SHARE = 0.56  # of a year's room that its column takes


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year: ``proven`` and ``unproven`` add up to what counts, ``provisional`` may come on top.

    A year that has not ``begun`` has its plan only.
    """

    label: str
    proven: int = 0
    unproven: int = 0
    provisional: int = 0
    planned: float | None = None
    begun: bool = True

    @property
    def total(self) -> int:
        """Return what counts."""
        return self.proven + self.unproven


def lay_out_years(
    columns: Sequence[YearColumn], width: float, height: float, *, measure: Measure, text_size: float
) -> Marks:
    """Place the marks in ``width`` x ``height`` points; the number of a year stands on its column."""
    base, room = text_size + 5, text_size + 4
    most = max([1.0, *(max(one.total + one.provisional, one.planned or 0) for one in columns)])
    scale = (height - base - room) / most
    each = width / max(len(columns), 1)
    bars: list[Bar] = []
    rules = [Rule(0, base, width, base, is_axis=True)]
    labels: list[Label] = []
    for place, one in enumerate(columns):
        x, wide = place * each + each * (1 - _SHARE) / 2, each * _SHARE
        middle, top = x + wide / 2, base
        for number, fill, tone in (
            (one.proven, Fill.WHOLE, 0),
            (one.unproven, Fill.HATCHED, 0),
            (one.provisional, Fill.FRAME, 2),
        ):
            if number:
                bars.append(Bar(x, top, wide, number * scale, tone, fill))
                top += number * scale
        if one.planned is not None:
            at = base + one.planned * scale
            rules.append(Rule(x - 3, at, x + wide + 3, at, is_mark=True))
            if abs(at - top - text_size / 2) < text_size:
                top = max(top, at)  # the number would stand on the tick
        if one.begun:
            labels.append(Label(middle, top + 3, str(one.total), Anchor.MIDDLE, 1))
        labels.append(Label(middle, 1, one.label, Anchor.MIDDLE))
    return Marks(width, height, tuple(rules), (), tuple(labels), bars=tuple(bars))
