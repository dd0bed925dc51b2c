"""Reading dates as people write them in Belgium: day first, months by name in three languages, years alone."""

import re
from datetime import date, timedelta

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.calendar_words import MONTHS
from clusterdesk.domain.parsing.outcome import Parsed, doubtful, refused
from clusterdesk.domain.parsing.text import clipped, folded, is_unknown
from clusterdesk.domain.partial_date import PartialDate, Precision

FIRST_YEAR, LAST_YEAR = 1900, 2100
# Day 0 of Excel's 1900 system as it counts after its non-existent 29 February 1900.
_EXCEL_EPOCH = date(1899, 12, 30)
_LAST_SERIAL = (date(LAST_YEAR, 12, 31) - _EXCEL_EPOCH).days
_CENTURY_PIVOT = 70

_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/.\- ]([0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})[/.\-]([0-9]{1,2})")
_COMPACT = re.compile(r"(19|20)[0-9]{6}")
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:[.,][0-9]+)?")
_TIME = re.compile(r"[T ]\s*[0-9]{1,2}[:h][0-9]{0,2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
_NAMED = re.compile(r"(?:([0-9]{1,2}) )?([a-z]+) (?:([0-9]{1,2}) )?([0-9]{4}|[0-9]{2})")
_ORDINAL = re.compile(r"\b([0-9]{1,2})(?:er|e|ste|de|st|nd|rd|th)\b")
_WEEKDAY = re.compile(
    r"^(?:lun|mar|mer|jeu|ven|sam|dim|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)"
    r"(?:di|edi|redi|credi|dredi|anche|andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag|day|sday|nesday|rsday|urday)?"
    r"\.?,? (?=[0-9])"
)
_NO_SUCH_DAY = N_("“{text}” is not a date that exists.")
_NOT_A_DATE = N_("“{text}” is not a date: write day/month/year, month/year or the year.")
_OUT_OF_RANGE = N_("“{text}” is outside the years {first} to {last}.")
_SERIAL_READ = N_("“{text}” is a date number of a spreadsheet; it was read as {value}.")
_SHORT_YEAR = N_("“{text}” has a year of two digits; it was read as {value}.")
_DAY_NEEDED = N_("“{text}” names no day: the whole date is needed here.")


def parse_partial_date(text: str) -> Parsed[PartialDate]:
    """Read a date known to the day, the month or the year; day first; years 1900 to 2100.

    Returns:
        The date, None for an unknown one; errors ``no_such_date`` (31/04), ``not_a_date``, ``year_out_of_range``;
        warnings ``spreadsheet_date`` (45300) and ``short_year`` (15/01/22).
    """
    trimmed = " ".join(text.split())
    if is_unknown(trimmed):
        return Parsed(None)
    bare = _TIME.sub("", trimmed)
    if found := _DAY_FIRST.fullmatch(bare):
        return _whole(text, _full_year(found[3]), int(found[2]), int(found[1]), short=len(found[3]) == 2)
    if found := _YEAR_FIRST.fullmatch(bare):
        return _whole(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_YEAR.fullmatch(bare):
        return _month(text, int(found[2]), int(found[1]))
    if found := _YEAR_MONTH.fullmatch(bare):
        return _month(text, int(found[1]), int(found[2]))
    if len(bare) == 4 and bare.isascii() and bare.isdigit():
        return _checked(text, int(bare), bare)
    if _COMPACT.fullmatch(bare):
        return _whole(text, int(bare[:4]), int(bare[4:6]), int(bare[6:]))
    if _SERIAL.fullmatch(bare):
        return from_serial(text, int(re.split("[.,]", bare)[0]))
    return _named(text, bare)


def parse_day(text: str) -> Parsed[date]:
    """Read a whole date; as ``parse_partial_date``, and ``day_needed`` when only the month or year is given."""
    parsed = parse_partial_date(text)
    if parsed.value is None:
        return Parsed(None, parsed.warnings, parsed.error)
    if parsed.value.precision is not Precision.DAY:
        return refused("day_needed", _DAY_NEEDED, text=clipped(text))
    return Parsed(parsed.value.earliest(), parsed.warnings)


def from_serial(text: str, serial: int) -> Parsed[PartialDate]:
    """Read a spreadsheet's date number (days since 1899-12-30)."""
    if not 0 < serial <= _LAST_SERIAL:
        return refused("not_a_date", _NOT_A_DATE, text=clipped(text))
    day = _EXCEL_EPOCH + timedelta(days=serial)
    return doubtful(PartialDate.of(day), "spreadsheet_date", _SERIAL_READ, text=clipped(text), value=_shown(day))


def _named(text: str, bare: str) -> Parsed[PartialDate]:
    """Read ``9 janvier 2024``, ``janv. 2024``, ``January 9, 2024``, ``jan-24``."""
    words = _ORDINAL.sub(r"\1", folded(bare))
    found = _NAMED.fullmatch(words) or _NAMED.fullmatch(_WEEKDAY.sub("", words))
    month = MONTHS.get(found[2]) if found else None
    if found is None or month is None or (found[1] and found[3]):
        return refused("not_a_date", _NOT_A_DATE, text=clipped(text))
    year, short = _full_year(found[4]), len(found[4]) == 2
    day = found[1] or found[3]
    if day is None:
        return _month(text, year, month, short=short)
    return _whole(text, year, month, int(day), short=short)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _CENTURY_PIVOT else 1900)


def _whole(text: str, year: int, month: int, day: int, *, short: bool = False) -> Parsed[PartialDate]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _outside(text)
    try:
        whole = date(year, month, day)
    except ValueError:
        return refused("no_such_date", _NO_SUCH_DAY, text=clipped(text))
    if short:
        return doubtful(PartialDate.of(whole), "short_year", _SHORT_YEAR, text=clipped(text), value=_shown(whole))
    return Parsed(PartialDate(whole.isoformat()))


def _month(text: str, year: int, month: int, *, short: bool = False) -> Parsed[PartialDate]:
    if not 1 <= month <= 12:
        return refused("no_such_date", _NO_SUCH_DAY, text=clipped(text))
    parsed = _checked(text, year, f"{year:04d}-{month:02d}")
    if short and parsed.value is not None:
        return doubtful(parsed.value, "short_year", _SHORT_YEAR, text=clipped(text), value=f"{month:02d}/{year}")
    return parsed


def _checked(text: str, year: int, iso: str) -> Parsed[PartialDate]:
    return Parsed(PartialDate(iso)) if FIRST_YEAR <= year <= LAST_YEAR else _outside(text)


def _outside(text: str) -> Parsed[PartialDate]:
    return refused("year_out_of_range", _OUT_OF_RANGE, text=clipped(text), first=FIRST_YEAR, last=LAST_YEAR)


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")
