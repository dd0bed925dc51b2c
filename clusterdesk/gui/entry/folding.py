"""Folding: showing a very long line as several, so that the text editor stays quick, and getting it back whole. No Qt.

An unbroken line of 200,000 characters freezes Qt's layout for seconds. A display line that continues the one
before it is marked; joining gives back exactly the text that was folded.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST_SHOWN = 10_000
LONGEST_NOTE_BYTES = 1_000_000
# Qt marks the frames of its documents with these; a NUL would end the text for the accessibility bridge.
_FORBIDDEN = {0: "\ufffd", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd"}
_BREAKS = (("\r\n", "\n"), ("\r", "\n"), ("\u2029", "\n"))


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line as shown; ``continues`` tells that no line break stands before it in the text."""

    text: str
    continues: bool = False


def cleaned(text: str) -> str:
    """Return a text with plain line breaks and without the few characters an editor cannot hold."""
    for old, new in _BREAKS:
        text = text.replace(old, new)
    return text.translate(_FORBIDDEN)


def fold(text: str) -> Iterator[ShownLine]:
    """Give the lines to show, none longer than 10,000 characters."""
    for line in cleaned(text).split("\n"):
        yield ShownLine(line[:LONGEST_SHOWN])
        for start in range(LONGEST_SHOWN, len(line), LONGEST_SHOWN):
            yield ShownLine(line[start : start + LONGEST_SHOWN], continues=True)


def unfold(lines: Iterable[ShownLine]) -> str:
    """Return the text of shown lines."""
    parts: list[str] = []
    for line in lines:
        if parts and not line.continues:
            parts.append("\n")
        parts.append(line.text)
    return "".join(parts)


def bytes_over(text: str) -> int:
    """Return by how many bytes a note is too long, 0 when it fits."""
    return max(len(text.encode("utf-8", "surrogatepass")) - LONGEST_NOTE_BYTES, 0)
