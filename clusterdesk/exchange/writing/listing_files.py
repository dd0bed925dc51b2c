"""Lists as csv (for a Belgian spreadsheet) and as workbooks: text stays text, numbers are numbers, dates are dates."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.exchange.writing.csv_text import csv_bytes
from clusterdesk.exchange.writing.workbook import new_workbook, put_text

SUFFIXES = (".xlsx", ".csv")
_NARROWEST, _WIDEST = 9, 48
_SHEET_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LOOKED_AT = 200  # rows from which the width of a column is taken


def write_listing(path: Path, listing: Listing) -> None:
    """Write a list into a file, csv or xlsx by the name of the file.

    Raises:
        KnownError: the name says neither, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise KnownError(
            "list_file_kind",
            N_("A list is written as .xlsx or .csv; “{name}” is neither."),
            advice=N_("End the name of the file with .xlsx or .csv."),
            name=path.name,
        )
    write_file(path, listing_csv(listing) if suffix == ".csv" else listing_xlsx((listing,)))


def listing_csv(listing: Listing) -> bytes:
    """Return a list as csv: UTF-8 with mark, semicolons, decimal commas, days as dd/mm/yyyy, nothing a formula."""
    numbers = {
        (line, column)
        for line, row in enumerate(listing.rows, 1)
        for column, value in enumerate(row)
        if isinstance(value, int | Decimal)
    }
    rows = ([_csv_text(value) for value in row] for row in listing.rows)
    return csv_bytes([listing.headings, *rows], frozenset(numbers))


def listing_xlsx(listings: Sequence[Listing]) -> bytes:
    """Return lists as one workbook, a sheet each; an empty list keeps its headings."""
    stream = io.BytesIO()
    book = new_workbook(stream)
    looks = _looks(book)
    taken: set[str] = set()
    for listing in listings:
        sheet = book.add_worksheet(_sheet_name(listing.title, taken))
        for column, heading in enumerate(listing.headings):
            put_text(sheet, 0, column, heading, looks["heading"])
            sheet.set_column(column, column, _width(listing, column))
        for line, row in enumerate(listing.rows, 1):
            for column, value in enumerate(row):
                _put(sheet, (line, column), value, looks)
        sheet.freeze_panes(1, 1)
        if listing.headings:
            sheet.autofilter(0, 0, len(listing.rows), len(listing.headings) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()
    return stream.getvalue()


def csv_name(listing: Listing) -> str:
    """Return the name of the csv file of a list."""
    return safe_filename(listing.title, ".csv")


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that no other sheet has: 31 signs at most, capitals or not make no difference."""
    plain = " ".join(title.translate(_NOT_IN_NAMES).split()).strip("'") or "1"
    name, number = plain[:_SHEET_NAME].strip(), 1
    while name.casefold() in taken:
        number += 1
        end = f" {number}"
        name = plain[: _SHEET_NAME - len(end)].strip() + end
    taken.add(name.casefold())
    return name


def _looks(book: Any) -> dict[str, Any]:  # noqa: ANN401 - the library has no types
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    return {
        "heading": book.add_format(
            {**base, "bold": True, "bg_color": "#EEF1F4", "bottom": 1, "bottom_color": "#C9CDD2", "text_wrap": True}
        ),
        "text": book.add_format({**base, "text_wrap": True}),
        "number": book.add_format({**base, "num_format": "#,##0.00"}),
        "whole": book.add_format({**base, "num_format": "#,##0"}),
        "day": book.add_format({**base, "num_format": "dd/mm/yyyy", "align": "left"}),
        "hour": book.add_format({**base, "num_format": "hh:mm", "align": "left"}),
    }


def _put(sheet: Any, place: tuple[int, int], value: Cell, looks: dict[str, Any]) -> None:  # noqa: ANN401
    if value is None or value == "":
        return
    if isinstance(value, str):
        put_text(sheet, *place, value, looks["text"])
    elif isinstance(value, time):
        sheet.write_datetime(*place, value, looks["hour"])
    elif isinstance(value, date):
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), looks["day"])  # noqa: DTZ001
    elif isinstance(value, Decimal):
        look = "whole" if value == value.to_integral_value() else "number"
        sheet.write_number(*place, float(value), looks[look])
    else:
        sheet.write_number(*place, value, looks["whole"])


def _width(listing: Listing, column: int) -> int:
    texts: Iterable[str] = (_csv_text(row[column]) for row in listing.rows[:_LOOKED_AT])
    longest = max((len(text) for text in texts), default=0)
    return min(max(longest + 2, len(listing.headings[column]) // 2 + 4, _NARROWEST), _WIDEST)


def _csv_text(value: Cell) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return f"{value:%d/%m}/{value.year:04d}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return str(value)
