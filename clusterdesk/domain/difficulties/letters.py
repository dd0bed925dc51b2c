"""Words of a text for comparing, with their places: no accents, case or dressed-up letters; all else only parts them.

A word ends where a sign stands, where letters meet digits and where ``camelCase`` changes; whoever compares looks at
several words in a row as one, so that hyphens, blanks, line breaks and unseen characters inside a name are nothing.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Superscripts count as letters for Python; here they are signs: a footnote is no part of a name.
_RAISED = "\u00b2\u00b3\u00b9\u2070-\u209f"
_CIRCLED = "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
_WORD = re.compile(rf"[^\W\d_{_RAISED}]+|\d+")
_DRESSED = re.compile(f"[{_CIRCLED}]")
_DRESSED_WORD = re.compile(rf"(?:[^\W\d_{_RAISED}]|[{_CIRCLED}])+|\d+")
# Marks that cling to the letter before them, and characters without a width.
CLINGING = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\ufe00-\ufe0f"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u034f\u061c]+"
)


def _pairs(letters: str, plain: str) -> dict[int, str]:
    return dict(zip(map(ord, letters), plain, strict=True))


# Letters of other alphabets that look like ours, before case is taken away; then those of ours that do not decompose.
_LOOKALIKES = {
    **_pairs("АВЕЅІЈКМНОРСТУХԌԚԜҺ", "ABESIJKMHOPCTYXGQWH"),
    **_pairs("авеѕіјкмнорстухԍԛԝһӏԁгп", "abesijkmhopctyxgqwhldrn"),
    **_pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    **_pairs("αβεηικνορτυχγω", "abenikvoptuxyw"),
    **_pairs("ɑɡıɩɪʟոսօᴀʙᴄᴅᴇꜰɢʜᴊᴋᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "agiiilnuoabcdefghjkmnoprstuvwyz"),
    **_pairs("łŁđĐħĦŧŦøØðÐŋƒ", "lLdDhHtToOdDnf"),
    **{ord(c): plain for c, plain in (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("þ", "th"), ("ß", "ss"))},
    **{code: chr(code - 0x24B6 + 65) for code in range(0x24B6, 0x24D0)},
    **{code: chr(code - 0x24D0 + 97) for code in range(0x24D0, 0x24EA)},
    **{first + n: chr(65 + n) for first in (0x1F130, 0x1F150, 0x1F170) for n in range(26)},
}


class Word(NamedTuple):
    """A word of a text: its places in it, and how it is compared."""

    start: int
    end: int
    key: str


def words_of(text: str) -> list[Word]:
    """Return the words of a text, in order."""
    pattern = _WORD if text.isascii() or _DRESSED.search(text) is None else _DRESSED_WORD
    found: list[Word] = []
    for match in pattern.finditer(text):
        word, start = match.group(), match.start()
        if len(word) < 3 or word.islower() or word.isupper() or word[1:].islower():
            found.append(Word(start, match.end(), letters_of(word)))
        else:
            found += [Word(start + at, start + to, letters_of(word[at:to])) for at, to in _humps(word)]
    return [word for word in found if word.key]


@lru_cache(maxsize=65_536)
def letters_of(text: str) -> str:
    """Return the letters and digits of a text in one piece, without accents, case and look-alikes."""
    if text.isascii():
        return text.lower() if text.isalnum() else "".join(c for c in text.lower() if c.isalnum())
    plain = unicodedata.normalize("NFKD", text.translate(_LOOKALIKES)).translate(_LOOKALIKES).casefold()
    return "".join(_digit(c) for c in plain if c.isalnum())


def _digit(character: str) -> str:
    """Return a digit of any script as ours."""
    return str(unicodedata.digit(character, character)) if character.isdigit() else character


def _humps(word: str) -> list[tuple[int, int]]:
    """Part ``AtelierNoord`` and ``SRLNoord``."""
    cuts = [0]
    for place in range(1, len(word)):
        if not word[place].isupper():
            continue
        before, after = word[place - 1], word[place + 1 : place + 2]
        if not before.isupper() or (after and after.islower()):
            cuts.append(place)
    return list(zip(cuts, [*cuts[1:], len(word)], strict=True))
