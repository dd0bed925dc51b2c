"""Points and the straight lines laid through them: the costs of each month at its turnover, and how they follow."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.charts.marks import Anchor, Label, Marks, Rule, Trace
from clusterdesk.charts.scale import round_scale

type Measure = Callable[[str], float]
type Number = Callable[[float], str]

_GAP = 4.0


@dataclass(frozen=True, slots=True)
class FitLine:
    """A straight line: ``fixed`` where x is zero, and ``rate`` more for each unit of x. ``tone`` tells lines apart."""

    name: str
    fixed: Decimal
    rate: Decimal
    tone: int = 0


@dataclass(frozen=True, slots=True)
class PointChart:
    """Points (x, y) and the lines laid through them; ``across`` names the x axis."""

    points: tuple[tuple[Decimal, Decimal], ...] = ()
    lines: tuple[FitLine, ...] = ()
    across: str = ""


def lay_out_points(
    chart: PointChart, width: float, height: float, *, measure: Measure, number: Number, text_size: float
) -> Marks:
    """Place every mark in ``width`` x ``height`` points; both axes begin at zero, each line bears its name at its end.

    ``measure`` gives the width of a text in points at ``text_size``, ``number`` writes a value of an axis.
    """
    xs = [float(x) for x, _ in chart.points] or [0.0]
    ends = [float(line.fixed + line.rate * Decimal(str(max(xs)))) for line in chart.lines]
    across = round_scale(0.0, max(xs))
    up = round_scale(0.0, max([float(y) for _, y in chart.points] + ends, default=0.0))
    ticks = [number(tick) for tick in up.ticks]
    left = max(map(measure, ticks)) + _GAP
    longest = max((measure(line.name) for line in chart.lines), default=0.0)
    right = max(width - min(longest + _GAP, width * 0.4), left + 1.0)
    bottom, top = text_size * 3.3, height - text_size * 0.8

    def place(x: float, y: float) -> tuple[float, float]:
        return left + across.share(x) * (right - left), bottom + up.share(y) * (top - bottom)

    rules = [Rule(left, place(0, tick)[1], right, place(0, tick)[1], is_axis=tick == 0) for tick in up.ticks]
    labels = [
        Label(left - _GAP, place(0, tick)[1] - text_size * 0.35, text, Anchor.END)
        for tick, text in zip(up.ticks, ticks, strict=True)
    ]
    labels += [
        Label(place(tick, 0)[0], bottom - text_size * 1.4, number(tick), Anchor.MIDDLE) for tick in across.ticks[::2]
    ]
    labels.append(Label(right, text_size * 0.3, chart.across, Anchor.END))
    traces = [Trace((place(float(x), float(y)),), dashed=False, tone=1) for x, y in chart.points]
    for line in chart.lines:
        last = float(line.fixed + line.rate * Decimal(str(across.high)))
        traces.append(Trace((place(0, float(line.fixed)), place(across.high, last)), dashed=False, tone=line.tone))
    labels += _names(chart.lines, across.high, place, text_size, right)
    return Marks(width, height, tuple(rules), tuple(traces), tuple(labels))


def _names(
    lines: tuple[FitLine, ...],
    end: float,
    place: Callable[[float, float], tuple[float, float]],
    text_size: float,
    right: float,
) -> list[Label]:
    """Name each line at its end, the upper one first, none over another."""
    wanted = sorted(lines, key=lambda line: -(line.fixed + line.rate * Decimal(str(end))))
    found: list[Label] = []
    y = float("inf")
    for line in wanted:
        at = place(end, float(line.fixed + line.rate * Decimal(str(end))))[1] - text_size * 0.35
        y = min(at, y - text_size * 1.25)
        found.append(Label(right + _GAP, y, line.name, Anchor.START, line.tone))
    return found
