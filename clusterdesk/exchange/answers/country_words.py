"""The names of countries as answers give them, in all three languages."""

from collections.abc import Mapping
from functools import cache

from clusterdesk.domain.parsing.text import even
from clusterdesk.i18n.countries import countries
from clusterdesk.i18n.translator import LANGUAGES

# Only what nobody writes for another reason: an answer is free text.
_ALSO = {
    "hollande": "NL",
    "holland": "NL",
    "the netherlands": "NL",
    "usa": "US",
    "uk": "GB",
    "angleterre": "GB",
    "engeland": "GB",
    "england": "GB",
    "grande-bretagne": "GB",
    "groot-brittannie": "GB",
    "great britain": "GB",
    "republique tcheque": "CZ",
    "tsjechische republiek": "CZ",
    "czech republic": "CZ",
    "grand-duche": "LU",
}


@cache
def countries_by_name() -> Mapping[str, str]:
    """Return two letters by the names of all countries, small letters without accents."""
    named = {even(one.name): one.code for language in LANGUAGES for one in countries(language)}
    return {**named, **_ALSO}
