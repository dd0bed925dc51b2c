"""Rows of a list that are no data: totals, and the header again."""

import re
from collections.abc import Sequence
from functools import lru_cache
from string import digits

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import folded
from clusterdesk.exchange.mapping.layout import Layout, same_header
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell

_MAY_BE_TOTAL = re.compile(
    r"\W*(?:grand|sous|sub|g[eé]n|eind|alg|tussen|tot|som|sum|moy|gem|ave|aan|nom|cou)", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?:(?:grand|sous|sub|general|eind|algemeen|tussen)? ?(?:total|totaal|totaux|totalen|somme|som|sum)"
    r"|moyenne|gemiddelde|average|aantal|nombre|count)(?: (?:general|generaal|algemeen|final|membres|leden))?"
)
_NUMBER = re.compile(r"[\d\s.,'()€%+\-]{1,40}(?:EUR|ETP|VTE|FTE)?")
_LABEL_LENGTH = 40

_IS_TOTAL = N_("Total row.")
_IS_HEADER = N_("The header again.")


def skip_reason(row: Sequence[Cell], layout: Layout) -> Problem | None:
    """Return why a row is no data, or None for a row of data."""
    first = row[0] if row and row[0] != "" else next((cell for cell in row if cell != ""), "")
    if not isinstance(first, str):
        return None
    if len(first) < _LABEL_LENGTH and _MAY_BE_TOTAL.match(first) and _is_total(row):
        return Problem("total_row", _IS_TOTAL)
    if layout.header_line is None or first.strip().casefold() not in _titles(layout.headers):
        return None
    if same_header(layout.headers, row):
        return Problem("repeated_header", _IS_HEADER)
    return None


@lru_cache(maxsize=16)
def _titles(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(header.casefold() for header in headers)


def _is_total(row: Sequence[Cell]) -> bool:
    """Tell a total row from an organisation called Total: beside the label there are only numbers."""
    filled = [cell_text(cell) for cell in row if cell != ""]
    label = folded(filled[0]).rstrip(" " + digits)
    return _TOTAL.fullmatch(label) is not None and all(_NUMBER.fullmatch(text) for text in filled[1:])
