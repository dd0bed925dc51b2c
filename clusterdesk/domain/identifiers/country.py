"""Countries as lists name them, in three languages, as two-letter codes."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful
from clusterdesk.domain.parsing.text import clipped, folded, is_unknown, one_line

_NAMES = """
BE belgique belgie belgium belgien b be bel
FR france frankrijk f fra
NL pays bas|nederland|netherlands|the netherlands|holland|hollande|nld
DE allemagne duitsland germany deutschland d deu
LU luxembourg luxemburg l lux|grand duche de luxembourg
GB royaume uni|verenigd koninkrijk|united kingdom|uk|grande bretagne|groot brittannie|great britain|england
IE irlande ierland ireland irl
ES espagne spanje spain
PT portugal
IT italie italy italia
CH suisse zwitserland switzerland
AT autriche oostenrijk austria
DK danemark denemarken denmark
SE suede zweden sweden
NO norvege noorwegen norway
FI finlande finland
PL pologne polen poland
CZ tchequie tsjechie czechia|republique tcheque
RO roumanie roemenie romania
GR grece griekenland greece
US etats unis|verenigde staten|united states|usa
CA canada
MA maroc marokko morocco
"""
_UNKNOWN = N_("“{text}” is not a country known here; it is kept as it is.")


def _codes() -> dict[str, str]:
    codes = {}
    for line in _NAMES.strip().splitlines():
        code, _, names = line.partition(" ")
        parts = names.split("|")
        for name in (parts[0].split() if len(parts) == 1 else parts) + [code.lower()]:
            codes[name] = code
    return codes


_CODES = _codes() | {"luxembourg": "LU", "luxemburg": "LU", "lux": "LU", "l": "LU"}


def parse_country(text: str) -> Parsed[str]:
    """Read a country as its two-letter code; one that is not known is kept with the warning ``unknown_country``."""
    if is_unknown(text):
        return Parsed(None)
    key = folded(text)
    if key in _CODES:
        return Parsed(_CODES[key])
    start = key.split(" ")[0] if key else ""
    if start in _CODES and len(start) > 3:
        return Parsed(_CODES[start])
    typed = one_line(text)
    if len(typed) == 2 and typed.isascii() and typed.isalpha():
        return Parsed(typed.upper())
    return doubtful(typed, "unknown_country", _UNKNOWN, text=clipped(text))
