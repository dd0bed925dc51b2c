"""The visit report as a docx that can be edited: the same outline as the PDF, set with Word's own styles."""

import re
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.run import Run

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.footer import footer_line
from clusterdesk.briefs.house import House
from clusterdesk.briefs.report_outline import ReportOutline, report_outline
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_report import VisitReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_SOFT = RGBColor(0x54, 0x5E, 0x59)
_INK = RGBColor(0x17, 0x1F, 0x1C)
# A docx is edited on the receiver's machine, which has no Inter.
_FONT = "Arial"
# Stand for the numbers that only the word processor knows, until the line is taken apart.
_PAGE, _PAGES = "\ue000", "\ue001"
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}


def visit_report_docx(view: VisitReport, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a visit report in the translator's language.

    It holds what the footer's edition admits, whatever the view holds.
    """
    outline = report_outline(view, t, formats)
    document = Document()
    _set_up(document, outline, view.footer.author, f"{t.language}-BE")
    _write_head(document, outline, house)
    _write_notes(document, outline)
    _write_agreed(document, outline)
    _write_signatures(document, outline)
    _write_foot(document, view.footer, t, formats)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _set_up(document: DocumentObject, outline: ReportOutline, author: str, language: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = Mm(20)
    section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    for name, size, space in (("Normal", 10, 4), ("Title", 20, 6), ("Heading 1", 13, 4), ("Heading 2", 10.5, 2)):
        style = document.styles[name]
        style.font.name = _FONT
        style.font.size = Pt(size)
        style.font.color.rgb = _INK
        style.font.bold = name != "Normal"
        style.paragraph_format.space_after = Pt(space)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(slot), _FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    border = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)
    _set_language(document, language)
    properties = document.core_properties
    properties.title = one_line(outline.title)[:255]
    properties.author = one_line(author)[:255]
    properties.subject = outline.kind
    properties.language = language
    properties.comments = ""


def _set_language(document: DocumentObject, language: str) -> None:
    """Tell the spelling checker which language this is."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    properties.append(mark)


def _write_head(document: DocumentObject, outline: ReportOutline, house: House) -> None:
    above = document.add_paragraph()
    above.add_run(" · ".join(filter(None, (one_line(house.name), outline.kind)))).font.color.rgb = _SOFT
    if outline.internal_mark:
        above.add_run(f"   {outline.internal_mark}").bold = True
    document.add_paragraph(one_line(outline.organisation), style="Title")
    for fact in outline.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(1)
        line.paragraph_format.left_indent = Mm(26)
        line.paragraph_format.first_line_indent = Mm(-26)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(26))
        line.add_run(f"{fact.label}\t").font.color.rgb = _SOFT
        for index, text in enumerate(fact.lines):
            if index:
                line.add_run().add_break()
            line.add_run(one_line(text))


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
        _fill_row(table, 0, outline.action_columns, bold=True)
        for row in outline.actions:
            table.add_row()
            _fill_row(table, len(table.rows) - 1, (row.text, row.owner, row.due))
    if outline.next_step:
        document.add_heading(outline.next_step_heading, level=1)
        document.add_paragraph(one_line(outline.next_step))
    if outline.documents:
        document.add_heading(outline.documents_heading, level=1)
        for name in outline.documents:
            document.add_paragraph(one_line(name), style="List Bullet")


def _fill_row(table: Table, index: int, texts: tuple[str, str, str], *, bold: bool = False) -> None:
    for cell, text, width in zip(table.rows[index].cells, texts, (Mm(104), Mm(42), Mm(26)), strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(one_line(text)).bold = bold


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
            line.add_run("_" * 34).font.color.rgb = _SOFT
            cell.add_paragraph(one_line(name))


def _write_foot(document: DocumentObject, footer: PageFooter, t: Translator, formats: Formats) -> None:
    """Write the same line as below the PDF; the word processor counts the pages."""
    line = footer_line(footer, t, formats, author=one_line(footer.author), page=_PAGE, pages=_PAGES)
    foot = document.sections[0].footer.paragraphs[0]
    for piece in re.split(f"({_PAGE}|{_PAGES})", line):
        run = foot.add_run()
        run.font.size = Pt(8)
        if piece in _FIELDS:
            _add_field(run, _FIELDS[piece])
        else:
            run.text = piece


def _add_field(run: Run, name: str) -> None:
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            instruction = OxmlElement("w:instrText")
            instruction.text = name
            run._r.append(instruction)  # noqa: SLF001 - python-docx knows no fields
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)  # noqa: SLF001
        if kind == "separate":
            run.add_text("1")
