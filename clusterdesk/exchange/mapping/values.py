"""One cell in, one typed value out: the readers of each kind of column.

A reader returns the bare value when there is nothing to say, a ``Parsed`` when there is, and ``Several`` when a cell
holds more than one value. Well-formed cells take a short way: a list has 100,000 cells and most of them are fine.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain import identifiers
from clusterdesk.domain.fields import LINE_LIMIT, NOTE_LIMIT
from clusterdesk.domain.parsing.choices import (
    parse_boolean,
    parse_choice,
    parse_days,
    parse_languages,
    parse_minutes,
)
from clusterdesk.domain.parsing.dates import parse_day, parse_partial_date
from clusterdesk.domain.parsing.numbers import FTE_UNITS, MONEY_UNITS, is_shortened, parse_decimal, unfolded
from clusterdesk.domain.parsing.outcome import Parsed, Problem, refused
from clusterdesk.domain.parsing.text import clipped, is_unknown, many_lines, one_line, split_list
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.exchange.mapping.column_mapping import HOURS, MappedColumn
from clusterdesk.exchange.mapping.country_values import parse_country
from clusterdesk.exchange.mapping.target import TargetField, ValueKind
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell

type Reader = Callable[[Cell], Any]

_TOO_LONG = N_("The cell holds {size} bytes; at most {limit} can be kept here.")
_NEGATIVE = N_("“{text}” is a negative amount: please check it.")
_HOUR = re.compile(r"\d[T ]\s*(\d{1,2})[:hHuU](\d{2})(?::\d{2}(?:\.\d+)?)?Z?\s*$", re.ASCII)
_NOT_A_TIME = N_("“{text}” is not a time of day: write 14:30.")
# Four bytes is the most a character takes: shorter texts need no counting.
_BYTES_EACH = 4
# No number, date, address or list of addresses is longer; what is goes no further than this count.
_SHORT_LIMIT = 4_096


@dataclass(frozen=True, slots=True)
class Several:
    """The values of a cell that holds more than one."""

    values: tuple[Any, ...]
    warnings: tuple[Problem, ...] = ()


def reader_of(field: TargetField, column: MappedColumn) -> Reader:
    """Return the function that reads the cells of a column for a field."""
    kind = field.kind
    if kind in _TEXTS:
        return _TEXTS[kind]
    if kind is ValueKind.DECIMAL:
        return partial(_number, column.mark, FTE_UNITS)
    if kind is ValueKind.MONEY:
        return partial(_number, column.mark, MONEY_UNITS)
    if kind is ValueKind.MINUTES:
        return partial(_minutes, column.hint == HOURS)
    if kind is ValueKind.CHOICE:
        return partial(_parsed, partial(parse_choice, words=field.words))
    return _SPECIAL[kind] if kind in _SPECIAL else partial(_parsed, _SINGLE[kind])


def _parsed(parse: Callable[[str], Parsed[Any]], cell: Cell) -> Any:  # noqa: ANN401
    if cell == "":
        return None
    text = cell if isinstance(cell, str) else cell_text(cell)
    return _too_long(text, _SHORT_LIMIT) or _bare(parse(text))


def _bare(parsed: Parsed[Any]) -> Any:  # noqa: ANN401
    return parsed.value if parsed.error is None and not parsed.warnings else parsed


def _too_long(text: str, limit: int) -> Parsed[Any] | None:
    if len(text) * _BYTES_EACH <= limit:
        return None
    size = len(text.encode("utf-8", "replace"))
    return refused("cell_too_long", _TOO_LONG, size=size, limit=limit) if size > limit else None


def _line(cell: Cell) -> Any:  # noqa: ANN401
    if not isinstance(cell, str):
        return cell_text(cell)
    return _too_long(cell, LINE_LIMIT) or one_line(cell) or None


def _note(cell: Cell) -> Any:  # noqa: ANN401
    text = cell_text(cell)
    return _too_long(text, NOTE_LIMIT) or many_lines(text) or None


def _labels(cell: Cell) -> Any:  # noqa: ANN401
    text = cell_text(cell)
    return _too_long(text, LINE_LIMIT) or split_list(text)


_TEXTS: dict[ValueKind, Reader] = {ValueKind.TEXT: _line, ValueKind.NOTE: _note, ValueKind.LABELS: _labels}


def _listed(parse: Callable[[str], Parsed[Any]], split: Callable[[str], tuple[str, ...]], cell: Cell) -> Any:  # noqa: ANN401
    """Read a cell that may hold several values; a first try takes it as one."""
    if cell == "":
        return None
    text = cell if isinstance(cell, str) else cell_text(cell)
    if problem := _too_long(text, _SHORT_LIMIT):
        return problem
    whole = parse(text)
    if whole.error is None and not whole.warnings:
        return whole.value
    parts = split(text)
    if len(parts) < 2:
        return _bare(parse(parts[0])) if parts else None
    read = [parse(part) for part in parts]
    failed = next((each for each in read if each.error), None)
    if failed is not None:
        return failed
    values = tuple(dict.fromkeys(each.value for each in read if each.value is not None))
    return Several(values, tuple(warning for each in read for warning in each.warnings))


_SINGLE: dict[ValueKind, Callable[[str], Parsed[Any]]] = {
    ValueKind.ESTABLISHMENT_NUMBER: identifiers.parse_establishment_number,
    ValueKind.SITE: identifiers.parse_site,
    ValueKind.IBAN: identifiers.parse_iban,
    ValueKind.POSTCODE: identifiers.parse_postcode,
    ValueKind.COUNTRY: parse_country,
    ValueKind.LANGUAGES: parse_languages,
    ValueKind.DAYS: parse_days,
}


def _enterprise_number(cell: Cell) -> Any:  # noqa: ANN401
    cell = unfolded(cell) if isinstance(cell, str) else cell
    usual = identifiers.as_enterprise_number(cell) if isinstance(cell, str) else None
    return usual if usual is not None else _parsed(identifiers.parse_enterprise_number, cell)


def _phone(cell: Cell) -> Any:  # noqa: ANN401
    cell = unfolded(cell) if isinstance(cell, str) else cell
    if isinstance(cell, str) and is_shortened(cell):
        return _bare(identifiers.parse_phone(cell))
    belgian = identifiers.as_belgian_phone(cell) if isinstance(cell, str) else None
    return belgian if belgian is not None else _listed(identifiers.parse_phone, identifiers.split_phones, cell)


def _mail(cell: Cell) -> Any:  # noqa: ANN401
    if isinstance(cell, str) and identifiers.is_plausible_mail(cell):
        return cell
    return _listed(identifiers.parse_mail, identifiers.split_mails, cell)


def _nace(cell: Cell) -> Any:  # noqa: ANN401
    return _listed(identifiers.parse_nace, identifiers.split_nace, cell)


def _number(mark: str | None, units: frozenset[str], cell: Cell) -> Any:  # noqa: ANN401
    if cell == "":
        return None
    text = cell if isinstance(cell, str) else cell_text(cell)
    if too_long := _too_long(text, _SHORT_LIMIT):
        return too_long
    # A number cell has one meaning; only typed text can be read in two ways.
    parsed = parse_decimal(unfolded(text), mark=mark if isinstance(cell, str) else ".", units=units)
    if parsed.value is not None and parsed.value < 0:
        problem = Problem("negative_amount", _NEGATIVE, {"text": clipped(text)})
        return Parsed(parsed.value, (*parsed.warnings, problem), parsed.error)
    return _bare(parsed)


def _partial_date(cell: Cell) -> Any:  # noqa: ANN401
    if isinstance(cell, date):
        return _bare(parse_partial_date(cell.strftime("%Y-%m-%d")))
    return _parsed(parse_partial_date, cell)


def _day(cell: Cell) -> Any:  # noqa: ANN401
    if isinstance(cell, date):
        return _bare(parse_day(cell.strftime("%Y-%m-%d")))
    return _parsed(parse_day, cell)


def _boolean(cell: Cell) -> Any:  # noqa: ANN401
    return cell if isinstance(cell, bool) else _parsed(parse_boolean, cell)


def _minutes(hours: bool, cell: Cell) -> Any:  # noqa: ANN401
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if (
        hours
        and (number := parse_decimal(cell_text(cell), mark="," if isinstance(cell, str) else ".").value) is not None
    ):
        return round(number * 60)
    if isinstance(cell, float) and 0 < cell < 1:
        return round(cell * 24 * 60)
    return _parsed(parse_minutes, cell)


def _time(cell: Cell) -> Any:  # noqa: ANN401
    if isinstance(cell, time):
        return cell
    text = cell_text(cell)
    if is_unknown(text) or (problem := _too_long(text, _SHORT_LIMIT)):
        return None if is_unknown(text) else problem
    hours, _, minutes = text.strip().lower().replace("h", ":").replace("u", ":").replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes.split(":")[0] or 0))
    except (ValueError, OverflowError):
        return refused("not_a_time", _NOT_A_TIME, text=clipped(text))


_SPECIAL: dict[ValueKind, Reader] = {
    ValueKind.ENTERPRISE_NUMBER: _enterprise_number,
    ValueKind.PHONE: _phone,
    ValueKind.MAIL: _mail,
    ValueKind.NACE: _nace,
    ValueKind.PARTIAL_DATE: _partial_date,
    ValueKind.DAY: _day,
    ValueKind.TIME: _time,
    ValueKind.BOOLEAN: _boolean,
}


def hour_in(cell: Cell) -> time | None:
    """Return the hour behind a day (``13/02/2024 14:30``); midnight is what spreadsheets add by themselves."""
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0) if cell.time() != time() else None
    found = _HOUR.search(cell) if isinstance(cell, str) else None
    if found is None or not (int(found[1]) < 24 and int(found[2]) < 60):
        return None
    return time(int(found[1]), int(found[2])) if int(found[1]) or int(found[2]) else None


def plain_value(value: Any) -> Any:  # noqa: ANN401
    """Return a value as JSON can hold it: decimals and dates as text, tuples as lists."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, tuple):
        return [plain_value(each) for each in value]
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)
