"""The whole judgement of a coaching file: baseline, years, the first that qualifies, and whether it still holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.domain.coaching import MONTHS_AFTER_CLOSING, attribution
from clusterdesk.domain.employment.baseline import Baseline, proposed_baseline
from clusterdesk.domain.employment.counted import Count, by_day, contradicted
from clusterdesk.domain.employment.quarters import Quarter, QuarterEnd, is_without_staff, last_ended, quarter_end
from clusterdesk.domain.employment.rules import DEFAULT, QUARTERS, Rules
from clusterdesk.domain.employment.years import Year, YearState, judge_year, last_day
from clusterdesk.domain.records.organisations import OrganisationStatus


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged: the head counts of one organisation (or project), its situations, and the file they count for.

    ``frozen`` is the baseline that was written into the file's track; without one the proposed baseline serves.
    """

    counts: tuple[Count, ...]
    statuses: tuple[OrganisationStatus, ...] = ()
    first_action: date | None = None
    closed_on: date | None = None
    frozen: Baseline | None = None
    months_after_closing: int = MONTHS_AFTER_CLOSING


@dataclass(frozen=True, slots=True)
class Latest:
    """The staff as last known; ``without_staff``: 0 because of the legal situation of today."""

    fte: Decimal
    on: date
    without_staff: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the head counts say.

    ``reached`` is the first year that is over, qualifies and is attributed; ``fallen``: it was reached and the staff
    as last known is under the threshold again. ``last_quarter`` is the last quarter that is over.
    """

    baseline: Baseline | None
    proposed: Baseline | None
    years: tuple[Year, ...]
    reached: Year | None
    latest: Latest | None
    last_quarter: QuarterEnd
    contradicted: tuple[date, ...]

    @property
    def difference(self) -> Decimal | None:
        """Return the staff as last known less the baseline."""
        if self.latest is None or self.baseline is None:
            return None
        return self.latest.fte - self.baseline.fte

    @property
    def threshold(self) -> Decimal | None:
        """Return the mean that a year must reach."""
        return next((year.threshold for year in self.years if year.threshold is not None), None)

    @property
    def fallen(self) -> bool:
        """Tell whether growth was reached and the staff as last known is under the threshold."""
        return (
            self.reached is not None
            and self.latest is not None
            and self.threshold is not None
            and self.latest.fte < self.threshold
        )

    @property
    def running(self) -> Year | None:
        """Return the year that is not over, as far as it is known."""
        return next((year for year in self.years if year.running), None)


def judge(case: Case, today: date, rules: Rules = DEFAULT) -> Judgement:
    """Judge the years from the first coaching action (else from the first head count) to the present one.

    A head count after ``today`` is kept and not used.
    """
    days = {day: one for day, one in by_day(case.counts, rules).items() if day <= today}
    proposed = proposed_baseline(days, case.first_action, rules)
    baseline = case.frozen or proposed
    covered = attribution(case.first_action, case.closed_on, case.months_after_closing)
    years = tuple(
        judge_year(
            year,
            _ends(year, days, case.statuses, today, rules),
            baseline,
            today,
            rules,
            attributed=covered is not None and covered.covers(last_day(year)),
        )
        for year in _years(case, days, today)
    )
    reached = next(
        (one for one in years if one.state is YearState.QUALIFIES and one.attributed and not one.running), None
    )
    last = quarter_end(last_ended(today), days, case.statuses, today, rules)
    known = contradicted((one for one in case.counts if one.on <= today), rules)
    return Judgement(baseline, proposed, years, reached, _latest(case, days, today, rules), last, known)


def _ends(
    year: int, days: dict[date, Count], statuses: Iterable[OrganisationStatus], today: date, rules: Rules
) -> tuple[QuarterEnd, ...]:
    situations = tuple(statuses)
    return tuple(
        quarter_end(Quarter(year, number), days, situations, today, rules) for number in range(1, QUARTERS + 1)
    )


def _years(case: Case, days: dict[date, Count], today: date) -> range:
    first = case.first_action or min(days, default=today)
    return range(min(first.year, today.year), today.year + 1)


def _latest(case: Case, days: dict[date, Count], today: date, rules: Rules) -> Latest | None:
    if is_without_staff(case.statuses, today, rules):
        return Latest(Decimal(0), today, without_staff=True)
    if not days:
        return None
    last = days[max(days)]
    assert last.fte is not None
    return Latest(last.fte, last.on)
