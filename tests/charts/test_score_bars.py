from itertools import pairwise

from clusterdesk.charts.marks import Anchor, Marks
from clusterdesk.charts.score_bars import NOW, THEN, Score, ScoreChart, ScoreGroup, lay_out_scores

SCORES = (Score("Marché", 4, 2), Score("Gisement", 0, None), Score("Reprise", None, 3))


def laid(chart: ScoreChart, width: float = 400) -> Marks:
    return lay_out_scores(chart, width, 300, measure=lambda text: len(text) * 5.0, text_size=8)


def chart(*, then: str = "juin 2025") -> ScoreChart:
    return ScoreChart((ScoreGroup("Entreprise", SCORES),), 5, "juin 2026", then)


def test_bars_are_as_long_as_their_scores() -> None:
    marks = laid(chart())
    of = {tone: [bar for bar in marks.bars if bar.tone == tone] for tone in (NOW, THEN)}
    axis = [rule.x1 for rule in marks.rules]
    assert len(axis) == 6
    assert of[NOW][0].x + of[NOW][0].width == axis[4]
    assert of[THEN][0].x + of[THEN][0].width == axis[2]
    assert 0 < of[NOW][1].width < 3, "a nought is seen"
    assert len(of[NOW]) == 2, "what has no score has no bar"


def test_pairs_never_touch_the_next_line() -> None:
    marks = laid(chart())
    tops = sorted(((bar.y, bar.y + bar.height) for bar in marks.bars), reverse=True)
    assert all(lower_top <= upper_bottom for (upper_bottom, _), (_, lower_top) in pairwise(tops))


def test_a_first_diagnostic_has_one_bar_and_no_arrow() -> None:
    marks = laid(chart(then=""))
    assert {bar.tone for bar in marks.bars} == {NOW}
    assert not [label for label in marks.labels if "→" in label.text]
    assert [label.text for label in laid(chart()).labels if "→" in label.text] == ["2 → 4", "– → 0", "3 → –"]


def test_long_names_end_with_a_sign_and_stay_inside() -> None:
    long = ScoreChart((ScoreGroup("x", (Score("Propriétés chimiques et physiques", 1),)),), 5, "juin")
    marks = laid(long, 150)
    name = next(label for label in marks.labels if label.anchor is Anchor.END)
    assert name.text.endswith("…")
    assert name.x - len(name.text) * 5 >= 0
