"""The head of pages that are about a day or a week: whose they are, what they are, and for whom."""

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import LOGO_HEIGHT, LOGO_WIDTH, House, draw_house
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import CONTENT_WIDTH, INK, LEFT, MM, PAGE_HEIGHT, SMALL, SOFT, TOP
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.translator import Translator

_TITLE = 18.0
_KIND = 9.0
_RULE = PAGE_HEIGHT - TOP - LOGO_HEIGHT - 4 * MM
HEAD_BOTTOM = _RULE - 2 * MM


def draw_page_head(
    pen: Pen, house: House, t: Translator, *, kind: str, title: str, aside: str, edition: Edition
) -> float:
    """Draw house, kind and title, ``aside`` small under it; an internal edition says so. Return what is left's top."""
    top = PAGE_HEIGHT - TOP
    housed = draw_house(pen, house, Area(LEFT, top, LOGO_WIDTH, LOGO_HEIGHT))
    x = LEFT + LOGO_WIDTH + 4 * MM if housed else LEFT
    right = LEFT + CONTENT_WIDTH
    shown = paragraph(title, right - x, size=_TITLE, face=Face.BOLD, max_lines=1)
    pen.lines(x, top - _TITLE * 0.8, shown, leading=_TITLE)
    told = t("{kind} · {aside}", kind=kind, aside=aside) if aside else kind
    pen.text(x, top - _TITLE - 10, told, size=_KIND, ink=SOFT)
    if edition is Edition.INTERNAL:
        mark = t("Internal edition")
        width = line_width(mark, size=SMALL, face=Face.BOLD) + 8
        pen.frame(right - width, top - _TITLE - 14, width, 13, ink=INK, weight=0.9)
        pen.text(right - width + 4, top - _TITLE - 10.3, mark, size=SMALL, face=Face.BOLD)
    pen.rule(LEFT, _RULE, right, _RULE, ink=INK, weight=0.9)
    return HEAD_BOTTOM
