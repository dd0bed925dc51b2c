"""The Advisory Board report: page after page, each begins anew; the direction's edition ends with who stands behind."""

from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.board_sections import board_sections
from clusterdesk.briefs.flow import draw_page, paginated
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import LOGO_HEIGHT, House, draw_house
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.report_flow import MARGIN, WIDTH
from clusterdesk.briefs.style import BOTTOM, HAIR, INK, MM, PAGE_HEIGHT, SMALL, SOFT
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = BOTTOM + 8 * MM
_HEAD, _RUNNING = LOGO_HEIGHT + 5 * MM, 8 * MM


def board_report_pdf(view: BoardReport, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF in the translator's language. KnownError when a font is missing."""
    pen = Pen(About(_title(view, t), view.footer.author or house.name, t("Advisory Board report"), f"{t.language}-BE"))
    draw_board_report(pen, view, t, formats, house)
    return pen.finish()


def draw_board_report(pen: Pen, view: BoardReport, t: Translator, formats: Formats, house: House) -> int:
    """Draw the report from the pen's open page on; return how many pages it took."""
    view = for_edition(view, view.footer.edition)
    pages = [
        (place, page)
        for place, section in enumerate(board_sections(view, t, formats))
        for page in paginated(section, partial(_column, first=place == 0))
    ]
    for number, (_place, page) in enumerate(pages, start=1):
        if number == 1:
            pen.bookmark(_title(view, t))
            _draw_head(pen, house, _mark(view, t), t)
        else:
            pen.turn_page()
            _draw_running_head(pen, _title(view, t), _mark(view, t))
        draw_page(pen, MARGIN, page)
        draw_footer(
            pen, view.footer, t, formats, page=number, pages=len(pages), left=MARGIN, width=WIDTH
        )  # fmt: skip
    return len(pages)


def _title(view: BoardReport, t: Translator) -> str:
    return t("Advisory Board report – {quarter}", quarter=view.about)


def _mark(view: BoardReport, t: Translator) -> str:
    """Return for whom only it is, in the frame of the head."""
    return t("For the direction: with names") if view.edition is Edition.DIRECTION else ""


def _column(page: int, *, first: bool) -> Area:
    top = PAGE_HEIGHT - MARGIN - (_HEAD if first and not page else _RUNNING)
    return Area(MARGIN, top, WIDTH, top - _FOOTER)


def _draw_head(pen: Pen, house: House, mark: str, t: Translator) -> None:
    top = PAGE_HEIGHT - MARGIN
    draw_house(pen, house, Area(MARGIN, top, WIDTH, LOGO_HEIGHT))
    right = MARGIN + WIDTH
    pen.text_right(right, top - 9, t("Advisory Board report"), size=9, ink=SOFT)
    if mark:
        width = line_width(mark, size=SMALL, face=Face.BOLD) + 8
        pen.frame(right - width, top - 27, width, 13, ink=INK, weight=0.9)
        pen.text_right(right - 4, top - 23.3, mark, size=SMALL, face=Face.BOLD)


def _draw_running_head(pen: Pen, name: str, mark: str) -> None:
    y = PAGE_HEIGHT - MARGIN - 8
    room = WIDTH - (line_width(mark, size=SMALL, face=Face.BOLD) + 12 if mark else 0.0)
    pen.lines(MARGIN, y, paragraph(name, room, size=SMALL, max_lines=1), leading=11, ink=SOFT)
    pen.text_right(MARGIN + WIDTH, y, mark, size=SMALL, face=Face.BOLD)
    pen.rule(MARGIN, y - 5, MARGIN + WIDTH, y - 5, ink=HAIR)
