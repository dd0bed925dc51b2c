"""Cleaning, folding and splitting text: what every list needs before it can be compared."""

import re
import unicodedata
from itertools import filterfalse

# Spaces of all widths, tabs and line breaks; zero-width marks and byte order marks are dropped first.
_BLANKS = re.compile(r"[^\S\r\n]+")
_SPACES = re.compile(r"\s+")
# Whatever makes a line need cleaning: spaces other than single plain ones, control and zero-width characters.
_ODD = re.compile(r"[^\S ]|  |[\x00-\x1f\x7f\u200b-\u200d\u2060\ufeff\u00ad]")
_INVISIBLE = {ord(c): None for c in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {127: None}
# What no field keeps: characters that command a terminal or turn the reading direction of what follows them.
_COMMANDS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
_COMMANDING = re.compile(f"[{_COMMANDS}]")
_NO_LINE = re.compile(f"[{_COMMANDS}\t-\r\x85\u2028\u2029\u200b\u2060\ufeff]")
_BREAKS = re.compile("[ \t]*[\t-\r\x85\u2028\u2029]+[ \t]*")
_LIST_MARKS = re.compile(r"[;,|\n\r•·/+]+")
_JOINTS = re.compile(r" (?:et|en|and|&) ", re.IGNORECASE)
_UNKNOWN = frozenset(
    """
    -|--|---|–|—|?|??|/|n.c.|nc|n.c|n.d.|nd|n.d|n/a|na|n.a.|n.a|nvt|n.v.t.|n.v.t|#n/a|#n/b|null|none|nihil|néant|neant|
    inconnu|inconnue|onbekend|unknown|not known|tbd|tbc|à compléter|a completer|à venir|en cours|en création|
    in oprichting|    aan te vullen|niet gekend|niet bekend|niet meegedeeld|non communiqué|non communique|non connu|
    """.replace("\n    ", "").split("|")
)


def composed(text: str) -> str:
    """Return the text in its composed Unicode form (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return the text on one line, composed, with single spaces and without invisible or control characters."""
    if _ODD.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text.strip()
    kept = composed(text).translate(_INVISIBLE).translate(_CONTROLS)
    return _SPACES.sub(" ", kept).strip()


def many_lines(text: str) -> str:
    """Return a note: composed, with plain line breaks, no control characters, no blank ends."""
    kept = composed(text).replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).translate(_CONTROLS)
    return kept.strip()


def plain_line(text: str) -> str:
    """Return what a field of one line keeps of a text: no line breaks, no control or unseen characters.

    Spaces between words stay as they are; marks that turn the reading direction go, Hebrew and Arabic letters do not
    need them.
    """
    if text.isascii() and text.isprintable():
        return text
    if _NO_LINE.search(text) is None:
        return composed(text)
    return composed(_NO_LINE.sub("", _BREAKS.sub(" ", text)).strip())


def plain_note(text: str) -> str:
    """Return what a note keeps of a text: its lines and tabs, but no control characters."""
    return composed(text if _COMMANDING.search(text) is None else _COMMANDING.sub("", text))


def folded(text: str) -> str:
    """Return the text for comparing: no accents, no case, letters and digits parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("œ", "oe").replace("æ", "ae")
    return " ".join(re.findall(r"[^\W_]+", "".join(filterfalse(unicodedata.combining, plain))))


def even(text: str) -> str:
    """Return the text for looking into it: no accents, no case; letters stay one for one, so that places do too."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Each letter without its accent and case, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        bare = "".join(filterfalse(unicodedata.combining, plain))
        self[code] = found = (bare or chr(code))[0]
        return found


_LETTERS = _Letters({ord("’"): "'"})


def stem(word: str) -> str:
    """Return a folded word without the mark of the plural (s, x, Dutch en), so that ``vélos`` meets ``Vélo``."""
    if len(word) > 5 and word.endswith("en"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word


def match_key(text: str) -> str:
    """Return what two spellings of one label share: accents, case, punctuation and plurals aside."""
    return " ".join(stem(word) for word in folded(text).split())


def evened(text: str) -> str:
    """Return the text with each run of spaces as one; line breaks stay."""
    return _BLANKS.sub(" ", text)


def is_unknown(text: str) -> bool:
    """Tell whether the text says that nothing is known (empty, ``n.c.``, ``onbekend`` …)."""
    return text.strip().casefold() in _UNKNOWN


def split_list(text: str) -> tuple[str, ...]:
    """Split ``Bois / Textile`` and the like into its labels, in order, each spelling once.

    ``Économie sociale et solidaire`` stays whole: see ``split_joined``.
    """
    labels: dict[str, str] = {}
    for part in _LIST_MARKS.split(composed(text)):
        label = one_line(part)
        if label and not is_unknown(label):
            labels.setdefault(match_key(label), label)
    return tuple(labels.values())


def split_joined(label: str) -> tuple[str, ...]:
    """Part ``Bois et textile``; only who knows the labels can tell whether that is one or two."""
    return tuple(part for part in (one_line(each) for each in _JOINTS.split(one_line(label))) if part)


def clipped(text: str, limit: int = 60) -> str:
    """Return the text short enough for a message."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 1] + "…"
