"""Pages of running text: the house and what this is in the head, the text, the foot; as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, draw_page, paginated
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import LOGO_HEIGHT, House, draw_house
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import (
    BOTTOM,
    CONTENT_WIDTH,
    HAIR,
    INK,
    LEADING,
    LEFT,
    MM,
    PAGE_HEIGHT,
    SMALL,
    SOFT,
    TOP,
)
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_HEAD = LOGO_HEIGHT + 5 * MM
_RUNNING_HEAD = 9 * MM


@dataclass(frozen=True, slots=True)
class TextHead:
    """What stands above the text; ``mark`` is framed: for whom only, or that it is a draft."""

    title: str
    kind: str
    mark: str
    house: House


def draw_text_pages(
    pen: Pen, strips: Sequence[Strip], head: TextHead, footer: PageFooter, t: Translator, formats: Formats
) -> int:
    """Draw text from the pen's open page on; return how many pages it took."""
    pages = paginated(strips, _column)
    for index, page in enumerate(pages):
        if index:
            pen.turn_page()
            _draw_running_head(pen, head)
        else:
            pen.bookmark(head.title)
            _draw_head(pen, head)
        draw_page(pen, LEFT, page)
        draw_footer(pen, footer, t, formats, page=index + 1, pages=len(pages))
    return len(pages)


def _column(page: int) -> Area:
    top = PAGE_HEIGHT - TOP - (_RUNNING_HEAD if page else _HEAD)
    return Area(LEFT, top, CONTENT_WIDTH, top - BOTTOM - _FOOTER)


def _draw_head(pen: Pen, head: TextHead) -> None:
    """Draw the head of the first page: the house, what this is, and - framed - for whom only."""
    top = PAGE_HEIGHT - TOP
    draw_house(pen, head.house, Area(LEFT, top, CONTENT_WIDTH, LOGO_HEIGHT))
    right = LEFT + CONTENT_WIDTH
    pen.text_right(right, top - 9, head.kind, size=9, ink=SOFT)
    if head.mark:
        width = line_width(head.mark, size=SMALL, face=Face.BOLD) + 8
        pen.frame(right - width, top - 27, width, 13, ink=INK, weight=0.9)
        pen.text_right(right - 4, top - 23.3, head.mark, size=SMALL, face=Face.BOLD)


def _draw_running_head(pen: Pen, head: TextHead) -> None:
    """Draw the head of a page that goes on."""
    y = PAGE_HEIGHT - TOP - 8
    mark_width = line_width(head.mark, size=SMALL, face=Face.BOLD) + 12 if head.mark else 0.0
    shown = paragraph(head.title, CONTENT_WIDTH - mark_width, size=SMALL, max_lines=1)
    pen.lines(LEFT, y, shown, leading=LEADING, ink=SOFT)
    pen.text_right(LEFT + CONTENT_WIDTH, y, head.mark, size=SMALL, face=Face.BOLD)
    pen.rule(LEFT, y - 5, LEFT + CONTENT_WIDTH, y - 5, ink=HAIR)
