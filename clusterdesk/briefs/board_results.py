"""Results year by year and their proof: charts side by side, a table for each indicator, the running year marked."""

from collections.abc import Iterator, Sequence
from functools import partial

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_year_columns
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.text import paragraph
from clusterdesk.charts.year_columns import YearColumn
from clusterdesk.domain.views.board_report import BoardReport, IndicatorFigures
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

MEASURES = ("industrialised", "break_even", "job_growth")
_CHART, _ABOVE, _ACROSS = 132.0, 28.0, 3


def results_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    rows = view.of(*MEASURES)
    strips = flow.section(objective_name(view, rows, t) or t("Results year by year"))
    if not rows:
        return [*strips, *flow.soft(t("The strategy has no indicator of results yet."))]
    strips += flow.beside(_CHART, [partial(_draw_chart, one=one, view=view, t=t) for one in rows], _ACROSS)
    strips += flow.fine(
        t(
            "Full: provable; hatched: proof incomplete; dashed: provisional; the rule across a column is the plan."
            " The numbers of {year} are provisional until the year is over.",
            year=str(view.as_of.year),
        )
    )
    for one in rows:
        strips += flow.heading(one.indicator.name_in(t.language))
        strips += list(_years(one, view, t, formats))
    return strips


def objective_name(view: BoardReport, rows: Sequence[IndicatorFigures], t: Translator) -> str:
    """Return the name of the operational objective that the first of these indicators stands under."""
    for section in view.sections:
        if section.operational is not None and rows and rows[0] in section.rows:
            one = section.operational
            return " · ".join(part for part in (one.code, one.name_in(t.language)) if part)
    return ""


def year_columns(one: IndicatorFigures, view: BoardReport, t: Translator) -> list[YearColumn]:
    """Return the columns of an indicator's years; the running one is marked."""
    return [
        YearColumn(
            t("{year}*", year=str(year)) if year == view.as_of.year else str(year),
            min(one.proven_by_year.get(year, 0), number),
            max(number - one.proven_by_year.get(year, 0), 0),
            one.provisional.get(year, 0),
            float(one.planned[year]) if year in one.planned else None,
            begun=year <= view.as_of.year,
        )
        for year, number in one.by_year.items()
    ]


def _draw_chart(pen: Pen, area: Area, *, one: IndicatorFigures, view: BoardReport, t: Translator) -> None:
    name = paragraph(one.indicator.name_in(t.language), area.width, size=9.5, face=Face.BOLD, max_lines=2)
    pen.lines(area.x, area.top - 9, name, leading=12)
    draw_year_columns(pen, year_columns(one, view, t), area.below(_ABOVE))


def _years(one: IndicatorFigures, view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    number = formats.number
    told = [year for year in one.by_year if year <= view.as_of.year]
    if not told:
        yield from flow.soft(t("The plan of this indicator has not begun."))
        return
    columns = (
        OutlineColumn(t("Year"), 0.3),
        *(
            OutlineColumn(name, 0.175, right=True)
            for name in (t("Total"), t("Provable"), t("Still holding"), t("On the way"))
        ),
    )
    rows = [
        (
            t("{year} (provisional)", year=str(year)) if year == view.as_of.year else str(year),
            number(one.by_year[year]),
            number(one.proven_by_year.get(year, 0)),
            number(one.holding_by_year.get(year, 0)),
            number(one.coming_in(year)) if one.coming_in(year) else "–",
        )
        for year in told
    ]
    total = (t("Total"), number(one.total), number(one.proven or 0), number(one.holding or 0), number(one.on_the_way))
    yield from flow.table(OutlineTable(columns, (*rows, total), total=True))
    if one.restated:
        sign = "+" if one.restated > 0 else "−"
        change = f"{sign}{number(abs(one.restated))}"
        yield from flow.fine(t("Frozen numbers; counted today for the same day: {change}.", change=change))
