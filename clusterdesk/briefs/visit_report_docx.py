"""The visit report as a docx that can be edited: the same outline as the PDF, set with Word's own styles."""

from io import BytesIO

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.docx_page import SOFT, fill_row, new_document, write_fact, write_foot, write_head
from clusterdesk.briefs.house import House
from clusterdesk.briefs.report_outline import ReportOutline, report_outline
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_WIDTHS = (Mm(104), Mm(42), Mm(26))


def visit_report_docx(view: VisitReport, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a visit report in the translator's language.

    It holds what the footer's edition admits, whatever the view holds.
    """
    outline = report_outline(view, t, formats)
    document = new_document(outline.title, outline.kind, view.footer.author, f"{t.language}-BE")
    write_head(document, house, outline.kind, outline.internal_mark, outline.organisation)
    for fact in outline.facts:
        write_fact(document, fact.label, fact.lines)
    _write_notes(document, outline)
    _write_agreed(document, outline)
    _write_signatures(document, outline)
    write_foot(document, view.footer, t, formats)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _write_notes(document: DocumentObject, outline: ReportOutline) -> None:
    if not (outline.notes or outline.decisions or outline.actions or outline.next_step):
        document.add_paragraph(outline.nothing_noted)
    if outline.notes:
        document.add_heading(outline.notes_heading, level=1)
    for note in outline.notes:
        if note.question:
            document.add_heading(one_line(note.question), level=2)
        for text in note.paragraphs:
            document.add_paragraph(one_line(text))


def _write_agreed(document: DocumentObject, outline: ReportOutline) -> None:
    if outline.decisions:
        document.add_heading(outline.decisions_heading, level=1)
        for text in outline.decisions:
            document.add_paragraph(one_line(text), style="List Number")
    if outline.actions:
        document.add_heading(outline.actions_heading, level=1)
        table = document.add_table(rows=1, cols=3, style="Table Grid")
        fill_row(table, 0, outline.action_columns, _WIDTHS, bold=True)
        for row in outline.actions:
            table.add_row()
            fill_row(table, len(table.rows) - 1, (row.text, row.owner, row.due), _WIDTHS)
    if outline.next_step:
        document.add_heading(outline.next_step_heading, level=1)
        document.add_paragraph(one_line(outline.next_step))
    if outline.documents:
        document.add_heading(outline.documents_heading, level=1)
        for name in outline.documents:
            document.add_paragraph(one_line(name), style="List Bullet")


def _write_signatures(document: DocumentObject, outline: ReportOutline) -> None:
    if not outline.signatures:
        return
    heading = document.add_heading(outline.signatures_heading, level=1)
    heading.paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=2)
    for start in range(0, len(outline.signatures), 2):
        cells = table.add_row().cells
        for cell, name in zip(cells, outline.signatures[start : start + 2], strict=False):
            line = cell.paragraphs[0]
            line.paragraph_format.space_before = Pt(42)
            line.alignment = WD_ALIGN_PARAGRAPH.LEFT
            line.add_run("_" * 34).font.color.rgb = SOFT
            cell.add_paragraph(one_line(name))
