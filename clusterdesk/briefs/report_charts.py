"""The charts of the board report as strips of its pages."""

from collections.abc import Iterator, Sequence
from functools import partial

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_funnel
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.text import paragraph
from clusterdesk.charts.funnel import FunnelStep
from clusterdesk.charts.marks import Fill

_LINE, _ABOVE, _ACROSS = 16.0, 16.0, 2

type Funnel = tuple[FunnelStep, ...]


def counts(named: Sequence[tuple[str, int]]) -> Strip:
    """Return numbers as bars under each other over the whole width."""
    steps = tuple(FunnelStep(*one) for one in named)
    return flow.drawn(_LINE * len(steps), partial(_draw, steps=steps))


def funnels(named: Sequence[tuple[str, tuple[tuple[str, int, Fill], ...]]]) -> Iterator[Strip]:
    """Yield funnels side by side, each under its name."""
    draws = [partial(_draw_named, name=name, steps=tuple(FunnelStep(*one) for one in steps)) for name, steps in named]
    yield from flow.beside(_ABOVE + 19 * max((len(steps) for _, steps in named), default=0), draws, _ACROSS)


def _draw(pen: Pen, area: Area, *, steps: Funnel) -> None:
    draw_funnel(pen, steps, area)


def _draw_named(pen: Pen, area: Area, *, name: str, steps: Funnel) -> None:
    shown = paragraph(name, area.width, size=9.5, face=Face.BOLD, max_lines=1)
    pen.lines(area.x, area.top - 9, shown, leading=12)
    draw_funnel(pen, steps, area.below(_ABOVE))
