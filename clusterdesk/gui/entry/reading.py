"""Reading what people type into fields: quick forms first ("demain", "+7", "40k"), then the domain's parsing."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.dates import parse_day, parse_partial_date
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal
from clusterdesk.domain.parsing.outcome import Parsed, Problem
from clusterdesk.domain.partial_date import PartialDate

_WORDS: Mapping[str, int] = {
    **dict.fromkeys(("auj", "aujourd'hui", "aujourdhui", "vandaag", "vand", "today"), 0),
    **dict.fromkeys(("demain", "dem", "morgen", "tomorrow"), 1),
    **dict.fromkeys(("apres-demain", "overmorgen"), 2),
    **dict.fromkeys(("hier", "gisteren", "yesterday"), -1),
}
_WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "lun lundi maandag mon monday",
            "mar mardi di dinsdag tue tuesday",
            "mer mercredi wo woensdag wed wednesday",
            "jeu jeudi do donderdag thu thursday",
            "ven vendredi vr vrijdag fri friday",
            "sam samedi za zaterdag sat saturday",
            "dim dimanche zo zondag sun sunday",
        )
    )
    for name in names.split()
}
_DAYS = re.compile(r"([+-])\s*([0-9]{1,4})\s*([a-z]?)")
_DAY_MONTH = re.compile(r"([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})")
_THOUSANDS = re.compile(r"(-?[0-9][0-9.,]*)\s*k", re.IGNORECASE)
_NO_SUCH_DAY = N_("There is no such day: {text}")


@dataclass(frozen=True, slots=True)
class Reading[V]:
    """A typed value, or the problem that keeps it from being saved."""

    value: V | None
    problem: Problem | None = None


def read_date(text: str, today: date) -> Reading[date]:
    """Read a day; empty is None. Besides written dates: "demain", "+7", "2w", "ven", "23/11" (the nearest year)."""
    word = _word(text)
    if not word:
        return Reading(None)
    quick = _quick_date(word, today)
    if quick is not None:
        return quick
    return _reading(parse_day(text))


def read_partial_date(text: str, today: date) -> Reading[PartialDate]:
    """Read a date known to the day, month or year; empty is None."""
    word = _word(text)
    if word in _WORDS:
        return Reading(PartialDate.of(today + timedelta(days=_WORDS[word])))
    return _reading(parse_partial_date(text)) if word else Reading(None)


def read_amount(text: str) -> Reading[Decimal]:
    """Read an amount as Belgians write it; "40k" is 40 000; an amount that reads two ways is refused, not guessed."""
    compact = "".join(text.replace("€", "").split())
    if not compact:
        return Reading(None)
    thousands = _THOUSANDS.fullmatch(compact)
    if thousands:
        base = _reading(parse_decimal(thousands.group(1).replace(".", ","), mark=","))
        return base if base.value is None else Reading(base.value * 1000)
    return _reading(parse_decimal(text, units=MONEY_UNITS), strict=True)


def _word(text: str) -> str:
    """Return a text without case, accents, and what stands around it; signs inside stay."""
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    return plain.casefold().replace("’", "'").strip(" .\t\u00a0\u202f")


def _quick_date(word: str, today: date) -> Reading[date] | None:
    if word in _WORDS:
        return Reading(today + timedelta(days=_WORDS[word]))
    if word in _WEEKDAYS:
        return Reading(today + timedelta(days=(_WEEKDAYS[word] - today.weekday() - 1) % 7 + 1))
    ahead = _DAYS.fullmatch(word)
    if ahead:
        days = int(ahead.group(2)) * {"w": 7, "s": 7}.get(ahead.group(3), 1)
        return Reading(today + timedelta(days=days if ahead.group(1) == "+" else -days))
    short = _DAY_MONTH.fullmatch(word)
    if short:
        return _nearest(word, int(short.group(1)), int(short.group(2)), today)
    return None


def _nearest(word: str, day: int, month: int, today: date) -> Reading[date]:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return Reading(None, Problem("no_such_day", _NO_SUCH_DAY, {"text": word}))
    return Reading(min(found, key=lambda each: abs((each - today).days)))


def _reading[V](parsed: Parsed[V], *, strict: bool = False) -> Reading[V]:
    if parsed.error is not None:
        return Reading(None, parsed.error)
    if strict and parsed.warnings:
        return Reading(None, parsed.warnings[0])
    return Reading(parsed.value)
