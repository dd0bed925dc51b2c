"""How the sample's dates move with the calendar: by whole weeks, what belongs to a calendar by quarters or years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from clusterdesk.domain.fields import Calendar
from clusterdesk.domain.figures.periods import cadence_of, first_day, period_at


@dataclass(frozen=True, slots=True)
class Shift:
    """A move by whole weeks; figures of a period move by whole quarters, facts of a year by whole years.

    So visits keep their weekday, months of figures stay beside the results they show, and quarters within their year.
    """

    weeks: int = 0
    quarters: int = 0
    years: int = 0

    @classmethod
    def between(cls, reference: date, day: date) -> "Shift":
        """Return the move that brings one Monday to another."""
        months = (day.year - reference.year) * 12 + day.month - reference.month
        return cls((day - reference).days // 7, months // 3, months // 12)

    def day(self, day: date, calendar: Calendar | None = None) -> date:
        """Move a day, in the way its field wants."""
        if calendar is Calendar.YEAR:
            return _months_later(day, 12 * self.years)
        if calendar is Calendar.MONTH and _ends_year(day):
            return _months_later(day, 12 * self.years)
        if calendar is Calendar.MONTH and _ends_month(day):
            return _months_later(day, 3 * self.quarters)
        return day + timedelta(weeks=self.weeks)

    def period(self, period: str) -> str:
        """Move a period of a ledger."""
        cadence = cadence_of(period)
        months = 12 * self.years if len(period) == 4 else 3 * self.quarters
        return period_at(_months_later(first_day(period), months), cadence)

    def __bool__(self) -> bool:
        return self != NO_SHIFT


NO_SHIFT = Shift()


def _ends_month(day: date) -> bool:
    return day.day in {1, monthrange(day.year, day.month)[1]}


def _ends_year(day: date) -> bool:
    return (day.month, day.day) in {(1, 1), (12, 31)}


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends else min(day.day, last))
