"""Break-even in words, for the window, for paper and for the command line alike: periods, messages, the sentence."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from clusterdesk.base.errors import Translate
from clusterdesk.domain.breakeven.messages import TEXTS
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.breakeven.said import Said, SaidValue


class Plurals(Translate, Protocol):
    """A translator that knows plurals."""

    def n(self, one: str, many: str, /, *, n: int, **params: object) -> str:
        """Return the text for a number."""
        ...


class Figures(Protocol):
    """How a language writes numbers, amounts and months."""

    def number(self, value: Decimal | int) -> str:
        """Return a number with its decimals."""
        ...

    def percent(self, ratio: Decimal, places: int = 0) -> str:
        """Return a ratio in percent."""
        ...

    def money(self, amount: Decimal, currency: str = "EUR", places: int | None = None) -> str:
        """Return an amount with its currency."""
        ...

    def short_month_year(self, day: date) -> str:
        """Return a month, short, with its year."""
        ...


def amount_words(amount: Decimal, currency: str, formats: Figures) -> str:
    """Return an amount without cents, half a unit up, as one says it."""
    return formats.money(amount.quantize(Decimal(1), ROUND_HALF_UP), currency, 0)


def period_words(period: Period, t: Translate) -> str:
    """Return ``08/2027``, or ``Q3 2027`` in the words of the language."""
    if period.quarterly:
        return t("Q{n} {year}", n=period.number, year=period.year)
    return f"{period.number:02}/{period.year:04}"


def period_label(period: Period, t: Translate, formats: Figures) -> str:
    """Return ``août 2027`` as an axis or the head of a column has it, or the quarter."""
    if period.quarterly:
        return period_words(period, t)
    return formats.short_month_year(date(period.year, period.number, 1))


def said_words(said: Said, currency: str, t: Translate, formats: Figures) -> str:
    """Return a message with its amounts, counts and periods written out."""
    values = {name: _value(value, currency, t, formats) for name, value in said.values.items()}
    return t(TEXTS[said.code], **values)


def _value(value: SaidValue, currency: str, t: Translate, formats: Figures) -> str:
    if isinstance(value, Period):
        return period_words(value, t)
    return formats.money(value, currency) if isinstance(value, Decimal) else formats.number(value)
