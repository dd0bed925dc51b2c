"""Countries in three languages: their names by code, their codes by whatever people write, sorted as people sort.

The names are Babel's (CLDR), read when first asked for; the codes are the 249 of ISO 3166-1.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_LANGUAGES = ("fr", "nl", "en")
# What CLDR names besides countries: groups, outlying parts, places for tests.
_NO_COUNTRIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
_ARTICLES = re.compile(r"^(?:la|le|les|l|the|het|de) ")
_LEAST_FOR_FIRST_WORD = 4

# What people write besides the names of CLDR, accents and case left out; of all three languages together.
_ALSO = """
BE: b, bel, belgie, royaume de belgique
FR: f, fra, hexagone
NL: nld, hollande, holland, the netherlands, nederlanden
DE: d, deu, rfa, brd
LU: l, lux, grand duche, grand duche de luxembourg, groothertogdom luxemburg
GB: uk, u k, grande bretagne, groot brittannie, great britain, britain, angleterre, engeland, england,
    ecosse, schotland, scotland, pays de galles, wales, royaume uni de grande bretagne
IE: irl, eire, republique d irlande, republic of ireland
ES: esp
PT: prt
IT: ita, italia
CH: che, suisse romande, confederation helvetique
CZ: tchequie, republique tcheque, tsjechische republiek, czech republic, tchecoslovaquie
SK: republique slovaque, slovaakse republiek, slovak republic
US: usa, u s a, u s, etats unis d amerique, verenigde staten van amerika, united states of america, amerique
AE: eau, uae, vae, emirats, emiraten, emirates, dubai, abu dhabi
SA: ksa, arabie, saudi arabie
CD: rdc, rd congo, r d congo, drc, dr congo, congo rdc, congo kinshasa, republique democratique du congo,
    democratische republiek congo, democratic republic of the congo, zaire
CG: congo brazzaville, republique du congo, republiek congo, republic of the congo
CI: cote d ivoire, ivoorkust, ivory coast, rci
KR: coree du sud, zuid korea, south korea, republique de coree
KP: coree du nord, noord korea, north korea
CN: rpc, chine populaire, republique populaire de chine, volksrepubliek china
HK: hong kong, hongkong
MO: macao, macau
TW: formose, taipei
TR: turquie, turkije, turkey
MM: myanmar, birmanie, birma, burma
MK: macedoine, macedonie, macedonia, noord macedonie
SZ: swaziland
CV: cap vert, kaapverdie, cape verde
TL: timor oriental, oost timor, east timor
VA: vatican, vaticaan, saint siege, holy see
PS: palestine, palestina
RU: russie, rusland, russia, federation de russie
BY: bielorussie, belarus, wit rusland
MD: moldavie, moldavia
LA: laos
SY: syrie, syria
IR: perse
VN: viet nam
TZ: tanzanie
GM: gambie
ZA: rsa, afrique du sud
MA: maroc, marokko
NZ: nouvelle zelande
BA: bosnie, bosnia, herzegovina, herzegovine
AG: antigua, barbuda
TT: trinidad, trinite, tobago
VC: grenadines, grenadinen
ST: sao tome, principe
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its two letters and its name in one language."""

    code: str
    name: str


def fold_name(text: str) -> str:
    """Return a name for comparing: no accents, no case, words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("œ", "oe").replace("æ", "ae")
    return " ".join(re.findall(r"[^\W_]+", "".join(one for one in plain if not unicodedata.combining(one))))


def country_name(code: str, language: str) -> str:
    """Return the name of a country; the code itself where it is none that is known."""
    return _names(language).get(code.upper(), code)


@cache
def countries(language: str) -> tuple[Country, ...]:
    """Return all countries in the order of their names in a language."""
    found = (Country(code, name) for code, name in _names(language).items())
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))


def sort_key(name: str) -> tuple[str, str]:
    """Return by what names are put in order in French, Dutch and English: accents and case count last."""
    return fold_name(name), name


def in_order(codes: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return codes in the order of their names in a language, each once."""
    return tuple(sorted(dict.fromkeys(codes), key=lambda code: sort_key(country_name(code, language))))


def country_code(typed: str) -> str | None:
    """Return the code of a country written in any of the three languages, as a code or in short; else None.

    What could be several countries ("Congo", "Corée") is none of them.
    """
    key = fold_name(typed)
    known = _codes()
    return known.get(key) or known.get(_ARTICLES.sub("", key))


def country_code_at_start(typed: str) -> str | None:
    """Return the code of the country a text begins with ("Belgique (siège)"), else None."""
    first = fold_name(typed).partition(" ")[0]
    return _codes().get(first) if len(first) >= _LEAST_FOR_FIRST_WORD else None


def matching_countries(typed: str, language: str) -> list[Country]:
    """Return the countries that begun words may mean, best first, in names of the language.

    Words typed in another language find their country as well ("nether" in French).
    """
    wanted = fold_name(typed)
    if not wanted:
        return []
    ranked = []
    for one in countries(language):
        ranks = [_rank(wanted, name, own=number == 0) for number, name in enumerate(_all_names(language)[one.code])]
        best = min((rank for rank in ranks if rank is not None), default=None)
        if best is not None:
            ranked.append((best, one))
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: str, name: str, *, own: bool) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1 if own else 2
    return 3 if f" {wanted}" in name else None


@cache
def _names(language: str) -> Mapping[str, str]:
    # Asked for late: reading a language of Babel takes 30 ms that no first screen has.
    from babel import Locale

    names = Locale.parse(language).territories
    return {code: str(name) for code, name in names.items() if _is_country(code)}


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES


@cache
def _also() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _ALSO.replace(",\n    ", ", ").strip().splitlines():
        code, _, words = line.partition(":")
        found[code] = tuple(word.strip() for word in words.split(","))
    return found


@cache
def _all_names(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return for each code what it is called, folded: first its name in the language."""
    found = {}
    for code, name in _names(language).items():
        others = (_names(one)[code] for one in _LANGUAGES if one != language)
        spelled = [fold_name(each) for each in (name, *others)]
        found[code] = tuple(dict.fromkeys([*spelled, *_also().get(code, ()), code.lower()]))
    return found


@cache
def _codes() -> Mapping[str, str]:
    from babel.core import get_global

    found = {name: code for code, names in _all_names("fr").items() for name in names}
    for alias, meant in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(meant) == 1 and _is_country(meant[0]):
            found.setdefault(alias.lower(), meant[0])  # the codes of three letters
    return found
