"""In which of our languages a text is written, told by its small words."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL: Mapping[str, frozenset[str]] = {
    "fr": _set(
        "le la les un une des du de d l et est sont pour par pas ne que qui dans sur avec sans nous vous il elle on ce "
        "cette ces au aux se sa son ses leur leurs plus ou où mais depuis chez être été n s c qu y a"
    ),
    "nl": _set(
        "de het een en is zijn voor van niet dat die dit deze met op in te er wij we hij zij ze ook aan bij om tot uit "
        "naar door geen maar of wordt worden werd al nog onze ons hun na sinds moet kan"
    ),
    "en": _set(
        "the a an and is are for by not that which who this these those with on in to of we they he she it its from "
        "at be been has have had but or as since our their must can no"
    ),
}


def language_of(text: str, default: str) -> str:
    """Return ``fr``, ``nl`` or ``en``; the default where a text does not tell, or tells of several alike."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {language: sum(word in small for word in words) for language, small in _SMALL.items()}
    most = max(counts.values())
    best = [language for language, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else default
