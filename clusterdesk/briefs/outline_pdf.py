"""An outline as PDF: pages of running text with the house in the head and the foot of every page."""

from collections.abc import Sequence
from functools import partial

from clusterdesk.briefs.flow import Strip, space, text_strips
from clusterdesk.briefs.flow_parts import FACT_LABEL, Cell, fact, heading, item, rule_strip, table_row
from clusterdesk.briefs.flow_table import rows_together
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import BlockKind, Outline, TextBlock
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.briefs.pen import About, Pen
from clusterdesk.briefs.style import BODY, CONTENT_WIDTH, HAIR, INK, RULE, SMALL, SMALL_LEADING, SOFT
from clusterdesk.briefs.text import Span, line_width
from clusterdesk.briefs.text_pages import TextHead, draw_text_pages
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_QUOTE_INDENT = 12.0
_AFTER_LABEL = 8.0


def outline_pdf(outline: Outline, footer: PageFooter, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of an outline. KnownError when a font is missing."""
    pen = Pen(About(outline.title, footer.author or house.name, outline.kind, f"{t.language}-BE"))
    draw_outline(pen, outline, footer, t, formats, house)
    return pen.finish()


def draw_outline(pen: Pen, outline: Outline, footer: PageFooter, t: Translator, formats: Formats, house: House) -> int:
    """Draw an outline from the pen's open page on; return how many pages it took."""
    head = TextHead(outline.title, outline.kind, outline.mark, house)
    return draw_text_pages(pen, _strips(outline), head, footer, t, formats)


def _strips(outline: Outline) -> list[Strip]:
    strips = text_strips(outline.title, CONTENT_WIDTH, size=18, leading=22, face=Face.BOLD, with_next=True)
    strips.append(space(3))
    facts, labels = True, _label_width(outline)
    for block in outline.blocks:
        if facts and not _is_fact(block):
            strips += [space(5), rule_strip(INK)]
            facts = False
        strips += _table(block) if isinstance(block, OutlineTable) else _block(block, labels)
    return strips


def _label_width(outline: Outline) -> float:
    """Return how wide the column of labels is: as usual, wider where one of them needs it."""
    labels = (one.label for one in outline.blocks if isinstance(one, TextBlock) and one.kind is BlockKind.FACT)
    return max((line_width(one, size=BODY) + _AFTER_LABEL for one in labels), default=0.0)


def _is_fact(block: TextBlock | OutlineTable) -> bool:
    return isinstance(block, TextBlock) and block.kind is BlockKind.FACT


def _block(block: TextBlock, labels: float) -> list[Strip]:
    text = block.text
    match block.kind:
        case BlockKind.FACT:
            return fact(block.label, (text,), label_width=max(labels, FACT_LABEL))
        case BlockKind.HEADING:
            return heading(text)
        case BlockKind.SUBHEADING:
            return [
                space(7, with_next=True),
                *text_strips(text, CONTENT_WIDTH, face=Face.BOLD, with_next=True),
            ]
        case BlockKind.UNDER:
            return [*text_strips(text, CONTENT_WIDTH, ink=SOFT, with_next=True), space(2, with_next=True)]
        case BlockKind.QUOTE:
            return _quote(text, block.label)
        case BlockKind.ITEM:
            return item(block.label, text)
        case BlockKind.SOFT:
            return [*text_strips(text, CONTENT_WIDTH, ink=SOFT), space(2)]
        case BlockKind.SMALL:
            return [
                space(12),
                *text_strips(text, CONTENT_WIDTH, size=SMALL, leading=SMALL_LEADING, ink=SOFT),
            ]
        case BlockKind.TEXT:
            content = [Span(f"{block.label} –", Face.BOLD), Span(text)] if block.label else text
            return [*text_strips(content, CONTENT_WIDTH), space(3)]


def _quote(text: str, by: str) -> list[Strip]:
    """Return a quote with a line beside it, and who said it under it."""
    said = text_strips(text, CONTENT_WIDTH, indent=_QUOTE_INDENT, with_next=bool(by))
    who = text_strips(f"— {by}", CONTENT_WIDTH, indent=_QUOTE_INDENT, ink=SOFT) if by else []
    return [*(_barred(strip) for strip in (*said, *who)), space(6)]


def _barred(strip: Strip) -> Strip:
    return Strip(strip.height, partial(_draw_barred, strip=strip), strip.with_next)


def _draw_barred(pen: Pen, x: float, top: float, *, strip: Strip) -> None:
    pen.fill(x, top - strip.height, 2.2, strip.height, ink=RULE)
    if strip.draw is not None:
        strip.draw(pen, x, top)


def _table(table: OutlineTable) -> list[Strip]:
    head = [
        space(3, with_next=True),
        *table_row(_cells(table, [one.heading for one in table.columns]), ink=SOFT),
        rule_strip(RULE, with_next=True),
    ]
    rows = []
    for place, row in enumerate(table.rows):
        face = Face.BOLD if table.total and place == len(table.rows) - 1 else Face.REGULAR
        cells = table_row(_cells(table, row), face=face)
        rows.append([space(2, with_next=True), *cells, space(2, with_next=True), rule_strip(HAIR)])
    return [*rows_together(head, rows), space(6)]


def _cells(table: OutlineTable, texts: Sequence[str]) -> list[Cell]:
    last = len(texts) - 1
    return [
        Cell(text, one.share * CONTENT_WIDTH, one.right, place == last)
        for place, (text, one) in enumerate(zip(texts, table.columns, strict=True))
    ]
