"""What the value of a field must satisfy, whoever writes it: amounts, full-time equivalents, periods, scores."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from clusterdesk.base.marks import N_

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100
LARGEST_AMOUNT = Decimal(10) ** 15
LARGEST_FTE = Decimal(100_000)
_MOST_PLACES = 6
_FTE_STEP = Decimal("0.05")
_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A rule: ``holds`` tells whether a value satisfies it, ``message`` is the msgid that says what it wants."""

    message: str
    holds: Callable[[Any], bool]


def is_period(text: str) -> bool:
    """Tell whether a text is a month (``2026-10``), quarter (``2026-Q3``) or year of 1990–2100."""
    found = _PERIOD.fullmatch(text)
    return found is not None and EARLIEST_YEAR <= int(found["year"]) <= LATEST_YEAR


def is_amount(value: Decimal) -> bool:
    """Tell whether a value is a finite amount of at most fifteen digits before the mark and six behind it."""
    if not value.is_finite() or not -LARGEST_AMOUNT < value < LARGEST_AMOUNT:  # abs() may overflow itself
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MOST_PLACES


def is_fte(value: Decimal) -> bool:
    """Tell whether a value is a number of full-time equivalents: not negative, in steps of 0.05."""
    return value.is_finite() and 0 <= value <= LARGEST_FTE and value % _FTE_STEP == 0


def _between(least: int, most: int) -> Callable[[Any], bool]:
    def holds(value: Any) -> bool:  # noqa: ANN401 - whole numbers and decimals
        return (not isinstance(value, Decimal) or value.is_finite()) and least <= value <= most

    return holds


def _is_currency(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()


def _is_country(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def _country_or_nothing(text: str) -> bool:
    return not text or _is_country(text)


def _is_day(day: date) -> bool:
    return EARLIEST_YEAR <= day.year <= LATEST_YEAR


def _period_or_nothing(text: str) -> bool:
    return not text or is_period(text)


def _not_negative(value: Decimal) -> bool:
    return is_amount(value) and value >= 0


AMOUNT = FieldRule(N_("This is no amount that can be kept: at most 15 digits, and 6 behind the comma."), is_amount)
QUANTITY = FieldRule(N_("This must be zero or more: at most 15 digits, and 6 behind the comma."), _not_negative)
FTE = FieldRule(N_("FTE go in steps of 0.05, from 0 on."), is_fte)
PERIOD = FieldRule(N_("A period is written 2026-10, 2026-Q3 or 2026, between 1990 and 2100."), is_period)
OPTIONAL_PERIOD = FieldRule(PERIOD.message, _period_or_nothing)
SCORE = FieldRule(N_("A score goes from 0 to 5."), _between(0, 5))
SHARE = FieldRule(N_("A share lies between 0 and 1."), _between(0, 1))
RATE = FieldRule(N_("A rate lies between 0 and 100 %."), _between(0, 100))
LEVEL = FieldRule(N_("A level of maturity goes from 0 to 10."), _between(0, 10))
PERSONS = FieldRule(N_("A number of persons is zero or more."), _between(0, 1_000_000))
MONTHS = FieldRule(N_("A number of months goes from 0 to 120."), _between(0, 120))
GROWTH = FieldRule(N_("Growth lies between −100 and 1000 %."), _between(-100, 1000))
CURRENCY = FieldRule(N_("A currency is three capitals, like EUR."), _is_currency)
COUNTRY = FieldRule(N_("A country is its code of two capitals, like BE."), _is_country)
OPTIONAL_COUNTRY = FieldRule(COUNTRY.message, _country_or_nothing)
DAYS = FieldRule(N_("A number of days goes from 0 to 3650."), _between(0, 3650))
DAY = FieldRule(N_("The date must lie between 1990 and 2100."), _is_day)
COUNT = FieldRule(N_("A count is a whole number from 0 on."), _between(0, 1_000_000))
YEAR = FieldRule(N_("A year lies between 1990 and 2100."), _between(EARLIEST_YEAR, LATEST_YEAR))
MONTH = FieldRule(N_("A month goes from 1 to 12."), _between(1, 12))
RATING = FieldRule(N_("A rating goes from 1 to 5."), _between(1, 5))
VERSION = FieldRule(N_("Versions are counted from 1 on."), _between(1, 1_000_000))
