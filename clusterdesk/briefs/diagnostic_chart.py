"""A diagnostic then and now as a chart: the one description that the window and the printed sheet draw."""

from itertools import groupby

from clusterdesk.charts.score_bars import Score, ScoreChart, ScoreGroup
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.coaching_plan.diagnosis import HIGHEST, ScoredCriterion, TakenDiagnostic
from clusterdesk.domain.records.diagnostics import DiagnosticArea
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def diagnostic_chart(now: TakenDiagnostic, then: TakenDiagnostic | None, t: Translator, formats: Formats) -> ScoreChart:
    """Return the scores of a diagnostic beside those of the one before, by area, in the translator's language."""
    before = scores_by_criterion(then)
    groups = [
        ScoreGroup(
            t(choice_label(area)),
            tuple(Score(one.criterion.name_in(t.language), one.value, before.get(one.criterion.key)) for one in found),
        )
        for area, found in groupby(now.scores, key=_area)
    ]
    then_name = formats.month_year(then.diagnostic.on) if then is not None else ""
    return ScoreChart(tuple(groups), HIGHEST, formats.month_year(now.diagnostic.on), then_name)


def scores_by_criterion(taken: TakenDiagnostic | None) -> dict[str, int | None]:
    """Return the scores of a diagnostic by the key of the criterion; none without a diagnostic."""
    return {one.criterion.key: one.value for one in taken.scores} if taken is not None else {}


def chart_words(chart: ScoreChart, t: Translator) -> str:
    """Return what the chart shows, for those who do not see it."""
    told = []
    for group in chart.groups:
        for score in group.scores:
            now = "–" if score.now is None else str(score.now)
            if chart.then_name:
                then = "–" if score.then is None else str(score.then)
                told.append(t("{name}: {then}, now {now}", name=score.name, then=then, now=now))
            else:
                told.append(t("{name}: {now}", name=score.name, now=now))
    return "; ".join(told)


def _area(one: ScoredCriterion) -> DiagnosticArea:
    return one.criterion.area
