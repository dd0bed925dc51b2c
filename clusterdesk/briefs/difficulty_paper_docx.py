"""The note of a difficulty and the roll-up of many as a docx: the same outline as the PDF, only what was read."""

from io import BytesIO

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.difficulty_outline import Block, BlockKind, paper_outline
from clusterdesk.briefs.docx_page import SOFT, fill_row, new_document, write_fact, write_foot, write_head
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_WIDTH = 172.0


def difficulty_paper_docx(read: ReadPaper, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a paper in the translator's language."""
    outline = paper_outline(read.paper, t, formats)
    author = read.footer.author or house.name
    document = new_document(outline.title.text, outline.kind, author, f"{t.language}-BE")
    write_head(document, house, outline.kind, outline.mark, outline.title.text)
    for block in outline.blocks:
        if isinstance(block, OutlineTable):
            _write_table(document, block)
        else:
            _write_block(document, block)
    write_foot(document, read.footer, t, formats)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _write_block(document: DocumentObject, block: Block) -> None:
    text = one_line(block.text.text)
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
