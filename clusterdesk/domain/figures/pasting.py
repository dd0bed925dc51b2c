"""A block of cells copied from a spreadsheet: rows by line breaks, cells by tabs, quoted where a cell holds either."""

import csv
import io

from clusterdesk.domain.parsing.numbers import decimal_mark

MOST_ROWS = 1_000
MOST_CELLS = 20_000


def read_block(text: str) -> list[list[str]] | None:
    """Return the cells of a block, row by row; ``None`` where it is far more than any ledger holds.

    The size is told before anything is taken apart: a million rows are refused at once.
    """
    if text.count("\n") + text.count("\r") > 2 * MOST_ROWS or text.count("\t") > MOST_CELLS:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(lines), delimiter="\t")) if '"' in lines else _plain(lines)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    fits = len(rows) <= MOST_ROWS and sum(map(len, rows)) <= MOST_CELLS
    return [[cell.strip() for cell in row] for row in rows] if fits else None


def _plain(lines: str) -> list[list[str]]:
    return [line.split("\t") for line in lines.split("\n")]


def block_mark(rows: list[list[str]]) -> str | None:
    """Return the decimal mark that a block uses, where it tells: it settles ``1.234``."""
    return decimal_mark([cell.strip("()€ ") for row in rows for cell in row if cell])


def written_block(rows: list[list[str]]) -> str:
    """Return cells as a spreadsheet takes them."""
    return "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows)
