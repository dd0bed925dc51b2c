"""Reading what people type into fields: quick forms first ("demain", "+7", "40k"), then the domain's parsing."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusterdesk.domain.parsing.dates import parse_day, parse_partial_date
from clusterdesk.domain.parsing.day_words import Year, read_day
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal
from clusterdesk.domain.parsing.outcome import Parsed, Problem
from clusterdesk.domain.partial_date import PartialDate

_AROUND = " .\t\u00a0\u202f"
_THOUSANDS = re.compile(r"(-?[0-9][0-9.,]*)\s*k", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading[V]:
    """A typed value, or the problem that keeps it from being saved."""

    value: V | None
    problem: Problem | None = None


def read_date(text: str, today: date) -> Reading[date]:
    """Read a day; empty is None. Besides written dates: "demain", "+7", "ven", "23/11" (the nearest year)."""
    word = text.strip(_AROUND)
    if not word:
        return Reading(None)
    quick = read_day(word, today, Year.NEAREST)
    return Reading(quick) if quick is not None else _reading(parse_day(text))


def read_partial_date(text: str, today: date) -> Reading[PartialDate]:
    """Read a date known to the day, month or year; empty is None. Days in words are understood too."""
    if not text.strip(_AROUND):
        return Reading(None)
    written = parse_partial_date(text)
    if written.error is not None:
        quick = read_day(text, today, Year.NEAREST)
        if quick is not None:
            return Reading(PartialDate.of(quick))
    return _reading(written)


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


def _reading[V](parsed: Parsed[V], *, strict: bool = False) -> Reading[V]:
    if parsed.error is not None:
        return Reading(None, parsed.error)
    if strict and parsed.warnings:
        return Reading(None, parsed.warnings[0])
    return Reading(parsed.value)
