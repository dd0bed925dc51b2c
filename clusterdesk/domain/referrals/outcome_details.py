"""What came of an orientation, as people write it: « contrat, 12 000 €, Pays-Bas, 15/03/2027 »."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.typed_amounts import read_typed_amount
from clusterdesk.domain.parsing.calendar_words import MONTHS
from clusterdesk.domain.parsing.day_words import Year, find_days, read_day
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import clipped, even
from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.reply_words import OUTCOMES

_TWO_OUTCOMES = N_("“{text}” names several outcomes; the first was taken.")
_TWO_COUNTRIES = N_("“{text}” names several countries; the first was taken.")
_TWO_AMOUNTS = N_("“{text}” names several amounts; the first was taken.")
_TWO_DAYS = N_("“{text}” names several days; the first was taken.")
_BARE_NUMBER = N_("“{text}” has a number without a currency; it was read as euros.")
_OTHER_CURRENCY = N_("The amount in “{text}” is not in euros: it was left out. Convert it and type it in.")
_NO_SUCH_DAY = N_("“{text}” names a day that does not exist; it was left out.")
_MONTH_ONLY = N_("“{text}” names a month without a day; its last day was taken.")
_NOTE = re.compile(r"\s[–—-]\s")
_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u202f.,'’][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]+(?:[.,][0-9]+)?"
_SCALE = r"(?:\s*(?:k|m|mio|mln|millions?|miljoen|mille|duizend|thousand|million)(?![a-z]))?"
_CURRENCY = r"(?:€|eur\b|euros?\b|\$|usd\b|£|gbp\b|chf\b|us\$|dollars?\b|pounds?\b)"
_MONEY = re.compile(
    rf"(?<![0-9\w])(?:{_CURRENCY}\s*(?:{_NUMBER}){_SCALE}|(?:{_NUMBER}){_SCALE}\s*{_CURRENCY}"
    rf"|(?:{_NUMBER})\s*(?:k€?|m€|mio|mln)(?![\w]))"
)
_BARE = re.compile(rf"(?:^|(?<=[,;:]))\s*((?:{_NUMBER})(?:\s*(?:k|m))?)\s*(?=$|[,;])")
_EUROS = re.compile(r"€|eur")
_ELSEWHERE = re.compile(r"\$|usd|£|gbp|chf|dollar|pound")
_THREE = re.compile(r"[0-9][.,][0-9]{3}(?![0-9])")
_MONTH = re.compile(rf"(?<!\w)({'|'.join(sorted(MONTHS, key=len, reverse=True))})\.? ((?:19|20)[0-9]{{2}})(?![0-9])")
_MONTH_IN_DIGITS = re.compile(r"(?<![0-9/.])(0?[1-9]|1[0-2])[/-]((?:19|20)[0-9]{2})(?![0-9/])")


@dataclass(slots=True)
class Details:
    """What was found; ``note`` is what stands behind a dash."""

    outcome: ReferralOutcome | None = None
    value: Decimal | None = None
    country: str = ""
    on: date | None = None
    note: str = ""
    doubts: list[Problem] = field(default_factory=list)


def read_details(text: str, today: date, countries: Mapping[str, str]) -> Details:
    """Read the outcome, the amount in euros, the country and the day.

    Args:
        text: what stands behind the word that says it is done.
        today: the local day it was written; a day without a year is the nearest one.
        countries: two letters by the names of countries in all languages, small letters without accents.
    """
    parts = _NOTE.split(text, maxsplit=1)
    note = parts[1].strip() if len(parts) == 2 else ""
    details = _scanned(parts[0], today, countries)
    if details.outcome is None and note:
        more = _scanned(text, today, countries)
        details = more if more.outcome is not None else details
    details.note = note if any(letter.isalnum() for letter in note) else ""
    return details


def _scanned(text: str, today: date, countries: Mapping[str, str]) -> Details:
    details = Details()
    rest = _Rest(text)
    _find_day(rest, details, today)
    _find_amount(rest, details)
    _find_country(rest, details, countries)
    _find_outcome(rest, details)
    return details


class _Rest:
    """A text in small letters without accents, from which what was read is blanked out; places stay."""

    def __init__(self, text: str) -> None:
        self.typed = text
        self.plain = even(text)

    def take(self, start: int, end: int) -> str:
        self.plain = self.plain[:start] + " " * (end - start) + self.plain[end:]
        return self.typed[start:end].strip()

    def all(self, pattern: re.Pattern[str], group: int = 0) -> Iterator[tuple[re.Match[str], str]]:
        while (found := pattern.search(self.plain)) is not None:
            yield found, self.take(found.start(group), found.end(group))


def _doubt(details: Details, code: str, message: str, rest: _Rest) -> None:
    if all(known.code != code for known in details.doubts):
        details.doubts.append(Problem(code, message, {"text": clipped(rest.typed)}))


def _find_day(rest: _Rest, details: Details, today: date) -> None:
    days: list[date] = []
    for found in reversed(find_days(rest.plain, today)):
        typed = rest.take(found.start, found.end)
        if found.day is None:
            _doubt(details, "no_such_date", _NO_SUCH_DAY, rest)
        else:
            days.insert(0, read_day(typed, today, Year.NEAREST) or found.day)
    for pattern, month_of in ((_MONTH, _by_name), (_MONTH_IN_DIGITS, _by_number)):
        for month, _typed in rest.all(pattern):
            days.append(month_of(month))
            _doubt(details, "month_only", _MONTH_ONLY, rest)
    if len(set(days)) > 1:
        _doubt(details, "several_days", _TWO_DAYS, rest)
    details.on = days[0] if days else None


def _by_name(found: re.Match[str]) -> date:
    return _last_of(int(found[2]), MONTHS[found[1]])


def _by_number(found: re.Match[str]) -> date:
    return _last_of(int(found[2]), int(found[1]))


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _find_amount(rest: _Rest, details: Details) -> None:
    amounts: list[Decimal] = []
    for _found, typed in rest.all(_MONEY):
        if _ELSEWHERE.search(even(typed)):
            _doubt(details, "other_currency", _OTHER_CURRENCY, rest)
        elif (value := _euros(typed)) is not None:
            amounts.append(value)
    if not amounts:
        for _found, typed in rest.all(_BARE, 1):
            if (value := _euros(typed)) is not None:
                amounts.append(value)
                _doubt(details, "bare_number", _BARE_NUMBER, rest)
    if len(set(amounts)) > 1:
        _doubt(details, "several_amounts", _TWO_AMOUNTS, rest)
    details.value = amounts[0] if amounts else None


def _euros(typed: str) -> Decimal | None:
    """Read an amount; three digits behind a mark are thousands: nobody counts in tenths of a cent."""
    text = re.sub(r"(?i)thousand", "mille", re.sub(r"(?i)(?<=[0-9])\s*m\s*€?$", " mio", typed))
    behind = _THREE.search(text)
    mark = None if behind is None else ("," if "." in behind[0] else ".")
    value = read_typed_amount(text, mark=mark).value
    return None if value is None or value.amount is None else value.amount


def _find_country(rest: _Rest, details: Details, countries: Mapping[str, str]) -> None:
    found = [(match.start(), countries[match[0]], match.end()) for match in _names(countries)(rest.plain)]
    for start, _code, end in found:
        rest.take(start, end)
    codes = list(dict.fromkeys(code for _start, code, _end in found))
    if len(codes) > 1:
        _doubt(details, "several_countries", _TWO_COUNTRIES, rest)
    details.country = codes[0] if codes else ""


def _names(countries: Mapping[str, str]) -> Callable[[str], Iterator[re.Match[str]]]:
    return _pattern(tuple(sorted(countries, key=len, reverse=True))).finditer


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])" if names else r"(?!)")


@cache
def _outcomes() -> tuple[tuple[ReferralOutcome, re.Pattern[str]], ...]:
    return tuple((outcome, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for outcome, pattern in OUTCOMES)


def _find_outcome(rest: _Rest, details: Details) -> None:
    found = sorted(
        (match.start(), rank, outcome)
        for rank, (outcome, pattern) in enumerate(_outcomes())
        for match in pattern.finditer(rest.plain)
    )
    if not found:
        return
    details.outcome = found[0][2]
    if len({outcome for _start, _rank, outcome in found}) > 1:
        _doubt(details, "several_outcomes", _TWO_OUTCOMES, rest)
