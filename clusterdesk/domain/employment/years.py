"""Judging a year: the mean of its quarter ends against the baseline, every figure of the sum kept to be shown."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Context, Decimal
from enum import StrEnum

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.quarters import QuarterEnd
from clusterdesk.domain.employment.rules import Rules

_CENT = Decimal("0.01")
_EXACT = Context(prec=60)


class YearState(StrEnum):
    """What a year says."""

    QUALIFIES = "qualifies"
    BELOW = "below"
    TOO_FEW = "too_few"
    NO_BASELINE = "no_baseline"


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year as it is judged.

    ``total`` is the sum of the known quarter ends, ``threshold`` what their mean must reach. ``running``: the year is
    not over, so that whatever it says is provisional. ``attributed``: a fact of its 31 December counts for the file.
    """

    year: int
    quarters: tuple[QuarterEnd, ...]
    state: YearState
    total: Decimal
    known: int
    baseline: Baseline | None
    threshold: Decimal | None
    running: bool
    attributed: bool

    @property
    def on(self) -> date:
        """Return the day of the fact: 31 December."""
        return last_day(self.year)

    @property
    def mean(self) -> Decimal | None:
        """Return the mean, rounded down to a hundredth: what is shown as enough is enough."""
        return _floor(self.total, self.known) if self.known else None

    @property
    def difference(self) -> Decimal | None:
        """Return the mean less the baseline, rounded down to a hundredth."""
        if not self.known or self.baseline is None:
            return None
        return _floor(self.total - self.baseline.fte * self.known, self.known)

    @property
    def missing(self) -> tuple[QuarterEnd, ...]:
        """Return the quarters that are over and whose end is not known."""
        return tuple(one for one in self.quarters if one.missing)


def judge_year(
    year: int,
    quarters: tuple[QuarterEnd, ...],
    baseline: Baseline | None,
    today: date,
    rules: Rules,
    *,
    attributed: bool,
) -> Year:
    """Judge a year by its four quarter ends; the comparison is of sums, so that nothing is rounded.

    A running year is judged by what is known so far, a year that is over needs as many quarters as the rules say.
    """
    numbers = [one.fte for one in quarters if one.fte is not None]
    known, total = len(numbers), sum(numbers, Decimal(0))
    running = today < last_day(year)
    threshold = baseline.fte + rules.growth if baseline is not None else None
    needed = 1 if running else rules.quarters_needed
    if known < needed:
        state = YearState.TOO_FEW
    elif threshold is None:
        state = YearState.NO_BASELINE
    else:
        state = YearState.QUALIFIES if total >= threshold * known else YearState.BELOW
    return Year(year, quarters, state, total, known, baseline, threshold, running, attributed)


def last_day(year: int) -> date:
    """Return 31 December of a year."""
    return date(year, 12, 31)


def _floor(total: Decimal, known: int) -> Decimal:
    return _EXACT.divide(total, Decimal(known)).quantize(_CENT, ROUND_FLOOR)
