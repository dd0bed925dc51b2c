"""Reading OpenDocument spreadsheets (.ods) by our own reader: text, dates, hidden rows, merged cells, formulas."""

import math
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.sheet_choice import choose_sheet
from clusterdesk.exchange.reading.source import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Cell,
    ReadOptions,
    SheetFacts,
    SheetInfo,
    TableSource,
)
from clusterdesk.exchange.reading.xml_checks import refuse_document_type
from clusterdesk.exchange.reading.zip_checks import BROKEN_ZIP, open_zip, read_part

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_FORMULA = _TABLE + "formula"
_SPANS = frozenset({_TABLE + "number-columns-spanned", _TABLE + "number-rows-spanned"})
_REPEATED = _TABLE + "number-columns-repeated"
_CHUNK = 2_000


class _Sheet:
    """One table while it is being read."""

    def __init__(self, name: str, *, hidden: bool) -> None:
        self.info = SheetInfo(name, hidden)
        self.rows: list[list[Cell]] = []
        self.pending = 0
        self.cells = 0
        self.column = 0
        self.hidden_lines: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[Area] = []
        self.formulas: dict[tuple[int, int], str] = {}
        self.failed: dict[tuple[int, int], str] = {}

    def add_column(self, element: Any) -> None:  # noqa: ANN401
        """Note the columns that are hidden."""
        count = min(_count(element, "number-columns-repeated"), MAX_COLUMNS)
        if element.get(_TABLE + "visibility", "visible") != "visible":
            self.hidden_columns.update(range(self.column, self.column + count))
        self.column += count

    def add_row(self, element: Any) -> None:  # noqa: ANN401
        """Add a row as often as it is repeated; empty ones wait until a row with values follows."""
        repeated = _count(element, "number-rows-repeated")
        line = len(self.rows) + self.pending + 1
        row = self._cells(element, line)
        if not row:
            self.pending += repeated
            return
        if line + repeated - 1 > MAX_ROWS:
            raise refusal("too_many_rows", limit=MAX_ROWS)
        self.cells += len(row) * repeated
        if self.cells > MAX_CELLS:
            raise refusal("too_many_cells", limit=MAX_CELLS)
        self.rows.extend([] for _ in range(self.pending))
        self.pending = 0
        self.rows.extend(list(row) for _ in range(repeated))
        if element.get(_TABLE + "visibility", "visible") != "visible":
            self.hidden_lines.update(range(line, line + repeated))

    def _cells(self, element: Any, line: int) -> list[Cell]:  # noqa: ANN401
        row: list[Cell] = []
        gap = 0
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            repeated = _count(cell, "number-columns-repeated") if _REPEATED in cell.attrib else 1
            column = len(row) + gap
            value = self._value(cell, line, column)
            if value == "":
                gap += repeated
                continue
            if column + repeated > MAX_COLUMNS:
                raise refusal("too_many_columns", limit=MAX_COLUMNS)
            row.extend([""] * gap)
            gap = 0
            row.extend([value] * repeated)
        return row

    def _value(self, cell: Any, line: int, column: int) -> Cell:  # noqa: ANN401
        value = _typed(cell)
        if _FORMULA not in cell.attrib and cell.attrib.keys().isdisjoint(_SPANS):
            return value
        wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
        if wide > 1 or high > 1:
            self.merged.append(Area(line, column, line + high - 1, column + wide - 1))
        formula = cell.get(_FORMULA)
        if formula and value == "":
            value = formula.partition(":")[2] or formula
            self.formulas[line, column] = value
        elif formula and isinstance(value, str) and value.startswith(("#", "Err:")):
            self.failed[line, column] = value
        return value


def read_ods(path: Path, options: ReadOptions, progress: Progress | None, cancel: Stoppable | None) -> TableSource:
    """Read one sheet of an .ods file.

    Raises:
        KnownError: a hostile, protected or damaged file, a missing sheet, too many rows or columns, cancelled.
    """
    with open_zip(path) as archive:
        names = archive.namelist()
        if "content.xml" not in names:
            raise refusal("file_not_a_list", name=path.name)
        if "META-INF/manifest.xml" in names and b"encryption-data" in read_part(
            archive, path.name, "META-INF/manifest.xml"
        ):
            raise refusal("file_password", name=path.name)
        sheets = list(_sheets(archive, path.name, progress, cancel))
    if not sheets:
        raise refusal("file_not_a_list", name=path.name)
    infos = tuple(sheet.info for sheet in sheets)
    chosen = choose_sheet(infos, options.sheet)
    sheet = next(sheet for sheet in sheets if sheet.info.name == chosen)
    facts = SheetFacts(
        frozenset(sheet.hidden_lines),
        frozenset(sheet.hidden_columns),
        tuple(sheet.merged),
        sheet.formulas,
        sheet.failed,
    )
    width = max(map(len, sheet.rows), default=0)
    return TableSource(path, "ods", sheet.rows, width, sheets=infos, sheet=chosen, facts=facts)


def _sheets(
    archive: zipfile.ZipFile, name: str, progress: Progress | None, cancel: Stoppable | None
) -> Iterator[_Sheet]:
    from xml.etree.ElementTree import ParseError, iterparse

    refuse_document_type(archive, name, "content.xml")
    hidden_styles: set[str] = set()
    sheet: _Sheet | None = None
    nested = 0
    try:
        with archive.open("content.xml") as stream:
            for event, element in iterparse(stream, ("start", "end")):
                if element.tag == _TABLE + "table":
                    nested += 1 if event == "start" else -1
                    if event == "start" and nested == 1:
                        style = element.get(_TABLE + "style-name", "")
                        sheet = _Sheet(element.get(_TABLE + "name", ""), hidden=style in hidden_styles)
                    elif event == "end" and nested == 0 and sheet is not None:
                        yield sheet
                        element.clear()
                elif event == "end" and element.tag == _STYLE + "style":
                    _note_style(element, hidden_styles)
                elif event == "end" and sheet is not None and nested == 1:
                    _take(sheet, element, progress, cancel)
    except (ParseError, LookupError, *BROKEN_ZIP) as error:
        raise refusal("file_damaged", name=name) from error


def _take(sheet: _Sheet, element: Any, progress: Progress | None, cancel: Stoppable | None) -> None:  # noqa: ANN401
    if element.tag == _TABLE + "table-row":
        sheet.add_row(element)
        element.clear()
        if len(sheet.rows) % _CHUNK == 0:
            step(len(sheet.rows), 0, progress, cancel)
    elif element.tag == _TABLE + "table-column":
        sheet.add_column(element)


def _note_style(element: Any, hidden_styles: set[str]) -> None:  # noqa: ANN401
    for properties in element.iter(_STYLE + "table-properties"):
        if properties.get(_TABLE + "display") == "false":
            hidden_styles.add(element.get(_STYLE + "name", ""))


def _typed(cell: Any) -> Cell:  # noqa: ANN401
    kind = cell.get(_OFFICE + "value-type")
    if kind in {"float", "currency", "percentage"}:
        number = float(cell.get(_OFFICE + "value", "nan"))
        return "" if math.isnan(number) else number
    if kind == "date":
        text = cell.get(_OFFICE + "date-value", "")
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    if kind == "boolean":
        return bool(cell.get(_OFFICE + "boolean-value") == "true")
    if len(cell) == 1 and cell[0].tag == _TEXT + "p" and not len(cell[0]):
        return cell[0].text or ""
    return "\n".join(_paragraph(p) for p in cell.findall(_TEXT + "p"))


def _paragraph(element: Any) -> str:  # noqa: ANN401
    """Return the text of a paragraph with its spaces, tabs and line breaks."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            parts.append(" " * int(child.get(_TEXT + "c", "1")))
        elif child.tag == _TEXT + "tab":
            parts.append("\t")
        elif child.tag == _TEXT + "line-break":
            parts.append("\n")
        elif child.tag != _OFFICE + "annotation":
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _count(element: Any, attribute: str) -> int:  # noqa: ANN401
    return max(1, int(element.get(_TABLE + attribute, "1")))
