"""Our own look at the XML of an xlsx sheet: far cells, hidden rows and columns, formulas without a result, errors.

The values come from a fast library that loses these things: it gives an empty cell for a formula without a result
and for a spreadsheet error, and it would fill the memory for one cell in a far corner. Searching the bytes costs a
small part of the reading; only what is found is looked at closely.
"""

import html
import re
from dataclasses import dataclass

from clusterdesk.exchange.reading.source import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

# Capitals become A, digits 1 and apostrophes quotation marks: two plain searches then see any far-looking reference.
_FLAT = bytes(
    0x41 if 65 <= code <= 90 else 0x31 if 48 <= code <= 57 else 0x22 if code == 39 else code for code in range(256)
)
_BODY = b"sheetData"
_REFERENCE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]+)([0-9]+)["'][^>]*?(/?)>(?!\s*</)""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s([^>]*)>""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\br\s*=\s*["']([0-9]+)["']""")
_COLUMN = re.compile(rb"""<(?:\w+:)?col\s([^>]*)/?>""")
_SPAN = re.compile(rb"""\b(min|max)\s*=\s*["']([0-9]+)["']""")
_NO_RESULT = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)</""", re.DOTALL
)
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Z]+)([0-9]+)["']""")


@dataclass(frozen=True, slots=True)
class SheetOddities:
    """What the XML of a sheet tells beside its values; lines from 1, columns from 0."""

    hidden_lines: frozenset[int]
    hidden_columns: frozenset[int]
    formulas: dict[tuple[int, int], str]
    failed: dict[tuple[int, int], str]


def furthest(data: bytes) -> tuple[int, int]:
    """Return the last line and column with a value as far as they could exceed the limits, else (0, 0).

    The common case, no column beyond Z and no line of six digits, is settled by searches; other sheets are read cell by
    cell.
    """
    flat = data.translate(_FLAT)
    body = max(data.find(_BODY), 0)
    # From the end: bytes are searched three times as fast that way.
    if flat.rfind(b'"AA', body) < 0 and flat.rfind(b'111111"', body) < 0:
        return 0, 0
    line = column = 0
    for found in _REFERENCE.finditer(data):
        if not found[3]:
            line = max(line, int(found[2]))
            column = max(column, column_index(found[1]) + 1)
    return line, column


def too_far(data: bytes) -> str | None:
    """Return the code of the limit that a sheet exceeds, or None."""
    line, column = furthest(data)
    if column > MAX_COLUMNS:
        return "too_many_columns"
    if line > MAX_ROWS:
        return "too_many_rows"
    return "too_many_cells" if line * column > MAX_CELLS else None


def oddities(data: bytes) -> SheetOddities:
    """Find hidden rows and columns, formulas without a result and error cells."""
    body = data.find(_BODY) + len(_BODY) if _BODY in data else 0
    head = data[:body]
    prefixed = re.search(rb"<\w+:worksheet", head) is not None
    quoted = b"'" in head
    return SheetOddities(
        _hidden_lines(data) if _occurs(b"hidden", b"h", data, body) else frozenset(),
        _hidden_columns(head) if b"hidden" in head else frozenset(),
        _cells(_NO_RESULT, data, "=") if prefixed or _occurs(b"<f", b"f", data, body) else {},
        _cells(_ERROR, data, "") if quoted or _occurs(b't="e"', b"e", data, body) else {},
    )


def _occurs(word: bytes, letter: bytes, data: bytes, start: int) -> bool:
    """Tell whether a word occurs; its rarest letter is looked for first, which takes a tenth of the time."""
    first = data.find(letter, start)
    return first >= 0 and data.find(word, max(first - word.index(letter), 0)) >= 0


def column_index(letters: bytes) -> int:
    """Return the index of column letters: A is 0."""
    index = 0
    for code in letters:
        index = index * 26 + code - 64
    return index - 1


def _hidden_lines(data: bytes) -> frozenset[int]:
    lines, line = set(), 0
    for found in _ROW.finditer(data):
        number = _NUMBER.search(found[1])
        line = int(number[1]) if number else line + 1
        if _HIDDEN.search(found[1]):
            lines.add(line)
    return frozenset(lines)


def _hidden_columns(head: bytes) -> frozenset[int]:
    columns: set[int] = set()
    for found in _COLUMN.finditer(head):
        if _HIDDEN.search(found[1]):
            ends = {key: int(value) for key, value in _SPAN.findall(found[1])}
            columns.update(range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 1), MAX_COLUMNS)))
    return frozenset(columns)


def _cells(pattern: re.Pattern[bytes], data: bytes, prefix: str) -> dict[tuple[int, int], str]:
    """Return the text of each cell a pattern finds; a self-closed cell before it is stepped over."""
    cells: dict[tuple[int, int], str] = {}
    for found in pattern.finditer(data):
        if (place := _CELL.search(found[1])) and not found[1].endswith(b"/"):
            text = html.unescape((found[2] or b"").decode("utf-8", "replace"))
            cells[int(place[2]), column_index(place[1])] = prefix + text
    return cells
