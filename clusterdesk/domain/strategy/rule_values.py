"""The values a rule may have: each is read strictly, and what cannot be read says what is wanted."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum, IntEnum
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import is_amount
from clusterdesk.domain.measures import PLAIN_MEASURES
from clusterdesk.domain.records.organisations import LegalSituation
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.strategy.rules import Measure, Unit, Validation

_POSTCODES = re.compile(r"(?P<first>[0-9]{4})(?:\s*[-–]\s*(?P<last>[0-9]{4}))?")
_MOST_MONTHS, _MOST_DAYS, _MOST_TARGET, _LARGEST_GROWTH = 120, 366, 1_000_000, 1_000
_FIRST_YEAR, _LAST_YEAR, _MOST_RUN = 1990, 2100, 60

type Reader = Callable[[object], Any]


class RuleValueError(ValueError):
    """A value that cannot be read; ``wanted`` is a msgid that says what is."""

    def __init__(self, wanted: str, **values: object) -> None:
        """Keep the msgid with its values."""
        super().__init__(wanted)
        self.wanted = wanted
        self.values = values


def _whole(least: int, most: int) -> Reader:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise RuleValueError(N_("Give a whole number from {least} to {most}."), least=least, most=most)
        return value

    return read


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise RuleValueError(N_("Give true or false, without quotes."))
    return value


def read_day(value: object) -> date:
    """Read a day: a date of TOML, or a text such as "2024-01-31"."""
    wanted = N_("Give a day of the years {first} to {last}, such as 2024-01-31.")
    found: date | None = None
    if isinstance(value, date) and not isinstance(value, datetime):
        found = value
    elif isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise RuleValueError(wanted, first=_FIRST_YEAR, last=_LAST_YEAR)
    return found


def _growth(value: object) -> Decimal:
    wanted = RuleValueError(N_("Give a number above 0 and up to {most}, such as 1.00."), most=_LARGEST_GROWTH)
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise wanted
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise wanted from error
    if not is_amount(number) or not 0 < number <= _LARGEST_GROWTH:
        raise wanted
    return number


def _choice(choices: type[Enum], also: Iterable[str] = ()) -> Reader:
    """Return a reader of a choice; ``also`` are those that are read elsewhere: they are named with the others."""

    def read(value: object) -> Enum:
        by_value = {one.value: one for one in choices}
        if isinstance(value, bool) or not isinstance(value, int if issubclass(choices, IntEnum) else str):
            found = None
        else:
            found = by_value.get(value)
        if found is None:
            raise RuleValueError(N_("Give one of: {choices}."), choices=", ".join(map(str, [*by_value, *also])))
        return found

    return read


def _texts(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RuleValueError(N_('Give a list of texts, such as ["wood", "textile"].'))
    return [one.strip() for one in value]


def _region(value: object) -> tuple[tuple[int, int], ...]:
    wanted = RuleValueError(N_('Give a list of postcodes or ranges of them, such as ["1000-1299", "1930"].'))
    if not isinstance(value, list) or not value:
        raise wanted
    ranges = []
    for one in value:
        match = _POSTCODES.fullmatch(one.strip()) if isinstance(one, str) else None
        if match is None or int(match["last"] or match["first"]) < int(match["first"]):
            raise wanted
        ranges.append((int(match["first"]), int(match["last"] or match["first"])))
    return tuple(ranges)


def _situations(value: object) -> frozenset[LegalSituation]:
    read = _choice(LegalSituation)
    return frozenset(read(one) for one in _texts(value))


def _days_before(value: object) -> int | None:
    return None if value == "" else _whole(0, _MOST_DAYS)(value)


COUNTING: Mapping[str, Reader] = {
    "months_after_closing": _whole(0, _MOST_MONTHS),
    "region_test": _truth,
    "region": _region,
    "evidence_level": _choice(EvidenceLevel),
    "validation": _choice(Validation),
}
PLAN: Mapping[str, Reader] = {"start": read_day, "end": read_day}
INDICATOR: Mapping[str, Reader] = {
    "measure": _choice(Measure, PLAIN_MEASURES),
    "unit": _choice(Unit),
    "target": _whole(0, _MOST_TARGET),
    "value_chains": lambda value: tuple(_texts(value)),
    **PLAN,
    **COUNTING,
}
EMPLOYMENT: Mapping[str, Reader] = {
    "growth": _growth,
    "quarters_needed": _whole(1, 4),
    "days_after_start": _whole(0, _MOST_DAYS),
    "days_before_end": _days_before,
    "about_counts": _truth,
    "without_staff": _situations,
}
# Of the series of figures, which proposes the result that is counted here; read by the commands that follow a series.
SERIES: Mapping[str, Reader] = {
    name: _whole(1, _MOST_RUN)
    for name in ("consecutive_months", "consecutive_quarters", "year_ends", "quarter_year_ends")
}
