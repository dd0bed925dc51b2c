"""Dates, numbers and amounts written for people, in the Belgian forms of French, Dutch and English.

Amounts and numbers carry the no-break spaces of CLDR (U+00A0, U+202F), so that no line breaks inside them.
An instant with a time zone is shown in the local one; a business date is shown as it is.
"""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusterdesk.base.errors import BugError
from clusterdesk.i18n.locale_facts import FACTS, NO_BREAK, LocaleFacts

if TYPE_CHECKING:
    from clusterdesk.i18n.numerals import Numeric

_SYMBOLS = {"EUR": "€"}


class Formats:
    """How one language writes dates, numbers and amounts; cheap to make and to use."""

    def __init__(self, language: str) -> None:
        """Take ``fr``, ``nl`` or ``en`` (BugError else)."""
        if language not in FACTS:
            raise BugError(f"unknown language {language!r}")
        self.language = language
        self._facts: LocaleFacts = FACTS[language]

    # dates

    def date(self, day: dt.date) -> str:
        """Return ``23/11/2026``."""
        day = _local(day)
        return f"{day.day:02}/{day.month:02}/{day.year:04}"

    def long_date(self, day: dt.date) -> str:
        """Return ``lundi 23 novembre 2026``; the first of a month is ``1er`` in French."""
        day = _local(day)
        return self._facts.long_date.format(
            weekday=self._facts.days[day.weekday()],
            day=self._ordinal(day),
            month=self._facts.months[day.month - 1],
            year=day.year,
        )

    def weekday_date(self, day: dt.date) -> str:
        """Return ``lun. 23 nov.``, for lists and agendas."""
        day = _local(day)
        return self._facts.weekday_date.format(
            weekday=self._facts.short_days[day.weekday()],
            day=self._ordinal(day),
            month=self._facts.short_months[day.month - 1],
        )

    def weekday_day(self, day: dt.date) -> str:
        """Return ``lun. 23``, where the month stands above."""
        day = _local(day)
        return f"{self._facts.short_days[day.weekday()]} {self._ordinal(day)}"

    def weekday(self, day: dt.date, *, short: bool = False) -> str:
        """Return ``lundi``, or ``lun.`` where the week stands above."""
        days = self._facts.short_days if short else self._facts.days
        return days[_local(day).weekday()]

    def day_month(self, day: dt.date) -> str:
        """Return ``23 novembre``."""
        day = _local(day)
        return f"{self._ordinal(day)} {self._facts.months[day.month - 1]}"

    def month_year(self, day: dt.date) -> str:
        """Return ``novembre 2026``."""
        return f"{self._facts.months[day.month - 1]} {day.year}"

    def short_month_year(self, day: dt.date) -> str:
        """Return ``nov. 2026``."""
        return f"{self._facts.short_months[day.month - 1]} {day.year}"

    def partial(self, day: object) -> str:
        """Return a date known in part: ``2024``, ``janv. 2024``, ``09/01/2024``; a quarter ``2026-Q3`` is ``T3 2026``.

        ``day`` is a PartialDate, or the text of it or of a period.
        """
        text = str(day)
        parts = text.split("-")
        if len(parts) == 1:
            return text
        if parts[1].startswith("Q"):
            return f"{self._facts.quarter}{parts[1][1:]} {parts[0]}"
        year, month = int(parts[0]), int(parts[1])
        return (
            self.short_month_year(dt.date(year, month, 1))
            if len(parts) == 2
            else self.date(dt.date.fromisoformat(text))
        )

    def time(self, moment: dt.datetime | dt.time) -> str:
        """Return ``09:05``."""
        moment = _local(moment) if isinstance(moment, dt.datetime) else moment
        return f"{moment.hour:02}:{moment.minute:02}"

    def instant(self, moment: dt.datetime) -> str:
        """Return ``23/11/2026 09:05``."""
        return f"{self.date(moment)} {self.time(moment)}"

    def relative_days(self, days: int) -> str:
        """Return ``il y a 12 jours`` for -12, ``aujourd’hui`` for 0, ``demain`` for 1, ``dans 3 jours`` for 3."""
        if -1 <= days <= 1:
            return self._facts.yesterday_today_tomorrow[days + 1]
        forms = self._facts.past_days if days < 0 else self._facts.future_days
        return forms[1].format(n=abs(days))

    def duration(self, minutes: int) -> str:
        """Return ``45 min``, ``1 h`` or ``1 h 30``."""
        hours, rest = divmod(max(minutes, 0), 60)
        if not hours:
            return f"{rest}{NO_BREAK}min"
        whole = f"{hours}{NO_BREAK}{self._facts.hour}"
        return f"{whole}{NO_BREAK}{rest:02}" if rest else whole

    # numbers

    def number(self, value: "Numeric") -> str:
        """Return ``1 234,5``: at most three decimals, none for a whole number."""
        if type(value) is int:
            # Counts are all that a start writes: it needs no decimal arithmetic for them.
            return f"{value:,}".replace(",", self._facts.group)
        from clusterdesk.i18n.numerals import grouped, trimmed

        return grouped(trimmed(value, 3), self._facts.group)

    def decimal(self, value: "Numeric", places: int) -> str:
        """Return ``1 234,50``: exactly so many decimals, rounded half up."""
        from clusterdesk.i18n.numerals import grouped, rounded

        return grouped(rounded(value, places), self._facts.group)

    def percent(self, ratio: "Numeric", places: int = 0) -> str:
        """Return ``12,5 %`` for the ratio 0.125 and one place."""
        from decimal import Decimal

        return self._facts.percent.format(amount=self.decimal(Decimal(str(ratio)) * 100, places))

    def money(self, amount: "Numeric", currency: str = "EUR", places: int | None = None) -> str:
        """Return ``1 234,56 €``; without ``places`` as many decimals as the currency has."""
        from clusterdesk.i18n.numerals import grouped, rounded

        symbol, usual = self._currency(currency)
        value = rounded(amount, usual if places is None else places)
        pattern = self._facts.negative_money if value < 0 else self._facts.money
        return pattern.format(amount=grouped(abs(value), self._facts.group), currency=symbol)

    def file_size(self, size: int) -> str:
        """Return ``3,4 Mo`` for so many bytes (powers of 1000)."""
        from decimal import Decimal

        from clusterdesk.i18n.numerals import grouped, trimmed

        units, value = self._facts.byte_units, Decimal(size)
        for unit in units[:-1]:
            if value < 1000:
                return f"{grouped(trimmed(value, 1), self._facts.group)}{NO_BREAK}{unit}"
            value /= 1000
        return f"{grouped(trimmed(value, 1), self._facts.group)}{NO_BREAK}{units[-1]}"

    # words

    def joined(self, items: Sequence[str], *, either: bool = False) -> str:
        """Return ``a, b et c``, or ``a, b ou c``."""
        if len(items) < 2:
            return "".join(items)
        return ", ".join(items[:-1]) + (self._facts.last_choice if either else self._facts.last_joint) + items[-1]

    def country(self, code: str) -> str:
        """Return the name of a country by its two letters; the letters themselves when unknown."""
        from babel.core import Locale

        return str(Locale.parse(self._facts.locale).territories.get(code.upper(), code))

    def _ordinal(self, day: dt.date) -> str:
        return "1er" if day.day == 1 and self.language == "fr" else str(day.day)

    def _currency(self, code: str) -> tuple[str, int]:
        if code in _SYMBOLS:
            return _SYMBOLS[code], 2
        from babel.numbers import get_currency_precision, get_currency_symbol

        return get_currency_symbol(code, locale=self._facts.locale), get_currency_precision(code)


def _local[D: dt.date](day: D) -> D:
    """Bring an instant to the local zone; a date or a naive time stays as it is."""
    if isinstance(day, dt.datetime) and day.tzinfo is not None:
        return day.astimezone()
    return day
