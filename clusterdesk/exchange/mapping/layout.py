"""Where the list begins in a table: titles above, one or two header rows, then the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from clusterdesk.domain.parsing.text import folded, one_line
from clusterdesk.exchange.mapping.concepts import match, meaning
from clusterdesk.exchange.mapping.target import ImportTarget
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell, TableSource, column_letters

RECOGNISED = 0.55
_LOOK_AT = 40
_LOOK_BELOW = 5
_LONG_HEADER = 90
_TITLE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Where header and rows stand; line numbers from 1. A list without a header has ``header_line`` None."""

    header_line: int | None
    first_line: int
    headers: tuple[str, ...]


def lay_out(source: TableSource, target: ImportTarget, header_line: int | None = None) -> Layout:
    """Find the header of a list.

    Args:
        source: the table.
        target: the kind of list; its fields tell which rows read like a header.
        header_line: what the user chose; None to find it, 0 for a list without one.
    """
    if header_line == 0:
        return _headerless(source)
    if header_line is not None:
        return _under(source, header_line, target)
    best, best_score = 0, 0.0
    for line, row in source.records():
        if line > _LOOK_AT:
            break
        score = _header_likeness(row, target) + _cover_below(source, line)
        if score > best_score + 1e-9:
            best, best_score = line, score
    if best == 0 or not _recognised(_texts(source, best), target):
        return (
            _headerless(source) if best == 0 or not _reads_like_titles(source, best) else _under(source, best, target)
        )
    return _under(source, best, target)


def same_header(headers: Sequence[str], row: Sequence[Cell]) -> bool:
    """Tell whether a row repeats the header, as lists glued together do."""
    filled = [
        (folded(header), folded(cell)) for header, cell in zip(headers, row, strict=False) if isinstance(cell, str)
    ]
    equal = sum(header == cell for header, cell in filled if header)
    return equal >= 2 and equal >= 0.8 * sum(bool(header) for header, _ in filled)


def _under(source: TableSource, line: int, target: ImportTarget) -> Layout:
    """Make the layout of a header line, taking the line above or below with it where both make one header."""
    single = _texts(source, line)
    known = _recognised(single, target)
    below = _joined(source, line, single, _texts(source, line + 1))
    if below and _recognised(below, target) > known and _is_header_row(source, line + 1):
        return Layout(line, line + 2, _named(below))
    above = _joined(source, line - 1, _texts(source, line - 1), single) if line > 1 else None
    if above:
        # A group says more than its columns only where both together say something.
        above = [
            one if not text or _score(one, target) >= RECOGNISED or _score(text, target) < RECOGNISED else text
            for one, text in zip(above, single, strict=True)
        ]
    if above and _recognised(above, target) >= known and _is_group_row(source, line - 1):
        return Layout(line, line + 1, _named(above))
    return Layout(line, line + 1, _named(single))


def _headerless(source: TableSource) -> Layout:
    first = next((line for line, row in source.records() if any(cell != "" for cell in row)), 1)
    return Layout(None, first, tuple(column_letters(column) for column in range(source.width)))


def _texts(source: TableSource, line: int) -> list[str]:
    return [one_line(cell_text(source.cell(line, column))) for column in range(source.width)]


def _named(texts: Sequence[str]) -> tuple[str, ...]:
    """Give every column a name; a blank one gets its letters."""
    return tuple(text or column_letters(column) for column, text in enumerate(texts))


def _recognised(texts: Sequence[str], target: ImportTarget) -> int:
    return sum(_score(text, target) >= RECOGNISED for text in texts if text)


def _score(text: str, target: ImportTarget) -> float:
    if len(text) > 4 * _LONG_HEADER:
        return 0.0
    said = meaning(text)
    return max((match(said, field.patterns) for field in target.fields), default=0.0)


def _header_likeness(row: Sequence[Cell], target: ImportTarget) -> float:
    """Score a row: known headers and short distinct texts speak for it, numbers, dates and long texts against."""
    score, seen = 0.0, set[str]()
    for cell in row:
        if cell == "":
            continue
        if not isinstance(cell, str) or _looks_like_value(cell):
            score -= 0.6
            continue
        text = one_line(cell)
        if text in seen:
            score -= 0.3
        seen.add(text)
        if _score(text, target) >= RECOGNISED:
            score += 1.0
        else:
            score += 0.2 if len(text) <= _LONG_HEADER else -0.3
    return score if len(seen) > 1 or len(row) == 1 else score - 0.5


def _looks_like_value(text: str) -> bool:
    digits, size = sum(char.isdigit() for char in text), len(text.replace(" ", ""))
    # “Colonne 123” is a title, BE0403170701 is none.
    titled = size - digits >= _TITLE_LETTERS and digits <= _TITLE_LETTERS
    return "@" in text or (digits > 1 and digits * 2 >= size and not titled) or 0 < digits == size


def _cover_below(source: TableSource, line: int) -> float:
    """Score how far the rows below fill the columns that this row names."""
    named = [column for column, cell in enumerate(source.rows[line - 1]) if cell != ""]
    filled_rows = (row for _, row in source.records(line + 1) if any(cell != "" for cell in row))
    below = list(islice(filled_rows, _LOOK_BELOW)) if named else []
    if not below:
        return 0.0
    filled = sum(column < len(row) and row[column] != "" for row in below for column in named)
    return filled / (len(named) * len(below))


def _reads_like_titles(source: TableSource, line: int) -> bool:
    """Tell a header in words we do not know from a first row of data: texts above, values below."""
    here = [cell for cell in source.rows[line - 1] if cell != ""]
    if len(here) < 2 or not all(isinstance(cell, str) and not _looks_like_value(cell) for cell in here):
        return False
    below = [cell for row in source.rows[line : line + _LOOK_BELOW] for cell in row if cell != ""]
    return any(not isinstance(cell, str) or _looks_like_value(cell) for cell in below)


def _joined(source: TableSource, line: int, top: Sequence[str], bottom: Sequence[str]) -> list[str] | None:
    """Join two header rows; a group title stands over all the columns of its merged cell, or up to the next title."""
    if not any(top) or not any(bottom):
        return None
    groups = list(top)
    for area in source.facts.merged:
        if area.first_line <= line <= area.last_line:
            for column in range(area.first_column, min(area.last_column + 1, len(groups))):
                groups[column] = top[area.first_column]
    return [f"{group} {text}".strip() if group != text else text for group, text in zip(groups, bottom, strict=True)]


def _is_header_row(source: TableSource, line: int) -> bool:
    cells = [cell for cell in source.rows[line - 1] if cell != ""] if line <= len(source.rows) else []
    return bool(cells) and all(isinstance(cell, str) and not _looks_like_value(cell) for cell in cells)


def _is_group_row(source: TableSource, line: int) -> bool:
    """Tell whether a row holds titles over groups of columns: several texts, one of them over merged cells."""
    if not _is_header_row(source, line) or sum(cell != "" for cell in source.rows[line - 1]) < 2:
        return False
    return any(area.first_line <= line <= area.last_line for area in source.facts.merged)
