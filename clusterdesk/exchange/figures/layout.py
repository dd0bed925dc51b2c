"""How a sheet of figures is laid out: periods as columns, a period a row, or a figure a row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.line_words import HeadingKind, read_heading
from clusterdesk.domain.figures.period_words import WrittenPeriod, period_of_day, written_period
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.figures import Cadence
from clusterdesk.exchange.figures.column_words import Part, part_of
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell, TableSource

_LOOK_AT = 60
_MOSTLY = 0.6
_YEAR_IN_TEXT = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?![0-9])")
_EPOCH = date(1899, 12, 30)
_SERIALS = (32874, 77431)  # 1 January 1990 and 31 December 2111 as a spreadsheet counts


class LayoutKind(StrEnum):
    """How figures stand on a sheet."""

    WIDE = "wide"
    ROWS = "rows"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class FiguresLayout:
    """Where periods, lines and amounts stand; lines of the sheet from 1, columns from 0.

    ``periods`` are the columns of a wide sheet; ``parts`` the columns that say something else; ``year`` is that of
    periods without one.
    """

    kind: LayoutKind
    header_line: int
    first_line: int
    periods: Mapping[int, WrittenPeriod] = field(default_factory=dict)
    parts: Mapping[Part, int] = field(default_factory=dict)
    year: int | None = None
    headers: tuple[str, ...] = ()

    def row_period(self, source: TableSource, line: int) -> WrittenPeriod | None:
        """Return the period a row of the other two kinds is about."""
        if Part.PERIOD in self.parts:
            read = cell_period(source.cell(line, self.parts[Part.PERIOD]))
            own = _year_of(source.cell(line, self.parts[Part.YEAR])) if Part.YEAR in self.parts else None
            return None if read is None else read.in_year(own or self.year)
        month, year = _month_of(source.cell(line, self.parts[Part.MONTH])), self.year
        if Part.YEAR in self.parts:
            year = _year_of(source.cell(line, self.parts[Part.YEAR]))
        return None if month is None else month.in_year(year)


def lay_out(source: TableSource, year: int | None = None) -> FiguresLayout:
    """Find how a sheet is laid out; ``year`` is that of months without one, where the user gave it.

    Raises:
        KnownError: there are no periods on it.
    """
    found = _wide(source, year) or _by_row(source, year)
    if found is None:
        raise KnownError(
            "no_periods",
            N_("There are no months in {name}."),
            advice=N_("Put the months in a row above the amounts, or in a column: 01/2026, janv. 2026 or 2026-Q1."),
            name=source.path.name,
        )
    return found


def cell_period(cell: Cell) -> WrittenPeriod | None:
    """Return the period that a cell names."""
    if isinstance(cell, date):
        return period_of_day(cell)
    if isinstance(cell, bool) or cell == "":
        return None
    if isinstance(cell, int | float):
        return WrittenPeriod(Cadence.ANNUAL, 1, int(cell)) if cell == int(cell) and 1000 <= cell <= 9999 else None
    return written_period(cell) if isinstance(cell, str) and len(cell) <= 40 else None


def _wide(source: TableSource, year: int | None) -> FiguresLayout | None:
    header, best = _period_row(source) or _single_period(source) or (0, {})
    if not best:
        return None
    label = _label_column(source, header, min(best))
    parts = {Part.LINE: label}
    for column in range(min(best)):
        if column != label and part_of(cell_text(source.cell(header, column))) is Part.DETAIL:
            parts[Part.DETAIL] = column
    best = _in_years(source, header, best, year)
    headers = tuple(one_line(cell_text(source.cell(header, column))) for column in range(source.width))
    return FiguresLayout(LayoutKind.WIDE, header, header + 1, best, parts, year, headers)


def _period_row(source: TableSource) -> tuple[int, dict[int, WrittenPeriod]] | None:
    """Return the row with the most periods; a table with two dates in each row has none."""
    lines: dict[int, dict[int, WrittenPeriod]] = {}
    for line, row in source.records():
        if line > _LOOK_AT:
            break
        found = _periods_in(row)
        if len(set(found.values())) >= 2 and _labels_below(source, line, min(found)):
            lines[line] = found
    if sum(len(found) == 2 for found in lines.values()) > 2:
        lines = {line: found for line, found in lines.items() if len(found) > 2}
    best = max(lines, key=lambda line: (len(lines[line]), -line), default=None)
    return None if best is None else (best, lines[best])


def _periods_in(row: Sequence[Cell]) -> dict[int, WrittenPeriod]:
    """Return the periods of a row by column; years alone only where nothing finer stands there."""
    found = {column: read for column, cell in enumerate(row) if (read := cell_period(cell)) is not None}
    finer = {column: read for column, read in found.items() if read.cadence is not Cadence.ANNUAL}
    if finer:
        return finer
    years = [one.year or 0 for one in found.values()]
    steps = {after - before for before, after in pairwise(years)}
    return found if steps in ({1}, {-1}) else _serials(row)


def _serials(row: Sequence[Cell]) -> dict[int, WrittenPeriod]:
    """Read numbers that are dates without their format: a month or a quarter from one to the next."""
    numbers = {
        column: int(cell)
        for column, cell in enumerate(row)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and _SERIALS[0] <= cell <= _SERIALS[1]
    }
    steps = [after - before for before, after in pairwise(numbers.values())]
    if not steps or not all(28 <= step <= 31 for step in steps):
        return {}
    return {column: period_of_day(_EPOCH + timedelta(days=number)) for column, number in numbers.items()}


def _labels_below(source: TableSource, header: int, first: int) -> bool:
    """Tell whether texts stand under a header, left of its periods: the lines."""
    return first > 0 and any(
        isinstance(source.cell(line, column), str) and str(source.cell(line, column)).strip()
        for line in range(header + 1, min(header + 40, len(source.rows)) + 1)
        for column in range(first)
    )


def _single_period(source: TableSource) -> tuple[int, dict[int, WrittenPeriod]] | None:
    """Find a header with one period, over at least two known lines: a sheet of one month."""
    for line, row in source.records():
        if line > _LOOK_AT:
            break
        found = {c: read for c, cell in enumerate(row) if (read := cell_period(cell)) and c > 0}
        if len(found) == 1 and not any(isinstance(cell, int | float) for cell in row):
            label = _label_column(source, line, min(found))
            known = _known_lines(source, line + 1, label)
            if known >= 2 or (known == 1 and len(source.rows) - line <= 2):
                return line, found
    return None


def _known_lines(source: TableSource, first: int, column: int) -> int:
    texts = {
        one_line(cell_text(source.cell(line, column))) for line in range(first, min(first + 60, len(source.rows) + 1))
    }
    return sum(read_heading(text).kind is not HeadingKind.UNKNOWN for text in texts if text)


def _label_column(source: TableSource, header: int, first: int) -> int:
    return max(range(first), key=lambda column: (_known_lines(source, header + 1, column), -column), default=0)


def _in_years(
    source: TableSource, header: int, periods: Mapping[int, WrittenPeriod], year: int | None
) -> dict[int, WrittenPeriod]:
    """Give periods without a year that of the row above, of a title, or of the name of sheet or file."""
    if all(one.year is not None for one in periods.values()):
        return dict(periods)
    above: dict[int, int] = {}
    last: int | None = None
    for column in range(source.width):
        last = _year_of(source.cell(header - 1, column)) or last
        if last is not None:
            above[column] = last
    told = year or next(iter(_years_told(source, header)), None)
    return {column: one.in_year(above.get(column, told)) for column, one in periods.items()}


def _years_told(source: TableSource, header: int) -> list[int]:
    titles = [cell_text(cell) for row in source.rows[: header - 1] for cell in row if isinstance(cell, str)]
    for texts in (titles, [source.sheet or ""], [source.path.stem]):
        found = {int(year) for text in texts for year in _YEAR_IN_TEXT.findall(text)}
        if found:
            return sorted(found) if len(found) == 1 else []
    return []


def _by_row(source: TableSource, year: int | None) -> FiguresLayout | None:
    """Find a table with a period in each row."""
    header = _header_of_rows(source)
    titles = [one_line(cell_text(source.cell(header, column))) for column in range(source.width)] if header else []
    parts: dict[Part, int] = {}
    for column, title in enumerate(titles):
        part = part_of(title)
        if part is not None:
            parts.setdefault(part, column)
    first = header + 1
    if Part.YEAR in parts and Part.MONTH in parts:
        parts.pop(Part.PERIOD, None)
    else:
        periods = _period_column(source, first, parts)
        if periods is None:
            return None
        parts[Part.PERIOD] = periods
        parts.pop(Part.MONTH, None)
        if parts.get(Part.YEAR) == periods:
            del parts[Part.YEAR]
    if Part.LINE not in parts:
        named = _line_column(source, first, set(parts.values()))
        if named is not None:
            parts[Part.LINE] = named
    is_long = Part.LINE in parts and _amount_column(source, first, parts) is not None
    if is_long:
        parts.setdefault(Part.AMOUNT, _amount_column(source, first, parts) or 0)
    told = year or next(iter(_years_told(source, max(header, 1))), None)
    kind = LayoutKind.LONG if is_long else LayoutKind.ROWS
    return FiguresLayout(kind, header, first, {}, parts, told, tuple(titles))


def _header_of_rows(source: TableSource) -> int:
    """Return the line of the titles: the last row of texts before the first row that holds a period; 0 for none."""
    for line, row in source.records():
        if line > _LOOK_AT:
            break
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        titled = sum(part_of(cell) is not None or read_heading(cell).kind is not HeadingKind.UNKNOWN for cell in texts)
        if titled >= 2 and not _amounts_in(row):
            return line
    for line, row in source.records():
        if line > _LOOK_AT:
            break
        if any(cell_period(cell) is not None for cell in row):
            above = source.rows[line - 2] if line > 1 else ()
            return line - 1 if any(isinstance(cell, str) and cell.strip() for cell in above) else 0
    return 0


def _amounts_in(row: Sequence[Cell]) -> bool:
    return any(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in row)


def _period_column(source: TableSource, first: int, parts: Mapping[Part, int]) -> int | None:
    named = [parts[part] for part in (Part.PERIOD, Part.MONTH, Part.YEAR) if part in parts]
    for column in [*named, *(one for one in range(source.width) if one not in named)]:
        filled = [cell for _, row in source.records(first) if column < len(row) and (cell := row[column]) != ""]
        periods = sum(cell_period(cell) is not None for cell in filled)
        if filled and periods >= _MOSTLY * len(filled):
            return column
    return None


def _line_column(source: TableSource, first: int, taken: set[int]) -> int | None:
    """Return the column whose cells name lines, in most rows."""
    for column in range(source.width):
        texts = [
            cell
            for _, row in source.records(first)
            if column < len(row) and isinstance(cell := row[column], str) and cell
        ]
        known = sum(read_heading(text).kind is not HeadingKind.UNKNOWN for text in texts)
        if column not in taken and texts and known >= _MOSTLY * len(texts):
            return column
    return None


def _amount_column(source: TableSource, first: int, parts: Mapping[Part, int]) -> int | None:
    if Part.AMOUNT in parts:
        return parts[Part.AMOUNT]
    taken = set(parts.values())
    free = [column for column in range(source.width) if column not in taken]
    filled = {c: sum(1 for _, row in source.records(first) if c < len(row) and row[c] != "") for c in free}
    return max((c for c in free if filled[c]), key=lambda c: filled[c], default=None)


def _year_of(cell: Cell) -> int | None:
    read = cell_period(cell)
    return read.year if read is not None and read.cadence is Cadence.ANNUAL else None


def _month_of(cell: Cell) -> WrittenPeriod | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return WrittenPeriod(Cadence.MONTHLY, int(cell)) if 1 <= cell <= 12 and cell == int(cell) else None
    text = cell_text(cell).strip()
    if text.isdigit() and 1 <= int(text) <= 12:
        return WrittenPeriod(Cadence.MONTHLY, int(text))
    read = cell_period(cell)
    return read if read is not None and read.cadence is not Cadence.ANNUAL else None
