"""Telephone numbers: stored as E.164, shown the national way; a doubtful one is kept as typed with a warning."""

import re

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful
from clusterdesk.domain.parsing.text import clipped, evened, is_unknown, one_line

_PUNCTUATION = re.compile(r"[ ./\-()\u00a0\u202f\u2009–]+")
# The Belgian numbering plan: two-digit areas with six digits, the areas 2, 3, 4 and 9 with seven, mobiles 4xx.
_BELGIAN = re.compile(
    r"(?:\+32|0032|0)0?("
    r"(?:1[0-69]|[23][2-8]|4[23]|5[0-9]|6[013-57-9]|71|8[1-79]|9[2-4])[0-9]{6}|4[5-9][0-9]{7})"
)
# How Belgians group them: 0470 12 34 56, 02 226 88 88, 089 32 39 50.
_STORED_BELGIAN = re.compile(
    r"\+32(?:(4[5-9]\d)(\d\d)(\d\d)(\d\d)|([2349])([2-8]\d\d)(\d\d)(\d\d)|((?!80)[15678]\d)(\d\d)(\d\d)(\d\d))",
    re.ASCII,
)
_SEVERAL = re.compile(r"[;,|\n\r•]+| (?:/|ou|of|or|et|en|&) |(?<=\d) ?/ ?(?=\+|00|0\d{2,3}[ ./])")
_NOTE = re.compile(
    r"^(?:t[ée]l\.?|tel(?:efoon)?|gsm|mobile|phone|fixe|bureau|[TMFG])\s*[.:]+\s*|\s*\([^()\d]*\)\s*$", re.IGNORECASE
)
_NUMBER = N_("“{text}” does not look like a telephone number; it is kept as it is.")


def parse_phone(text: str, region: str = "BE") -> Parsed[str]:
    """Read one telephone number.

    Args:
        text: in any spelling, ``(0)`` after the country code included.
        region: the country a number without a country code belongs to (two capitals).

    Returns:
        The number as E.164 (``+3225550123``); where it is doubtful the text as typed with the warning
        ``doubtful_phone``. Never an error: a contact is never refused for its phone.
    """
    if region == "BE" and (belgian := as_belgian_phone(text)) is not None:
        return Parsed(belgian)
    if is_unknown(text):
        return Parsed(None)
    typed = one_line(text)
    number = _by_library(_NOTE.sub("", typed).replace("(0)", ""), region)
    if number is None:
        return doubtful(typed, "doubtful_phone", _NUMBER, text=clipped(text))
    return Parsed(number)


def as_belgian_phone(text: str) -> str | None:
    """Return a Belgian land line or mobile as E.164, or None for any other text (other Belgian numbers included)."""
    found = _BELGIAN.fullmatch(_PUNCTUATION.sub("", text))
    return "+32" + found[1] if found else None


def split_phones(text: str) -> tuple[str, ...]:
    """Part a cell that holds several numbers; a slash inside ``02/226 88 88`` parts nothing."""
    return tuple(part.strip() for part in _SEVERAL.split(evened(text)) if part and part.strip())


def show_phone(number: str, region: str = "BE") -> str:
    """Return a stored number the way it is dialled in the region: ``02 226 88 88``, ``+33 1 23 …`` from abroad.

    A text that is no number is returned as it is.
    """
    if not number.startswith("+"):
        return number
    if region == "BE" and (found := _STORED_BELGIAN.fullmatch(number)):
        return "0" + " ".join(part for part in found.groups() if part)
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    home = phonenumbers.region_code_for_number(parsed) == region
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, form))


def _by_library(text: str, region: str) -> str | None:
    """Ask the library, which knows all countries; it is loaded only when our own rule does not settle it."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
