"""The break-even sheet: how a company stands against its threshold, two pages to leave on the table."""

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.break_even_details import detail_strips
from clusterdesk.briefs.break_even_front import draw_front
from clusterdesk.briefs.flow import draw_page, paginated
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.page_head import draw_page_head
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import BOTTOM, CONTENT_WIDTH, HAIR, LEFT, MM, PAGE_HEIGHT, SMALL, SOFT, TOP
from clusterdesk.briefs.text import paragraph
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_RUNNING_HEAD = 9 * MM


def break_even_pdf(view: BreakEvenSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a break-even sheet in the translator's language."""
    pen = Pen(About(view.view.organisation, view.footer.author, t("Break-even sheet"), f"{t.language}-BE"))
    draw_break_even(pen, view, t, formats, house)
    return pen.finish()


def draw_break_even(pen: Pen, view: BreakEvenSheet, t: Translator, formats: Formats, house: House) -> int:
    """Draw the sheet from the pen's open page on, which stays open; return how many pages it took."""
    about = view.view
    pen.bookmark(about.organisation)
    aside = about.name if about.name != about.organisation else about.project
    edition = view.footer.edition
    draw_page_head(pen, house, t, kind=t("Break-even sheet"), title=about.organisation, aside=aside, edition=edition)
    draw_front(pen, view, t, formats)
    backs = paginated(detail_strips(view, t, formats), _column)
    pages = 1 + len(backs)
    draw_footer(pen, view.footer, t, formats, page=1, pages=pages)
    for number, strips in enumerate(backs, start=2):
        pen.turn_page()
        _draw_running_head(pen, view, t)
        draw_page(pen, LEFT, strips)
        draw_footer(pen, view.footer, t, formats, page=number, pages=pages)
    return pages


def _column(_page: int) -> Area:
    top = PAGE_HEIGHT - TOP - _RUNNING_HEAD
    return Area(LEFT, top, CONTENT_WIDTH, top - BOTTOM - _FOOTER)


def _draw_running_head(pen: Pen, view: BreakEvenSheet, t: Translator) -> None:
    y = PAGE_HEIGHT - TOP - 8
    words = t("{kind} – {organisation}", kind=t("Break-even sheet"), organisation=view.view.organisation)
    pen.lines(LEFT, y, paragraph(words, CONTENT_WIDTH, size=SMALL, max_lines=1), leading=11, ink=SOFT)
    pen.rule(LEFT, y - 5, LEFT + CONTENT_WIDTH, y - 5, ink=HAIR)
