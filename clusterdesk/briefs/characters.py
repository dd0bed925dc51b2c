"""From what somebody typed to what can stand on paper.

There is no markup anywhere in our pages: a text is drawn character by character, so ``&`` and ``<b>`` are
themselves. What has no shape on paper (controls, direction marks, zero-width characters) is dropped.
"""

import re
import unicodedata
from itertools import groupby

from clusterdesk.i18n.typography import typography

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# No-break spaces (U+00A0, U+202F, U+2007) stay: a line may not end at them.
_SPACES = re.compile("[\t \x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SPACED_SIGN = re.compile(" [;!?:»]|« ")
_SHAPELESS = {"Cc", "Cf"}
_KEPT_SPACES = "\u00a0\u202f\u2007"
REPLACEMENT = "\ufffd"


def printable(text: str) -> str:
    """Return the text with shapeless characters dropped and only line feeds as line ends; runs of spaces become one.

    A lone surrogate becomes U+FFFD, a noncharacter is dropped. The result is in composed form (NFC).
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = _LINE_ENDS.sub("\n", text)
    if not text.isprintable():
        text = "".join(map(_shape, text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """Return the printable text on a single line, line ends turned into spaces.

    The spaces a French typist puts around ``? ! ; : « »`` become no-break ones: no line begins with such a sign,
    whatever the language of the page; the other languages have no space there.
    """
    text = printable(text)
    text = (_SPACES.sub(" ", text.replace("\n", " ")) if "\n" in text else text).strip(" ")
    return typography("fr", text) if _SPACED_SIGN.search(text) else text


def _shape(character: str) -> str:
    if character.isprintable() or character == "\n" or character in _KEPT_SPACES or _SPACES.fullmatch(character):
        return character
    category = unicodedata.category(character)
    if category in _SHAPELESS or ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return ""
    return REPLACEMENT if category == "Cs" else character


def visual(text: str) -> str:
    """Return a line of text in the order in which it is drawn from left to right.

    Hebrew and Arabic words are turned round, numbers inside them are not; letters are not joined. This is less than the
    full bidirectional algorithm and enough for a name or a sentence inside a Latin page.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text
    kinds = list(map(_direction, text))
    for index, kind in enumerate(kinds):
        # What stands between two right-to-left characters goes with them.
        if kind == "N":
            after = next((other for other in kinds[index:] if other != "N"), "L")
            kinds[index] = "R" if after == "R" and index and kinds[index - 1] == "R" else "L"
    parts: list[str] = []
    place = 0
    for kind, members in groupby(kinds):
        size = len(list(members))
        part = text[place : place + size]
        parts.append(part[::-1] if kind == "R" else part)
        place += size
    return "".join(parts)


def _direction(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in ("R", "AL"):
        return "R"
    return "L" if kind in ("L", "EN", "AN", "") else "N"
