"""Setting tables and pairs for people: columns aligned, no frame, long values cut."""

import unicodedata
from collections.abc import Sequence

from clusterdesk.cli.answer import Block, Lines, Pairs, Table

_GAP = "  "
_NARROWEST = 8


def block_lines(block: Block, width: int | None) -> Sequence[str]:
    """Set one block of an answer."""
    if isinstance(block, Lines):
        return list(block.lines)
    if isinstance(block, Pairs):
        return pair_lines(block, width)
    return table_lines(block, width)


def table_lines(table: Table, width: int | None) -> list[str]:
    """Set a table: columns aligned, no frame, long values cut with ``…`` where a width is given."""
    cells = [[_one_line(value) for value in row] for row in (table.headers, *table.rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(table.headers))]
    if width is not None:
        widths = _fitted(widths, width)
    lines = []
    for row in cells:
        parts = [
            _padded(value, size, right=column in table.right)
            for column, (value, size) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(_GAP.join(parts).rstrip())
    return [lines[0], _GAP.join("─" * size for size in widths).rstrip(), *lines[1:]] if cells[1:] else lines


def pair_lines(pairs: Pairs, width: int | None) -> list[str]:
    """Set labels and values; further lines of a value stand under its first."""
    size = max((_width(label) for label, _ in pairs.rows), default=0)
    lines = []
    for label, value in pairs.rows:
        first, *others = value.splitlines() or [""]
        lines.append(f"{_padded(label, size)}{_GAP}{first}".rstrip())
        lines += [f"{' ' * size}{_GAP}{other}".rstrip() for other in others]
    return lines


def _fitted(widths: list[int], width: int) -> list[int]:
    """Narrow the widest columns until the line fits."""
    fitted = list(widths)
    while sum(fitted) + len(_GAP) * (len(fitted) - 1) > width:
        widest = max(range(len(fitted)), key=fitted.__getitem__)
        if fitted[widest] <= _NARROWEST:
            break
        fitted[widest] -= 1
    return fitted


def _one_line(text: str) -> str:
    return " ".join(text.split()) if text else ""


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def _padded(text: str, size: int, *, right: bool = False) -> str:
    shown = text if _width(text) <= size else _cut(text, size)
    blank = " " * (size - _width(shown))
    return blank + shown if right else shown + blank


def _cut(text: str, size: int) -> str:
    kept, used = "", 0
    for letter in text:
        if used + _columns(letter) > size - 1:
            break
        kept += letter
        used += _columns(letter)
    return kept.rstrip() + "…"
