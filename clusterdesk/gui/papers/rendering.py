"""A paper as rich text: its words, what stands in the place of a name marked, what may name somebody underlined."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from clusterdesk.domain.views.difficulty_papers import PaperText
from clusterdesk.gui.tokens import Colours, Tone
from clusterdesk.gui.veil import VEIL

if TYPE_CHECKING:
    from clusterdesk.briefs.difficulty_outline import Block, PaperOutline
    from clusterdesk.briefs.outline_table import OutlineTable


def rich_text(outline: "PaperOutline", colours: Colours, points: float) -> str:
    """Return the paper from top to bottom as HTML that a text view of Qt can show."""
    from clusterdesk.briefs.outline_table import OutlineTable

    parts = [f'<p style="font-size:{points * 1.5:.1f}pt; font-weight:600; margin:0 0 6px 0">']
    parts += [_marked(outline.title, colours), "</p>"]
    for block in outline.blocks:
        parts += _table(block, colours) if isinstance(block, OutlineTable) else _block(block, colours, points)
    return "".join(parts)


def _block(block: "Block", colours: Colours, points: float) -> Iterator[str]:
    text, label = _marked(block.text, colours), escape(VEIL.words(block.label))
    match block.kind.value:
        case "heading":
            yield f'<p style="font-size:{points * 1.12:.1f}pt; font-weight:600; margin:14px 0 3px 0">{text}</p>'
        case "subheading":
            yield f'<p style="font-weight:600; margin:10px 0 0 0">{text}</p>'
        case "fact":
            yield f'<p style="margin:1px 0"><span style="color:{colours.muted}">{label} · </span>{text}</p>'
        case "quote":
            who = f'<br/><span style="color:{colours.muted}">— {label}</span>' if label else ""
            yield f'<p style="margin:4px 0 4px 18px">{text}{who}</p>'
        case "soft" | "small" | "under":
            yield f'<p style="margin:2px 0; color:{colours.muted}">{text}</p>'
        case _:
            yield f'<p style="margin:3px 0">{f"<b>{label} –</b> " if label else ""}{text}</p>'


def _table(table: "OutlineTable", colours: Colours) -> Iterator[str]:
    yield '<table cellspacing="4" cellpadding="3" style="margin:6px 0" width="100%">'
    sides = ["right" if column.right else "left" for column in table.columns]
    heads = (
        f'<td align="{side}" style="color:{colours.muted}">{escape(column.heading)}</td>'
        for side, column in zip(sides, table.columns, strict=True)
    )
    yield f"<tr>{''.join(heads)}</tr>"
    for place, row in enumerate(table.rows):
        bold = table.total and place == len(table.rows) - 1
        cells = (
            f'<td align="{side}">{f"<b>{escape(VEIL.words(text))}</b>" if bold else escape(VEIL.words(text))}</td>'
            for side, text in zip(sides, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _marked(text: PaperText, colours: Colours) -> str:
    """Return a text with its places marked; both kinds differ by more than their colour."""
    if not text.marks and not text.doubts:
        # Names stand in the internal edition only; a beamer must not show them.
        return escape(VEIL.words(text.text))
    spans = [(one.start, one.end, True) for one in text.marks] + [(*one, False) for one in text.doubts]
    kept, at = [], 0
    for start, end, is_blocked in sorted(spans):
        said = escape(text.text[start:end])
        if is_blocked:
            style = f"background-color:{colours.back(Tone.INFO)}; color:{colours.front(Tone.INFO)}; font-weight:600"
        else:
            style = f"background-color:{colours.back(Tone.WARN)}; text-decoration:underline"
        kept += [escape(text.text[at:start]), f'<span style="{style}">{said}</span>']
        at = end
    return "".join((*kept, escape(text.text[at:])))
