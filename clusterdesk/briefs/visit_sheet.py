"""The visit sheet: one A4 sheet, printed on both sides, that holds what a visit needs.

Block heights are fixed, so that every sheet looks the same and hands find their place. A text that finds no room
is cut with a sign and stands in full on a continuation page; without such a text there is none.
"""

from clusterdesk.briefs.flow import draw_page
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.sheet_back import draw_back, plan_back
from clusterdesk.briefs.sheet_front import draw_front
from clusterdesk.briefs.sheet_page import SheetPage
from clusterdesk.briefs.sheet_rest import rest_pages
from clusterdesk.briefs.style import LEFT
from clusterdesk.domain.views.edition import for_edition
from clusterdesk.domain.views.visit_sheet import VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def visit_sheet_pdf(view: VisitSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of one visit sheet in the translator's language.

    The page shows what the footer's edition admits, whatever the view holds. KnownError when a font is missing.
    """
    pen = Pen(sheet_about(view, t))
    draw_visit_sheet(pen, view, t, formats, house)
    return pen.finish()


def sheet_about(view: VisitSheet, t: Translator) -> About:
    """Return what the PDF of a sheet says of itself."""
    return About(
        title=t("Visit sheet – {organisation}", organisation=view.header.organisation),
        author=view.footer.author,
        subject=t("Visit sheet"),
        language=f"{t.language}-BE",
    )


def draw_visit_sheet(pen: Pen, view: VisitSheet, t: Translator, formats: Formats, house: House) -> int:
    """Draw a sheet from the pen's open page on; return how many pages it took. The last one stays open."""
    view = for_edition(view, view.footer.edition)
    sheet = SheetPage(pen, view, t, formats, house)
    pen.bookmark(view.header.organisation)
    over = draw_front(sheet)
    back = plan_back(sheet, over)
    rest = rest_pages(sheet)
    pages = 2 + len(rest)
    draw_footer(pen, view.footer, t, formats, page=1, pages=pages)
    pen.turn_page()
    pen.bookmark(t.c("page", "Back"), level=1)
    draw_back(sheet, back)
    draw_footer(pen, view.footer, t, formats, page=2, pages=pages)
    for index, strips in enumerate(rest):
        pen.turn_page()
        if index == 0:
            pen.bookmark(t.c("page", "Continued"), level=1)
        draw_page(pen, LEFT, strips)
        draw_footer(pen, view.footer, t, formats, page=3 + index, pages=pages)
    return pages
