"""Laying out a line chart: axis, grid, lines with gaps, and each line's name at its end instead of a legend."""

from collections.abc import Callable
from itertools import pairwise

from clusterdesk.charts.balance import balance_patches
from clusterdesk.charts.description import Line, LineChart, LineKind, Post, Reference
from clusterdesk.charts.marks import Anchor, Label, Marks, Rule, Trace
from clusterdesk.charts.scale import Scale, round_scale

type Measure = Callable[[str], float]
type Number = Callable[[float], str]

GAP = 4.0


def lay_out_lines(
    chart: LineChart, width: float, height: float, *, measure: Measure, number: Number, text_size: float
) -> Marks:
    """Place every mark of a line chart in ``width`` x ``height`` points.

    ``measure`` gives the width of a label in points at ``text_size``, ``number`` writes a value of the axis.
    A chart without any value is an empty frame.
    """
    values = [float(value) for value in chart.known_values()] or [0.0]
    scale = round_scale(min(values), max(values), whole=chart.whole)
    tick_texts = [number(tick) for tick in scale.ticks]
    left = max(map(measure, tick_texts)) + GAP
    names = [*(line.name for line in chart.lines), *(one.name for one in chart.references)]
    longest = max(map(measure, names), default=0.0)
    right = max(width - min(longest + GAP, width * 0.4), left + 1.0)
    bottom, top = text_size * 1.95, height - text_size * (1.7 if chart.posts else 0.5)
    xs = _step_places(len(chart.step_labels), left, right)
    y_of = _placer(scale, bottom, top)
    rules = (
        *(Rule(left, y_of(tick), right, y_of(tick), is_axis=tick == 0) for tick in scale.ticks),
        *(
            Rule(left, y_of(float(one.value)), right, y_of(float(one.value)), is_reference=True)
            for one in chart.references
        ),
    )
    tick_labels = [
        Label(left - GAP, y_of(tick) - text_size * 0.35, text, Anchor.END)
        for tick, text in zip(scale.ticks, tick_texts, strict=True)
    ]
    traces = tuple(trace for line in chart.lines for trace in _traces(line, xs, y_of))
    labels = (
        *tick_labels,
        *_step_labels(chart.step_labels, xs, measure, text_size, width),
        *_end_labels(chart, xs, y_of, text_size, (bottom, height - text_size * 0.7), right),
    )
    patches = balance_patches(chart.balance, xs, y_of)
    posts, post_labels = _posts(chart.posts, xs, (bottom, top), measure, (left, width))
    return Marks(width, height, rules, traces, (*labels, *post_labels), patches, posts)


def _step_places(count: int, left: float, right: float) -> list[float]:
    if count < 2:
        return [left] * count
    return [left + (right - left) * index / (count - 1) for index in range(count)]


def _placer(scale: Scale, bottom: float, top: float) -> Callable[[float], float]:
    def place(value: float) -> float:
        return bottom + scale.share(value) * (top - bottom)

    return place


def _traces(line: Line, xs: list[float], y_of: Callable[[float], float]) -> list[Trace]:
    """Cut a line at its gaps."""
    traces: list[Trace] = []
    points: list[tuple[float, float]] = []
    for x, value in [*zip(xs, line.values, strict=False), (0.0, None)]:
        if value is not None:
            points.append((x, y_of(float(value))))
        elif points:
            traces.append(Trace(tuple(points), line.kind is LineKind.PLAN, line.tone))
            points = []
    return traces


def _posts(
    posts: tuple[Post, ...], xs: list[float], ends: tuple[float, float], measure: Measure, room: tuple[float, float]
) -> tuple[tuple[Trace, ...], tuple[Label, ...]]:
    """Stand a line at each post, its name over it, beside the names of the axis and inside the chart."""
    traces, labels = [], []
    for one in posts:
        x = xs[one.step]
        half = measure(one.name) / 2
        traces.append(Trace(((x, ends[0]), (x, ends[1])), one.kind is LineKind.PLAN, 0))
        place = min(max(x, room[0] + half), room[1] - half)
        labels.append(Label(place, ends[1] + GAP, one.name, Anchor.MIDDLE, 0))
    return tuple(traces), tuple(labels)


def _step_labels(texts: tuple[str, ...], xs: list[float], measure: Measure, size: float, width: float) -> list[Label]:
    """Name every nth step, so that no two names touch and none leaves the chart."""
    if not texts:
        return []
    room = max(map(measure, texts)) + size
    pitch = xs[1] - xs[0] if len(xs) > 1 else room
    every = max(1, -int(-room // pitch))
    halves = [measure(text) / 2 for text in texts]
    places = [min(max(x, half), width - half) for x, half in zip(xs, halves, strict=True)]
    while any(
        places[after] - halves[after] - places[before] - halves[before] < size / 2
        for before, after in pairwise(range(0, len(texts), every))
    ):
        every += 1  # a name that was pushed into the chart came too close to the next
    return [Label(places[n], size * 0.25, texts[n], Anchor.MIDDLE) for n in range(0, len(texts), every)]


def _end_labels(
    chart: LineChart,
    xs: list[float],
    y_of: Callable[[float], float],
    size: float,
    limits: tuple[float, float],
    right: float,
) -> list[Label]:
    """Put each name beside its last value, moved apart where two lines end close together."""
    ends: list[tuple[float, Line | Reference]] = [
        (y_of(float(one.value)) - size * 0.35, one) for one in chart.references if one.name
    ]
    for line in chart.lines:
        known = [value for _, value in zip(xs, line.values, strict=False) if value is not None]
        if known and line.name:
            ends.append((y_of(float(known[-1])) - size * 0.35, line))
    ends.sort(key=_height)
    places = _spread([height for height, _ in ends], size * 1.25, *limits)
    return [
        Label(right + GAP, y, named.name, Anchor.START, named.tone if isinstance(named, Line) else None)
        for y, (_, named) in zip(places, ends, strict=True)
    ]


def _height(end: tuple[float, Line | Reference]) -> float:
    return end[0]


def _spread(wanted: list[float], pitch: float, low: float, high: float) -> list[float]:
    """Move sorted places apart to at least ``pitch``, inside low … high where they fit at all."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + pitch if places else low))
    if places and places[-1] > high:
        places[-1] = high
        for index in range(len(places) - 2, -1, -1):
            places[index] = min(places[index], places[index + 1] - pitch)
    assert all(after - before >= pitch * 0.999 for before, after in pairwise(places))
    return places
