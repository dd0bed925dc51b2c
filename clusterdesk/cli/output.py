"""Writing answers: a calm table for people, or one JSON document and nothing else."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any, TextIO

from clusterdesk.cli.answer import Answer, Block, Lines, Pairs, Table

_GAP = "  "
_NARROWEST = 8
_UNICODE = ("utf-8", "utf8")
# Format characters that letters and emoji need; the others turn the direction of a line or hide in it.
_JOINERS = "\u200c\u200d\u00ad"


def prepare_streams() -> None:
    """Let no text fail for want of a letter: what a console cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace" if _is_unicode(stream) else "replace")


def harmless(text: str) -> str:
    """Return a text without what would steer the terminal instead of standing in it: a record may hold anything."""
    if text.isprintable():
        return text
    return "".join(map(_seen, text))


def _seen(letter: str) -> str:
    if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf"} or letter in _JOINERS:
        return letter
    return ""


def _is_unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "ascii").lower() in _UNICODE


class Output:
    """Standard output and standard error, as the options want them."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        """Write JSON or text; quiet leaves progress and messages out."""
        self.as_json = as_json
        self.quiet = quiet

    def answer(self, answer: Answer) -> None:
        """Write the outcome of a command."""
        for note in answer.notes:
            self.note(note)
        if self.as_json:
            self.document(answer.document)
            return
        for number, block in enumerate(answer.blocks):
            if number:
                sys.stdout.write("\n")
            for line in self._lines(block):
                sys.stdout.write(harmless(line) + "\n")
        sys.stdout.flush()

    def document(self, document: Any) -> None:  # noqa: ANN401 - any JSON value
        """Write the one JSON document; in plain ASCII where the stream does not speak Unicode."""
        text = json.dumps(document, ensure_ascii=not _is_unicode(sys.stdout), indent=2, allow_nan=False, default=str)
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """Say something on standard error, unless nothing should be said."""
        if not self.quiet:
            self.say(text)

    def say(self, text: str) -> None:
        """Say something on standard error in any case."""
        sys.stderr.write(harmless(text) + "\n")
        sys.stderr.flush()

    def _lines(self, block: Block) -> Sequence[str]:
        width = _terminal_width()
        if isinstance(block, Lines):
            return list(block.lines)
        if isinstance(block, Pairs):
            return pair_lines(block, width)
        return table_lines(block, width)


def _terminal_width() -> int | None:
    """Return how wide the terminal is; ``None`` where the output goes into a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


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
