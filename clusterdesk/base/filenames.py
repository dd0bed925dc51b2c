"""Names of files that every system, drive and shared folder accepts."""

import re
import unicodedata
from pathlib import Path

from clusterdesk.base.errors import BugError

MAX_BYTES = 120
FALLBACK = "document"

_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"/\\|?*#%', "-"))
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}
)
_SUFFIX = re.compile(r"(\.[A-Za-z0-9]{1,12})*")
_OWN_SUFFIX = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,12}$")


def safe_filename(text: str, suffix: str = "", *, most: int = MAX_BYTES) -> str:
    """Return a file name made from any text, followed by ``suffix`` (``".pdf"``).

    The name is NFC, has no control, format or surrogate character, nothing Windows, SharePoint or OneDrive refuse,
    at most ``most`` bytes as UTF-8 with no character cut, and is never empty. Cleaning a clean name changes nothing.
    """
    if not _SUFFIX.fullmatch(suffix):
        raise BugError(f"not a suffix: {suffix!r}")
    name = _cleaned(text)
    ending = suffix
    if not suffix and (own := _OWN_SUFFIX.search(name)):
        name, ending = name[: own.start()], own.group()
    stem = _stripped(name) or FALLBACK
    if _is_reserved(stem):
        stem = f"_{stem}"
    stem = _stripped(_shortened(stem, most - len(ending.encode())))
    return stem + ending


def unique_path(folder: Path, name: str) -> Path:
    """Return a path in the folder that is not taken yet: the name, else with `` (2)``, `` (3)`` … before its suffix.

    The name is cleaned first. Nothing is created: whoever writes the file must refuse to overwrite.
    """
    clean = safe_filename(name)
    path = folder / clean
    number = 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / numbered(clean, number)
    return path


def numbered(name: str, number: int, *, most: int = MAX_BYTES) -> str:
    """Return a clean name with `` (2)``, `` (3)`` … before its suffix, of at most ``most`` bytes; 1 leaves it alone."""
    if number < 2:
        return name
    own = _OWN_SUFFIX.search(name)
    stem, ending = (name[: own.start()], own.group()) if own else (name, "")
    mark = f" ({number}){ending}"
    return f"{_shortened(stem, most - len(mark.encode())).rstrip()}{mark}"


def _cleaned(text: str) -> str:
    # Lines and tabs are blanks of a name; the other control characters are nothing.
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    text = "".join(character for character in text if unicodedata.category(character) not in _DROPPED)
    # Dropping may have brought a letter and its accent together, or two blanks.
    return unicodedata.normalize("NFC", _stripped(" ".join(text.translate(_FORBIDDEN).split())))


def _stripped(name: str) -> str:
    """Take off what may not stand at an end: Windows drops trailing dots, OneDrive skips a leading tilde."""
    return name.lstrip(" .~").rstrip(" .")


def _is_reserved(stem: str) -> bool:
    return stem.partition(".")[0].rstrip().upper() in _RESERVED


def _shortened(text: str, most: int) -> str:
    """Return the longest beginning of at most so many bytes that ends between two whole characters."""
    data = text.encode()
    if len(data) <= most:
        return text
    short = data[:most].decode(errors="ignore")
    if unicodedata.combining(text[len(short)]):
        # The accents of the last letter did not all fit: the letter goes with them.
        end = len(short)
        while end and unicodedata.combining(text[end]):
            end -= 1
        # A heap of accents without end is not a character: then it is cut where it must be.
        short = text[:end] or short
    return short
