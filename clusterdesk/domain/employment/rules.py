"""The thresholds of employment growth: settings of the rule set, never constants of the calculation."""

from dataclasses import dataclass, field
from decimal import Decimal

from clusterdesk.domain.records.organisations import LegalSituation

TRACK_KEY = "employment"
INDICATOR = "job_growth"
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Rules:
    """When a year qualifies.

    ``growth`` is how many FTE over the baseline the mean of the quarter ends must be; ``quarters_needed`` how many of
    the four must be known; ``days_after_start`` how long after the first coaching action a first head count still
    serves as the baseline; ``days_before_end`` how long before the last day of a quarter a head count may lie to stand
    for it, ``None`` for anywhere in the quarter; ``about_counts`` whether a number that is only about right is known;
    in one of the situations ``without_staff`` an organisation counts 0.
    """

    name: str = "employment-1"
    growth: Decimal = Decimal("1.00")
    quarters_needed: int = 3
    days_after_start: int = 90
    days_before_end: int | None = None
    about_counts: bool = False
    without_staff: frozenset[LegalSituation] = field(default=frozenset({LegalSituation.BANKRUPT}))


DEFAULT = Rules()
