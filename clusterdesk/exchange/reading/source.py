"""The one shape every list has once it is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from clusterdesk.domain.parsing.outcome import Problem

type Cell = str | int | float | bool | date | datetime | time | timedelta
"""A cell as the file gives it; an empty one is the empty string."""

MAX_FILE_BYTES = 200 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 500
# Rows by columns: two cells far apart span a table that would fill the memory.
MAX_CELLS = 20_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user chose against our guess; None leaves it to us."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of a workbook."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A merged range; lines are record numbers (from 1), columns indexes (from 0), ends included."""

    first_line: int
    first_column: int
    last_line: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is odd about the sheet.

    ``formulas`` holds formula cells without a result and ``failed`` the cells that show a spreadsheet error, both
    by (line, column): formulas are never computed here.
    """

    hidden_lines: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    failed: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableSource:
    """A list as read from a file.

    ``rows[0]`` is record 1 of the source: titles, header and empty records are all there. Rows may be shorter than
    ``width``. ``notices`` tell what the user should know about the file as a whole.
    """

    path: Path
    format: str
    rows: Sequence[Sequence[Cell]]
    width: int
    encoding: str | None = None
    delimiter: str | None = None
    sheets: tuple[SheetInfo, ...] = ()
    sheet: str | None = None
    facts: SheetFacts = SheetFacts()
    notices: tuple[Problem, ...] = ()

    def cell(self, line: int, column: int) -> Cell:
        """Return a cell by record number (from 1) and column index (from 0); outside the table it is empty."""
        row = self.rows[line - 1] if 0 < line <= len(self.rows) else ()
        return row[column] if column < len(row) else ""

    def records(self, first_line: int = 1) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Give the records from a line on, with their numbers."""
        for line in range(first_line, len(self.rows) + 1):
            yield line, self.rows[line - 1]


def column_letters(column: int) -> str:
    """Return the letters of a column index: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(line: int, column: int) -> str:
    """Return the address of a cell as a spreadsheet shows it, ``M13``."""
    return f"{column_letters(column)}{line}"
