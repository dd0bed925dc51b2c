"""Block 6 of the visit sheet: the chart, the last two months, and empty cells for the month still missing."""

from collections.abc import Sequence
from decimal import Decimal

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.chart_surface import draw_line_chart
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.sheet_page import SheetPage
from clusterdesk.briefs.style import BODY, HAIR, INK, MM, SMALL, SOFT
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.charts.description import Line, LineChart, LineKind
from clusterdesk.charts.line_layout import Number
from clusterdesk.domain.views.visit_sheet import FiguresBlock, FigureSeries, MonthFigures

CHART_WIDTH = 100 * MM
CHART_HEIGHT = 38 * MM
CELL_WIDTH = 22 * MM
CELL_HEIGHT = 8 * MM
_LABEL_WIDTH = 20.5 * MM
_COLUMN_GAP = 3 * MM
_THOUSANDS_FROM = Decimal(1_000_000)
_SMALLEST = 8.0


def draw_figures(sheet: SheetPage, area: Area, figures: FiguresBlock) -> None:
    """Block 6; the edition has already taken away the series and months it may not show."""
    t = sheet.t
    in_thousands = _is_large(figures)
    symbol = "€" if figures.currency == "EUR" else figures.currency
    unit = (
        t("amounts in thousands of {currency}", currency=symbol)
        if in_thousands
        else t("amounts in {currency}", currency=symbol)
    )
    sheet.divide(area)
    sheet.heading(area, t("Figures and staff"), aside=unit)
    chart_area = Area(area.x, area.bottom + CHART_HEIGHT, CHART_WIDTH, CHART_HEIGHT)
    draw_line_chart(sheet.pen, _chart(sheet, figures.series), chart_area, number=_axis_number(sheet))
    taken = CHART_WIDTH + _COLUMN_GAP
    table = Area(area.x + taken, chart_area.top, area.width - taken, CHART_HEIGHT)
    _draw_table(sheet, table, figures, in_thousands=in_thousands)


def _chart(sheet: SheetPage, series: Sequence[FigureSeries]) -> LineChart:
    months = sorted({point.period for one in series for point in one.months})
    lines: list[Line] = []
    tones: dict[bool, int] = {False: 0, True: 0}
    for one in series:
        known = {point.period: point.value for point in one.months}
        kind = LineKind.PLAN if one.is_plan else LineKind.REAL
        lines.append(Line(one.name, tuple(known.get(month) for month in months), kind, tones[one.is_plan]))
        tones[one.is_plan] += 1
    return LineChart(tuple(sheet.formats.partial(month) for month in months), tuple(lines))


def _axis_number(sheet: SheetPage) -> Number:
    def write(value: float) -> str:
        if abs(value) >= 1000:
            return sheet.t("{n} k", n=sheet.formats.number(Decimal(str(value)) / 1000))
        return sheet.formats.number(Decimal(str(value)))

    return write


def _draw_table(sheet: SheetPage, area: Area, figures: FiguresBlock, *, in_thousands: bool) -> None:
    months = figures.last_months[-2:]
    t, pen = sheet.t, sheet.pen
    rows = _rows(sheet, months)
    cell_x = area.right - CELL_WIDTH
    value_width = (cell_x - area.x - _LABEL_WIDTH) / 2
    rights = [area.x + _LABEL_WIDTH + value_width * (index + 1) - 2.5 for index in range(2)][2 - len(months) :]
    header = area.bottom + len(rows) * CELL_HEIGHT + 9
    for right, month in zip(rights, months, strict=True):
        _month_name(sheet, right, header, month)
    if figures.missing_month:
        name = sheet.formats.partial(figures.missing_month)
        pen.text_middle(cell_x + CELL_WIDTH / 2, header, name, size=SMALL, face=Face.BOLD)
    top = area.bottom + len(rows) * CELL_HEIGHT
    for index, (label, values, places) in enumerate(rows):
        row_top = top - index * CELL_HEIGHT
        middle = row_top - CELL_HEIGHT / 2
        pen.rule(area.x, row_top, cell_x, row_top, ink=HAIR)
        _draw_label(sheet, area.x, middle, label)
        for right, month, value in zip(rights, months, values, strict=True):
            text = _amount(sheet, value, places, in_thousands=in_thousands)
            if month.about and value is not None and not places:
                text = t("≈ {amount}", amount=text)
            _draw_number(sheet, right, middle - 3.3, text, value_width - 3)
        if figures.missing_month:
            pen.frame(cell_x, row_top - CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT, ink=INK)


def _rows(sheet: SheetPage, months: Sequence[MonthFigures]) -> list[tuple[str, list[Decimal | None], int]]:
    """Return label, values and places of each row; all charges together where they were never split."""
    t = sheet.t
    split = not months or any(one.variable_costs is not None or one.fixed_costs is not None for one in months)
    charges: list[tuple[str, list[Decimal | None], int]] = [(t("Charges"), [one.charges for one in months], 0)]
    if split:
        charges = [
            (t("Variable costs"), [one.variable_costs for one in months], 0),
            (t("Fixed costs"), [one.fixed_costs for one in months], 0),
        ]
    return [
        (t("Turnover"), [one.turnover for one in months], 0),
        *charges,
        (t("FTE"), [one.fte for one in months], 2),
    ]


def _month_name(sheet: SheetPage, right: float, y: float, month: MonthFigures) -> None:
    sheet.pen.text_right(right, y, sheet.formats.partial(month.period), size=_SMALLEST, ink=SOFT)


def _draw_label(sheet: SheetPage, x: float, middle: float, text: str) -> None:
    label = paragraph(text, _LABEL_WIDTH, size=SMALL, max_lines=2)
    start = middle - 3 + (len(label.lines) - 1) * 5
    sheet.pen.lines(x, start, label, leading=10)


def _draw_number(sheet: SheetPage, right: float, y: float, text: str, room: float) -> None:
    size = BODY
    while size > _SMALLEST and line_width(text, size=size) > room:
        size -= 0.25
    sheet.pen.text_right(right, y, text, size=size)


def _amount(sheet: SheetPage, value: Decimal | None, places: int, *, in_thousands: bool) -> str:
    if value is None:
        return "–"
    if places:
        # FTE go by steps of 0.05: one decimal, two where they are needed.
        return sheet.formats.decimal(value, 1 if value * 10 == int(value * 10) else places)
    if in_thousands:
        return sheet.formats.number((value / 1000).quantize(Decimal("0.1")))
    return sheet.formats.decimal(value, 0)


def _is_large(figures: FiguresBlock) -> bool:
    amounts = (
        amount
        for month in figures.last_months
        for amount in (month.turnover, month.variable_costs, month.fixed_costs, month.charges)
        if amount is not None
    )
    return any(abs(amount) >= _THOUSANDS_FROM for amount in amounts)
