"""What our docx files have in common: margins, styles, head, facts, rows of tables and the foot."""

import re
from collections.abc import Sequence
from datetime import UTC

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table
from docx.text.run import Run

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.footer import footer_line
from clusterdesk.briefs.house import House
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

SOFT = RGBColor(0x54, 0x5E, 0x59)
_INK = RGBColor(0x17, 0x1F, 0x1C)
# A docx is edited on the receiver's machine, which has no Inter.
_FONT = "Arial"
# Stand for the numbers that only the word processor knows, until the line is taken apart.
_PAGE, _PAGES = "\ue000", "\ue001"
_FIELDS = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}


def new_document(title: str, subject: str, author: str, language: str) -> DocumentObject:
    """Return an empty document with our margins, styles and properties."""
    document = Document()
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
    properties.title = one_line(title)[:255]
    properties.author = one_line(author)[:255]
    properties.subject = subject
    properties.language = language
    properties.comments = ""
    return document


def write_head(document: DocumentObject, house: House, kind: str, mark: str, title: str) -> None:
    """Write whose page it is, what it is and for whom only, then its title."""
    above = document.add_paragraph()
    above.add_run(" · ".join(filter(None, (one_line(house.name), kind)))).font.color.rgb = SOFT
    if mark:
        above.add_run(f"   {mark}").bold = True
    document.add_paragraph(one_line(title), style="Title")


def write_fact(document: DocumentObject, label: str, lines: Sequence[str]) -> None:
    """Write a fact: a soft label, its lines beside it."""
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(1)
    line.paragraph_format.left_indent = Mm(26)
    line.paragraph_format.first_line_indent = Mm(-26)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(26))
    line.add_run(f"{label}\t").font.color.rgb = SOFT
    for index, text in enumerate(lines):
        if index:
            line.add_run().add_break()
        line.add_run(one_line(text))


def fill_row(table: Table, index: int, texts: Sequence[str], widths: Sequence[Length], *, bold: bool = False) -> None:
    """Write a row of a table; the columns are as wide as said."""
    for cell, text, width in zip(table.rows[index].cells, texts, widths, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(one_line(text)).bold = bold


def write_foot(document: DocumentObject, footer: PageFooter, t: Translator, formats: Formats) -> None:
    """Write the same line as below the PDF, the word processor counts the pages; and say when the document was made."""
    made = footer.printed_at.astimezone(UTC) if footer.printed_at.tzinfo else footer.printed_at
    document.core_properties.created = document.core_properties.modified = made
    line = footer_line(footer, t, formats, author=one_line(footer.author), page=_PAGE, pages=_PAGES)
    foot = document.sections[0].footer.paragraphs[0]
    for piece in re.split(f"({_PAGE}|{_PAGES})", line):
        run = foot.add_run()
        run.font.size = Pt(8)
        if piece in _FIELDS:
            _add_field(run, _FIELDS[piece])
        else:
            run.text = piece


def _set_language(document: DocumentObject, language: str) -> None:
    """Tell the spelling checker which language this is."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    properties.append(mark)


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
