"""Tables as csv: UTF-8 with mark, semicolons, and no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

DELIMITER = ";"
# What a spreadsheet would take for the beginning of a formula; the reading of lists takes the apostrophe off again.
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")


def csv_bytes(rows: Iterable[Sequence[str]], numbers: frozenset[tuple[int, int]] = frozenset()) -> bytes:
    """Return rows as a csv file.

    Args:
        rows: the cells, as text.
        numbers: (row, column), from 0, of the cells that are numbers of ours: their minus stays as it is.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    for line, row in enumerate(rows):
        writer.writerow([cell if (line, column) in numbers else safe_cell(cell) for column, cell in enumerate(row)])
    return text.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """Return a text as a cell that stays a text in every spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
