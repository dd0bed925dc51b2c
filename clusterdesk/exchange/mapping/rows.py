"""Reading the rows of a list: typed values, warnings and errors with their cells, rows to leave out with the reason.

Work goes by columns within chunks, and equal cells are read once: that is what makes 10,000 rows quick.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from clusterdesk.base.garbage import collector_asleep
from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, MappedColumn
from clusterdesk.exchange.mapping.completion import complete
from clusterdesk.exchange.mapping.layout import Layout
from clusterdesk.exchange.mapping.read_row import Finding, Notes, ReadRow, Verbatim
from clusterdesk.exchange.mapping.reason_column import is_reason
from clusterdesk.exchange.mapping.row_skips import skip_reason
from clusterdesk.exchange.mapping.target import TargetField, ValueKind
from clusterdesk.exchange.mapping.values import Reader, Several, hour_in, reader_of
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.exchange.reading.source import Cell, TableSource, address

_CHUNK = 1_000
_MEMO_LIMIT = 50_000
_TEXT_KINDS = frozenset({ValueKind.TEXT, ValueKind.NOTE})

_FORMULA = N_("Cell {cell} holds a formula without a result; it was not computed.")
_FAILED = N_("Cell {cell} shows the spreadsheet error {text}.")


class _Column:
    """A column with its field, its reader and what it has read so far."""

    def __init__(self, mapped: MappedColumn, target: TargetField | None) -> None:
        self.mapped = mapped
        self.target = target
        self.read: Reader | None = reader_of(target, mapped) if target else None
        self.memo: dict[Cell, Any] = {}
        self.kept: dict[Cell, Verbatim] = {}

    def values(self, cells: Sequence[Cell]) -> list[Any]:
        """Read the cells of a chunk; equal ones once."""
        read = self.read
        assert read is not None
        if bool in set(map(type, cells)):  # True and 1 are one key, but not one value
            return [read(cell) for cell in cells]
        if len(self.memo) > _MEMO_LIMIT:
            self.memo.clear()
        memo = self.memo
        fresh = set(cells).difference(memo)
        memo.update(zip(fresh, map(read, fresh), strict=True))
        return list(map(memo.__getitem__, cells))

    def verbatim(self, cell: Cell) -> Verbatim:
        """Return a cell word for word."""
        kept = self.kept.get(cell)
        if kept is None:
            mapped = self.mapped
            kept = self.kept[cell] = Verbatim(mapped.field, mapped.header, cell_text(cell), mapped.year)
        return kept


def read_rows(
    source: TableSource,
    layout: Layout,
    mapping: ColumnMapping,
    progress: Progress | None = None,
    cancel: Stoppable | None = None,
) -> Iterator[ReadRow]:
    """Read the rows of a list, in order; empty records are passed over but counted.

    Raises:
        CancelledError: between chunks, when asked.
    """
    columns = [
        _Column(mapped, mapping.target.field_of(mapped.field) if mapped.field else None)
        for mapped in mapping.columns
        if mapped.column < source.width and not is_reason(mapped.header)
    ]
    total = len(source.rows) - layout.first_line + 1
    for start in range(layout.first_line, len(source.rows) + 1, _CHUNK):
        step(start - layout.first_line, total, progress, cancel)
        with collector_asleep():
            rows = _chunk(source, layout, mapping, columns, start)
        yield from rows
    step(total, total, progress, cancel)


def _chunk(
    source: TableSource, layout: Layout, mapping: ColumnMapping, columns: Sequence[_Column], start: int
) -> list[ReadRow]:
    """Read up to 1,000 records from a line on."""
    width = source.width
    lines: list[int] = []
    rows: list[Sequence[Cell]] = []
    notes = Notes()
    for line, row in enumerate(source.rows[start - 1 : start - 1 + _CHUNK], start):
        if not any(row) and row.count("") == len(row):
            continue
        lines.append(line)
        rows.append(row if len(row) == width else [*row, *[""] * (width - len(row))])
        reason = skip_reason(row, layout)
        if reason is not None:
            notes.skipped[line] = reason
    if not lines:
        return []
    cells = list(zip(*rows, strict=True))
    _note_spreadsheet_faults(source, mapping, lines, notes)
    read = _read_columns(columns, cells, lines, notes)
    _read_hours(columns, cells, read)
    complete(read, lines, mapping, notes)
    _keep_verbatim(columns, cells, lines, notes)
    keys = list(read)
    values = zip(*read.values(), strict=True) if read else iter([()] * len(lines))
    return [notes.row(line, dict(zip(keys, row, strict=True))) for line, row in zip(lines, values, strict=True)]


def _read_columns(
    columns: Sequence[_Column], cells: Sequence[tuple[Cell, ...]], lines: Sequence[int], notes: Notes
) -> dict[str, list[Any]]:
    """Read all mapped columns of a chunk; what is odd goes to the notes."""
    read: dict[str, list[Any]] = {}
    for column in columns:
        if column.target is None:
            continue
        values = column.values(cells[column.mapped.column])
        kinds = set(map(type, values))
        if Parsed in kinds or Several in kinds:
            values = [
                _noted(column, column.target, line, value, notes) if isinstance(value, (Parsed, Several)) else value
                for line, value in zip(lines, values, strict=True)
            ]
        key = column.target.key
        read[key] = _merged(key, read[key], values, lines, notes) if key in read else values
    return read


def _read_hours(columns: Sequence[_Column], cells: Sequence[tuple[Cell, ...]], read: dict[str, list[Any]]) -> None:
    """Take the hour of a day written with it, where the row has none of its own."""
    for column in columns:
        if column.target is None or not column.target.hour:
            continue
        hours = [hour_in(cell) for cell in cells[column.mapped.column]]
        if any(hours):
            key = column.target.hour
            own = read.get(key, [None] * len(hours))
            read[key] = [hour if given is None else given for given, hour in zip(own, hours, strict=True)]


def _noted(column: _Column, target: TargetField, line: int, value: Parsed[Any] | Several, notes: Notes) -> Any:  # noqa: ANN401
    """Note the warnings and error of a cell, and return its (first) value."""
    header, key, place = column.mapped.header, target.key, address(line, column.mapped.column)
    known = notes.failed(line, place)  # the spreadsheet itself failed: nothing more to say about this cell
    if not known:
        for problem in value.warnings:
            notes.add(line, Finding(header, key, place, problem.code, problem.message, problem.params), error=False)
    if isinstance(value, Several):
        if len(value.values) > 1:
            notes.more.setdefault(line, {})[key] = value.values[1:]
        return value.values[0] if value.values else None
    error = value.error
    if error is not None and not known:
        refuses = not (target.lenient or target.verbatim)
        notes.add(line, Finding(header, key, place, error.code, error.message, error.params, refuses), error=True)
    return value.value


def _merged(key: str, first: list[Any], second: list[Any], lines: Sequence[int], notes: Notes) -> list[Any]:
    """Join two columns of one field: the first value stays, the others follow it; labels become one list."""
    merged = []
    for line, one, other in zip(lines, first, second, strict=True):
        if isinstance(one, tuple) or isinstance(other, tuple):
            merged.append(tuple(dict.fromkeys((*(one or ()), *(other or ())))))
        elif one is None or other is None or one == other:
            merged.append(other if one is None else one)
        else:
            more = notes.more.setdefault(line, {})
            more[key] = (*more.get(key, ()), other)
            merged.append(one)
    return merged


def _note_spreadsheet_faults(source: TableSource, mapping: ColumnMapping, lines: Sequence[int], notes: Notes) -> None:
    """Note the cells that could not be read because of the spreadsheet itself."""
    by_column = {column.column: column for column in mapping.columns}
    for found, code, message in (
        (source.facts.formulas, "formula_without_result", _FORMULA),
        (source.facts.failed, "error_cell", _FAILED),
    ):
        for (line, index), text in found.items():
            column = by_column.get(index)
            target = mapping.target.field_of(column.field) if column and column.field else None
            if column is None or target is None or not lines[0] <= line <= lines[-1]:
                continue
            place = address(line, index)
            # The words of a formula may stand for a text, and the user sees them; for a number or date they may not.
            kept = target.lenient or target.verbatim or (target.kind in _TEXT_KINDS and code != "error_cell")
            params = {"cell": place, "text": text}
            notes.add(line, Finding(column.header, target.key, place, code, message, params, not kept), error=True)


def _keep_verbatim(
    columns: Sequence[_Column], cells: Sequence[tuple[Cell, ...]], lines: Sequence[int], notes: Notes
) -> None:
    """Keep word for word the cells of unmapped columns, of fields without a home yet, and lenient ones that failed."""
    for column in columns:
        index, target = column.mapped.column, column.target
        if target is None or target.verbatim:
            for line, cell in zip(lines, cells[index], strict=True):
                if cell != "":
                    notes.verbatim.setdefault(line, []).append(column.verbatim(cell))
        elif target.lenient and notes.errors:
            for line, cell in zip(lines, cells[index], strict=True):
                if line in notes.errors and notes.failed(line, address(line, index)):
                    notes.verbatim.setdefault(line, []).append(column.verbatim(cell))
