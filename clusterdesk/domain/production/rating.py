"""How production projects are rated: feasibility is the mean of four scores, impact one; their product ranks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.dated_steps import last_of
from clusterdesk.domain.records.production import ProjectRating

FEASIBLE = ("timing", "skills", "budget", "funding")
SCORES = (*FEASIBLE, "impact")
_HALF = Decimal(3)  # the middle of 1 to 5


@dataclass(frozen=True, slots=True)
class Score:
    """Feasibility (1–5, the mean of what was given) and impact (1–5) of a project."""

    feasibility: Decimal
    impact: Decimal

    @property
    def product(self) -> Decimal:
        """Return what projects are ranked by: 1 to 25."""
        return self.feasibility * self.impact

    @property
    def first(self) -> bool:
        """Tell whether it lies in the quarter to begin with: feasible, and of impact."""
        return self.feasibility >= _HALF and self.impact >= _HALF


def is_whole(rating: ProjectRating | None) -> bool:
    """Tell whether all five scores are given."""
    return rating is not None and all(getattr(rating, name) is not None for name in SCORES)


def score_of(rating: ProjectRating | None) -> Score | None:
    """Return the score of a rating; ``None`` where impact or every feasibility is missing."""
    if rating is None or rating.impact is None:
        return None
    given = [Decimal(getattr(rating, name)) for name in FEASIBLE if getattr(rating, name) is not None]
    return Score(sum(given, Decimal()) / len(given), Decimal(rating.impact)) if given else None


def latest(ratings: Iterable[ProjectRating]) -> ProjectRating | None:
    """Return the rating that counts: the last one."""
    return last_of(ratings)


def ranked(scores: Iterable[tuple[UUID, Score | None]]) -> dict[UUID, int]:
    """Return the rank of each project with a score, the best first; equal ones share a rank."""
    known = sorted(((score.product, key) for key, score in scores if score is not None), reverse=True)
    found: dict[UUID, int] = {}
    for place, (product, key) in enumerate(known, start=1):
        same = place > 1 and known[place - 2][0] == product
        found[key] = found[known[place - 2][1]] if same else place
    return found
