"""Reading xlsx workbooks: values by the fast library, the rest by our own look at the XML."""

import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.sheet_choice import choose_sheet
from clusterdesk.exchange.reading.sheet_xml import SheetOddities, oddities, too_far
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
from clusterdesk.exchange.reading.zip_checks import check_lengths, open_zip, read_part

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_LIMITS = {"too_many_rows": MAX_ROWS, "too_many_columns": MAX_COLUMNS, "too_many_cells": MAX_CELLS}


def read_xlsx(path: Path, options: ReadOptions, progress: Progress | None, cancel: Stoppable | None) -> TableSource:
    """Read one sheet of a workbook.

    Raises:
        KnownError: a hostile or damaged file, a missing sheet, too many rows or columns, cancelled.
    """
    with open_zip(path) as archive:
        names = archive.namelist()
        if "xl/workbook.bin" in names:
            raise refusal("file_binary_excel", name=path.name)
        if "xl/workbook.xml" not in names:
            raise refusal("file_not_a_list", name=path.name)
        _refuse_entities(archive, path.name)
        parts = _sheet_parts(archive, path.name)
        sheets = tuple(info for info, _ in parts)
        chosen = choose_sheet(sheets, options.sheet)
        part = next(part for info, part in parts if info.name == chosen)
        sheet_parts = {part for _, part in parts}
        check_lengths(archive, path.name, [n for n in names if n.startswith("xl/") and n not in sheet_parts])
        step(0, 0, progress, cancel)
        rows, areas, odd = _read(path, archive, part, chosen)
    step(len(rows), len(rows), progress, cancel)
    facts = SheetFacts(odd.hidden_lines, odd.hidden_columns, areas, odd.formulas, odd.failed)
    width = max(map(len, rows), default=0)
    if width > MAX_COLUMNS or len(rows) > MAX_ROWS:
        code = "too_many_columns" if width > MAX_COLUMNS else "too_many_rows"
        raise refusal(code, limit=_LIMITS[code])
    _write_in(rows, odd)
    return TableSource(path, "xlsx", rows, width, sheets=sheets, sheet=chosen, facts=facts)


def _read(
    path: Path, archive: zipfile.ZipFile, part: str, sheet: str
) -> tuple[list[list[Cell]], tuple[Area, ...], SheetOddities]:
    """Read values and oddities side by side: the library does not hold the interpreter while it works."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-xlsx") as pool:
        looking = pool.submit(_part_within_limits, archive, path.name, part)
        workbook = _open(path)
        data = looking.result()
        found = pool.submit(oddities, data)
        rows, areas = _values(workbook, sheet, path.name)
        return rows, areas, found.result()


def _part_within_limits(archive: zipfile.ZipFile, name: str, part: str) -> bytes:
    """Return the XML of a sheet, refused before the library could fill the memory with a far cell."""
    data = read_part(archive, name, part)
    code = too_far(data)
    if code is not None:
        raise refusal(code, limit=_LIMITS[code])
    return data


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the library raises into known errors; where it panics, the file is at fault as well.

    Raises:
        KnownError: ``file_password``, ``file_damaged``.
    """
    import python_calamine

    try:
        yield
    except python_calamine.PasswordError as error:
        raise refusal("file_password", name=name) from error
    except python_calamine.CalamineError as error:
        raise refusal("file_damaged", name=name) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise refusal("file_damaged", name=name) from error
        raise


def _open(path: Path) -> Any:  # noqa: ANN401 - the library's own type
    import python_calamine

    with _told(path.name):
        return python_calamine.CalamineWorkbook.from_path(path)


def _values(workbook: Any, sheet: str, name: str) -> tuple[list[list[Cell]], tuple[Area, ...]]:  # noqa: ANN401
    with _told(name):
        table = workbook.get_sheet_by_name(sheet)
        rows: list[list[Cell]] = table.to_python(skip_empty_area=False)
        merged = table.merged_cell_ranges or []
    return rows, tuple(Area(a[0] + 1, a[1], b[0] + 1, b[1]) for a, b in merged)


def _write_in(rows: list[list[Cell]], odd: SheetOddities) -> None:
    """Put the text of formulas without a result, and of errors, where the library left the cell empty."""
    for found in (odd.formulas, odd.failed):
        for (line, column), text in found.items():
            while len(rows) < line <= MAX_ROWS:
                rows.append([])
            row = rows[line - 1]
            row.extend([""] * (column + 1 - len(row)))
            if row[column] == "":
                row[column] = text


def _refuse_entities(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a workbook with a document type in any XML part, before any of them is parsed."""
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")):
            refuse_document_type(archive, name, part)


def _sheet_parts(archive: zipfile.ZipFile, name: str) -> list[tuple[SheetInfo, str]]:
    """Return the sheets of a workbook with the archive part that holds each."""
    root = parse_xml(read_part(archive, name, "xl/workbook.xml"), name)
    relations = "xl/_rels/workbook.xml.rels"
    targets = {}
    if relations in archive.namelist():
        for relation in parse_xml(read_part(archive, name, relations), name):
            targets[relation.get("Id", "")] = _part_name(relation.get("Target", ""))
    parts = []
    known = set(archive.namelist())
    for sheet in root.iter():
        if sheet.tag.rpartition("}")[2] != "sheet":
            continue
        part = targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "", "")
        if part in known and "worksheets" in part:
            parts.append((SheetInfo(sheet.get("name", ""), sheet.get("state", "visible") != "visible"), part))
    if not parts:
        raise refusal("file_damaged", name=name)
    return parts


def _part_name(target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return str(PurePosixPath("xl") / target)


def parse_xml(data: bytes, name: str) -> Any:  # noqa: ANN401 - an element of the standard library's tree
    """Parse a small XML part with entities and document types refused.

    Raises:
        KnownError: ``file_damaged`` or ``file_entities``.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise refusal("file_entities", name=name) from error
    except (ParseError, LookupError, ValueError) as error:
        damaged: KnownError = refusal("file_damaged", name=name)
        raise damaged from error
