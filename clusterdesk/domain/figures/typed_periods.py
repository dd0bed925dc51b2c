"""Periods as people type them: ``oct. 2026``, ``10/2026``, ``T3 2026``, ``2026-Q3``, ``2026``."""

import re

from clusterdesk.domain.field_rules import is_period
from clusterdesk.domain.parsing.dates import parse_partial_date
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.partial_date import Precision

_QUARTER_FIRST = re.compile(r"(?:t|q|k|trim(?:estre|\.)?|kw(?:artaal|\.)?|quarter) ?([1-4])[ /.-]*([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[ /.-]*(?:t|q|k|trim\.?|kw\.?) ?([1-4])")
_ORDINAL = re.compile(r"([1-4])(?:er|e|eme|ste|de|st|nd|rd|th)? (?:trimestre|trim\.?|kwartaal|quarter) ([0-9]{4})")


def read_typed_period(text: str) -> str | None:
    """Return the month, quarter or year of 1990–2100 that a text names; ``None`` where it names none."""
    plain = " ".join(folded(text).split())
    if found := _QUARTER_FIRST.fullmatch(plain) or _ORDINAL.fullmatch(plain):
        period = f"{found[2]}-Q{found[1]}"
    elif found := _YEAR_FIRST.fullmatch(plain):
        period = f"{found[1]}-Q{found[2]}"
    else:
        day = parse_partial_date(text).value
        if day is None or day.precision is Precision.DAY:
            return None
        period = str(day)
    return period if is_period(period) else None
