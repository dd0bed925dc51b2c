"""Reading numbers as Belgians write them: ``57,60``, ``1 034 000,00 €``, ``2.450.000,00``, and as others do."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, Problem, doubtful, refused
from clusterdesk.domain.parsing.text import clipped, is_unknown

MONEY_UNITS = frozenset({"€", "eur", "euro", "euros"})
FTE_UNITS = frozenset({"etp", "vte", "fte", "etps", "vte's"})

_SIMPLE = re.compile(r"-?[0-9]{1,15}(?:,[0-9]{1,2})?")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_DOT_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_APOSTROPHES = re.compile(r"[0-9]{1,3}(?:'[0-9]{3})+(?:[.,][0-9]+)?")
_ONE_MARK = re.compile(r"([0-9]*)([.,])([0-9]+)")
_EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SCALED = re.compile(
    r"[0-9][0-9 .,']*(?:k|m|mio|mln|mia|md|mrd|keur|meur|[km]?€)+\b.*|.*[0-9]\s*(?:k|m)€?", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"\s*([1-9])(?:[.,]([0-9]+))?[eE]\+?([0-9]{1,2})\s*")
_MAX_DIGITS = 30

_NOT_A_NUMBER = N_("“{text}” is not a number.")
_WITH_UNIT = N_("“{text}” has a unit or an abbreviation: write the whole number, for example 12500,00.")
_AMBIGUOUS = N_("“{text}” can be read in two ways; it was read as {value}.")


def unfolded(text: str) -> str:
    """Return ``4,78123456E+08`` as 478123456, where a spreadsheet has kept every digit; any other text as it is.

    Where it shows fewer digits than the number has, nobody can tell which ones were lost.
    """
    found = _SCIENTIFIC.fullmatch(text)
    if found is None:
        return text
    behind, places = found[2] or "", int(found[3])
    whole = len(behind) >= places and not behind[places:].strip("0")
    return found[1] + behind[:places] if whole else text


def is_shortened(text: str) -> bool:
    """Tell whether a spreadsheet has shortened a number to ``4,78E+08``: its digits are lost."""
    return _SCIENTIFIC.fullmatch(text) is not None and unfolded(text) == text


def parse_decimal(text: str, *, mark: str | None = None, units: frozenset[str] = frozenset()) -> Parsed[Decimal]:
    """Read a number.

    Args:
        text: as typed; empty, ``n.c.`` and the like are unknown (value None, no error).
        mark: the decimal mark of the column (``,`` or ``.``) where it is known; it settles ``1.234``.
        units: words allowed after or before the number, lower case.

    Returns:
        The exact value; an error ``not_a_number`` or ``unit_in_number``; a warning ``ambiguous_number``.
    """
    if _SIMPLE.fullmatch(text) and not (mark != "," and _EITHER_WAY.fullmatch(text.lstrip("-"))):
        return Parsed(Decimal(text.replace(",", ".")))
    if is_unknown(text):
        return Parsed(None)
    bare = _without_units(_spaced(text), units)
    negative, digits = _signed(bare)
    if len(digits) > _MAX_DIGITS:
        return refused("not_a_number", _NOT_A_NUMBER, text=clipped(text))
    if mark != ("," if "," in digits else ".") and _EITHER_WAY.fullmatch(digits):
        return _either_way(text, digits, negative, mark)
    plain = _plain(digits)
    if plain is None:
        scaled = _SCALED.fullmatch(bare) is not None
        code, message = ("unit_in_number", _WITH_UNIT) if scaled else ("not_a_number", _NOT_A_NUMBER)
        return Parsed(None, (), Problem(code, message, {"text": clipped(text)}))
    return Parsed(Decimal("-" + plain if negative else plain))


def decimal_mark(texts: Iterable[str]) -> str | None:
    """Find the decimal mark that a column of numbers uses, or None when it does not tell or uses both."""
    seen: set[str] = set()
    for text in texts:
        digits = _signed(_spaced(text))[1]
        if "." in digits and "," in digits:
            seen.add("," if digits.rfind(",") > digits.rfind(".") else ".")
        elif (found := _ONE_MARK.fullmatch(digits)) and (len(found[3]) != 3 or found[1] in {"", "0"}):
            seen.add(found[2])
        elif digits.count(".") > 1 and _DOT_GROUPS.fullmatch(digits):
            seen.add(",")
        elif digits.count(",") > 1 and _COMMA_GROUPS.fullmatch(digits):
            seen.add(".")
    return seen.pop() if len(seen) == 1 else None


def _spaced(text: str) -> str:
    """Bring spaces, minus signs, apostrophes and digits of all widths to the plain ones."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("−", "-").replace("–", "-")
    return " ".join(plain.split())


def _without_units(text: str, units: frozenset[str]) -> str:
    words = text.casefold()
    for unit in sorted(units, key=len, reverse=True):
        if words.endswith(unit) and not words[: -len(unit)].endswith(("k", "m")):
            return text[: -len(unit)].strip()
        if words.startswith(unit):
            return text[len(unit) :].strip()
    return text


def _signed(text: str) -> tuple[bool, str]:
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip()
    if text.startswith(("-", "+")):
        return text[0] == "-", text[1:].strip()
    if text.endswith("-"):
        return True, text[:-1].strip()
    return False, text


def _either_way(text: str, digits: str, negative: bool, mark: str | None) -> Parsed[Decimal]:
    """Read ``1.234`` (a thousand, to a Belgian) or ``1,234`` (one and a bit) where the column may settle it."""
    groups = "." in digits if mark is None else mark not in digits
    plain = digits.replace(".", "").replace(",", "") if groups else digits.replace(",", ".")
    value = Decimal("-" + plain if negative else plain)
    if mark is not None:
        return Parsed(value)
    return doubtful(value, "ambiguous_number", _AMBIGUOUS, text=clipped(text), value=str(value).replace(".", ","))


def _plain(digits: str) -> str | None:
    """Return the number with a dot as its decimal mark and no groups, or None when it is not one."""
    if digits.isdecimal():
        return digits
    if _SPACED.fullmatch(digits):
        return digits.replace(" ", "").replace(",", ".")
    if _APOSTROPHES.fullmatch(digits):
        return digits.replace("'", "").replace(",", ".")
    if "," in digits and _DOT_GROUPS.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if "." in digits and _COMMA_GROUPS.fullmatch(digits):
        return digits.replace(",", "")
    if _ONE_MARK.fullmatch(digits):
        return digits.replace(",", ".")
    if digits.count(".") > 1 and _DOT_GROUPS.fullmatch(digits):
        return digits.replace(".", "")
    if digits.count(",") > 1 and _COMMA_GROUPS.fullmatch(digits):
        return digits.replace(",", "")
    return None
