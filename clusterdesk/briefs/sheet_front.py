"""The front of the visit sheet: its blocks, one below the other, each of its own fixed height."""

from clusterdesk.briefs.area import stacked
from clusterdesk.briefs.sheet_ask import draw_missing_evidence, draw_to_ask
from clusterdesk.briefs.sheet_figures import draw_figures
from clusterdesk.briefs.sheet_head import draw_appointment, draw_header, draw_in_short, draw_since_last_time
from clusterdesk.briefs.sheet_page import SheetPage
from clusterdesk.briefs.sheet_promises import draw_promises
from clusterdesk.briefs.style import GAP, MM
from clusterdesk.domain.views.visit_sheet import OpenPromise

HEADER, APPOINTMENT, IN_SHORT, SINCE_LAST_TIME = 24 * MM, 18 * MM, 24 * MM, 34 * MM
PROMISES, FIGURES, MISSING_EVIDENCE, TO_ASK = 44 * MM, 44 * MM, 14 * MM, 44 * MM


def draw_front(sheet: SheetPage) -> list[OpenPromise]:
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
