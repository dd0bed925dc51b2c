"""Workbooks: the one way in which text comes into a cell, so that it stays text."""

from typing import Any

import xlsxwriter

from clusterdesk.base.errors import BugError

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_LONGEST = 32_000  # a cell holds 32,767 signs; the rest is cut by spreadsheets without a word
_CUT = " […]"


def new_workbook(target: Any) -> Any:  # noqa: ANN401 - the library has no types
    """Begin a workbook that is written to a path or a stream of bytes when it is closed."""
    return xlsxwriter.Workbook(target, _OPTIONS)


def put_text(sheet: Any, line: int, column: int, text: str, look: Any = None) -> None:  # noqa: ANN401
    """Write a text into a cell, whatever it looks like; control signs go, what is too long ends with a mark."""
    plain = "".join(sign for sign in text if sign >= " " or sign in "\n\t")
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST - len(_CUT)] + _CUT
    if sheet.write_string(line, column, plain, look) != 0:
        raise BugError(f"a cell was not written: {line}, {column}")
