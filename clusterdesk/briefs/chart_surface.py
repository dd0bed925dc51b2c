"""Drawing a laid-out chart on paper: tones become greys that keep their order in black and white."""

from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face, typeface
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import FOOT, GREEN, HAIR, INK, RULE, SOFT, Colour
from clusterdesk.charts.description import LineChart
from clusterdesk.charts.line_layout import Number, lay_out_lines
from clusterdesk.charts.marks import Anchor, Marks
from clusterdesk.charts.score_bars import ScoreChart, lay_out_scores

_TONES: tuple[Colour, ...] = (GREEN, INK, SOFT, INK)
_GAIN: Colour = (0.90, 0.95, 0.92)
_LOSS: Colour = (0.90, 0.90, 0.89)
_POST = 0.7
_SOLID = 1.5
_DASHED = 1.1


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


def _draw(pen: Pen, marks: Marks, x: float, y: float) -> None:
    for patch in marks.patches:
        pen.patch([(x + across, y + up) for across, up in patch.points], ink=_GAIN if patch.gain else _LOSS)
    for rule in marks.rules:
        ink, weight = (SOFT, 0.5) if rule.is_reference else (RULE, 0.7) if rule.is_axis else (HAIR, 0.4)
        pen.rule(x + rule.x1, y + rule.y1, x + rule.x2, y + rule.y2, ink=ink, weight=weight)
    for bar in marks.bars:
        pen.fill(x + bar.x, y + bar.y, bar.width, bar.height, ink=_tone(bar.tone))
    traces = [(post, _POST) for post in marks.posts]
    traces += [(trace, _DASHED if trace.dashed else _SOLID) for trace in marks.traces]
    for trace, weight in traces:
        points = [(x + across, y + up) for across, up in trace.points]
        pen.trace(points, ink=_tone(trace.tone), weight=weight, dashed=trace.dashed)
    write = {Anchor.START: pen.text, Anchor.MIDDLE: pen.text_middle, Anchor.END: pen.text_right}
    for label in marks.labels:
        ink = SOFT if label.tone is None else _tone(label.tone)
        write[label.anchor](x + label.x, y + label.y, label.text, size=FOOT, ink=ink)


def _tone(tone: int) -> Colour:
    return _TONES[min(tone, len(_TONES) - 1)]
