"""Which difficulties say the same: by their words, their theme and the organisations that meet them. Pure, offline.

The score explains itself: the words both have count by how rare they are among all difficulties, so that "permis" says
more than "entreprise"; a same theme and shared organisations add to it.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from clusterdesk.domain.parsing.text import composed, even

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_MOST = 5
_ENOUGH = 30.0
_WORDS, _THEME, _MET = 70.0, 20.0, 10.0
_SHOWN = 5
_SUBJECT = 3
_ALIKE = 72.0
# Words that say nothing of what stands in the way, in the three languages.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
    les des une dans pour par pas sur que qui est sont avec sans plus aux ces ses son leur leurs nous vous elle ils
    cette tout tous toute toutes mais donc car elles etre avoir fait faire faut peut doit deux trois ans mois jours
    entre depuis apres avant comme meme encore aussi trop tres bien chez lors dont cela celui celle quand
    het een van voor met zonder niet dat die dit deze zijn wordt worden naar bij aan als ook maar nog meer geen wij ons
    hun haar door over onder tot uit moet kan wel dan daar hier jaar maand dagen veel
    the and for with without not that this these those are was were has have from our your their its but also more
    can must may year years month months days than when which who
    """,
    )
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What is compared of a difficulty: all its words, its title, its theme, and who meets it."""

    id: UUID
    title: str
    text: str
    theme_id: UUID | None = None
    organisation_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Similar:
    """A difficulty that says much the same: ``score`` from 0 to 100, and why.

    ``words`` are those both have, the most telling first, as the other one writes them; ``shared`` counts the
    organisations that meet both; ``same_title``: their titles are nearly the same.
    """

    id: UUID
    score: float
    words: tuple[str, ...] = ()
    same_theme: bool = False
    shared: int = 0
    same_title: bool = False


def similar_to(wanted: Saying, others: Sequence[Saying]) -> tuple[Similar, ...]:
    """Return the few difficulties most like a given one, the most alike first; itself is left out."""
    known = [one for one in others if one.id != wanted.id]
    weights = _weights([wanted, *known])
    found = [each for each in (_compared(wanted, one, weights) for one in known) if each.score >= _ENOUGH]
    return tuple(sorted(found, key=_nearest)[:_MOST])


def _compared(wanted: Saying, other: Saying, weights: dict[str, float]) -> Similar:
    ours, theirs = _stems(wanted.text), _stems(other.text)
    common = set(ours) & set(theirs)
    # Against the shorter of the two: a sentence may say all that a page says.
    least = min(_weight(ours, weights), _weight(theirs, weights))
    # One word in common is a chance; three are a subject.
    share = min(1.0, len(common) / _SUBJECT) * _weight(common, weights) / least if least else 0.0
    same_title = _title_likeness(wanted.title, other.title) >= _ALIKE
    words = max(share, 0.75 if same_title else 0.0) if common or same_title else 0.0
    same_theme = wanted.theme_id is not None and wanted.theme_id == other.theme_id
    shared = len(wanted.organisation_ids & other.organisation_ids)
    score = _WORDS * words + (_THEME if same_theme else 0.0) + (_MET if shared else 0.0)
    telling = sorted(common, key=lambda stem: (-weights[stem], stem))[:_SHOWN]
    # A theme and a company in common are no likeness by themselves: something must be said alike.
    return Similar(
        other.id,
        score if words else 0.0,
        tuple(theirs[stem] for stem in telling),
        same_theme,
        shared,
        same_title,
    )


def _weights(sayings: Iterable[Saying]) -> dict[str, float]:
    taken = [_stems(one.text) for one in sayings]
    seen = Counter(stem for one in taken for stem in one)
    return {stem: math.log((1 + len(taken)) / count) for stem, count in seen.items()}


def _weight(stems: Iterable[str], weights: dict[str, float]) -> float:
    return sum(weights[stem] for stem in stems)


def _stems(text: str) -> dict[str, str]:
    """Return the telling words of a text by their beginning, as first written: "permis" and "Permit" stay two."""
    found: dict[str, str] = {}
    for word in _WORD.findall(composed(text)):
        plain = even(word)
        if plain not in _EMPTY:
            found.setdefault(plain[:_STEM], word.lower())
    return found


def _title_likeness(one: str, other: str) -> float:
    return float(_ratio()(even(composed(one)), even(composed(other))))


@cache
def _ratio() -> Callable[[str, str], float]:
    # Here and not above: what only lists difficulties need not know it.
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio


def _nearest(one: Similar) -> tuple[float, UUID]:
    return -one.score, one.id
