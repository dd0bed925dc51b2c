"""The visit report as PDF: what was said and agreed, one or two pages, more when much was written."""

from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, draw_page, paginated, space, text_strips
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.footer import draw_footer
from clusterdesk.briefs.house import LOGO_HEIGHT, House, draw_house
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.report_outline import ActionRow, Fact, ReportOutline, report_outline
from clusterdesk.briefs.style import (
    BODY,
    BOTTOM,
    CONTENT_WIDTH,
    HAIR,
    HEADING,
    INK,
    LEADING,
    LEFT,
    MM,
    PAGE_HEIGHT,
    RULE,
    SMALL,
    SOFT,
    TOP,
    Colour,
)
from clusterdesk.briefs.text import Run, line_width, paragraph
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_FOOTER = 9.5 * MM
_HEAD = LOGO_HEIGHT + 5 * MM
_RUNNING_HEAD = 9 * MM
_FACT_LABEL = 26 * MM
_INDENT = 12.0
_WHO, _WHEN = 44 * MM, 24 * MM
_SECTION_GAP = 11.0
_SIGNATURE_HEIGHT = 19 * MM


def visit_report_pdf(view: VisitReport, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a visit report in the translator's language.

    The report shows what the footer's edition admits, whatever the view holds. KnownError when a font is missing.
    """
    outline = report_outline(view, t, formats)
    pen = Pen(About(outline.title, view.footer.author, outline.kind, f"{t.language}-BE"))
    pages = paginated(_strips(outline), _column)
    for index, strips in enumerate(pages):
        if index:
            pen.turn_page()
            _draw_running_head(pen, outline)
        else:
            _draw_head(pen, outline, house)
        draw_page(pen, LEFT, strips)
        draw_footer(pen, view.footer, t, formats, page=index + 1, pages=len(pages))
    return pen.finish()


def _column(page: int) -> Area:
    top = PAGE_HEIGHT - TOP - (_RUNNING_HEAD if page else _HEAD)
    return Area(LEFT, top, CONTENT_WIDTH, top - BOTTOM - _FOOTER)


def _draw_head(pen: Pen, outline: ReportOutline, house: House) -> None:
    pen.bookmark(outline.title)
    top = PAGE_HEIGHT - TOP
    draw_house(pen, house, Area(LEFT, top, CONTENT_WIDTH, LOGO_HEIGHT))
    right = LEFT + CONTENT_WIDTH
    pen.text_right(right, top - 9, outline.kind, size=9, ink=SOFT)
    if outline.internal_mark:
        width = line_width(outline.internal_mark, size=SMALL, face=Face.BOLD) + 8
        pen.frame(right - width, top - 27, width, 13, ink=INK, weight=0.9)
        pen.text_right(right - 4, top - 23.3, outline.internal_mark, size=SMALL, face=Face.BOLD)


def _draw_running_head(pen: Pen, outline: ReportOutline) -> None:
    y = PAGE_HEIGHT - TOP - 8
    mark = outline.internal_mark
    mark_width = line_width(mark, size=SMALL, face=Face.BOLD) + 12 if mark else 0.0
    title = paragraph(outline.title, CONTENT_WIDTH - mark_width, size=SMALL, max_lines=1)
    pen.lines(LEFT, y, title, leading=LEADING, ink=SOFT)
    pen.text_right(LEFT + CONTENT_WIDTH, y, mark, size=SMALL, face=Face.BOLD)
    pen.rule(LEFT, y - 5, LEFT + CONTENT_WIDTH, y - 5, ink=HAIR)


def _strips(outline: ReportOutline) -> list[Strip]:
    strips = text_strips(outline.organisation, CONTENT_WIDTH, size=18, leading=22, face=Face.BOLD, with_next=True)
    strips.append(space(3))
    for fact in outline.facts:
        strips += _fact(fact)
    strips += [space(5), _rule_strip(INK)]
    if not (outline.notes or outline.decisions or outline.actions or outline.next_step):
        strips += [space(_SECTION_GAP), *text_strips(outline.nothing_noted, CONTENT_WIDTH, ink=SOFT)]
    if outline.notes:
        strips += _heading(outline.notes_heading)
    for note in outline.notes:
        if note.question:
            strips += text_strips(note.question, CONTENT_WIDTH, face=Face.BOLD, with_next=bool(note.paragraphs))
        for text in note.paragraphs:
            strips += text_strips(text, CONTENT_WIDTH)
        strips.append(space(6))
    if outline.decisions:
        strips += _heading(outline.decisions_heading)
        for number, text in enumerate(outline.decisions, start=1):
            strips += _item(f"{number}.", text)
    if outline.actions:
        strips += _heading(outline.actions_heading)
        strips += _actions(outline)
    if outline.next_step:
        strips += [*_heading(outline.next_step_heading), *text_strips(outline.next_step, CONTENT_WIDTH)]
    if outline.documents:
        strips += _heading(outline.documents_heading)
        for name in outline.documents:
            strips += _item("–", name)
    if outline.signatures:
        strips += _signatures(outline)
    return strips


def _heading(text: str) -> list[Strip]:
    return [
        space(_SECTION_GAP, with_next=True),
        Strip(0, partial(_bookmark, text=text), with_next=True),
        *text_strips(text, CONTENT_WIDTH, size=HEADING + 1, leading=16, face=Face.BOLD, with_next=True),
        space(2, with_next=True),
    ]


def _bookmark(pen: Pen, _x: float, top: float, *, text: str) -> None:
    pen.bookmark(text, level=1, y=top + 6)


def _fact(fact: Fact) -> list[Strip]:
    strips = [strip for line in fact.lines for strip in text_strips(line, CONTENT_WIDTH, indent=_FACT_LABEL)]
    return [Strip(0, partial(_draw_mark, text=fact.label, ink=SOFT), with_next=True), *strips]


def _item(mark: str, text: str) -> list[Strip]:
    strips = text_strips(text, CONTENT_WIDTH, indent=_INDENT)
    return [Strip(0, partial(_draw_mark, text=mark), with_next=True), *strips, space(2)]


def _draw_mark(pen: Pen, x: float, top: float, *, text: str, ink: Colour = INK) -> None:
    """Write what stands at the left of a line's indent."""
    pen.text(x, top - (LEADING + BODY * 0.72) / 2, text, size=BODY, ink=ink)


def _actions(outline: ReportOutline) -> list[Strip]:
    """The table of promises; a row is torn only when it is longer than a page."""
    strips = [*_row(ActionRow(*outline.action_columns), ink=SOFT), _rule_strip(RULE, with_next=True)]
    for row in outline.actions:
        strips += [space(2.5, with_next=True), *_row(row), space(2.5, with_next=True), _rule_strip(HAIR)]
    return strips


def _row(row: ActionRow, *, ink: Colour = INK) -> list[Strip]:
    what = CONTENT_WIDTH - _WHO - _WHEN
    cells = (
        (0.0, paragraph(row.text, what - 8, size=BODY)),
        (what, paragraph(row.owner, _WHO - 8, size=BODY)),
        (what + _WHO, paragraph(row.due, _WHEN, size=BODY)),
    )
    strips: list[Strip] = []
    for index in range(max(len(cell.lines) for _, cell in cells)):
        line = [(x + run.x, run) for x, cell in cells for run in (cell.lines[index] if index < len(cell.lines) else ())]
        strips.append(Strip(LEADING, partial(_draw_row_line, runs=line, ink=ink), with_next=True))
    return strips


def _draw_row_line(pen: Pen, x: float, top: float, *, runs: list[tuple[float, Run]], ink: Colour) -> None:
    for place, run in runs:
        pen.text(x + place, top - (LEADING + BODY * 0.72) / 2, run.text, size=BODY, face=run.face, ink=ink)


def _rule_strip(ink: Colour, *, with_next: bool = False) -> Strip:
    return Strip(1.5, partial(_draw_rule, ink=ink), with_next)


def _draw_rule(pen: Pen, x: float, top: float, *, ink: Colour) -> None:
    pen.rule(x, top - 0.75, x + CONTENT_WIDTH, top - 0.75, ink=ink)


def _signatures(outline: ReportOutline) -> list[Strip]:
    """Two signature lines a row, the name under each."""
    strips = [*_heading(outline.signatures_heading)]
    names = outline.signatures
    for start in range(0, len(names), 2):
        pair = names[start : start + 2]
        last = start + 2 >= len(names)
        strips.append(Strip(_SIGNATURE_HEIGHT, partial(_draw_signatures, names=pair), with_next=not last))
    return strips


def _draw_signatures(pen: Pen, x: float, top: float, *, names: tuple[str, ...]) -> None:
    for column, name in zip(Area(x, top, CONTENT_WIDTH, _SIGNATURE_HEIGHT).halves(10 * MM), names, strict=False):
        y = column.bottom + 5 * MM
        pen.rule(column.x, y, column.right, y, ink=RULE, weight=0.7)
        shown = paragraph(name, column.width, size=SMALL, max_lines=1)
        pen.lines(column.x, y - 10, shown, leading=LEADING, ink=SOFT)
