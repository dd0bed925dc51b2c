"""A paper about difficulties as it is read on a console: the words that leave, each blocked place between marks."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clusterdesk.cli.answer import Block as AnswerBlock
from clusterdesk.cli.answer import Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.difficulties.known import KIND_LABELS
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, PaperText, ReadPaper

if TYPE_CHECKING:
    from clusterdesk.briefs.difficulty_outline import Block, PaperOutline

_OPEN, _CLOSE = "⟦", "⟧"


def paper_document(paper: DifficultyPaper, outline: "PaperOutline", read: ReadPaper | None) -> dict[str, Any]:
    """Return what ``--json`` prints of a preview."""
    from clusterdesk.briefs.outline_table import OutlineTable

    blocks: list[Mapping[str, Any]] = []
    for block in outline.blocks:
        if isinstance(block, OutlineTable):
            columns = [column.heading for column in block.columns]
            blocks.append({"kind": "table", "columns": columns, "rows": [list(row) for row in block.rows]})
        else:
            blocks.append({"kind": block.kind.value, "label": block.label, "text": block.text.text})
    texts = list(_texts(outline))
    return {
        "kind": "note" if paper.note is not None else "roll_up",
        "edition": paper.naming.value,
        "language": paper.language,
        "difficulties": [str(one.id) for one in paper.difficulties],
        "left_out": paper.left_out,
        "sha256": paper.sha256,
        "may_leave": read is not None,
        "read_by": read.by if read is not None else "",
        "read_on": read.on.isoformat() if read is not None and read.on is not None else None,
        "title": outline.title.text,
        "blocks": blocks,
        "blocked": [
            {"text": mark.said, "kind": mark.kind.value, "instead": text.text[mark.start : mark.end]}
            for text in texts
            for mark in text.marks
        ],
        "doubtful": sorted({text.text[start:end] for text in texts for start, end in text.doubts}),
    }


def paper_blocks(context: Context, outline: "PaperOutline") -> list[AnswerBlock]:
    """Return what people read: the paper from top to bottom, then what was blocked and what may name somebody."""
    from clusterdesk.briefs.outline_table import OutlineTable

    t = context.t
    shown: list[AnswerBlock] = [Lines([_marked(outline.title), *([f"[{outline.mark}]"] if outline.mark else [])])]
    lines: list[str] = []
    for block in outline.blocks:
        if isinstance(block, OutlineTable):
            right = frozenset(place for place, column in enumerate(block.columns) if column.right)
            shown += [Lines(lines), Table([column.heading for column in block.columns], block.rows, right)]
            lines = []
        else:
            lines += _lines(block, first=not lines)
    shown.append(Lines(lines))
    texts = list(_texts(outline))
    blocked = {mark.said: mark.kind for text in texts for mark in text.marks}
    if blocked:
        rows = [(said, t(KIND_LABELS[kind])) for said, kind in sorted(blocked.items())]
        shown += [Lines([t("Blocked, and what it is")]), Pairs(rows)]
    doubts = sorted({text.text[start:end] for text in texts for start, end in text.doubts})
    if doubts:
        shown.append(Lines([t("May tell of somebody: a name unknown here, or a place of few"), ", ".join(doubts)]))
    return [block for block in shown if not isinstance(block, Lines) or block.lines]


def _lines(block: "Block", *, first: bool) -> list[str]:
    text = _marked(block.text)
    match block.kind.value:
        case "heading":
            return [text.upper()] if first else ["", text.upper()]
        case "subheading":
            return ["", text]
        case "small":
            return ["", text]
        case "quote":
            return [f"  {text}", *([f"  — {block.label}"] if block.label else [])]
        case "fact":
            return [f"{block.label}: {text}"]
        case _:
            return [f"{block.label} – {text}" if block.label else text]


def _marked(text: PaperText) -> str:
    """Return a text with marks around what stands in the place of a name."""
    kept, end = [], 0
    for mark in text.marks:
        kept += [text.text[end : mark.start], _OPEN, text.text[mark.start : mark.end], _CLOSE]
        end = mark.end
    return "".join((*kept, text.text[end:]))


def _texts(outline: "PaperOutline") -> Iterator[PaperText]:
    from clusterdesk.briefs.outline_table import OutlineTable

    yield outline.title
    yield from (block.text for block in outline.blocks if not isinstance(block, OutlineTable))
