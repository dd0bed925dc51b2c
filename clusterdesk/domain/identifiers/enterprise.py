"""Belgian enterprise numbers (BCE/KBO), their VAT form, and establishment unit numbers.

Ten digits; the last two are 97 minus the first eight modulo 97. A number that passes is well formed, which does
not prove that it exists.
"""

import re
import unicodedata

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful, refused
from clusterdesk.domain.parsing.text import clipped, is_unknown

_LABEL = re.compile(
    r"(?:B\.?C\.?E|K\.?B\.?O|T\.?V\.?A|B\.?T\.?W|(?:R\.?P\.?[MR])(?:[ ]+[A-ZÀ-Ý][A-ZÀ-Ý\-]+)?|V\.?A\.?T|BE|R\.?C|"
    r"N[°ºO]|NRS?|NUM[EÉ]RO|NUMMER|ONDERNEMINGS(?:NUMMER|NR)|(?:D['’])?ENTREPRISE|ENTERPRISE|NUMBER|UE|VE|"
    r"UNIT[EÉ] D['’][EÉ]TABLISSEMENT|VESTIGINGS(?:EENHEID|NUMMER|NR))(?![A-ZÀ-Ý])[\s.:\-/_#,]*"
)
_TAIL = re.compile(
    r"\s*\(?\s*(?:R\.?P\.?[MR]\.?(?:[ ]+[A-ZÀ-Ý][A-ZÀ-Ý\-]*)*|"
    r"(?:T\.?V\.?A|B\.?T\.?W|V\.?A\.?T|B\.?C\.?E|K\.?B\.?O)\.?)\s*\)?$"
)
_SEPARATORS = re.compile(r"[\s.\-/_–—·,]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E[+]?\d{1,2}")
_FLOAT = re.compile(r"(\d{8,10})[.,]0+")
_LOOKALIKES = re.compile(r"[\dOIL.\s/\-]+")
_FOREIGN = re.compile(
    r"(?:AT|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ ]?[A-Z0-9]"
)

_LETTER = N_("“{text}” contains a letter: did you mean the digit 0 (or 1)?")
_SCIENCE = N_("“{text}” was shortened by a spreadsheet: import the column again as text.")
_FOREIGN_NUMBER = N_("“{text}” is a foreign number, not a Belgian enterprise number.")
_CHARACTERS = N_("“{text}” is not an enterprise number: ten digits are expected.")
_TOO_SHORT = N_("“{text}” is too short: a digit is missing.")
_TOO_LONG = N_("“{text}” is too long: ten digits are expected.")
_ZERO = N_("“{text}” is not given to any enterprise.")
_CHECK = N_("“{text}” has a typing error: its two check digits do not fit.")
_MISSING_DIGIT = N_("“{text}” does not fit its check digits: is a digit missing?")
_IS_ESTABLISHMENT = N_("“{text}” is an establishment number: an enterprise number starts with 0 or 1.")
_IS_ENTERPRISE = N_("“{text}” is an enterprise number: an establishment number starts with 2 to 8.")
_FIRST_DIGIT = N_("“{text}” does not start with 0 or 1.")
_IS_BRANCH = N_("“{text}” is the number of a branch: an establishment number starts with 2 to 8.")
_PADDED = N_("“{text}” had lost its leading zero; it was read as {value}.")


def parse_enterprise_number(text: str) -> Parsed[str]:
    """Read an enterprise number in any spelling; give the ten digits.

    Labels (BE, TVA, BTW, RPM, BCE …), dots, slashes, dashes and spaces of all kinds are accepted; nine digits get
    their leading zero back.

    Returns:
        Ten digits, or None without an error when the text says the number is unknown. Error codes:
        ``letter_in_number, scientific_notation, foreign_number, not_a_number, number_too_short, number_too_long,
        zero_number, check_digits, establishment_number, first_digit``; warning ``zero_restored``.
    """
    if (usual := as_enterprise_number(text)) is not None:
        return Parsed(usual)
    if is_unknown(text):
        return Parsed(None)
    return _parse(text)


def as_enterprise_number(text: str) -> str | None:
    """Return the ten digits of a good number written the usual way, with or without its dots; else None."""
    digits = text.replace(".", "")
    if len(digits) != 10 or digits[0] not in "01" or not (digits.isascii() and digits.isdigit()):
        return None
    start = int(digits[:8])
    return digits if start and 97 - start % 97 == int(digits[8:]) else None


def parse_establishment_number(text: str) -> Parsed[str]:
    """Read an establishment unit number: ten digits, the first 2 to 8, same check.

    Errors as ``parse_enterprise_number``, with ``enterprise_number`` and ``branch_number`` for the wrong kind.
    """
    if is_unknown(text):
        return Parsed(None)
    digits, problem = _digits(text)
    if problem is not None:
        return problem
    shown = clipped(text)
    if len(digits) < 10:
        return refused("number_too_short", _TOO_SHORT, text=shown)
    if len(digits) > 10:
        return refused("number_too_long", _TOO_LONG, text=shown)
    if digits[0] in "01":
        return refused("enterprise_number", _IS_ENTERPRISE, text=shown)
    if digits[0] == "9":
        return refused("branch_number", _IS_BRANCH, text=shown)
    if not _fits(digits):
        return refused("check_digits", _CHECK, text=shown)
    return Parsed(digits)


def parse_vat_number(text: str) -> Parsed[str]:
    """Read a Belgian VAT number: ``BE`` and the ten digits of the enterprise number."""
    parsed = parse_enterprise_number(text)
    return Parsed("BE" + parsed.value if parsed.value else None, parsed.warnings, parsed.error)


def is_enterprise_number(digits: str) -> bool:
    """Tell whether ten digits are a well-formed enterprise number, as stored."""
    return (
        len(digits) == 10 and digits.isascii() and digits.isdigit() and parse_enterprise_number(digits).value == digits
    )


def show_enterprise_number(digits: str) -> str:
    """Return ten stored digits as people print them: ``0314.595.348``."""
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def show_vat_number(digits: str) -> str:
    """Return ten stored digits of an enterprise number in VAT form: ``BE 0314.595.348``."""
    return "BE " + show_enterprise_number(digits)


def show_establishment_number(digits: str) -> str:
    """Return ten stored digits as people print them: ``2.000.000.438``."""
    return f"{digits[0]}.{digits[1:4]}.{digits[4:7]}.{digits[7:]}"


def _fits(digits: str) -> bool:
    return 97 - int(digits[:8]) % 97 == int(digits[8:])


def _parse(text: str) -> Parsed[str]:
    digits, problem = _digits(text)
    if problem is not None:
        return problem
    shown = clipped(text)
    if len(digits) < 9:
        return refused("number_too_short", _TOO_SHORT, text=shown)
    if len(digits) > 10:
        return refused("number_too_long", _TOO_LONG, text=shown)
    padded = digits.zfill(10)
    if int(padded[:8]) == 0:
        return refused("zero_number", _ZERO, text=shown)
    if padded[0] not in "01":
        if padded[0] != "9" and _fits(padded):
            return refused("establishment_number", _IS_ESTABLISHMENT, text=shown)
        return refused("first_digit", _FIRST_DIGIT, text=shown)
    if not _fits(padded):
        missing = len(digits) == 9 and digits[0] == "0"
        return refused("check_digits", _MISSING_DIGIT if missing else _CHECK, text=shown)
    if len(digits) == 9:
        return doubtful(padded, "zero_restored", _PADDED, text=shown, value=show_enterprise_number(padded))
    return Parsed(padded)


def _digits(text: str) -> tuple[str, Parsed[str] | None]:
    """Return the bare digits of a number, or the refusal of a text that has something else in it."""
    shown = clipped(text)
    plain = " ".join(unicodedata.normalize("NFKC", text).upper().split())
    if found := _FLOAT.fullmatch(plain):
        plain = found[1]
    if _SCIENTIFIC.fullmatch(plain):
        return "", refused("scientific_notation", _SCIENCE, text=shown)
    bare = plain
    while found := _LABEL.match(bare):
        bare = bare[found.end() :]
    if bare[:1].isdigit():
        bare = _TAIL.sub("", bare)
    digits = _SEPARATORS.sub("", bare.strip("():#'\" "))
    if digits.isascii() and digits.isdigit():
        return digits, None
    if _FOREIGN.match(plain):
        return "", refused("foreign_number", _FOREIGN_NUMBER, text=shown)
    if _LOOKALIKES.fullmatch(bare) and any(c.isdigit() for c in bare):
        return "", refused("letter_in_number", _LETTER, text=shown)
    return "", refused("not_a_number", _CHARACTERS, text=shown)
