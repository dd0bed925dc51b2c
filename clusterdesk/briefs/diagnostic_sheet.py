"""The sheet of a diagnostic: the picture of then and now, each score with its sentence, and what comes next."""

from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_score_chart
from clusterdesk.briefs.diagnostic_chart import diagnostic_chart, scores_by_criterion
from clusterdesk.briefs.flow import Strip, draw_page, paginated, space, text_strips
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.page_head import HEAD_BOTTOM, draw_page_head
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import (
    BODY,
    BOTTOM,
    CONTENT_WIDTH,
    HAIR,
    HEADING,
    LEADING,
    LEFT,
    MM,
    PAGE_HEIGHT,
    SOFT,
    TOP,
)
from clusterdesk.briefs.text import Span, paragraph
from clusterdesk.charts.score_bars import ScoreChart
from clusterdesk.domain.views.diagnostic_sheet import DiagnosticSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_LINE = 15.0  # of the chart
_NAMES = 172.0  # room of the criteria at the left
_MARK = 40.0  # room of "1 → 2" at the right
_ROW = 16.0


def diagnostic_pdf(view: DiagnosticSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a diagnostic in the translator's language."""
    pen = Pen(About(view.organisation, view.footer.author, t("Diagnostic"), f"{t.language}-BE"))
    draw_diagnostic(pen, view, t, formats, house)
    return pen.finish()


def draw_diagnostic(pen: Pen, view: DiagnosticSheet, t: Translator, formats: Formats, house: House) -> int:
    """Draw the sheet from the pen's open page on, which stays open; return how many pages it took."""
    pen.bookmark(view.organisation)
    aside = formats.long_date(view.on)
    draw_page_head(
        pen, house, t, kind=t("Diagnostic"), title=view.organisation, aside=aside, edition=view.footer.edition
    )
    pages = paginated(_strips(view, t, formats), _column)
    for number, strips in enumerate(pages, start=1):
        if number > 1:
            pen.turn_page()
        draw_page(pen, LEFT, strips)
        draw_footer(pen, view.footer, t, formats, page=number, pages=len(pages))
    return len(pages)


def _column(page: int) -> Area:
    top = HEAD_BOTTOM - 4 if page == 0 else PAGE_HEIGHT - TOP
    return Area(LEFT, top, CONTENT_WIDTH, top - BOTTOM - _FOOTER)


def _strips(view: DiagnosticSheet, t: Translator, formats: Formats) -> list[Strip]:
    strips: list[Strip] = []
    if view.project:
        strips += text_strips(view.project, CONTENT_WIDTH, ink=SOFT)
    if view.now.diagnostic.remark.strip():
        strips += text_strips(view.now.diagnostic.remark.strip(), CONTENT_WIDTH)
    chart = diagnostic_chart(view.now, view.then, t, formats)
    height = _LINE * chart.rows
    strips += [space(6), Strip(height, partial(_draw_chart, chart=chart, height=height)), space(8)]
    strips += _heading(t("In a sentence"))
    before = scores_by_criterion(view.then)
    for one in view.now.scores:
        sentence = one.score.sentence.strip() if one.score is not None else ""
        if one.value is None and not sentence:
            continue
        now = "–" if one.value is None else str(one.value)
        then = before.get(one.criterion.key)
        mark = f"{'–' if then is None else then} → {now}" if view.then is not None else now
        name = one.criterion.name_in(t.language)
        told = text_strips(sentence or "–", CONTENT_WIDTH - _MARK, indent=_NAMES)
        first = partial(_draw_first, inner=told[0], name=name, mark=mark)
        strips += [Strip(told[0].height, first, told[0].with_next), *told[1:], space(4)]
    if view.ahead:
        strips += [space(8), *_heading(t("Next in the plan"))]
        for step in view.ahead:
            day = formats.date(step.due_on) if step.due_on is not None else "–"
            strips.append(Strip(_ROW, partial(_draw_step, title=step.title, day=day)))
    return strips


def _heading(words: str) -> list[Strip]:
    return [Strip(20.0, partial(_draw_heading, words=words), with_next=True)]


def _draw_heading(pen: Pen, x: float, top: float, *, words: str) -> None:
    pen.text(x, top - 12, words, size=HEADING, face=Face.BOLD)
    pen.rule(x, top - 17, x + CONTENT_WIDTH, top - 17, ink=HAIR)


def _draw_chart(pen: Pen, x: float, top: float, *, chart: ScoreChart, height: float) -> None:
    draw_score_chart(pen, chart, Area(x, top, CONTENT_WIDTH, height))


def _draw_first(pen: Pen, x: float, top: float, *, inner: Strip, name: str, mark: str) -> None:
    """Draw the first line of a sentence, with the criterion before it and the scores behind."""
    base = top - (LEADING + BODY * 0.72) / 2
    words = paragraph([Span(name, Face.BOLD)], _NAMES - 10, size=BODY, max_lines=1)
    pen.lines(x, base, words, leading=LEADING)
    if inner.draw is not None:
        inner.draw(pen, x, top)
    pen.text_right(x + CONTENT_WIDTH, base, mark, size=BODY, face=Face.BOLD)


def _draw_step(pen: Pen, x: float, top: float, *, title: str, day: str) -> None:
    pen.frame(x, top - 12, 8, 8, ink=SOFT)
    pen.lines(x + 14, top - 11, paragraph(title, CONTENT_WIDTH - 80, size=BODY, max_lines=1), leading=12)
    pen.text_right(x + CONTENT_WIDTH, top - 11, day, size=BODY, ink=SOFT)
