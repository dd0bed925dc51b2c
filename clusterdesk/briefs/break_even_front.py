"""The front of the break-even sheet: the sentence, four numbers, the chart, twelve months in a table."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.break_even_chart import ChartChoice, break_even_chart
from clusterdesk.briefs.chart_surface import draw_line_chart
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.page_head import HEAD_BOTTOM
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import (
    BODY,
    BOTTOM,
    CONTENT_WIDTH,
    HAIR,
    HEADING,
    INK,
    LEADING,
    LEFT,
    MM,
    RULE,
    SMALL,
    SOFT,
    WASH,
)
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.charts.description import LineChart
from clusterdesk.domain.breakeven.what_if import planned
from clusterdesk.domain.views.break_even import BreakEven, BreakEvenMonth
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_SENTENCE = 13.0
_TILES = 21 * MM
_CHART = 84 * MM
_ROW = 6.6 * MM
_LABEL = 37 * MM
_SHOWN = 12
_LEAST_SIZE = 8.0
_FOOTER = 9.5 * MM
_K = Decimal(1000)


def draw_front(pen: Pen, view: BreakEvenSheet, t: Translator, formats: Formats) -> None:
    """Draw the first page below its head."""
    y = HEAD_BOTTOM - 6 * MM
    sentence = paragraph(view.sentence, CONTENT_WIDTH, size=_SENTENCE, face=Face.BOLD, max_lines=4)
    y = pen.lines(LEFT, y, sentence, leading=_SENTENCE * 1.3)
    for words in (view.gap, view.lever):
        if words:
            y = pen.lines(LEFT, y - 1, paragraph(words, CONTENT_WIDTH, size=BODY, max_lines=3), leading=LEADING)
    y += LEADING - 5 * MM
    y = _draw_tiles(pen, Area(LEFT, y, CONTENT_WIDTH, _TILES), view.view, t, formats) - 7 * MM
    pen.text(LEFT, y, t("Turnover and charges"), size=HEADING, face=Face.BOLD)
    unit = _unit(view.view, t)
    pen.text_right(LEFT + CONTENT_WIDTH, y, unit, size=SMALL, ink=SOFT)
    table = (len(_rows(view.view, t, formats)) + 1) * _ROW
    room = y - 3 * MM - (BOTTOM + _FOOTER) - table - 9 * MM
    chart = Area(LEFT, y - 3 * MM, CONTENT_WIDTH, min(_CHART, max(room, 40 * MM)))
    draw_line_chart(pen, _chart_of(view.view, t, formats), chart, number=_axis(t, formats))
    y = chart.bottom - 7 * MM
    shown = view.view.months[-_SHOWN:]
    heading = t.n("The last period", "The last {n} periods", n=len(shown))
    pen.text(LEFT, y, heading, size=HEADING, face=Face.BOLD)
    pen.text_right(LEFT + CONTENT_WIDTH, y, unit, size=SMALL, ink=SOFT)
    _draw_table(pen, y - 2.5 * MM, view.view, t, formats)


def _chart_of(view: BreakEven, t: Translator, formats: Formats) -> LineChart:
    """Describe turnover against charges with the newest kept scenario."""
    kept = view.scenarios[0] if view.scenarios else None
    plan = planned(kept.assumptions) if kept is not None and kept.assumptions is not None else ()
    helped = any(one.operating_subsidy for one in view.months)
    choice = ChartChoice(plan, kept.reached_in if kept is not None else None, helped)
    return break_even_chart(view, choice, t, formats)


def _draw_tiles(pen: Pen, area: Area, view: BreakEven, t: Translator, formats: Formats) -> float:
    """Draw what matters most as large numbers; return the lower edge."""
    level = view.judged
    if level is None:
        return area.top
    money = partial(_money, view=view, formats=formats)
    of = formats.partial(level.last) if level.periods == 1 else t.n("{n} month", "{n} months", n=level.periods)
    if level.last.annual:
        of = t("year {year}", year=str(level.last.year))
    tiles = (
        (t("Annual threshold") if level.last.annual else t("Threshold"), money(level.threshold), of),
        (t("Turnover"), money(level.revenue), of),
        (
            t("Safety margin"),
            money(level.safety),
            formats.percent(level.safety_ratio, 1) if level.safety_ratio is not None else "",
        ),
        (t("Result without subsidies"), money(level.core), of),
    )
    pen.fill(area.x, area.bottom, area.width, area.height, ink=WASH)
    for column, (label, value, note) in zip(
        area.columns([area.width / len(tiles)] * len(tiles), 0), tiles, strict=True
    ):
        x = column.x + 3 * MM
        width = column.width - 4 * MM
        pen.lines(x, area.top - 5 * MM, paragraph(label, width, size=SMALL, max_lines=1), leading=10, ink=SOFT)
        size = 15.0
        while line_width(value, size=size, face=Face.BOLD) > width and size > BODY:
            size -= 0.5
        pen.text(x, area.top - 12 * MM, value, size=size, face=Face.BOLD)
        pen.text(x, area.top - 17 * MM, note, size=SMALL, ink=SOFT)
    return area.bottom


def _draw_table(pen: Pen, top: float, view: BreakEven, t: Translator, formats: Formats) -> None:
    months = view.months[-_SHOWN:]
    width = (CONTENT_WIDTH - _LABEL) / max(len(months), 6)
    rights = [LEFT + _LABEL + width * (index + 1) - 2 for index in range(len(months))]
    y = top - _ROW + 5
    for right, month in zip(rights, months, strict=True):
        _draw_number(pen, right, y, _short(month, formats), width - 7, face=Face.REGULAR, soft=True)
    pen.rule(LEFT, top - _ROW, LEFT + CONTENT_WIDTH, top - _ROW, ink=RULE)
    for label, texts, strong in _rows(view, t, formats):
        y -= _ROW
        face = Face.BOLD if strong else Face.REGULAR
        shown = paragraph(label, _LABEL - 4, size=SMALL, face=face, max_lines=2)
        pen.lines(LEFT, y + (len(shown.lines) - 1) * 4.4, shown, leading=10.5)
        for right, text in zip(rights, texts, strict=True):
            _draw_number(pen, right, y, text, width - 3, face=face)
        pen.rule(LEFT, y - 5, LEFT + CONTENT_WIDTH, y - 5, ink=HAIR)


def _rows(view: BreakEven, t: Translator, formats: Formats) -> list[tuple[str, list[str], bool]]:
    """Return label, texts and weight of each row that says anything."""
    months = view.months[-_SHOWN:]

    def row(label: str, get: Callable[[BreakEvenMonth], Decimal | None], *, strong: bool = False) -> None:
        values = [get(one) for one in months]
        if any(value is not None for value in values):
            texts = [_thousands(value, formats, about=one.about) for one, value in zip(months, values, strict=True)]
            rows.append((label, texts, strong))

    rows: list[tuple[str, list[str], bool]] = []
    row(t("Turnover"), lambda one: one.revenue)
    if any(one.variable is not None for one in months):
        row(t("Variable charges"), lambda one: one.variable)
        row(t("Fixed charges"), lambda one: one.fixed)
    row(t("Charges"), lambda one: one.charges)
    row(t("Result without subsidies"), lambda one: one.core, strong=True)
    if any(one.operating_subsidy for one in months):
        row(t("With subsidies"), lambda one: one.with_subsidies)
    row(t("Threshold"), lambda one: one.threshold)
    return rows


def _short(month: BreakEvenMonth, formats: Formats) -> str:
    text = formats.partial(month.period)
    year = str(month.period.year)
    return text.replace(year, year[2:]) if month.period.months == 1 else text


def _thousands(value: Decimal | None, formats: Formats, *, about: bool) -> str:
    if value is None:
        return "–"
    text = formats.decimal(value / _K, 1)
    return f"≈ {text}" if about else text


def _draw_number(pen: Pen, right: float, y: float, text: str, room: float, *, face: Face, soft: bool = False) -> None:
    size = SMALL
    while size > _LEAST_SIZE and line_width(text, size=size, face=face) > room:
        size -= 0.25
    pen.text_right(right, y, text, size=size, face=face, ink=SOFT if soft else INK)


def _money(amount: Decimal | None, view: BreakEven, formats: Formats) -> str:
    return formats.money(amount, view.currency, places=0) if amount is not None else "–"


def _unit(view: BreakEven, t: Translator) -> str:
    symbol = "€" if view.currency == "EUR" else view.currency
    return t("amounts in thousands of {currency}", currency=symbol)


def _axis(t: Translator, formats: Formats) -> Callable[[float], str]:
    def write(value: float) -> str:
        return formats.number(Decimal(str(value)) / _K)

    return write
