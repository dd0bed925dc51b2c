"""What pages of running text are set from: headings, facts, items with a mark, rows of a table, rules, quotes."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, HEADING, INK, LEADING, MM, SOFT, Colour
from clusterdesk.briefs.text import Run, line_width, paragraph

SECTION_GAP = 11.0
FACT_LABEL = 26 * MM
_INDENT = 12.0
_AFTER_MARK = 4.0
_GUTTER = 8.0
_RIGHT_GUTTER = 12.0


class Cell(NamedTuple):
    """A cell of a table's row: how wide its column is, on which side its text stands, whether it is the last one."""

    text: str
    width: float
    right: bool = False
    last: bool = False


def heading(text: str, *, gap: float = SECTION_GAP) -> list[Strip]:
    """Return a heading that stays with what follows it, and that the reader's list of contents has."""
    return [
        space(gap, with_next=True),
        Strip(0, partial(_bookmark, text=text), with_next=True),
        *text_strips(text, CONTENT_WIDTH, size=HEADING + 1, leading=16, face=Face.BOLD, with_next=True),
        space(2, with_next=True),
    ]


def fact(label: str, lines: Sequence[str], *, label_width: float = FACT_LABEL) -> list[Strip]:
    """Return a fact: a soft label at the left, its lines beside it."""
    strips = [strip for line in lines for strip in text_strips(line, CONTENT_WIDTH, indent=label_width)]
    return [Strip(0, partial(_draw_mark, text=label, ink=SOFT), with_next=True), *strips]


def item(mark: str, text: str) -> list[Strip]:
    """Return an item of a list with its mark or number."""
    indent = max(_INDENT, line_width(mark, size=BODY) + _AFTER_MARK)
    strips = text_strips(text, CONTENT_WIDTH, indent=indent)
    return [Strip(0, partial(_draw_mark, text=mark), with_next=True), *strips, space(2)]


def rule_strip(ink: Colour, *, with_next: bool = False) -> Strip:
    """Return a rule over the whole width."""
    return Strip(1.5, partial(_draw_rule, ink=ink), with_next)


def table_row(
    cells: Sequence[Cell], *, ink: Colour = INK, face: Face = Face.REGULAR, size: float = BODY
) -> list[Strip]:
    """Return a row of a table, as high as its highest cell; it is torn only when it is longer than a page."""
    laid: list[tuple[float, Cell, tuple[tuple[Run, ...], ...]]] = []
    x = 0.0
    for cell in cells:
        lines = paragraph(cell.text, cell.width - _gutter(cell), size=size, face=face).lines
        laid.append((x, cell, tuple(tuple(line) for line in lines)))
        x += cell.width
    strips: list[Strip] = []
    for index in range(max(len(lines) for _, _, lines in laid)):
        runs = [
            (x + _aside(cell, lines[index], face, size) + run.x, run)
            for x, cell, lines in laid
            if index < len(lines)
            for run in lines[index]
        ]
        strips.append(Strip(LEADING, partial(_draw_row_line, runs=runs, ink=ink, size=size), with_next=True))
    return strips


def _aside(cell: Cell, line: Sequence[Run], face: Face, size: float) -> float:
    """Return how far a line is moved to stand at the right of its cell."""
    if not cell.right or not line:
        return 0.0
    last = line[-1]
    return cell.width - _gutter(cell) - last.x - line_width(last.text, size=size, face=face)


def _gutter(cell: Cell) -> float:
    if cell.last:
        return 0.0
    return _RIGHT_GUTTER if cell.right else _GUTTER


def _bookmark(pen: Pen, _x: float, top: float, *, text: str) -> None:
    pen.bookmark(text, level=1, y=top + 6)


def _draw_mark(pen: Pen, x: float, top: float, *, text: str, ink: Colour = INK) -> None:
    """Write what stands at the left of a line's indent."""
    pen.text(x, top - (LEADING + BODY * 0.72) / 2, text, size=BODY, ink=ink)


def _draw_row_line(pen: Pen, x: float, top: float, *, runs: list[tuple[float, Run]], ink: Colour, size: float) -> None:
    for place, run in runs:
        pen.text(x + place, top - (LEADING + size * 0.72) / 2, run.text, size=size, face=run.face, ink=ink)


def _draw_rule(pen: Pen, x: float, top: float, *, ink: Colour) -> None:
    pen.rule(x, top - 0.75, x + CONTENT_WIDTH, top - 0.75, ink=ink)
