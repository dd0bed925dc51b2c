"""A column of text that runs over as many pages as it needs.

A flow is a list of strips, each of a known height. Strips that must stay together are chained: a heading with
what follows it, the first two lines of a paragraph and the last two. A chain moves to the next page as a whole.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import BODY, INK, LEADING, Colour
from clusterdesk.briefs.text import Line, Span, paragraph

type Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal slice of the column: ``draw(pen, x, top)`` draws it; None is white space, dropped at a page's top.

    ``with_next`` forbids a page break after it. What stands ``over`` it is drawn where it is the first of a page: the
    head of a table that goes on.
    """

    height: float
    draw: Draw | None = None
    with_next: bool = False
    over: tuple["Strip", ...] = ()


def space(height: float, *, with_next: bool = False) -> Strip:
    """Return white space."""
    return Strip(height, None, with_next)


def text_strips(
    content: str | Sequence[Span],
    width: float,
    *,
    size: float = BODY,
    leading: float = LEADING,
    face: Face = Face.REGULAR,
    ink: Colour = INK,
    indent: float = 0.0,
    with_next: bool = False,
) -> list[Strip]:
    """Return a paragraph as strips, one a line; no line of it stands alone at a page's foot or head."""
    laid = paragraph(content, width - indent, size=size, face=face)
    strips: list[Strip] = []
    for index, line in enumerate(laid.lines):
        from_end = len(laid.lines) - 1 - index
        chained = with_next if from_end == 0 else (index == 0 or from_end == 1 or (with_next and from_end < 2))
        draw = partial(_draw_line, line=line, size=size, ink=ink, indent=indent, drop=(leading + size * 0.72) / 2)
        strips.append(Strip(leading, draw, chained))
    return strips


def _draw_line(
    pen: Pen, x: float, top: float, *, line: Line, size: float, ink: Colour, indent: float, drop: float
) -> None:
    for run in line:
        pen.text(x + indent + run.x, top - drop, run.text, size=size, face=run.face, ink=ink)


def paginated(strips: Iterable[Strip], areas: "AreaSource") -> list[list[tuple[Strip, float]]]:
    """Share strips over pages: for each page its strips with the height of their upper edge.

    ``areas`` gives the column of each page by its index. A chain taller than a page is broken where the page ends.
    """
    pages: list[list[tuple[Strip, float]]] = [[]]
    top = areas(0).top
    for chain in _chains(strips):
        bottom = areas(len(pages) - 1).bottom
        if pages[-1] and top - sum(strip.height for strip in chain) < bottom - 0.01:
            pages.append([])
            top = areas(len(pages) - 1).top
            chain = [*chain[0].over, *chain]
        for strip in chain:
            if strip.draw is None and not pages[-1]:
                continue
            if pages[-1] and top - strip.height < areas(len(pages) - 1).bottom - 0.01:
                pages.append([])
                top = areas(len(pages) - 1).top
            pages[-1].append((strip, top))
            top -= strip.height
    return pages


type AreaSource = Callable[[int], Area]


def _chains(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.with_next:
            yield chain
            chain = []
    if chain:
        yield chain


def draw_page(pen: Pen, x: float, strips: Iterable[tuple[Strip, float]]) -> None:
    """Draw the strips of one page."""
    for strip, top in strips:
        if strip.draw is not None:
            strip.draw(pen, x, top)
