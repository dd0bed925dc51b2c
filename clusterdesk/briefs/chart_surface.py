"""Drawing a laid-out chart on paper: tones become greys that keep their order in black and white."""

from collections.abc import Sequence
from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face, typeface
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import FOOT, GREEN, HAIR, INK, PAPER, RULE, SOFT, WASH, Colour
from clusterdesk.charts.description import LineChart
from clusterdesk.charts.funnel import FunnelStep, lay_out_funnel
from clusterdesk.charts.goal_bar import GoalBar, lay_out_goal
from clusterdesk.charts.hatching import hatching
from clusterdesk.charts.line_layout import Number, lay_out_lines
from clusterdesk.charts.marks import Anchor, Bar, Fill, Marks
from clusterdesk.charts.score_bars import ScoreChart, lay_out_scores
from clusterdesk.charts.year_columns import YearColumn, lay_out_years

_TONES: tuple[Colour, ...] = (GREEN, INK, SOFT, INK)
_GAIN: Colour = (0.90, 0.95, 0.92)
_LOSS: Colour = (0.90, 0.90, 0.89)
_POST = 0.7
_SOLID = 1.5
_DASHED = 1.1
_MARK = 1.6
_HATCH = 3.2


def draw_line_chart(pen: Pen, chart: LineChart, area: Area, *, number: Number) -> None:
    """Draw a line chart into an area; ``number`` writes the values of the axis."""
    measure = partial(typeface(Face.REGULAR).width, size=FOOT)
    marks = lay_out_lines(chart, area.width, area.height, measure=measure, number=number, text_size=FOOT)
    _draw(pen, marks, area.x, area.bottom)


def draw_score_chart(pen: Pen, chart: ScoreChart, area: Area) -> None:
    """Draw scores then and now into an area."""
    measure = partial(typeface(Face.REGULAR).width, size=FOOT)
    marks = lay_out_scores(chart, area.width, area.height, measure=measure, text_size=FOOT)
    _draw(pen, marks, area.x, area.bottom)


def draw_goal_bar(pen: Pen, bar: GoalBar, area: Area) -> None:
    """Draw a bullet bar into an area."""
    measure = partial(typeface(Face.REGULAR).width, size=FOOT)
    marks = lay_out_goal(bar, area.width, area.height, measure=measure, text_size=FOOT)
    _draw(pen, marks, area.x, area.bottom)


def draw_year_columns(pen: Pen, columns: Sequence[YearColumn], area: Area) -> None:
    """Draw upright columns year by year into an area."""
    measure = partial(typeface(Face.REGULAR).width, size=FOOT)
    marks = lay_out_years(columns, area.width, area.height, measure=measure, text_size=FOOT)
    _draw(pen, marks, area.x, area.bottom)


def draw_funnel(pen: Pen, steps: tuple[FunnelStep, ...], area: Area) -> None:
    """Draw what is left step by step into an area."""
    measure = partial(typeface(Face.REGULAR).width, size=FOOT)
    marks = lay_out_funnel(steps, area.width, area.height, measure=measure, text_size=FOOT)
    _draw(pen, marks, area.x, area.bottom)


def _draw(pen: Pen, marks: Marks, x: float, y: float) -> None:
    for patch in marks.patches:
        pen.patch([(x + across, y + up) for across, up in patch.points], ink=_GAIN if patch.gain else _LOSS)
    for rule in (one for one in marks.rules if not one.is_mark):
        ink, weight = (SOFT, 0.5) if rule.is_reference else (RULE, 0.7) if rule.is_axis else (HAIR, 0.4)
        pen.rule(x + rule.x1, y + rule.y1, x + rule.x2, y + rule.y2, ink=ink, weight=weight)
    for bar in marks.bars:
        _draw_bar(pen, bar, x + bar.x, y + bar.y)
    for rule in (one for one in marks.rules if one.is_mark):
        pen.rule(x + rule.x1, y + rule.y1, x + rule.x2, y + rule.y2, ink=INK, weight=_MARK)
    traces = [(post, _POST) for post in marks.posts]
    traces += [(trace, _DASHED if trace.dashed else _SOLID) for trace in marks.traces]
    for trace, weight in traces:
        points = [(x + across, y + up) for across, up in trace.points]
        pen.trace(points, ink=_tone(trace.tone), weight=weight, dashed=trace.dashed)
    write = {Anchor.START: pen.text, Anchor.MIDDLE: pen.text_middle, Anchor.END: pen.text_right}
    for label in marks.labels:
        ink = SOFT if label.tone is None else _tone(label.tone)
        write[label.anchor](x + label.x, y + label.y, label.text, size=FOOT, ink=ink)


def _draw_bar(pen: Pen, bar: Bar, x: float, y: float) -> None:
    """Draw a bar: hatched ones are white under dark strokes, so that they differ from whole ones on any printer."""
    if bar.fill is Fill.WHOLE:
        pen.fill(x, y, bar.width, bar.height, ink=_tone(bar.tone))
    elif bar.fill is Fill.PALE:
        pen.fill(x, y, bar.width, bar.height, ink=WASH)
        pen.frame(x, y, bar.width, bar.height, ink=RULE, weight=0.5)
    elif bar.fill is Fill.FRAME:
        right, top = x + bar.width, y + bar.height
        corners = [(x, y), (right, y), (right, top), (x, top), (x, y)]
        pen.trace(corners, ink=_tone(bar.tone), weight=0.8, dashed=True)
    else:
        pen.fill(x, y, bar.width, bar.height, ink=PAPER)
        for start, end in hatching(bar.width, bar.height, _HATCH):
            pen.rule(x + start[0], y + start[1], x + end[0], y + end[1], ink=_tone(bar.tone), weight=0.9)
        pen.frame(x, y, bar.width, bar.height, ink=_tone(bar.tone), weight=0.8)


def _tone(tone: int) -> Colour:
    return _TONES[min(tone, len(_TONES) - 1)]
