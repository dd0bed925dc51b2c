"""A bullet bar: full what is provable, hatched the rest achieved, a tick where it should be, a line at the target."""

from dataclasses import dataclass

from clusterdesk.charts.marks import Anchor, Bar, Fill, Label, Marks, Rule
from clusterdesk.charts.score_bars import Measure

_THICK = 0.42  # of the height
_ROOM = 8.0  # beyond the target, where more is achieved


@dataclass(frozen=True, slots=True)
class GoalBar:
    """How far something is; ``expected`` and ``target`` are None where there is none."""

    total: int
    provable: int
    target: int | None = None
    expected: float | None = None
    expected_name: str = ""
    target_name: str = ""


def lay_out_goal(bar: GoalBar, width: float, height: float, *, measure: Measure, text_size: float) -> Marks:
    """Place the marks in ``width`` x ``height`` points: the bar above, what its marks are called below."""
    most = max(bar.target or 0, bar.total, bar.expected or 0, 1)
    thick = height * _THICK
    base = height - thick
    full = width - _ROOM

    def at(amount: float) -> float:
        return full * amount / most

    bars = [Bar(0, base, at(bar.target or most), thick, 0, Fill.PALE)]
    if bar.total:
        bars.append(Bar(0, base, at(bar.total), thick, 0, Fill.HATCHED))
    if bar.provable:
        bars.append(Bar(0, base, at(min(bar.provable, bar.total)), thick, 0))
    rules: list[Rule] = []
    labels: list[Label] = []
    below = base - text_size - 2
    taken = -1.0
    if bar.expected is not None:
        place = at(bar.expected)
        rules.append(Rule(place, base - 4, place, height, is_mark=True))
        label = _label(place, below, bar.expected_name, width, measure)
        labels.append(label)
        taken = _right_of(label, measure)
    if bar.target is not None:
        place = at(bar.target)
        rules.append(Rule(place, base - 4, place, height, is_mark=True))
        label = _label(place, below, bar.target_name, width, measure)
        if taken > label.x - (measure(label.text) if label.anchor is Anchor.END else measure(label.text) / 2) - 6:
            labels[0] = Label(label.x - measure(label.text) - 10, below, labels[0].text, Anchor.END)
            label = Label(width, below, bar.target_name, Anchor.END)
        labels.append(label)
    return Marks(width, height, tuple(rules), (), tuple(labels), bars=tuple(bars))


def _label(x: float, y: float, text: str, width: float, measure: Measure) -> Label:
    half = measure(text) / 2
    if x - half < 0:
        return Label(0, y, text, Anchor.START)
    if x + half > width:
        return Label(width, y, text, Anchor.END)
    return Label(x, y, text, Anchor.MIDDLE)


def _right_of(label: Label, measure: Measure) -> float:
    wide = measure(label.text)
    return label.x + {Anchor.START: wide, Anchor.MIDDLE: wide / 2, Anchor.END: 0.0}[label.anchor]
