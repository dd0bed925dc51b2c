"""The pipeline: what is in sight, what counts, what is proved; what is missing, on which tracks; one story."""

from collections import Counter
from collections.abc import Iterator, Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip, space
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.report_charts import counts, funnels
from clusterdesk.briefs.text import Span
from clusterdesk.charts.marks import Fill
from clusterdesk.domain.strategy.reason_names import reason_name
from clusterdesk.domain.views.board_report import BoardReport, IndicatorFigures, Story
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_BUSINESS, _INDUSTRIAL = "business_scale_up", "industrial_scale_up"


def pipeline_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    strips = flow.section(t("Pipeline and proof"))
    goals = view.goals
    if goals:
        strips += funnels([(one.indicator.name_in(t.language), _funnel(one, t)) for one in goals])
    strips += flow.heading(t("What is missing"))
    strips += list(_missing(goals, t, formats))
    strips += flow.heading(t("Tracks of the open coaching files"))
    strips += list(_tracks(view, t, formats))
    for one in view.stories:
        strips += [space(10), *flow.boxed(_story(one, t))]
    return strips


def _funnel(one: IndicatorFigures, t: Translator) -> tuple[tuple[str, int, Fill], ...]:
    return (
        (t("in sight"), one.total + one.on_the_way, Fill.PALE),
        (t("counted"), one.total, Fill.HATCHED),
        (t("provable"), one.proven or 0, Fill.WHOLE),
        (t("still holding"), one.holding or 0, Fill.WHOLE),
    )


def _missing(goals: Sequence[IndicatorFigures], t: Translator, formats: Formats) -> Iterator[Strip]:
    unproven, lacking = Counter[str](), Counter[str]()
    for one in goals:
        unproven.update({reason_name(reason): number for reason, number in one.unproven.items()})
        lacking.update({reason_name(reason): number for reason, number in one.lacking.items()})
    both = unproven + lacking
    if not any(one.total or one.on_the_way for one in goals):
        yield from flow.soft(t("Nothing counts yet, and nothing nearly does."))
        return
    if not both:
        yield from flow.soft(t("Nothing is missing: all that counts is provable, and nothing nearly counts."))
        return
    columns = (
        OutlineColumn(t("What is missing"), 0.5),
        OutlineColumn(t("Of what counts"), 0.25, right=True),
        OutlineColumn(t("Of what nearly counts"), 0.25, right=True),
    )
    rows = tuple(
        (t(name), *(formats.number(found[name]) if found[name] else "–" for found in (unproven, lacking)))
        for name, _number in both.most_common()
    )
    yield from flow.table(OutlineTable(columns, rows))


def _tracks(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    if not view.shares:
        yield from flow.soft(t("No open coaching file works on a track."))
        return
    files = {one.track.key: one.files for one in view.shares}
    business, industrial = files.get(_BUSINESS, 0), files.get(_INDUSTRIAL, 0)
    if business or industrial:
        share = formats.percent(industrial / (business + industrial))
        yield from flow.text(
            t(
                "Business scale-up {business}, industrial scale-up {industrial}: {share} industrial.",
                business=formats.number(business),
                industrial=formats.number(industrial),
                share=share,
            ),
            with_next=True,
        )
    yield counts([(one.track.name_in(t.language), one.files) for one in view.shares])
    yield from flow.fine(t("A file may work on several tracks."))


def _story(one: Story, t: Translator) -> Iterator[Strip]:
    title = t("A story: {name}", name=one.name) if one.name else t("A story")
    yield from flow.text([Span(title, Face.BOLD)], with_next=True, width=flow.BOX_WIDTH)
    for part in (line.strip() for line in one.text.splitlines()):
        if part:
            yield from flow.text(part, width=flow.BOX_WIDTH)
