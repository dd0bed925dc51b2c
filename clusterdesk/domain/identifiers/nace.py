"""NACE-BEL activity codes: digits without dots, always beside the version of the nomenclature."""

import re
from collections.abc import Set as AbstractSet

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, refused
from clusterdesk.domain.parsing.text import clipped, evened, is_unknown

VERSIONS = ("2003", "2008", "2025")
_CODE = re.compile(
    r"(?:NACE(?:[\- ]?BEL)?[ :]*(?:20\d\d[ :]+)?)?[A-V]?\s?(\d{2}(?:[. ]?\d{1,3}){0,2}\.?\d{0,2})(?!\d)\s*"
    r"(?:[\-–—:(].*|\s[^\d.,].*)?",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[;|\n\r,]+| / | (?:et|en|and|&) (?=\d)")
_NOT_A_CODE = N_("“{text}” is not a NACE code.")


def parse_nace(text: str) -> Parsed[str]:
    """Read one code: ``31.001`` gives ``31001``, ``95.29 - Réparation …`` gives ``9529``; error ``not_a_nace_code``.

    Two to seven digits; whether the code exists in a version is not checked here.
    """
    if is_unknown(text):
        return Parsed(None)
    found = _CODE.fullmatch(text.strip())
    code = re.sub(r"\D", "", found[1]) if found else ""
    if not 2 <= len(code) <= 7 or code.startswith("00"):
        return refused("not_a_nace_code", _NOT_A_CODE, text=clipped(text))
    return Parsed(code)


def split_nace(text: str) -> tuple[str, ...]:
    """Part a cell that holds several codes."""
    return tuple(part.strip() for part in _SEVERAL.split(evened(text)) if part and part.strip())


def guess_nace_version(code: str, known_2025: AbstractSet[str] = frozenset(), hint: str = "") -> str:
    """Guess the version of a code: a year in the hint (a column title) first, then whether 2025 has the code.

    Args:
        code: digits only.
        known_2025: the codes of NACE-BEL 2025, digits only; empty when they are not at hand.
        hint: any text that may name the year.
    """
    for version in VERSIONS:
        if version in hint:
            return version
    return "2025" if code in known_2025 or not known_2025 else "2008"


def show_nace(code: str) -> str:
    """Return a code with its dot: ``31.001``."""
    return f"{code[:2]}.{code[2:]}" if len(code) > 2 else code
