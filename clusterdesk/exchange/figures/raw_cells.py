"""The cells of a sheet that hold a figure, one by one, whatever its layout: reshaped by pandas."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.period_words import WrittenPeriod
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.exchange.figures.column_words import DETAILS, Part, part_of
from clusterdesk.exchange.figures.layout import FiguresLayout, LayoutKind
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell, TableSource

MOST_FIGURES = 30_000


@dataclass(frozen=True, slots=True)
class RawFigure:
    """A filled cell: where it stands, under which heading and period, and what is said about it elsewhere."""

    line: int
    column: int
    heading: str
    period: WrittenPeriod | None
    cell: Cell
    written_period: str = ""
    said: Mapping[Part, str] = field(default_factory=dict)


def raw_figures(source: TableSource, layout: FiguresLayout) -> tuple[RawFigure, ...]:
    """Return the filled cells of a sheet, in the order of its rows.

    Raises:
        KnownError: there are more than a ledger could ever hold.
    """
    ways = {LayoutKind.WIDE: _wide, LayoutKind.ROWS: _rows, LayoutKind.LONG: _long}
    found = tuple(ways[layout.kind](source, layout))
    if len(found) > MOST_FIGURES:
        raise KnownError(
            "too_many_figures",
            N_("{name} holds {count} figures; at most {most} are taken at once."),
            advice=N_("Keep only the months that are needed, or part it into several files."),
            name=source.path.name,
            count=len(found),
            most=MOST_FIGURES,
        )
    return found


def _wide(source: TableSource, layout: FiguresLayout) -> Iterator[RawFigure]:
    """Melt periods in columns; rows of details say more about the amounts of the line they are about."""
    label, detail = layout.parts[Part.LINE], layout.parts.get(Part.DETAIL)
    details: dict[tuple[str, int], dict[Part, str]] = {}
    amounts: list[tuple[int, int, str, Cell]] = []
    heading, kinds = "", {}
    for line, _ in source.records(layout.first_line):
        heading = one_line(cell_text(source.cell(line, label))) or (heading if detail is not None else "")
        about = one_line(cell_text(source.cell(line, detail))) if detail is not None else ""
        kinds[line] = (heading, (part_of(about) or Part.AMOUNT) if about else Part.AMOUNT)
    for line, column, cell in _melted(source, layout.first_line, sorted(layout.periods)):
        heading, part = kinds[line]
        if part in DETAILS and part is not Part.AMOUNT:
            details.setdefault((heading, column), {})[part] = cell_text(cell)
        elif heading:
            amounts.append((line, column, heading, cell))
    for line, column, heading, cell in amounts:
        said = details.get((heading, column), {})
        written = cell_text(source.cell(layout.header_line, column))
        yield RawFigure(line, column, heading, layout.periods[column], cell, written, said)


def _rows(source: TableSource, layout: FiguresLayout) -> Iterator[RawFigure]:
    """Melt lines in columns; each row is a period."""
    taken = set(layout.parts.values())
    lines = [c for c in range(source.width) if c not in taken and (c >= len(layout.headers) or layout.headers[c])]
    titles = {column: layout.headers[column] if column < len(layout.headers) else "" for column in lines}
    for line, column, cell in _melted(source, layout.first_line, lines):
        written = _written(source, layout, line)
        if written:
            yield RawFigure(line, column, titles[column], layout.row_period(source, line), cell, written)


def _long(source: TableSource, layout: FiguresLayout) -> Iterator[RawFigure]:
    parts = layout.parts
    others = {part: column for part, column in parts.items() if part in (*DETAILS, Part.CURRENCY)}
    others.pop(Part.AMOUNT)
    for line, column, cell in _melted(source, layout.first_line, [parts[Part.AMOUNT]]):
        heading = one_line(cell_text(source.cell(line, parts[Part.LINE])))
        said = {part: text for part, at in others.items() if (text := cell_text(source.cell(line, at)).strip())}
        written = _written(source, layout, line)
        if heading or written:
            yield RawFigure(line, column, heading, layout.row_period(source, line), cell, written, said)


def _written(source: TableSource, layout: FiguresLayout, line: int) -> str:
    columns = (layout.parts[part] for part in (Part.PERIOD, Part.MONTH, Part.YEAR) if part in layout.parts)
    return " ".join(text for column in columns if (text := one_line(cell_text(source.cell(line, column)))))


def _melted(source: TableSource, first_line: int, columns: list[int]) -> Iterator[tuple[int, int, Cell]]:
    """Return the filled cells of some columns by (line, column), row after row."""
    import pandas

    lines = [line for line, _ in source.records(first_line)]
    data = {column: [source.cell(line, column) for line in lines] for column in columns}
    frame = pandas.DataFrame(data, index=lines, dtype=object)
    melted = frame.melt(var_name="column", value_name="cell", ignore_index=False)
    filled = melted[melted["cell"].map(lambda cell: not isinstance(cell, str) or bool(cell.strip()))]
    rows = filled.set_index("column", append=True)["cell"].sort_index(kind="stable")
    for place, cell in rows.items():
        line, column = cast("tuple[int, int]", place)
        yield line, column, cell
