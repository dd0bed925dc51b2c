"""The visit report as PDF: what was said and agreed, one or two pages, more when much was written."""

from functools import partial

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.flow_parts import SECTION_GAP, Cell, fact, heading, item, rule_strip, table_row
from clusterdesk.briefs.flow_table import rows_together
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import House
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.report_outline import ReportOutline, report_outline
from clusterdesk.briefs.style import CONTENT_WIDTH, HAIR, INK, LEADING, MM, RULE, SMALL, SOFT
from clusterdesk.briefs.text import paragraph
from clusterdesk.briefs.text_pages import TextHead, draw_text_pages
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_WHO, _WHEN = 44 * MM, 24 * MM
_SIGNATURE_HEIGHT = 19 * MM


def visit_report_pdf(view: VisitReport, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a visit report in the translator's language.

    The report shows what the footer's edition admits, whatever the view holds. KnownError when a font is missing.
    """
    outline = report_outline(view, t, formats)
    pen = Pen(About(outline.title, view.footer.author, outline.kind, f"{t.language}-BE"))
    draw_text_pages(
        pen,
        _strips(outline),
        TextHead(outline.title, outline.kind, outline.internal_mark, house),
        view.footer,
        t,
        formats,
    )
    return pen.finish()


def _strips(outline: ReportOutline) -> list[Strip]:
    strips = text_strips(outline.organisation, CONTENT_WIDTH, size=18, leading=22, face=Face.BOLD, with_next=True)
    strips.append(space(3))
    for one in outline.facts:
        strips += fact(one.label, one.lines)
    strips += [space(5), rule_strip(INK)]
    if not (outline.notes or outline.decisions or outline.actions or outline.next_step):
        strips += [space(SECTION_GAP), *text_strips(outline.nothing_noted, CONTENT_WIDTH, ink=SOFT)]
    if outline.notes:
        strips += heading(outline.notes_heading)
    for note in outline.notes:
        if note.question:
            strips += text_strips(note.question, CONTENT_WIDTH, face=Face.BOLD, with_next=bool(note.paragraphs))
        for text in note.paragraphs:
            strips += text_strips(text, CONTENT_WIDTH)
        strips.append(space(6))
    if outline.decisions:
        strips += heading(outline.decisions_heading)
        for number, text in enumerate(outline.decisions, start=1):
            strips += item(f"{number}.", text)
    if outline.actions:
        strips += heading(outline.actions_heading)
        strips += _actions(outline)
    if outline.next_step:
        strips += [*heading(outline.next_step_heading), *text_strips(outline.next_step, CONTENT_WIDTH)]
    if outline.documents:
        strips += heading(outline.documents_heading)
        for name in outline.documents:
            strips += item("–", name)
    if outline.signatures:
        strips += _signatures(outline)
    return strips


def _actions(outline: ReportOutline) -> list[Strip]:
    """The table of promises; a row is torn only when it is longer than a page."""
    head = [*table_row(_cells(*outline.action_columns), ink=SOFT), rule_strip(RULE, with_next=True)]
    rows = []
    for row in outline.actions:
        cells = table_row(_cells(row.text, row.owner, row.due))
        rows.append([space(2.5, with_next=True), *cells, space(2.5, with_next=True), rule_strip(HAIR)])
    return rows_together(head, rows)


def _cells(what: str, who: str, when: str) -> tuple[Cell, ...]:
    return Cell(what, CONTENT_WIDTH - _WHO - _WHEN), Cell(who, _WHO), Cell(when, _WHEN, last=True)


def _signatures(outline: ReportOutline) -> list[Strip]:
    """Two signature lines a row, the name under each."""
    strips = [*heading(outline.signatures_heading)]
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
