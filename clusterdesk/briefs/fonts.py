"""The faces our pages are set in: Inter, and DejaVu Sans for the characters Inter does not have.

Fonts are read and registered once in the life of the program. A character that neither font has is drawn as
the fallback's empty box and still comes out of the PDF as itself when its text is copied or searched.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.resources import resource

_WORDS_KEPT = 60_000
_LOCK = Lock()


class Face(StrEnum):
    """The two faces of a page; the value is the name the font is registered under."""

    REGULAR = "Inter"
    BOLD = "Inter-Bold"


_FILES = {
    Face.REGULAR: ("Inter-Regular.ttf", "DejaVuSans.ttf"),
    Face.BOLD: ("Inter-Bold.ttf", "DejaVuSans-Bold.ttf"),
}


class _PageFont(TTFont):
    """A font whose text comes out whole, beyond U+FFFF too, and that can be made to have any character."""

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - reportlab's name and type
        # The map back to Unicode is written as UTF-16; reportlab writes plain code points, which breaks emoji.
        state = self.state[doc]
        state.subsets = [list(map(self._utf16, subset)) for subset in state.subsets]
        super().addObjects(doc)

    def _utf16(self, code: int) -> int:
        if code < 0x10000:
            return code
        pair = int.from_bytes(chr(code).encode("utf-16-be"))
        self.face.charToGlyph[pair] = self.face.charToGlyph[code]
        self.face.charWidths[pair] = self.face.charWidths.get(code, self.face.defaultWidth)
        return pair

    def admit(self, code: int) -> None:
        """Give a character this font lacks the shape of the empty box."""
        self.face.charToGlyph.setdefault(code, 0)
        self.face.charWidths.setdefault(code, self.face.defaultWidth)


class _CharacterWidths(dict[str, float]):
    """Widths in thousandths of the size, filled as characters are met."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, character: str) -> float:
        width = self[character] = self._measure(character)
        return width


class Typeface:
    """One face with its fallback: measures words (remembering them) and tells which font draws what."""

    def __init__(self, face: Face) -> None:
        """Read and register the face's font; the fallback is read when a character first needs it."""
        self.name = str(face)
        file, self._fallback_file = _FILES[face]
        self._font = _registered(self.name, file)
        self._own = frozenset(map(chr, self._font.face.charToGlyph))
        self._fallback: _PageFont | None = None
        self._characters = _CharacterWidths(self._character_width)
        self._words: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """Return the width in points of a text on one line."""
        units = self._words.get(text)
        if units is None:
            units = sum(map(self._characters.__getitem__, text))
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            self._words[text] = units
        return units * size / 1000

    def is_own(self, text: str) -> bool:
        """Tell whether the face itself has every character."""
        return self._own.issuperset(text)

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Split a text into (font name, piece) where it needs the fallback."""
        if self.is_own(text):
            return [(self.name, text)]
        fallback = self._fallback_font()
        for character in text:
            if character not in self._own:
                fallback.admit(ord(character))
        pieces = groupby(text, self._own.__contains__)
        return [(self.name if own else fallback.fontName, "".join(piece)) for own, piece in pieces]

    def _character_width(self, character: str) -> float:
        font = self._font if character in self._own else self._fallback_font()
        width: float = font.face.charWidths.get(ord(character), font.face.defaultWidth)
        return width

    def _fallback_font(self) -> _PageFont:
        if self._fallback is None:
            self._fallback = _registered(f"{self.name}-fallback", self._fallback_file)
        return self._fallback


@cache
def _typeface(face: Face) -> Typeface:
    return Typeface(face)


def typeface(face: Face) -> Typeface:
    """Return the face, read once and shared by all pages; KnownError when its file is missing."""
    return _typeface(face)


def _registered(name: str, file: str) -> _PageFont:
    path = resource("fonts", file)
    with _LOCK:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(_loaded(name, path))
        font = pdfmetrics.getFont(name)
    assert isinstance(font, _PageFont)
    return font


def _loaded(name: str, path: Path) -> _PageFont:
    if not path.is_file():
        raise KnownError(
            "font_missing",
            N_("The font file {file} is missing, so no page can be made."),
            advice=N_("Install ClusterDesk again."),
            file=path.name,
        )
    return _PageFont(name, str(path), shapable=False)
