"""An outline as a docx that can be edited, set with Word's own styles."""

from io import BytesIO

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.docx_page import SOFT, fill_row, new_document, write_fact, write_foot, write_head
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import BlockKind, Outline, TextBlock
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_WIDTH = 172.0


def outline_docx(outline: Outline, footer: PageFooter, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of an outline in the translator's language."""
    document = new_document(outline.title, outline.kind, footer.author or house.name, f"{t.language}-BE")
    write_head(document, house, outline.kind, outline.mark, outline.title)
    for block in outline.blocks:
        if isinstance(block, OutlineTable):
            _write_table(document, block)
        else:
            _write_block(document, block)
    write_foot(document, footer, t, formats)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _write_block(document: DocumentObject, block: TextBlock) -> None:
    text = one_line(block.text)
    match block.kind:
        case BlockKind.FACT:
            write_fact(document, block.label, (text,))
        case BlockKind.HEADING:
            document.add_heading(text, level=1)
        case BlockKind.SUBHEADING:
            document.add_heading(text, level=2)
        case BlockKind.QUOTE:
            said = document.add_paragraph(text)
            said.paragraph_format.left_indent = Mm(6)
            if block.label:
                said.add_run().add_break()
                said.add_run(f"— {one_line(block.label)}").font.color.rgb = SOFT
        case BlockKind.ITEM:
            line = document.add_paragraph(f"{one_line(block.label)}\t{text}")
            line.paragraph_format.left_indent = Mm(6)
            line.paragraph_format.first_line_indent = Mm(-6)
            line.paragraph_format.tab_stops.add_tab_stop(Mm(6))
        case BlockKind.UNDER:
            under = document.add_paragraph()
            under.add_run(text).font.color.rgb = SOFT
            under.paragraph_format.keep_with_next = True
        case BlockKind.SOFT:
            document.add_paragraph().add_run(text).font.color.rgb = SOFT
        case BlockKind.SMALL:
            run = document.add_paragraph().add_run(text)
            run.font.color.rgb = SOFT
            run.font.size = Pt(8.5)
        case BlockKind.TEXT:
            line = document.add_paragraph()
            if block.label:
                line.add_run(f"{one_line(block.label)} – ").bold = True
            line.add_run(text)


def _write_table(document: DocumentObject, table: OutlineTable) -> None:
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    widths = [Mm(column.share * _WIDTH) for column in table.columns]
    fill_row(drawn, 0, [column.heading for column in table.columns], widths, bold=True)
    for place, row in enumerate(table.rows, start=1):
        fill_row(drawn, place, row, widths, bold=table.total and place == len(table.rows))
    for line in drawn.rows:
        for cell, column in zip(line.cells, table.columns, strict=True):
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            if column.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph().paragraph_format.space_after = Pt(2)
