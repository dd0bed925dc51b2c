"""Steps on the calendar: the Friday to come, three months later, the end of next month."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import ClassVar

from clusterdesk.domain.parsing.calendar_words import DAY, MONTH, WEEK, YEAR

_FRIDAY, _SUNDAY = 4, 6


def coming_day(weekday: int, today: date) -> date | None:
    """Return the next day of the week (Monday is 0) after today: a week from now where today is one."""
    return later(today, (weekday - today.weekday() - 1) % 7 + 1, DAY)


def in_coming_week(weekday: int, today: date) -> date | None:
    """Return the day of the week within the seven days that begin today."""
    return later(today, (weekday - today.weekday()) % 7, DAY)


def in_next_week(weekday: int, today: date) -> date | None:
    """Return the day of the week in the calendar week after this one; weeks begin on Monday."""
    return later(today, 7 - today.weekday() + weekday, DAY)


def later(today: date, number: int, unit: str) -> date | None:
    """Return the day so many days, weeks, months or years on; a month too short ends earlier. None past all years."""
    try:
        if unit in {DAY, WEEK}:
            return today + timedelta(days=number * (7 if unit == WEEK else 1))
        months = today.year * 12 + today.month - 1 + number * (12 if unit == YEAR else 1)
        year, month = divmod(months, 12)
        if not MINYEAR <= year <= MAXYEAR:
            return None
        return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    except OverflowError:
        return None


def day_of_month(day: int, today: date) -> date | None:
    """Return the next day that has this number in its month, today included."""
    for month in range(3):
        first = later(today.replace(day=1), month, MONTH)
        if first is None or day > calendar.monthrange(first.year, first.month)[1]:
            continue
        found = first.replace(day=day)
        if found >= today:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A week, a month or a year; ``step`` leads from one to the next of its kind."""

    first: date
    last: date
    step: tuple[int, str]

    NAMES: ClassVar[tuple[str, ...]] = ("this_week", "next_week", "this_month", "next_month", "this_year", "next_year")

    @classmethod
    def named(cls, name: str, today: date) -> "Stretch":
        """Return one of ``NAMES`` as of today."""
        unit = name.removeprefix("this_").removeprefix("next_")
        start = today if name.startswith("this_") else later(today, 1, unit) or today
        if unit == WEEK:
            monday = start.toordinal() - start.weekday()
            return cls(_day(monday), _day(monday + _FRIDAY), (1, WEEK))
        if unit == MONTH:
            return cls._month(start.year, start.month, (1, MONTH))
        return cls(date(start.year, 1, 1), date(start.year, 12, 31), (1, YEAR))

    @classmethod
    def of_month(cls, month: int, today: date) -> "Stretch":
        """Return a month of this year."""
        return cls._month(today.year, month, (1, YEAR))

    @classmethod
    def _month(cls, year: int, month: int, step: tuple[int, str]) -> "Stretch":
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), step)

    def first_to_come(self, today: date) -> date | None:
        """Return the first day, that of the next one where it has passed."""
        return self._to_come(self.first, today)

    def middle_to_come(self, today: date) -> date | None:
        """Return the middle: the fifteenth of a month, the Wednesday of a week, the end of June of a year."""
        if self.step[1] == WEEK:
            return self._to_come(_day(self.first.toordinal() + 2), today)
        if self.last.month == self.first.month:
            return self._to_come(self.first.replace(day=15), today)
        return self._to_come(self.first.replace(month=6, day=30), today)

    def last_to_come(self, today: date) -> date | None:
        """Return the last day; on a weekend this week ends on Sunday."""
        if self.step[1] == WEEK and self.last < today:
            return _day(self.first.toordinal() + _SUNDAY)
        if self.last.month == 2 and self.last < today:
            following = later(self.first, *self.step)
            return following and following.replace(day=calendar.monthrange(following.year, following.month)[1])
        return self._to_come(self.last, today)

    def _to_come(self, day: date, today: date) -> date | None:
        return day if day >= today else later(day, *self.step)


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
