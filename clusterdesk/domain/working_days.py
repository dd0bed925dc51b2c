"""Working days: Monday to Friday, and what one may be put off to."""

from datetime import date, timedelta

SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Tell whether nobody usually works on a day."""
    return day.weekday() >= SATURDAY


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return day - timedelta(days=day.weekday())


def last_working_day(day: date) -> date:
    """Return the working day before a day: the Friday before a Monday."""
    before = day - timedelta(days=1)
    while is_weekend(before):
        before -= timedelta(days=1)
    return before


def next_working_days(day: date, count: int) -> tuple[date, ...]:
    """Return the ``count`` working days after a day."""
    found: list[date] = []
    while len(found) < count:
        day += timedelta(days=1)
        if not is_weekend(day):
            found.append(day)
    return tuple(found)
