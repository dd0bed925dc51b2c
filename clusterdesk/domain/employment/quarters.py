"""The staff at the end of each quarter.

A quarter end is *known* by the last head count that is dated within that quarter, its last day included: a number of
February stands for 31 March where March brought none, one of an earlier quarter never does. Nothing is carried over and
nothing is interpolated. A quarter that is not over has no end yet. In a situation without staff (bankrupt) on the last
day, the number is 0 and known, whatever was counted before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.rules import QUARTERS, Rules
from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.domain.records.organisations import OrganisationStatus

_MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The ``number``-th quarter (1–4) of a year."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """Return its first day."""
        return date(self.year, _MONTHS * (self.number - 1) + 1, 1)

    @property
    def last_day(self) -> date:
        """Return its last day."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """Return the quarter after it."""
        return Quarter(self.year + self.number // QUARTERS, self.number % QUARTERS + 1)

    @property
    def before(self) -> "Quarter":
        """Return the quarter before it."""
        return quarter_of(self.first_day - timedelta(days=1))


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which a day lies."""
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def last_ended(today: date) -> Quarter:
    """Return the last quarter that is over; a quarter is over on its last day."""
    current = quarter_of(today)
    return current if today == current.last_day else current.before


@dataclass(frozen=True, slots=True)
class QuarterEnd:
    """The staff on the last day of a quarter.

    ``fte`` is ``None`` where it is not known; ``counted_on`` is the day of the head count that stands for it;
    ``without_staff``: 0 because of the legal situation; ``ahead``: the quarter is not over; ``source``: who said it.
    """

    quarter: Quarter
    fte: Decimal | None = None
    counted_on: date | None = None
    without_staff: bool = False
    ahead: bool = False
    source: FigureSource | None = None

    @property
    def missing(self) -> bool:
        """Tell whether the quarter is over and its end not known."""
        return self.fte is None and not self.ahead


def quarter_end(
    quarter: Quarter,
    days: Mapping[date, Count],
    statuses: Iterable[OrganisationStatus],
    today: date,
    rules: Rules,
) -> QuarterEnd:
    """Return the staff at the end of a quarter; ``days`` are the known head counts by day."""
    if quarter > last_ended(today):
        return QuarterEnd(quarter, ahead=True)
    if is_without_staff(statuses, quarter.last_day, rules):
        return QuarterEnd(quarter, Decimal(0), without_staff=True)
    first = quarter.first_day
    if rules.days_before_end is not None:
        first = max(first, quarter.last_day - timedelta(days=rules.days_before_end))
    inside = [day for day in days if first <= day <= quarter.last_day]
    if not inside:
        return QuarterEnd(quarter)
    last = days[max(inside)]
    return QuarterEnd(quarter, last.fte, last.on, source=last.source)


def is_without_staff(statuses: Iterable[OrganisationStatus], day: date, rules: Rules) -> bool:
    """Tell whether the legal situation of a day means that nobody works there; a vague day counts from its first."""
    began = [(one.from_on.earliest() if one.from_on else date.min, one) for one in statuses if not one.deleted]
    begun = [(start, one.situation in rules.without_staff) for start, one in began if start <= day]
    return max(begun, default=(date.min, False))[1]
