"""Writing the figures of a ledger into a csv or xlsx file."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from clusterdesk.base.told_file import write_file
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.figures.export_table import ExportLayout, FiguresTable, Value, figures_table
from clusterdesk.exchange.writing.csv_text import csv_bytes
from clusterdesk.exchange.writing.workbook import new_workbook, put_text
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.ledgers import ledger_view
from clusterdesk.store.desk_store import Store

_NUMBER, _ABOUT = "#,##0.00", '"≈ "#,##0.00'


def export_figures(
    store: Store,
    ledger_id: UUID,
    path: Path,
    layout: ExportLayout,
    t: Translator,
    edition: Edition = Edition.INTERNAL,
) -> int:
    """Write the figures of a ledger, csv or xlsx by the name of the file; return how many amounts there are.

    Restricted figures never leave the binder; the shareable edition leaves out internal ones as well.

    Raises:
        KnownError: the file cannot be written.
    """
    view = ledger_view(store, ledger_id)
    table = figures_table(view, layout, t, edition)
    if path.suffix.lower() == ".csv":
        write_file(path, figures_csv(table))
    else:
        name = view.ledger.name or view.holder
        title = t("{title}: figures in {currency}", title=name, currency=view.ledger.currency)
        day = Formats(t.language).date(store.clock.today())
        told = t("{organisation}, exported on {day}", organisation=view.holder, day=day)
        write_file(path, figures_xlsx(table, (title, told), t("Figures")))
    return table.amounts


def figures_csv(table: FiguresTable) -> bytes:
    """Return a table as csv: decimal commas, so that a Belgian Excel opens it right."""
    rows = [list(table.header)]
    numbers: set[tuple[int, int]] = set()
    for line, row in enumerate(table.rows, 1):
        numbers |= {(line, column) for column, value in enumerate(row) if isinstance(value, Decimal)}
        rows.append([_csv_text(value) for value in row])
    return csv_bytes(rows, frozenset(numbers))


def figures_xlsx(table: FiguresTable, titles: tuple[str, ...], sheet_name: str) -> bytes:
    """Return a table as a workbook: numbers as numbers, texts as texts, what is about right with its sign."""
    stream = io.BytesIO()
    book = new_workbook(stream)
    looks = _looks(book)
    sheet = book.add_worksheet(sheet_name[:31])
    for line, title in enumerate(titles):
        put_text(sheet, line, 0, title, looks["title" if line == 0 else "told"])
    top = len(titles) + 1
    for column, text in enumerate(table.header):
        put_text(sheet, top, column, text, looks["header" if column < table.left else "header_right"])
    for line, row in enumerate(table.rows):
        for column, value in enumerate(row):
            _put(sheet, (top + 1 + line, column), value, looks, _look_of(table, line, column))
    sheet.freeze_panes(top + 1, table.left)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, max(table.left - 1, 1), 24 if table.details else 14)
    sheet.set_column(table.left, max(len(table.header) - 1, table.left), 13)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    book.close()
    return stream.getvalue()


def _looks(book: Any) -> dict[str, Any]:  # noqa: ANN401
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    rule = {"bottom": 1, "bottom_color": "#C9CDD2"}
    grey = {"font_color": "#6B7280", "font_size": 9}
    return {
        "title": book.add_format({**base, "bold": True, "font_size": 14}),
        "told": book.add_format({**base, **grey}),
        "header": book.add_format({**base, "bold": True, "bg_color": "#EEF1F4", **rule}),
        "header_right": book.add_format({**base, "bold": True, "bg_color": "#EEF1F4", "align": "right", **rule}),
        "text": book.add_format(base),
        "number": book.add_format({**base, "num_format": _NUMBER}),
        "about": book.add_format({**base, "num_format": _ABOUT, "italic": True, "font_color": "#8A5A00"}),
        "detail": book.add_format({**base, **grey, "text_wrap": True}),
        "detail_number": book.add_format({**base, **grey, "num_format": _NUMBER}),
    }


def _look_of(table: FiguresTable, line: int, column: int) -> str:
    if line in table.details:
        return "detail"
    return "about" if (line, column) in table.about else ""


def _put(sheet: Any, place: tuple[int, int], value: Value, looks: dict[str, Any], look: str) -> None:  # noqa: ANN401
    if isinstance(value, Decimal):
        sheet.write_number(*place, float(value), looks["detail_number" if look == "detail" else look or "number"])
    elif value:
        put_text(sheet, *place, value, looks[look or "text"])


def _csv_text(value: Value) -> str:
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else value or ""
