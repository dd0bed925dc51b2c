"""Opening a list, whatever it is: the kind is told by the content, never by the name alone."""

from dataclasses import replace
from pathlib import Path

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.exchange.reading.apart import is_heavy, read_apart
from clusterdesk.exchange.reading.csv_table import read_csv
from clusterdesk.exchange.reading.ods_table import read_ods
from clusterdesk.exchange.reading.progress import Progress, Stoppable
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.source import MAX_FILE_BYTES, ReadOptions, TableSource, address, column_letters
from clusterdesk.exchange.reading.xlsx_table import read_xlsx
from clusterdesk.exchange.reading.zip_checks import open_zip

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_NO_LISTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ",
    b"\x7fELF",
)
_OLD_EXCEL = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00\x04\x00")
_SHOWN = 12

_SEVERAL = N_("The workbook has several sheets ({sheets}); “{sheet}” was read.")
_HIDDEN_ROWS = N_("Hidden rows were read too: {rows}.")
_HIDDEN_COLUMNS = N_("Hidden columns were read too: {columns}.")
_MERGED = N_("There are merged cells: {cells}.")
_FORMULAS = N_("Formulas without a result were not computed: {cells}.")
_FAILED = N_("Cells show a spreadsheet error: {cells}.")


def open_source(
    path: Path,
    options: ReadOptions | None = None,
    progress: Progress | None = None,
    cancel: Stoppable | None = None,
) -> TableSource:
    """Read a csv, tsv, xlsx or ods file into a table; a large one in a helper process (see ``apart``).

    Args:
        path: the file; it is only read.
        options: sheet, encoding and delimiter where the user chose them.
        progress: called with (rows done, total or 0).
        cancel: looked at between pieces of work.

    Raises:
        KnownError: each unreadable file has its own code, message and advice (see ``refusals``); ``cancelled``.
    """
    chosen = options or ReadOptions()
    _head(path)
    if is_heavy(path):
        return read_apart(path, chosen, progress, cancel)
    return read_here(path, chosen, progress, cancel)


def read_here(path: Path, chosen: ReadOptions, progress: Progress | None, cancel: Stoppable | None) -> TableSource:
    """Read a file in this process.

    Raises:
        KnownError: as ``open_source``.
    """
    head = _head(path)
    if head.startswith(b"PK"):
        source = _read_zip(path, chosen, progress, cancel)
    else:
        _refuse_foreign(path, head)
        source = read_csv(path, _content(path), chosen, progress, cancel)
    if not any(cell.strip() if isinstance(cell, str) else True for row in source.rows for cell in row):
        raise refusal("sheet_empty", name=source.sheet or path.name)
    return replace(source, notices=(*source.notices, *_notices(source)))


def _head(path: Path) -> bytes:
    """Return the first bytes of a file that exists, can be opened, is not empty and not too large."""
    if path.is_dir():
        raise refusal("file_is_folder", name=path.name)
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise refusal("file_too_large", name=path.name, size=size >> 20, limit=MAX_FILE_BYTES >> 20)
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError as error:
        raise refusal("file_missing", name=path.name) from error
    except OSError as error:
        raise refusal("file_unreadable", name=path.name) from error
    if not head:
        raise refusal("file_empty", name=path.name)
    return head


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise refusal("file_unreadable", name=path.name) from error


def _read_zip(path: Path, options: ReadOptions, progress: Progress | None, cancel: Stoppable | None) -> TableSource:
    with open_zip(path) as archive:
        names = set(archive.namelist())
    if "content.xml" in names and "mimetype" in names:
        return read_ods(path, options, progress, cancel)
    return read_xlsx(path, options, progress, cancel)


def _refuse_foreign(path: Path, head: bytes) -> None:
    """Refuse by its first bytes what is no text with delimiters."""
    if head.startswith(_COMPOUND):
        protected = _ENCRYPTED_STREAM in _content(path)
        raise refusal("file_password" if protected else "file_old_excel", name=path.name)
    if head.startswith(_OLD_EXCEL) and path.suffix.lower() == ".xls":
        raise refusal("file_old_excel", name=path.name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        raise refusal("file_html", name=path.name)
    if start.startswith(b"<?xml") or head.startswith(_NO_LISTS):
        raise refusal("file_not_a_list", name=path.name)


def _notices(source: TableSource) -> list[Problem]:
    facts = source.facts
    found = []
    if len(source.sheets) > 1:
        names = ", ".join(sheet.name for sheet in source.sheets)
        found.append(Problem("several_sheets", _SEVERAL, {"sheets": names, "sheet": source.sheet}))
    if facts.hidden_lines:
        found.append(Problem("hidden_rows", _HIDDEN_ROWS, {"rows": _short(map(str, sorted(facts.hidden_lines)))}))
    if facts.hidden_columns:
        letters = [column_letters(c) for c in sorted(facts.hidden_columns) if c < source.width]
        if letters:
            found.append(Problem("hidden_columns", _HIDDEN_COLUMNS, {"columns": _short(letters)}))
    if facts.merged:
        areas = (f"{address(a.first_line, a.first_column)}:{address(a.last_line, a.last_column)}" for a in facts.merged)
        found.append(Problem("merged_cells", _MERGED, {"cells": _short(areas)}))
    for code, message, cells in (("formulas", _FORMULAS, facts.formulas), ("error_cells", _FAILED, facts.failed)):
        if cells:
            found.append(Problem(code, message, {"cells": _short(address(*cell) for cell in sorted(cells))}))
    return found


def _short(names: object) -> str:
    listed = list(names)  # type: ignore[call-overload]
    return ", ".join(listed[:_SHOWN]) + (" …" if len(listed) > _SHOWN else "")
