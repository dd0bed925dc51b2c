"""JSON values into field values, strictly: a text is no number, a number no text."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum, IntEnum
from typing import Any
from uuid import UUID

from clusterdesk.base.clock import read_instant
from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import is_period
from clusterdesk.domain.fields import Calendar, FieldSpec, Kind
from clusterdesk.domain.parsing.text import plain_line, plain_note
from clusterdesk.domain.partial_date import PartialDate, Precision
from clusterdesk.exchange.archive.problems import ProblemError, shown
from clusterdesk.exchange.archive.shift import NO_SHIFT, Shift

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_INTEGER_LIMIT = 2**63

TEXT_WANTED = N_("A text is expected here, not {value}.")
NUMBER_WANTED = N_("A whole number is expected here, not {value}.")
AMOUNT_WANTED = N_('An amount is expected here, such as "1234.50", not {value}.')
TRUTH_WANTED = N_("true or false is expected here, not {value}.")
DATE_WANTED = N_("A date as 2026-11-23 is expected here, not {value}.")
PARTIAL_WANTED = N_("A date as 2026-11-23, 2026-11 or 2026 is expected here, not {value}.")
TIME_WANTED = N_("An hour as 09:30 is expected here, not {value}.")
INSTANT_WANTED = N_("An instant as 2026-11-23T09:30:00Z is expected here, not {value}.")
TEXTS_WANTED = N_("A list of texts is expected here, not {value}.")
CHOICE_WANTED = N_("{value} is not one of: {choices}.")
TOO_LONG = N_("The text is too long: {size} bytes, at most {limit}.")
HALF_CHARACTER = N_("The text holds half a character, which cannot be stored.")
NOT_EMPTY = N_("This key cannot be empty.")


def read_value(spec: FieldSpec, plain: Any, shift: Shift = NO_SHIFT) -> Any:  # noqa: ANN401 - as varied as fields
    """Return the value of a field that refers to nothing.

    Args:
        spec: the field.
        plain: what JSON held.
        shift: added to whole dates (the sample binder moves with the calendar); months and years stay.

    Raises:
        ProblemError: the field cannot hold this.
    """
    if plain is None:
        if not spec.optional:
            raise ProblemError(NOT_EMPTY)
        return None
    if spec.choices is not None:
        return _choice(spec.choices, plain)
    value = _READERS[spec.kind](plain)
    if isinstance(value, str):
        text = clean_text(value, spec.limit, note=spec.kind is Kind.NOTE)
        return shift.period(text) if shift and spec.calendar is not None and is_period(text) else text
    if spec.kind is Kind.TEXTS:
        return tuple(clean_text(part, spec.limit) for part in value)
    return _shifted(spec, value, shift) if shift else value


def clean_text(text: str, limit: int, *, note: bool = False) -> str:
    """Return a text the way the store keeps it: NFC, without control characters, on one line where it is no note.

    Raises:
        ProblemError: it is longer than ``limit`` bytes or holds half a character.
    """
    text = plain_note(text) if note else plain_line(text)
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise ProblemError(HALF_CHARACTER) from error
    if size > limit:
        raise ProblemError(TOO_LONG, size=size, limit=limit)
    return text


def uuid_of(text: str) -> UUID | None:
    """Return the UUID a text is, in the usual form with dashes; ``None`` for any other id."""
    return UUID(text) if _UUID.fullmatch(text) else None


def _choice(choices: type[Enum], plain: Any) -> Any:  # noqa: ANN401
    wanted = int if issubclass(choices, IntEnum) else str
    members = {member.value: member for member in choices}
    if plain.__class__ is wanted and plain in members:
        return members[plain]
    raise ProblemError(CHOICE_WANTED, value=shown(plain), choices=", ".join(str(key) for key in members))


def _shifted(spec: FieldSpec, value: Any, shift: Shift) -> Any:  # noqa: ANN401
    if isinstance(value, datetime):
        return value + timedelta(weeks=shift.weeks)
    if value.__class__ is int:
        return value + shift.years if spec.calendar is Calendar.YEAR else value
    if isinstance(value, date):
        return shift.day(value, spec.calendar)
    if isinstance(value, PartialDate) and value.precision is Precision.DAY:
        return PartialDate.of(shift.day(value.earliest(), spec.calendar))
    if spec.kind is Kind.INTEGER and spec.calendar is Calendar.YEAR:
        return value + shift.years
    return value


def _text(plain: Any) -> str:  # noqa: ANN401
    if not isinstance(plain, str):
        raise ProblemError(TEXT_WANTED, value=shown(plain))
    return plain


def _integer(plain: Any) -> int:  # noqa: ANN401
    if plain.__class__ is not int or abs(plain) >= _INTEGER_LIMIT:
        raise ProblemError(NUMBER_WANTED, value=shown(plain))
    return int(plain)


def _boolean(plain: Any) -> bool:  # noqa: ANN401
    if plain.__class__ is not bool:
        raise ProblemError(TRUTH_WANTED, value=shown(plain))
    return bool(plain)


def _decimal(plain: Any) -> Decimal:  # noqa: ANN401
    if plain.__class__ is not bool and isinstance(plain, str | int | Decimal):
        try:
            value = Decimal(plain)
        except InvalidOperation as error:
            raise ProblemError(AMOUNT_WANTED, value=shown(plain)) from error
        if value.is_finite():
            return value
    raise ProblemError(AMOUNT_WANTED, value=shown(plain))


def _patterned[Value](
    pattern: re.Pattern[str] | None, read: Callable[[str], Value], wanted: str
) -> Callable[[Any], Value]:
    def reader(plain: Any) -> Value:  # noqa: ANN401
        if isinstance(plain, str) and (pattern is None or pattern.fullmatch(plain)):
            try:
                return read(plain)
            except ValueError as error:
                raise ProblemError(wanted, value=shown(plain)) from error
        raise ProblemError(wanted, value=shown(plain))

    return reader


def _instant(text: str) -> datetime:
    moment = read_instant(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _texts(plain: Any) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(plain, list) or not all(isinstance(part, str) for part in plain):
        raise ProblemError(TEXTS_WANTED, value=shown(plain))
    return tuple(plain)


_READERS: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.NOTE: _text,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _patterned(_DATE, date.fromisoformat, DATE_WANTED),
    Kind.PARTIAL_DATE: _patterned(None, PartialDate, PARTIAL_WANTED),
    Kind.TIME: _patterned(_TIME, time.fromisoformat, TIME_WANTED),
    Kind.INSTANT: _patterned(None, _instant, INSTANT_WANTED),
    Kind.TEXTS: _texts,
}
