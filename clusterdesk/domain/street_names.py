"""Streets for comparing: abbreviations written out, the kind of street apart from its name, number and box apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from clusterdesk.domain.parsing.text import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# word = its abbreviations; French and Dutch, folded.
_FULL = {
    short: word
    for line in """
    avenue = av ave aven
    boulevard = bd bld blvd boul bvd
    chaussee = ch chee chauss
    rue = r
    place = pl
    square = sq
    route = rte
    chemin = chem
    impasse = imp
    allee = all
    quai = q
    saint = st
    sainte = ste
    straat = str
    laan = ln
    steenweg = stwg stw steenw
    plein = pln
    baan = bn
    sint = st
    docteur = dr
    professeur = prof
    general = gen
    """.strip().splitlines()
    for word, _, shorts in [line.strip().partition(" = ")]
    for short in shorts.split()
}
_SHORT = {"saint": "st", "sainte": "ste", "sint": "st", "docteur": "dr", "professeur": "prof", "general": "gen"}
_FRENCH = _words(
    """
    rue avenue boulevard chaussee place quai square allee impasse chemin clos dreve galerie passage sentier route cour
    venelle cite parvis rond esplanade montagne digue
    """
)
_DUTCH = _words(
    """
    straat laan steenweg plein kaai lei dreef weg pad gang steeg baan markt berg dries hof gaarde vest plaats singel
    esplanade dijk
    """
)
_GLUED = re.compile(
    r"([a-z]{3,}?)(straat|str|laan|ln|steenweg|stwg|plein|pln|kaai|dreef|weg|pad|steeg|baan|bn|markt|berg|plaats|dijk)"
)
_SMALL = _words("de du des d la le les l van der den het te ter ten aux au a et en")
# What stands between ``rue`` and a name, as people remember it.
_JOINING = ("de", "du", "des", "d", "dela", "del", "la", "le", "les", "l", "au", "aux")
_BOX = re.compile(r"[\s,;/(–-]*\b(?:bte|boite|bus|box|b|app|etage|verdieping)\b[\s.]*n?°?[\s.]*(\w+)\W*$")
_LEADING = re.compile(r"^\W*(?:n°|nr?\.?)?\s*(\d+)\s*(?:[a-z]\b|bis\b|ter\b)?[\s,]+(?=[a-z])")
_TRAILING = re.compile(
    r"[\s,;(]*\b(?:n°|nr\.?|no\.?|n\b\.?)?\s*(\d+)\s*(?:[a-z]{1,2}\b|bis\b|ter\b)?(?:\s*[-–/+&]\s*\d*\s*[a-z]?\d*)?\W*$"
)
# One letter in so many may be wrong.
_LETTERS_A_SLIP = 5
_ACCENTS = str.maketrans("éèêëàâîïôöûüùç", "eeeeaaiioouuuc")


@dataclass(frozen=True, slots=True)
class Street:
    """A street as compared: its kind (``rue``, ``straat``, empty where not said), name, house number and box."""

    kind: str
    words: tuple[str, ...]
    number: str
    box: str

    @property
    def name(self) -> str:
        """Return the words of its name in one piece."""
        return "".join(self.words)

    @property
    def language(self) -> str:
        """Return ``fr`` or ``nl`` where the kind of street tells, else an empty text."""
        if self.kind in _FRENCH:
            return "" if self.kind in _DUTCH else "fr"
        return "nl" if self.kind in _DUTCH else ""


@lru_cache(maxsize=16_384)
def street_of(text: str) -> Street:
    """Read ``Av. de la Renaissance, 12 bte 3`` into its parts."""
    tokens, number, box = _parts(text)
    kind, words = _kind(tokens)
    return Street(kind, tuple(word for word in words if word not in _SMALL) or words, number, box)


def _parts(text: str) -> tuple[list[str], str, str]:
    rest = text.casefold().translate(_ACCENTS)
    box, number = "", ""
    if found := _BOX.search(rest):
        box, rest = found[1], rest[: found.start()]
    if found := _LEADING.match(rest):
        number, rest = found[1], rest[found.end() :]
    elif found := _TRAILING.search(rest):
        number, rest = found[1], rest[: found.start()]
    return folded(rest).split(), number.lstrip("0"), box.lstrip("0")


def _kind(tokens: list[str]) -> tuple[str, tuple[str, ...]]:
    if len(tokens) == 1 and (glued := _GLUED.fullmatch(tokens[0])):
        tokens = [glued[1], glued[2]]
    elif tokens and (glued := _GLUED.fullmatch(tokens[-1])):
        tokens = [*tokens[:-1], glued[1], glued[2]]
    words = [_FULL.get(token, token) for token in tokens]
    # The kind of a street stands first in French, last in Dutch.
    for place in (0, -1):
        if words and words[place] in (_FRENCH if place == 0 else _DUTCH) and len(words) > 1:
            kind = words.pop(place)
            return kind, tuple(words)
    return "", tuple(words)


@dataclass(frozen=True, slots=True)
class StreetSpellings:
    """How a street may be written, letters in one piece: with its kind in full or short, its name alone, its number."""

    whole: frozenset[str]
    names: frozenset[str]
    number: str


def spellings(text: str) -> StreetSpellings:
    """Return how the street of an address may be written: ``avenuedelarenaissance``, ``avrenaissance``."""
    tokens, number, _box = _parts(text)
    kind, words = _kind(tokens)
    if not words:
        return StreetSpellings(frozenset(), frozenset(), number)
    bare = tuple(word for word in words if word not in _SMALL) or words
    written = {words, bare, words[next((at for at, word in enumerate(words) if word not in _SMALL), 0) :]}
    written |= {tuple(_SHORT.get(word, word) for word in each) for each in written}
    names = frozenset("".join(each) for each in written)
    if not kind:
        return StreetSpellings(names, names, number)
    kinds = {kind, *(short for short, word in _FULL.items() if word == kind)}
    joined = names | {small + "".join(bare) for small in _JOINING}
    before = {each + name for each in kinds for name in joined} if kind in _FRENCH else set()
    after = {name + each for each in kinds for name in names} if kind in _DUTCH else set()
    return StreetSpellings(frozenset(before | after), names, number)


def same_name(one: Street, other: Street) -> bool:
    """Tell whether two streets have the same name, abbreviations, initials and slips of the pen aside."""
    if one.kind and other.kind and one.kind != other.kind:
        return False
    if one.name == other.name:
        return True
    if _slipped(one.name, other.name):
        return True
    mine, theirs = ({word for word in each.words if len(word) > 1} for each in (one, other))
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


def _slipped(one: str, other: str) -> bool:
    """Tell whether two names differ by a slip of the pen: a letter wrong, left out, doubled, or two changed over."""
    from rapidfuzz.distance import OSA

    allowed = min(len(one), len(other)) // _LETTERS_A_SLIP
    return allowed > 0 and OSA.distance(one, other, score_cutoff=allowed) <= allowed
