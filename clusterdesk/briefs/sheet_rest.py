"""The page after the back, made only when something was cut: every such text in full."""

from itertools import groupby

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, paginated, space, text_strips
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.sheet_page import Leftover, SheetPage
from clusterdesk.briefs.style import BOTTOM, CONTENT_WIDTH, HEADING, LEFT, MM, PAGE_HEIGHT, TOP

_FOOTER = 9.5 * MM
_TEXT_INDENT = 10.0


def rest_pages(sheet: SheetPage) -> list[list[tuple[Strip, float]]]:
    """Return the continuation pages of a sheet, none when everything found its place."""
    if not sheet.leftovers:
        return []
    t, view = sheet.t, sheet.view
    title = t("{organisation} – continued", organisation=view.header.organisation)
    strips = text_strips(title, CONTENT_WIDTH, size=12, leading=15, face=Face.BOLD, with_next=True)
    for block, leftovers in groupby(sheet.leftovers, _block):
        strips.append(space(8, with_next=True))
        strips += text_strips(block, CONTENT_WIDTH, size=HEADING, leading=15, face=Face.BOLD, with_next=True)
        for leftover in leftovers:
            strips.append(Strip(0, _bullet, with_next=True))
            strips += text_strips(leftover.text, CONTENT_WIDTH, indent=_TEXT_INDENT)
            strips.append(space(2.5))
    return paginated(strips, rest_area)


def rest_area(_page: int) -> Area:
    """Return the column of a continuation page."""
    return Area(LEFT, PAGE_HEIGHT - TOP, CONTENT_WIDTH, PAGE_HEIGHT - TOP - BOTTOM - _FOOTER)


def _block(leftover: Leftover) -> str:
    return leftover.block


def _bullet(pen: Pen, x: float, top: float) -> None:
    pen.text(x, top - 9.6, "–", size=9.5)
