"""Scores on a fixed scale, then and now: paired bars under each other, grouped, with their names at the left."""

from collections.abc import Callable
from dataclasses import dataclass

from clusterdesk.charts.marks import Anchor, Bar, Label, Marks, Rule

type Measure = Callable[[str], float]

NOW, THEN = 0, 2  # tones: the strongest, and the one that stands back
GAP = 6.0
_NAME_SHARE = 0.45  # names take at most this much of the width


@dataclass(frozen=True, slots=True)
class Score:
    """What is scored: its name, the score now and the one before; ``None`` where there is none."""

    name: str
    now: int | None
    then: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """Scores under a common name."""

    name: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class ScoreChart:
    """Scores from 0 to ``highest``; ``now_name`` and ``then_name`` (a day) say which bar is which.

    Without ``then_name`` there is one bar only.
    """

    groups: tuple[ScoreGroup, ...]
    highest: int
    now_name: str
    then_name: str = ""

    @property
    def rows(self) -> int:
        """Return how many lines of text it takes: groups, scores, the names of the bars and the scale."""
        return sum(1 + len(group.scores) for group in self.groups) + 2


def lay_out_scores(chart: ScoreChart, width: float, height: float, *, measure: Measure, text_size: float) -> Marks:
    """Place every mark in ``width`` x ``height`` points; each score has a line of its own.

    A name that is longer than its share of the width is cut with a sign: the value table beside the chart has it whole.
    """
    pitch = height / max(chart.rows, 1)
    names = [score.name for group in chart.groups for score in group.scores]
    left = min(max((measure(name) for name in names), default=0.0) + GAP, width * _NAME_SHARE)
    right = width - measure(" 5 → 5 ")
    across = max(right - left, 1.0)
    bottom, top = pitch, height - pitch
    rules = tuple(
        Rule(_at(step, chart, left, across), bottom, _at(step, chart, left, across), top, is_axis=step == 0)
        for step in range(chart.highest + 1)
    )
    labels = [
        Label(_at(step, chart, left, across), pitch * 0.25, str(step), Anchor.MIDDLE)
        for step in range(chart.highest + 1)
    ]
    labels += _legend(chart, left, height - pitch * 0.75, measure)
    bars: list[Bar] = []
    line = top
    for group in chart.groups:
        line -= pitch
        labels.append(Label(0.0, line + pitch * 0.3, group.name, Anchor.START))
        for score in group.scores:
            line -= pitch
            middle = line + pitch / 2
            base = middle - text_size * 0.35
            name = cut_to(score.name, left - GAP, measure)
            labels.append(Label(left - GAP, base, name, Anchor.END))
            bars += _pair(score, chart, left, across, middle, pitch)
            labels.append(Label(right + GAP, base, _values(score, chart), Anchor.START))
    return Marks(width, height, rules, (), tuple(labels), bars=tuple(bars))


def cut_to(text: str, room: float, measure: Measure) -> str:
    """Return a text as far as there is room for it, with a sign where it is cut."""
    if measure(text) <= room:
        return text
    kept = text
    while kept and measure(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _at(score: float, chart: ScoreChart, left: float, across: float) -> float:
    return left + across * score / chart.highest


def _pair(score: Score, chart: ScoreChart, left: float, across: float, middle: float, pitch: float) -> list[Bar]:
    """Return the bar of now, and under it, thinner, that of then."""
    bars = []
    thick, thin, edge = pitch * 0.34, pitch * 0.2, pitch * 0.04
    lift = (thin + edge) / 2 if chart.then_name else 0.0
    if score.now is not None:
        width = max(across * score.now / chart.highest, 1.5)  # a nought is seen as well
        bars.append(Bar(left, middle - thick / 2 + lift, width, thick, NOW))
    if score.then is not None and chart.then_name:
        width = max(across * score.then / chart.highest, 1.5)
        bars.append(Bar(left, middle - thick / 2 + lift - edge - thin, width, thin, THEN))
    return bars


def _values(score: Score, chart: ScoreChart) -> str:
    now = "–" if score.now is None else str(score.now)
    if not chart.then_name:
        return now
    return f"{'–' if score.then is None else score.then} → {now}"


def _legend(chart: ScoreChart, left: float, base: float, measure: Measure) -> list[Label]:
    if not chart.then_name:
        return [Label(left, base, chart.now_name, Anchor.START, NOW)]
    after = left + measure(f"{chart.then_name}    ")
    return [
        Label(left, base, chart.then_name, Anchor.START, THEN),
        Label(after, base, chart.now_name, Anchor.START, NOW),
    ]
