"""The charts of the board report: bars to a target, columns by year, funnels, and strokes that stay inside."""

from clusterdesk.charts.funnel import FunnelStep, lay_out_funnel
from clusterdesk.charts.goal_bar import GoalBar, lay_out_goal
from clusterdesk.charts.hatching import hatching
from clusterdesk.charts.marks import Anchor, Fill, Label
from clusterdesk.charts.year_columns import YearColumn, lay_out_years


def measure(text: str) -> float:
    return len(text) * 5.0


def test_a_bar_has_what_is_achieved_what_is_provable_and_two_ticks() -> None:
    bar = GoalBar(15, 10, 30, 20, "expected 20", "target 30")
    marks = lay_out_goal(bar, 308, 30, measure=measure, text_size=8)
    ground, hatched, whole = marks.bars
    assert (ground.fill, whole.fill, hatched.fill) == (Fill.PALE, Fill.WHOLE, Fill.HATCHED)
    assert (ground.width, hatched.width, whole.width) == (300, 150, 100)
    assert [rule.x1 for rule in marks.rules] == [200, 300]


def test_names_of_ticks_never_stand_on_each_other() -> None:
    for expected in range(31):
        bar = GoalBar(3, 1, 30, expected, f"expected {expected}", "target 30")
        marks = lay_out_goal(bar, 308, 30, measure=measure, text_size=8)
        first, second = (_span(one) for one in marks.labels)
        assert first[1] <= second[0], expected
        assert first[0] >= 0
        assert second[1] <= 308


def _span(one: Label) -> tuple[float, float]:
    wide = measure(one.text)
    start = one.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[one.anchor]
    return start, start + wide


def test_more_than_the_target_stays_inside() -> None:
    marks = lay_out_goal(GoalBar(12, 12, 5), 308, 30, measure=measure, text_size=8)
    assert max(one.x + one.width for one in marks.bars) <= 308


def test_columns_stack_and_a_year_to_come_has_its_plan_only() -> None:
    columns = (
        YearColumn("2025", 2, 1, 0, 2.0),
        YearColumn("2026*", 0, 1, 1),
        YearColumn("2027", planned=4, begun=False),
    )
    marks = lay_out_years(columns, 300, 120, measure=measure, text_size=8)
    assert [one.fill for one in marks.bars] == [Fill.WHOLE, Fill.HATCHED, Fill.HATCHED, Fill.FRAME]
    whole, hatched = marks.bars[:2]
    assert whole.y + whole.height == hatched.y
    assert whole.height == 2 * hatched.height
    assert [one.text for one in marks.labels] == ["3", "2025", "1", "2026*", "2027"]
    assert all(one.y + 8 <= 120 for one in marks.labels)


def test_a_funnel_is_as_long_as_its_numbers() -> None:
    steps = (FunnelStep("in sight", 8), FunnelStep("counted", 4), FunnelStep("provable", 0))
    marks = lay_out_funnel(steps, 300, 60, measure=measure, text_size=8)
    assert marks.bars[0].width == 2 * marks.bars[1].width
    assert len(marks.bars) == 2
    assert [one.text for one in marks.labels if one.anchor is Anchor.START] == ["8", "4", "0"]


def test_strokes_stay_inside_their_rectangle() -> None:
    strokes = list(hatching(40, 12, 3))
    assert len(strokes) > 10
    for start, end in strokes:
        for x, y in (start, end):
            assert 0 <= x <= 40
            assert 0 <= y <= 12
        assert start[0] <= end[0]
