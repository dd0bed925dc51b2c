"""The workbook a company fills in: what is known locked and grey, the cells to fill white, a few words on top."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.periods import cadence_of, first_day, following, last_day
from clusterdesk.domain.records.figures import Cadence, FigureLine, Precision
from clusterdesk.domain.views.figures import StaffCount
from clusterdesk.exchange.figures.requests.token import PROPERTY, SHEET, token_of
from clusterdesk.exchange.writing.workbook import new_workbook, put_text
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.figure_requests import FigureRequest

_HINTS = {
    FigureLine.REVENUE: N_("all sales of the month, ex VAT"),
    FigureLine.TOTAL_COSTS: N_("everything but depreciation, ex VAT"),
    FigureLine.VARIABLE: N_("if you know them: goods, materials, subcontracting"),
    FigureLine.FIXED: N_("if you know them: rent, pay, insurance"),
    FigureLine.DEPRECIATION: N_("if you know it"),
    FigureLine.OPERATING_SUBSIDY: N_("received to run the company"),
    FigureLine.CAPITAL_SUBSIDY: N_("part released to the result"),
    FigureLine.UNITS: N_("number of pieces"),
}
_STAFF_HINT = N_("full-time equivalents at the end of the month")
_OWN_HINT = N_("if you know it")
_HEADER, _FIRST = 6, 7
_ESSENTIAL = frozenset({FigureLine.REVENUE, FigureLine.TOTAL_COSTS})


def request_workbook(request: FigureRequest, request_id: UUID, t: Translator) -> bytes:
    """Return the workbook, in the language of ``t``."""
    formats = Formats(t.language)
    stream = io.BytesIO()
    book = new_workbook(stream)
    looks = _looks(book)
    sheet = book.add_worksheet(t("Figures")[:31])
    _say(sheet, request, t, formats, looks)
    headings = headings_of(request, t)
    _header(sheet, request, t, formats, looks)
    for row, (heading, hint, line) in enumerate(headings):
        _row(sheet, _FIRST + row, heading, t(hint), line, request, looks)
    _shape(sheet, request)
    ledger = request.view.ledger
    token = token_of(request_id, ledger.id, ledger.currency, request.due, [heading for heading, _, _ in headings])
    hidden = book.add_worksheet(SHEET)
    put_text(hidden, 0, 0, str(token))
    put_text(hidden, 1, 0, t("This sheet lets the file be recognised when it comes back: please leave it."))
    hidden.protect()
    hidden.very_hidden()
    book.set_custom_property(PROPERTY, str(token))
    book.set_properties({"title": t("Figures of {organisation}", organisation=request.view.holder)})
    sheet.activate()
    book.close()
    return stream.getvalue()


def headings_of(request: FigureRequest, t: Translator) -> list[tuple[str, str, tuple[FigureLine, UUID | None] | None]]:
    """Return the rows asked for: what they are called, the hint beside them, their line; None is the head count."""
    own = {line.id: line.name for line in request.view.lines}
    found: list[tuple[str, str, tuple[FigureLine, UUID | None] | None]] = []
    for line, own_id in request.lines:
        name = own.get(own_id) if own_id is not None else None
        hint = _OWN_HINT if name is not None else _HINTS.get(line, _OWN_HINT)
        found.append((name or t(choice_label(line)), hint, (line, own_id)))
    return [*found, (t("FTE"), _STAFF_HINT, None)]


def period_words(periods: Sequence[str], t: Translator, formats: Formats) -> str:
    """Return periods as a sentence names them: ``octobre 2026``, ``août 2026 à octobre 2026``, or each by name."""
    names = [
        formats.month_year(first_day(one)) if cadence_of(one) is Cadence.MONTHLY else formats.partial(one)
        for one in periods
    ]
    if len(periods) < 3 or any(following(one) != after for one, after in pairwise(periods)):
        return formats.joined(names)
    return t("{first} to {last}", first=names[0], last=names[-1])


def _say(sheet: Any, request: FigureRequest, t: Translator, formats: Formats, looks: dict[str, Any]) -> None:  # noqa: ANN401
    asked = period_words(request.due, t, formats)
    put_text(sheet, 0, 0, t("Figures of {organisation}", organisation=request.view.holder), looks["title"])
    currency = request.view.ledger.currency
    told = (
        t("Please fill in the white cells for {periods}, in {currency} ex VAT.", periods=asked, currency=currency),
        t("Nothing this month: write 0. Not known yet: leave the cell empty. About right: write ≈ before it (≈ 40k)."),
        t("Turnover, total costs and FTE are enough; the rest refines. Save this file and send it back by mail."),
    )
    for line, text in enumerate(told, 1):
        put_text(sheet, line, 0, text, looks["told"])


def _header(sheet: Any, request: FigureRequest, t: Translator, formats: Formats, looks: dict[str, Any]) -> None:  # noqa: ANN401
    known, due = request.known, request.due
    if known:
        put_text(sheet, _HEADER - 1, 2, t("Known already"), looks["band"])
    put_text(sheet, _HEADER - 1, 2 + len(known), t("To fill in"), looks["band_due"])
    put_text(sheet, _HEADER, 0, "", looks["header"])
    put_text(sheet, _HEADER, 1, "", looks["header"])
    for column, period in enumerate((*known, *due), 2):
        look = looks["header_due" if column >= 2 + len(known) else "header_right"]
        put_text(sheet, _HEADER, column, formats.partial(period), look)


def _row(
    sheet: Any,  # noqa: ANN401
    row: int,
    heading: str,
    hint: str,
    line: tuple[FigureLine, UUID | None] | None,
    request: FigureRequest,
    looks: dict[str, Any],
) -> None:
    essential = line is None or line[0] in _ESSENTIAL
    put_text(sheet, row, 0, heading, looks["label_strong" if essential else "label"])
    put_text(sheet, row, 1, hint, looks["hint"])
    staff = {one.on: one for one in request.view.staff}
    known = len(request.known)
    for at, period in enumerate((*request.known, *request.due)):
        cell = request.cell(period, line) if line is not None else staff.get(last_day(period))
        look = "known" if at < known else "fill"
        _value(sheet, (row, 2 + at), cell, looks, look, plain=line is None or line[0] is FigureLine.UNITS)


def _value(
    sheet: Any,  # noqa: ANN401
    place: tuple[int, int],
    cell: FigureCell | StaffCount | None,
    looks: dict[str, Any],
    look: str,
    *,
    plain: bool,
) -> None:
    kind = f"{look}_plain" if plain else look
    amount = None if cell is None else cell.fte if isinstance(cell, StaffCount) else cell.amount
    if cell is None or amount is None:
        sheet.write_blank(*place, None, looks[kind])
    elif cell.precision is Precision.ABOUT:
        put_text(sheet, *place, f"≈ {amount:f}".replace(".", ","), looks[kind])
    else:
        sheet.write_number(*place, float(amount), looks[kind])


def _shape(sheet: Any, request: FigureRequest) -> None:  # noqa: ANN401
    known, due = len(request.known), len(request.due)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 1 + known + due, 14)
    sheet.set_row(0, 24)
    sheet.set_default_row(19)
    sheet.freeze_panes(_FIRST, 2)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_selection(_FIRST, 2 + known, _FIRST, 2 + known)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _looks(book: Any) -> dict[str, Any]:  # noqa: ANN401
    base = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter"}
    right = {**base, "align": "right"}
    band = {**base, "font_size": 9}
    grey, line = {"bg_color": "#E9ECEF", "font_color": "#5B6470"}, {"border": 1, "border_color": "#C9CDD2"}
    fill = {**right, "locked": False, "bg_color": "#FFFFFF", "border": 1, "border_color": "#2F6F5E"}
    money, plain = {"num_format": "#,##0.00"}, {"num_format": "General"}
    return {
        name: book.add_format(look)
        for name, look in {
            "title": {**base, "bold": True, "font_size": 16},
            "told": {**base, "font_color": "#333A42"},
            "band": {**band, "font_color": "#5B6470", "align": "left"},
            "band_due": {**band, "font_color": "#2F6F5E", "bold": True, "align": "left"},
            "header": {**base, "bottom": 1, "bottom_color": "#C9CDD2"},
            "header_right": {**right, "bold": True, **grey, **line},
            "header_due": {**right, "bold": True, "bg_color": "#2F6F5E", "font_color": "#FFFFFF", **line},
            "label": base,
            "label_strong": {**base, "bold": True},
            "hint": {**base, "font_size": 9, "italic": True, "font_color": "#5B6470"},
            "known": {**right, **grey, **line, **money},
            "known_plain": {**right, **grey, **line, **plain},
            "fill": {**fill, **money},
            "fill_plain": {**fill, **plain},
        }.items()
    }
