"""Amounts as people type them into a ledger: ``48.200,50``, ``48k``, ``(1 200)``, ``≈ 40k``, ``48.200,50 tvac 21``.

What can be read in two ways (``1.234``) is not guessed: both readings are given, and whoever typed it is asked.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import AMOUNT, RATE, is_amount
from clusterdesk.domain.figures.cells import FigureCell, StaffCell, with_vat
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal, unfolded
from clusterdesk.domain.parsing.outcome import Parsed, Problem
from clusterdesk.domain.parsing.text import clipped, composed, is_unknown
from clusterdesk.domain.records.figures import FigureSource, Precision

LONGEST = 80
_ABOUT = (
    r"≈|~|±|environ|env\.?|circa|ca\.?|approx(?:imativement|\.)?|about|around|à peu près|a peu pres|plus ou moins"
    r"|autour de|ongeveer|ong\.?|rond(?: de)?|zowat"
)
_ORAL = (
    r"\(?(?:dits? |gezegd |said )?(?:(?:par|au|door|by|on the|over the|via|per) "
    r"(?:tél(?:éphone|\.)?|tel(?:ephone|efoon|\.)?|phone)"
    r"|telefonisch|oral(?:ement|ly)?|mondeling)\)?"
)
_EXCLUDING = r"htva|hors tva|h\.?t\.?|excl\.? ?(?:btw|vat|tva)|zonder btw|(?:without|ex|excl) vat|sans tva"
_INCLUDING = (
    r"tvac|ttc|tva comprise|(?:incl?\.?|met|avec|with|including|inclusief) ?(?:btw|vat|tva)|btw incl\.?|vat incl\.?"
)
_RATE = r"(?: ?(?:à|a|at|aan|@)? ?(?P<rate>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%?)?"
_START_ABOUT = re.compile(rf"(?:{_ABOUT})(?![a-z]) ?", re.IGNORECASE)
_END_ABOUT = re.compile(rf"[ ,]*(?<![a-z])(?:{_ABOUT})$", re.IGNORECASE)
_END_ORAL = re.compile(rf"[ ,;]+{_ORAL}$", re.IGNORECASE)
_START_ORAL = re.compile(rf"{_ORAL} ?[:,]? ", re.IGNORECASE)
_END_EXCLUDING = re.compile(rf" ?(?:{_EXCLUDING})$", re.IGNORECASE)
_END_INCLUDING = re.compile(rf" ?(?:{_INCLUDING}){_RATE}$", re.IGNORECASE)
_SCALES = {1000: r"k ?(?:€|eur|euros?)?|mille|duizend", 1_000_000: r"mio|mln|millions?|miljoen"}
_SCALED = {scale: re.compile(rf"(?P<number>.*[0-9]) ?(?:{words})(?: ?€)?", re.I) for scale, words in _SCALES.items()}
_BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)(?P<behind>.*)", re.DOTALL)
_CURRENCIES = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "£": "GBP", "fr": "CHF"}
_CURRENCY = re.compile(
    r"(?:^|(?<=[0-9 ]))(eur|usd|gbp|chf|cad|sek|dkk|nok|pln|czk|jpy|us\$|\$|£|€|euros?)(?=$|[0-9 ])", re.I
)

_BOTH_WAYS = N_("“{text}” can be read in two ways: {one} or {other}. Which one is meant?")
_TWO_CURRENCIES = N_(
    "Several currencies: “{text}” is not in {currency}. Give the rate of exchange and its date, or convert it."
)
_LONG = N_("This is too long for an amount.")
_NO_RATE = N_("“{text}” is with VAT: give the rate, for example “{text} 21”.")


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """What a text says: ``amount`` is as typed – with VAT where ``with_vat`` –, ``None`` empties the cell.

    ``vat_rate`` in percent, where it was typed. ``about`` and ``oral`` are what the text says of itself. ``readings``
    are both where the text can be read in two ways; ``amount`` is then ``None``.
    """

    amount: Decimal | None
    about: bool = False
    oral: bool = False
    with_vat: bool = False
    vat_rate: Decimal | None = None
    readings: tuple[Decimal, ...] = ()

    def fill(self, cell: FigureCell, rate: Decimal | None = None) -> FigureCell:
        """Return a cell with this amount; ``rate`` has an amount typed without a word be one with VAT.

        What the text does not say of source and precision stays as the cell has it, save that a new amount is exact.
        """
        source = FigureSource.ORAL if self.oral else cell.source
        precision = Precision.ABOUT if self.about else Precision.EXACT
        base = FigureCell(
            cell.period,
            cell.line,
            self.amount,
            cell.own_line_id,
            source=source,
            precision=precision,
            remark=cell.remark,
            visibility=cell.visibility,
        )
        rate = self.vat_rate if self.with_vat else rate
        return base if self.amount is None or rate is None else with_vat(self.amount, rate, base)

    def staff(self, period: str) -> StaffCell:
        """Return the full-time equivalents of a period with this number."""
        source = FigureSource.ORAL if self.oral else FigureSource.COMPANY
        return StaffCell(period, self.amount, source, Precision.ABOUT if self.about else Precision.EXACT)


@dataclass(slots=True)
class _Marks:
    about: bool = False
    oral: bool = False
    with_vat: bool = False
    without_vat: bool = False
    vat_rate: Decimal | None = None


def read_typed_amount(
    text: str, *, mark: str | None = None, currency: str = "EUR", rate: Decimal | None = None
) -> Parsed[TypedAmount]:
    """Read an amount.

    Args:
        text: as typed; empty and ``n.c.`` empty the cell, a typed 0 is 0.
        mark: the decimal mark (``,`` or ``.``) where it is known; it settles ``1.234``.
        currency: that of the ledger; another one in the text is refused.
        rate: the rate of VAT of the ledger, for a text that says it is with VAT but not with which rate.

    Returns:
        The amount; errors ``not_a_number``, ``unit_in_number``, ``amount_too_large``, ``two_currencies``,
        ``vat_rate_missing``; a warning ``ambiguous_number`` with both ``readings``.
    """
    bare = " ".join(composed(text).replace("\u00a0", " ").replace("\u202f", " ").split())
    if len(bare) > LONGEST:
        return Parsed(None, (), Problem("not_a_number", _LONG))
    if is_unknown(bare):
        return Parsed(TypedAmount(None))
    marks = _Marks()
    number = _stripped(bare, marks)
    found = _CURRENCY.search(number)
    if found is not None and _CURRENCIES.get(found[1].casefold(), found[1].upper()) != currency:
        return Parsed(
            None, (), Problem("two_currencies", _TWO_CURRENCIES, {"text": clipped(bare), "currency": currency})
        )
    if found is not None:
        number = " ".join((number[: found.start()] + " " + number[found.end() :]).split())
    if marks.with_vat and marks.vat_rate is None:
        marks.vat_rate = rate
        if rate is None:
            return Parsed(None, (), Problem("vat_rate_missing", _NO_RATE, {"text": clipped(bare)}))
    if marks.vat_rate is not None and not RATE.holds(marks.vat_rate):
        return Parsed(None, (), Problem("vat_rate", RATE.message))
    return _read(bare, number, marks, mark)


def _stripped(text: str, marks: _Marks) -> str:
    """Take the words off that say how the amount is meant, in any order; what is left is the number."""
    before = None
    while before != text:
        before = text
        for pattern in (_END_ORAL, _START_ORAL):
            text, count = pattern.subn("", text, count=1) if pattern is _END_ORAL else _once(pattern, text)
            marks.oral = marks.oral or bool(count)
        text, count = _once(_START_ABOUT, text)
        text, more = _END_ABOUT.subn("", text, count=1)
        marks.about = marks.about or bool(count or more)
        if not marks.with_vat and (found := _END_INCLUDING.search(text)) is not None:
            marks.with_vat = True
            marks.vat_rate = Decimal(found["rate"].replace(",", ".")) if found["rate"] else None
            text = text[: found.start()]
        text = _END_EXCLUDING.sub("", text)
        text = text.strip(" ,;")
    return text


def _once(pattern: re.Pattern[str], text: str) -> tuple[str, int]:
    found = pattern.match(text)
    return (text[found.end() :], 1) if found is not None else (text, 0)


def _read(typed: str, number: str, marks: _Marks, mark: str | None) -> Parsed[TypedAmount]:
    number, sign = _unbracketed(unfolded(number))
    scale = 1
    for factor, pattern in _SCALED.items():
        found = pattern.fullmatch(number)
        if found is not None:
            number, scale = found["number"], factor
            break
    parsed = parse_decimal(number, mark=mark, units=MONEY_UNITS)
    if parsed.error is not None:
        return Parsed(None, (), Problem(parsed.error.code, parsed.error.message, {"text": clipped(typed)}))
    if parsed.value is None:  # nothing but words
        return Parsed(None, (), Problem("not_a_number", N_("“{text}” is not a number."), {"text": clipped(typed)}))
    if parsed.warnings:
        ways = [parse_decimal(number, mark=each).value for each in (",", ".")]
        readings = tuple(sorted({way * scale * sign for way in ways if way is not None}, key=abs, reverse=True))
        if all(is_amount(one) for one in readings):
            shown = [f"{one.normalize():f}".replace(".", ",") for one in readings]
            problem = Problem(
                "ambiguous_number", _BOTH_WAYS, {"text": clipped(typed), "one": shown[0], "other": shown[1]}
            )
            return Parsed(_typed(None, marks, readings), (problem,))
    value = parsed.value * scale * sign
    if not is_amount(value):
        return Parsed(None, (), Problem("amount_too_large", AMOUNT.message))
    return Parsed(_typed(value, marks))


def _unbracketed(text: str) -> tuple[str, int]:
    """Read brackets as a minus, with what stands behind them: ``(1,2)k``."""
    found = _BRACKETS.fullmatch(text)
    return (found["inside"].strip() + found["behind"], -1) if found is not None else (text, 1)


def _typed(amount: Decimal | None, marks: _Marks, readings: tuple[Decimal, ...] = ()) -> TypedAmount:
    return TypedAmount(amount, marks.about, marks.oral, marks.with_vat, marks.vat_rate, readings)
