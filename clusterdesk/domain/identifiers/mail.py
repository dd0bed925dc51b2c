"""Mail addresses and web sites: plausible or not; what is doubtful is kept with a warning."""

import re

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful
from clusterdesk.domain.parsing.text import clipped, evened, is_unknown, one_line

_PLAUSIBLE = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@(?:[^\W_](?:[\w\-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}", re.UNICODE)
_DISPLAY = re.compile(r".*<\s*([^<>\s]+)\s*>")
_BRACKETED = re.compile(r"<\s*([^<>\s]+@[^<>\s]+)\s*>")
_SEVERAL = re.compile(r"[;,|\n\r•]+| (?:/|ou|of|or|et|en|and|&) | (?=\S+@)|(?<=\w)/(?=[^\s/]+@)", re.IGNORECASE)
_SITE = re.compile(
    r"(?:https?://)?(?:[^\W_](?:[\w\-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}(?::\d{2,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
_MAIL = N_("“{text}” does not look like a mail address; it is kept as it is.")
_WEB = N_("“{text}” does not look like a web site; it is kept as it is.")


def parse_mail(text: str) -> Parsed[str]:
    """Read one mail address, also ``Name <address>``; with the warning ``doubtful_mail`` it is kept as typed."""
    if is_plausible_mail(text):
        return Parsed(text)
    if is_unknown(text):
        return Parsed(None)
    typed = one_line(text)
    found = _DISPLAY.fullmatch(typed)
    bare = (found[1] if found else typed).removeprefix("mailto:").rstrip(".")
    if is_plausible_mail(bare):
        return Parsed(bare)
    return doubtful(typed, "doubtful_mail", _MAIL, text=clipped(text))


def is_plausible_mail(text: str) -> bool:
    """Tell whether the text looks like one mail address and nothing else."""
    return ".." not in text and _PLAUSIBLE.fullmatch(text) is not None


def split_mails(text: str) -> tuple[str, ...]:
    """Part a cell that holds several addresses (lines, commas, semicolons, slashes, spaces)."""
    if "<" in text and (bracketed := _BRACKETED.findall(text)):
        return tuple(bracketed)
    return tuple(part.strip() for part in _SEVERAL.split(evened(text)) if part and part.strip())


def parse_site(text: str) -> Parsed[str]:
    """Read a web site as typed; the warning ``doubtful_site`` says that it does not look like one."""
    if is_unknown(text):
        return Parsed(None)
    typed = one_line(text)
    if _SITE.fullmatch(typed):
        return Parsed(typed)
    return doubtful(typed, "doubtful_site", _WEB, text=clipped(text))
