"""The visit sheet: one A4 sheet, printed on both sides, that holds what a visit needs.

Block heights are fixed, so that every sheet looks the same and hands find their place. A text that finds no room
is cut with a sign and stands in full on a continuation page; without such a text there is none.
"""

from clusterdesk.briefs.area import stacked
from clusterdesk.briefs.flow import draw_page
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.sheet_ask import draw_missing_evidence, draw_to_ask
from clusterdesk.briefs.sheet_back import draw_back, plan_back
from clusterdesk.briefs.sheet_figures import draw_figures
from clusterdesk.briefs.sheet_head import draw_appointment, draw_header, draw_in_short, draw_since_last_time
from clusterdesk.briefs.sheet_page import SheetPage
from clusterdesk.briefs.sheet_promises import draw_promises
from clusterdesk.briefs.sheet_rest import rest_pages
from clusterdesk.briefs.style import GAP, LEFT, MM
from clusterdesk.domain.views.edition import for_edition
from clusterdesk.domain.views.visit_sheet import OpenPromise, VisitSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

HEADER, APPOINTMENT, IN_SHORT, SINCE_LAST_TIME = 24 * MM, 18 * MM, 24 * MM, 34 * MM
PROMISES, FIGURES, MISSING_EVIDENCE, TO_ASK = 44 * MM, 44 * MM, 14 * MM, 44 * MM


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
    over = _draw_front(sheet)
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


def _draw_front(sheet: SheetPage) -> list[OpenPromise]:
    """Draw the front; return the promises that go to the back."""
    figures = sheet.view.figures
    head = [HEADER, APPOINTMENT, IN_SHORT, SINCE_LAST_TIME, PROMISES]
    if figures is not None and not (figures.series or figures.last_months):
        figures = None
    if figures is None:
        areas = stacked([*head, MISSING_EVIDENCE, TO_ASK + FIGURES + GAP])
    else:
        areas = stacked([*head, FIGURES, MISSING_EVIDENCE, TO_ASK])
    draw_header(sheet, areas[0])
    draw_appointment(sheet, areas[1])
    draw_in_short(sheet, areas[2])
    draw_since_last_time(sheet, areas[3])
    over = draw_promises(sheet, areas[4])
    if figures is not None:
        draw_figures(sheet, areas[5], figures)
    draw_missing_evidence(sheet, areas[-2])
    draw_to_ask(sheet, areas[-1])
    return over
