"""A country in a cell of a list, in any of three languages, as its two letters."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful
from clusterdesk.domain.parsing.text import clipped, is_unknown, one_line
from clusterdesk.i18n.countries import country_code, country_code_at_start

_UNKNOWN = N_("“{text}” is not a country known here; it is kept as it is.")


def parse_country(text: str) -> Parsed[str]:
    """Read a country as its two-letter code; one that is not known is kept with the warning ``unknown_country``."""
    if is_unknown(text):
        return Parsed(None)
    found = country_code(text) or country_code_at_start(text)
    if found:
        return Parsed(found)
    typed = one_line(text)
    if len(typed) == 2 and typed.isascii() and typed.isalpha():
        return Parsed(typed.upper())
    return doubtful(typed, "unknown_country", _UNKNOWN, text=clipped(text))
