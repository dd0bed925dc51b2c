"""How many points a cell of a list of votes gives to a theme: a number, a cross, or a rank."""

import re

from clusterdesk.domain.parsing.text import folded

MOST_POINTS = 10_000
_CROSSES = frozenset({"x", "v", "xx", "ok", "oui", "ja", "yes", "true", "vrai", "waar", "o", "j", "y"})
_NOTHING = frozenset({"", "non", "nee", "no", "false", "faux", "onwaar", "n"})
_BLANK = frozenset({"", "-", "–", "—", "/"})
_MARKS = frozenset("✓✔☑☒✗✘×●•")
_RANK = re.compile(r"(\d{1,3}) ?(?:er|ere|e|eme|ieme|de|ste|st|nd|rd|th)")
_POINTS = re.compile(r"(\d{1,6})(?:[.,]0+)?(?: ?(?:points?|pts?|punten|punt|voix|stem|stemmen|votes?))?")


def points_in(text: str, themes: int, *, ranks: bool = False) -> int | None:
    """Return the points a cell gives, None where it cannot be told.

    A cross is one point. The first rank of so many themes gives as many points, the last one gives one; ``ranks``
    says that plain numbers are ranks as well.
    """
    plain = text.strip()
    if plain and all(sign in _MARKS for sign in plain):
        return 1
    words = folded(plain)
    if words in _CROSSES:
        return 1
    if words in _NOTHING:
        return 0 if words or plain in _BLANK else None
    rank = _RANK.fullmatch(words)
    if rank is None and ranks:
        rank = re.fullmatch(r"(\d{1,3})", words)
    if rank is not None or ranks:
        return _of_rank(int(rank[1]), themes) if rank is not None else None
    number = _POINTS.fullmatch(plain.casefold())
    return int(number[1]) if number is not None and int(number[1]) <= MOST_POINTS else None


def _of_rank(rank: int, themes: int) -> int | None:
    return themes + 1 - rank if 1 <= rank <= themes else None
