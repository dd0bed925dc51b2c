"""Points and fitted lines: inside the chart, in proportion, each line named at its end, no name over another."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.charts.point_chart import FitLine, PointChart, lay_out_points

AMOUNTS = st.decimals(0, 10**7, places=2)
WIDTH, HEIGHT, SIZE = 300.0, 160.0, 8.0


def width_of(text: str) -> float:
    return len(text) * 4.5


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=30), AMOUNTS, st.decimals(0, 1, places=2))
def test_every_mark_lies_inside_and_names_stay_apart(
    points: list[tuple[Decimal, Decimal]], fixed: Decimal, rate: Decimal
) -> None:
    lines = (FitLine("Médiane", fixed, rate, 0), FitLine("Haut-bas", fixed / 2, rate, 2))
    marks = lay_out_points(
        PointChart(tuple(points), lines, "CA"), WIDTH, HEIGHT, measure=width_of, number=_short, text_size=SIZE
    )
    assert len(marks.traces) == len(points) + len(lines)
    for trace in marks.traces[: len(points)]:
        ((x, y),) = trace.points
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    upper, lower = (label.y for label in marks.labels if label.text in {"Médiane", "Haut-bas"})
    assert upper - lower >= SIZE


def test_points_stand_in_proportion() -> None:
    chart = PointChart(((Decimal(10), Decimal(20)), (Decimal(20), Decimal(40))), (), "x")
    marks = lay_out_points(chart, WIDTH, HEIGHT, measure=width_of, number=_short, text_size=SIZE)
    (first,), (second,) = (trace.points for trace in marks.traces)
    axis = next(rule for rule in marks.rules if rule.is_axis)
    assert second[0] - axis.x1 == 2 * (first[0] - axis.x1)
    assert round(second[1] - axis.y1, 6) == round(2 * (first[1] - axis.y1), 6)


def _short(value: float) -> str:
    return f"{value:g}"
