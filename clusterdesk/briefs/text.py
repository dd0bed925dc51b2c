"""Breaking text into lines that fit, and cutting it with a sign where there is no more room.

``paragraph`` is the one way from a person's text to a page: it takes plain strings, cleans them and measures them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clusterdesk.briefs.characters import one_line
from clusterdesk.briefs.fonts import Face, typeface

CUT = "…"
_SENTENCE_ENDS = (".", "!", "?", "…", "»", ";")
# A sentence that ends earlier than this share of the room is no good place to cut: too much would be lost.
_WORTH_KEEPING = 0.4
# A word wider than this share of the line may be broken after its own hyphens and slashes.
_LONG_WORD = 0.35
_HYPHENS = re.compile(r".+?(?:[-/](?=[^-/])|$)")


class Span(NamedTuple):
    """A piece of plain text in one face."""

    text: str
    face: Face = Face.REGULAR


class Run(NamedTuple):
    """What is drawn in one go: ``x`` points from the start of the line."""

    x: float
    text: str
    face: Face


type Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that fit a width at a size; ``is_cut`` tells that the text goes on."""

    lines: tuple[Line, ...]
    size: float
    is_cut: bool = False


class _Word(NamedTuple):
    text: str
    face: Face
    width: float
    space: float  # the space before it, when it does not start a line


def paragraph(
    content: str | Sequence[Span],
    width: float,
    *,
    size: float,
    face: Face = Face.REGULAR,
    max_lines: int | None = None,
    by_sentence: bool = False,
) -> Paragraph:
    """Break plain text into lines of ``width`` points.

    A text that needs more than ``max_lines`` is cut with a sign, ``by_sentence`` after a whole sentence where one ends
    late enough. A word wider than the line is broken inside; no hyphen is put in, so that the text can be searched.
    """
    spans = [Span(content, face)] if isinstance(content, str) else content
    words = list(_words(spans, width, size))
    lines = _filled(words, width)
    if max_lines is None or len(lines) <= max_lines:
        return Paragraph(tuple(map(_line, lines)), size)
    kept = lines[:max_lines]
    if by_sentence:
        kept = _at_sentence(kept)
    return Paragraph(tuple(map(_line, _signed(kept, width, size))), size, is_cut=True)


def line_width(text: str, *, size: float, face: Face = Face.REGULAR) -> float:
    """Return the width in points of a text set on one line."""
    return typeface(face).width(text, size)


def _words(spans: Sequence[Span], width: float, size: float) -> Iterator[_Word]:
    for text, face in spans:
        letters = typeface(face)
        space = letters.width(" ", size)
        for word in one_line(text).split(" "):
            if not word:
                continue
            wide = letters.width(word, size)
            if wide <= width * _LONG_WORD:
                yield _Word(word, face, wide, space)
                continue
            pieces = (piece for part in _HYPHENS.findall(word) for piece in _broken(part, face, width, size))
            for index, piece in enumerate(pieces):
                yield _Word(piece, face, letters.width(piece, size), 0.0 if index else space)


def _broken(word: str, face: Face, width: float, size: float) -> Iterator[str]:
    """Break a word that is wider than a line into pieces that are not."""
    letters = typeface(face)
    start, used = 0, 0.0
    for index, character in enumerate(word):
        wide = letters.width(character, size)
        if used + wide > width and index > start:
            yield word[start:index]
            start, used = index, 0.0
        used += wide
    yield word[start:]


def _filled(words: list[_Word], width: float) -> list[list[_Word]]:
    lines: list[list[_Word]] = []
    current: list[_Word] = []
    used = 0.0
    for word in words:
        wanted = used + word.space + word.width
        if current and wanted > width + 0.01:
            lines.append(current)
            current, used = [word], word.width
        else:
            used = wanted if current else word.width
            current.append(word)
    if current:
        lines.append(current)
    return lines


def _at_sentence(lines: list[list[_Word]]) -> list[list[_Word]]:
    """Leave out the unfinished sentence at the end, unless too little would stay."""
    total = sum(len(line) for line in lines)
    seen = best = 0
    for line in lines:
        for word in line:
            seen += 1
            if word.text.endswith(_SENTENCE_ENDS) and word.face is Face.REGULAR:
                best = seen
    if best < total * _WORTH_KEEPING:
        return lines
    kept: list[list[_Word]] = []
    for line in lines:
        kept.append(line[:best])
        best -= len(line)
        if best <= 0:
            break
    return kept


def _signed(lines: list[list[_Word]], width: float, size: float) -> list[list[_Word]]:
    """Put the sign after the last word that leaves room for it."""
    last = list(lines[-1])
    while True:
        text, face = last[-1].text, last[-1].face
        joint = " " if text.endswith(_SENTENCE_ENDS) else ""
        marked = f"{text}{joint}{CUT}"
        wide = typeface(face).width(marked, size)
        used = sum(word.width + word.space for word in last[:-1]) + (last[-1].space if len(last) > 1 else 0.0)
        if used + wide <= width:
            last[-1] = last[-1]._replace(text=marked, width=wide)
            return [*lines[:-1], last]
        if len(last) > 1:
            last.pop()
        elif len(text) > 1:
            last[-1] = last[-1]._replace(text=text[:-1])
        else:
            return [*lines[:-1], last]


def _line(words: list[_Word]) -> Line:
    """Join the words of a line into as few runs as its faces allow."""
    runs: list[Run] = []
    x = start = 0.0
    text: list[str] = []
    face = words[0].face
    for index, word in enumerate(words):
        space = word.space if index else 0.0
        if word.face is not face:
            # The space goes to the run before, so that extracted words stay apart.
            text.append(" " if space else "")
            runs.append(Run(start, "".join(text), face))
            start, text, face = x + space, [], word.face
        elif space:
            text.append(" ")
        text.append(word.text)
        x += space + word.width
    runs.append(Run(start, "".join(text), face))
    return tuple(runs)
