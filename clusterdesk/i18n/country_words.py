"""Several countries written in one cell or line: names in three languages, codes, groups, "everywhere"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clusterdesk.i18n.countries import country_code, fold_name

_MARKS = re.compile(r"[;,|\n\r•·/+()]+|:\s")
_JOINTS = re.compile(r"\s+(?:et|en|and|&)\s+", re.IGNORECASE)
_CODES = re.compile(r"[A-Z]{2}(?:\s+[A-Z]{2})+")
_EVERYWHERE = frozenset(
    """
    monde|monde entier|le monde entier|tous|tous les pays|toutes|partout|tout|mondial|international|
    wereld|wereldwijd|hele wereld|de hele wereld|alle landen|alle|overal|internationaal|
    world|worldwide|whole world|the whole world|all countries|all|everywhere|global
    """.replace("\n    ", "")
    .strip()
    .split("|")
)


@dataclass(frozen=True, slots=True)
class ReadCountries:
    """What a text names: codes in their order, whether it says "everywhere", and the words that are none of that."""

    codes: tuple[str, ...] = ()
    everywhere: bool = False
    unknown: tuple[str, ...] = ()


def read_countries(text: str, groups: Mapping[str, tuple[str, ...]]) -> ReadCountries:
    """Read the countries in a text; ``groups`` are the codes of each group by its name, in any language."""
    folded = {fold_name(name): codes for name, codes in groups.items()}
    codes: list[str] = []
    unknown: list[str] = []
    everywhere = False
    for part in _parts(text, folded):
        found = _meant(part, folded)
        if found:
            codes += found
        elif fold_name(part) in _EVERYWHERE:
            everywhere = True
        else:
            unknown.append(part)
    return ReadCountries(tuple(dict.fromkeys(codes)), everywhere, tuple(dict.fromkeys(unknown)))


def _parts(text: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give the parts of a text; a name that holds a mark or an "and" itself stays whole."""
    whole = text.strip(" .\t\u00a0")
    if not whole:
        return
    if _meant(whole, groups):
        yield whole
    elif _MARKS.search(whole):
        for part in _MARKS.split(whole):
            yield from _parts(part, groups)
    elif _CODES.fullmatch(whole):
        yield from whole.split()
    elif _JOINTS.search(whole):
        for part in _JOINTS.split(whole):
            yield from _parts(part, groups)
    else:
        yield whole


def _meant(part: str, groups: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    # A group first: "Benelux" and names that a cluster gave itself.
    group = groups.get(fold_name(part))
    if group:
        return group
    code = country_code(part)
    return (code,) if code else ()
