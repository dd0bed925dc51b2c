from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.charts.description import Line, LineChart, LineKind, Post, Reference
from clusterdesk.charts.line_layout import lay_out_lines
from clusterdesk.charts.marks import Anchor, Marks
from clusterdesk.charts.scale import round_scale


def laid(chart: LineChart) -> Marks:
    return lay_out_lines(chart, 283, 108, measure=lambda text: len(text) * 4.5, number=str, text_size=8)


def line(name: str, *values: int | None, kind: LineKind = LineKind.REAL) -> Line:
    return Line(name, tuple(None if value is None else Decimal(value) for value in values), kind)


STEPS = ("janv.", "févr.", "mars", "avr.")


def test_a_missing_month_leaves_a_gap() -> None:
    marks = laid(LineChart(STEPS, (line("Réel", 1, 2, None, 3),)))
    assert [len(trace.points) for trace in marks.traces] == [2, 1]


def test_a_plan_is_dashed_and_what_happened_is_not() -> None:
    marks = laid(LineChart(STEPS, (line("Réel", 1, 2, 3, 4), line("Plan", 4, 4, 4, 4, kind=LineKind.PLAN))))
    assert [trace.dashed for trace in marks.traces] == [False, True]


def test_names_stand_at_the_ends_and_never_on_each_other() -> None:
    marks = laid(LineChart(STEPS, tuple(line(f"Ligne {n}", 5, 5, 5, 5) for n in range(4))))
    names = sorted(label.y for label in marks.labels if label.anchor is Anchor.START)
    assert len(names) == 4
    assert all(upper - lower >= 9.9 for lower, upper in pairwise(names))


def test_a_reference_is_a_rule_over_the_whole_width_named_at_its_end() -> None:
    chart = LineChart(STEPS, (line("ETP", 5, None, 6, 7),), (Reference("Point de départ", Decimal(5)),))
    marks = laid(chart)
    (reference,) = [rule for rule in marks.rules if rule.is_reference]
    axis = next(rule for rule in marks.rules if rule.is_axis)
    assert (reference.x1, reference.x2) == (axis.x1, axis.x2)
    assert reference.y1 == marks.traces[0].points[0][1]  # the dot of 5 FTE lies on it
    (name,) = [label for label in marks.labels if label.text == "Point de départ"]
    assert (name.anchor, name.tone) == (Anchor.START, None)
    assert name.x > reference.x2


def test_a_reference_alone_stretches_the_scale() -> None:
    marks = laid(LineChart(STEPS, (line("ETP", 1, 1, 1, 1),), (Reference("Seuil", Decimal(9)),)))
    reference = next(rule for rule in marks.rules if rule.is_reference)
    assert marks.traces[0].points[0][1] < reference.y1 <= marks.height


def test_step_names_do_not_touch() -> None:
    steps = tuple(f"mois {n:02} 2026" for n in range(36))
    marks = laid(LineChart(steps, (line("Réel", *range(36)),)))
    below = sorted(label.x for label in marks.labels if label.anchor is Anchor.MIDDLE)
    assert all(right - left > 12 * 4.5 for left, right in pairwise(below))


@given(count=st.integers(1, 40), length=st.integers(1, 12), width=st.integers(120, 900))
def test_step_names_touch_neither_each_other_nor_the_edge(count: int, length: int, width: int) -> None:
    """The first is pushed into the chart where the names of the axis are shorter than it."""
    chart = LineChart(("M" * length,) * count, (line("", *range(count)),))
    marks = lay_out_lines(chart, width, 200, measure=lambda text: len(text) * 5.0, number=str, text_size=10)
    below = sorted(label.x for label in marks.labels if label.anchor is Anchor.MIDDLE)
    half = length * 2.5
    assert all(right - left >= 2 * half + 5 for left, right in pairwise(below))
    assert half <= below[0]
    assert below[-1] <= width - half


def test_an_empty_chart_is_a_frame() -> None:
    marks = laid(LineChart((), ()))
    assert marks.traces == ()
    assert marks.rules


@given(a=st.floats(-1e9, 1e9), b=st.floats(-1e9, 1e9))
def test_a_scale_holds_its_values_and_zero(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    scale = round_scale(low, high)
    room = (scale.high - scale.low) * 1e-6
    assert scale.low <= min(low, 0.0) + room
    assert scale.high >= max(high, 0.0) - room
    assert 2 <= len(scale.ticks) <= 8


@given(st.lists(st.none() | st.integers(-(10**9), 10**9), max_size=60))
def test_every_mark_stays_inside_the_chart(values: list[int | None]) -> None:
    marks = laid(LineChart(tuple(map(str, range(len(values)))), (line("x", *values),)))
    for trace in marks.traces:
        assert all(-0.01 <= x <= marks.width + 0.01 and -0.01 <= y <= marks.height + 0.01 for x, y in trace.points)


def test_levels_and_persons_have_an_axis_of_whole_steps() -> None:
    assert round_scale(0, 9, whole=True).ticks == (0, 5, 10)
    assert round_scale(0, 1, whole=True).ticks == (0, 1)
    assert round_scale(0, 9).ticks == (0, 2.5, 5, 7.5, 10)
    line = Line("level", (Decimal(3), Decimal(9)))
    marks = lay_out_lines(LineChart(("a", "b"), (line,), whole=True), 200, 100, measure=len, number=str, text_size=6)
    assert {"0", "0.0"} & {label.text for label in marks.labels}
    assert "2.5" not in {label.text for label in marks.labels}


def test_a_post_stands_at_its_step_and_its_name_inside_the_chart() -> None:
    chart = LineChart(STEPS, (line("CA", 1, 2, 3, 4),), posts=(Post(0, "Équilibre : janv.", LineKind.PLAN),))
    marks = laid(chart)
    (post,) = marks.posts
    assert post.dashed
    assert post.points[0][0] == post.points[1][0] == marks.traces[0].points[0][0]
    (name,) = [label for label in marks.labels if label.text == "Équilibre : janv."]
    assert name.x - len(name.text) * 4.5 / 2 >= post.points[0][0] - 0.001
    assert name.y > max(y for _, y in marks.traces[0].points)


def test_gains_and_losses_are_patches_cut_where_the_lines_cross_and_at_gaps() -> None:
    pairs = ((1, 3), (2, 2), (4, 1), (None, 1), (1, 2), (1, 3))
    balance = tuple(tuple(None if one is None else Decimal(one) for one in pair) for pair in pairs)
    steps = tuple(str(n) for n in range(6))
    chart = LineChart(steps, (line("CA", 1, 2, 4, None, 1, 1),), balance=balance)  # type: ignore[arg-type]
    patches = laid(chart).patches
    assert [one.gain for one in patches] == [False, True, False]
    loss, gain, _ = patches
    crossing = max(loss.points)
    assert crossing[0] == min(gain.points)[0], "they meet where neither gains"


def test_a_line_without_a_name_ends_without_a_label() -> None:
    marks = laid(LineChart(STEPS, (line("", 1, 2, 3, 4), line("Plan", 4, 4, 4, 4))))
    assert [label.text for label in marks.labels if label.anchor is Anchor.START] == ["Plan"]
