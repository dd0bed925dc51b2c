"""What the pages of the board report are set from: wider than other pages of text, body 10 points, charts within."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.flow_parts import Cell, table_row
from clusterdesk.briefs.flow_table import rows_together
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.outline import BlockKind, TextBlock
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import FOOT, HAIR, INK, MM, PAGE_WIDTH, RULE, SMALL, SOFT, WASH, Colour
from clusterdesk.briefs.text import Span, line_width, paragraph

MARGIN = 18 * MM
WIDTH = PAGE_WIDTH - 2 * MARGIN
SIZE, LEADING = 10.0, 13.5
_HEADING, _TITLE = 12.0, 18.0
_INDENT, _PAD = 16.0, 9.0
BOX_WIDTH = WIDTH - 2 * _PAD
_BETWEEN, _FACT = 18.0, 54 * MM
_FINE, _FINE_LEADING = SMALL, 11.0

type Drawn = Callable[[Pen, Area], None]


def title(text: str) -> list[Strip]:
    """Return the title of the report."""
    return [*text_strips(text, WIDTH, size=_TITLE, leading=22, face=Face.BOLD, with_next=True), space(2)]


def section(text: str) -> list[Strip]:
    """Return the heading of a page, which the reader's list of contents has."""
    return [
        Strip(0, partial(_bookmark, text=text), with_next=True),
        *text_strips(text, WIDTH, size=15, leading=19, face=Face.BOLD, with_next=True),
        space(10, with_next=True),
    ]


def heading(text: str) -> list[Strip]:
    """Return a heading within a page."""
    return [
        space(12, with_next=True),
        *text_strips(text, WIDTH, size=_HEADING, leading=16, face=Face.BOLD, with_next=True),
        space(2, with_next=True),
    ]


def text(content: str | Sequence[Span], *, with_next: bool = False, width: float = WIDTH) -> list[Strip]:
    """Return a paragraph."""
    return [*text_strips(content, width, size=SIZE, leading=LEADING, with_next=with_next), space(3)]


def soft(content: str, *, with_next: bool = False, width: float = WIDTH) -> list[Strip]:
    """Return a muted sentence: what is missing, where a number comes from."""
    return [*text_strips(content, width, size=SIZE, leading=LEADING, ink=SOFT, with_next=with_next), space(3)]


def fine(content: str) -> list[Strip]:
    """Return a remark in small letters."""
    return [*text_strips(content, WIDTH, size=_FINE, leading=_FINE_LEADING, ink=SOFT), space(2)]


def item(content: str | Sequence[Span], mark: str = "–", *, width: float = WIDTH) -> list[Strip]:
    """Return an item of a list with its mark or number."""
    strips = text_strips(content, width, size=SIZE, leading=LEADING, indent=_INDENT)
    return [Strip(0, partial(_mark, text=mark), with_next=True), *strips, space(3)]


def drawn(height: float, draw: Drawn, *, with_next: bool = False) -> Strip:
    """Return a drawing over the whole width: ``draw(pen, area)``."""
    return Strip(height, partial(_draw_area, draw=draw, height=height), with_next)


def table(shown: OutlineTable) -> list[Strip]:
    """Return a table; its heading stays with its first rows, and is written again where it goes on."""
    head = [
        space(3, with_next=True),
        *table_row(_cells(shown, [one.heading for one in shown.columns]), ink=SOFT, size=FOOT),
        _rule(RULE, with_next=True),
    ]
    rows = []
    for place, row in enumerate(shown.rows):
        face = Face.BOLD if shown.total and place == len(shown.rows) - 1 else Face.REGULAR
        cells = table_row(_cells(shown, row), face=face)
        rows.append([space(2, with_next=True), *cells, space(2, with_next=True), _rule(HAIR)])
    return [*rows_together(head, rows), space(6)]


def blocks(found: Iterable[TextBlock | OutlineTable]) -> Iterator[Strip]:
    """Yield the blocks of an outline, set as the report is."""
    for one in found:
        if isinstance(one, OutlineTable):
            yield from table(one)
        elif one.kind is BlockKind.HEADING:
            yield from heading(one.text)
        elif one.kind is BlockKind.SOFT:
            yield from soft(one.text)
        elif one.kind is BlockKind.FACT:
            strips = text_strips(one.text, WIDTH, size=SIZE, leading=LEADING, indent=_FACT)
            yield from (Strip(0, partial(_label, text=one.label), with_next=True), *strips, space(3))
        elif one.kind is BlockKind.ITEM:
            yield from text([Span(one.label, Face.BOLD), Span(one.text)])
        else:
            yield from text([Span(f"{one.label} –", Face.BOLD), Span(one.text)] if one.label else one.text)


def beside(height: float, draws: Sequence[Drawn], across: int) -> Iterator[Strip]:
    """Yield drawings side by side, ``across`` in a row."""
    for first in range(0, len(draws), across):
        row = tuple(draws[first : first + across])
        yield Strip(height, partial(_draw_beside, draws=row, across=across, height=height))
        yield space(8)


def boxed(strips: Iterable[Strip]) -> list[Strip]:
    """Return strips on a soft ground within a frame, set with ``BOX_WIDTH``; they stay on one page."""
    inside = [space(_PAD), *strips, space(_PAD)]
    last = len(inside) - 1
    return [
        Strip(one.height, partial(_on_ground, strip=one, first=place == 0, last=place == last), place < last)
        for place, one in enumerate(inside)
    ]


def _cells(shown: OutlineTable, texts: Sequence[str]) -> list[Cell]:
    last = len(texts) - 1
    return [
        Cell(words, one.share * WIDTH, one.right, place == last)
        for place, (words, one) in enumerate(zip(texts, shown.columns, strict=True))
    ]


def _rule(ink: Colour, *, with_next: bool = False) -> Strip:
    return Strip(1.5, partial(_draw_rule, ink=ink), with_next)


def _draw_rule(pen: Pen, x: float, top: float, *, ink: Colour) -> None:
    pen.rule(x, top - 0.75, x + WIDTH, top - 0.75, ink=ink)


def _bookmark(pen: Pen, _x: float, top: float, *, text: str) -> None:
    pen.bookmark(text, level=1, y=top + 6)


def _mark(pen: Pen, x: float, top: float, *, text: str) -> None:
    """Write what stands at the left of an item, at the right of its room."""
    place = x + max(_INDENT - 6 - line_width(text, size=SIZE), 0)
    pen.text(place, top - (LEADING + SIZE * 0.72) / 2, text, size=SIZE)


def _label(pen: Pen, x: float, top: float, *, text: str) -> None:
    """Write the soft label of a fact."""
    shown = paragraph(text, _FACT - 6, size=SIZE, max_lines=1)
    pen.lines(x, top - (LEADING + SIZE * 0.72) / 2, shown, leading=LEADING, ink=SOFT)


def _draw_area(pen: Pen, x: float, top: float, *, draw: Drawn, height: float) -> None:
    draw(pen, Area(x, top, WIDTH, height))


def _draw_beside(pen: Pen, x: float, top: float, *, draws: Sequence[Drawn], across: int, height: float) -> None:
    for area, draw in zip(Area(x, top, WIDTH, height).columns(_shares(across), _BETWEEN), draws, strict=False):
        draw(pen, area)


def _shares(across: int) -> list[float]:
    return [(WIDTH - _BETWEEN * (across - 1)) / across] * across


def _on_ground(pen: Pen, x: float, top: float, *, strip: Strip, first: bool, last: bool) -> None:
    left, right, bottom = x, x + WIDTH, top - strip.height
    pen.fill(left, bottom - 0.2, right - left, strip.height + 0.2, ink=WASH)
    pen.rule(left, bottom, left, top, ink=INK, weight=0.9)
    pen.rule(right, bottom, right, top, ink=INK, weight=0.9)
    if first:
        pen.rule(left, top, right, top, ink=INK, weight=0.9)
    if last:
        pen.rule(left, bottom, right, bottom, ink=INK, weight=0.9)
    if strip.draw is not None:
        strip.draw(pen, x + _PAD, top)
