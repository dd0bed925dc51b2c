"""Cells and values of a list as people write them: 2023-09-01 is 01/09/2023, 3.5 is 3,5, 0403170701 is 0403.170.701."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.identifiers import (
    show_enterprise_number,
    show_establishment_number,
    show_iban,
)
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.exchange.mapping.target import ValueKind
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import Cell

if TYPE_CHECKING:
    from clusterdesk.i18n.formats import Formats
    from clusterdesk.i18n.translator import Translator

_SHOWN_AS_READ = {ValueKind.DECIMAL, ValueKind.MONEY, ValueKind.PARTIAL_DATE, ValueKind.DAY}
_NUMBERS: Mapping[str, Callable[[str], str]] = {
    ValueKind.ENTERPRISE_NUMBER.value: show_enterprise_number,
    ValueKind.ESTABLISHMENT_NUMBER.value: show_establishment_number,
    ValueKind.IBAN.value: show_iban,
}
_TRUTH = {True: N_("yes"), False: N_("no")}


def told_cell(cell: Cell, formats: "Formats") -> str:
    """Return a cell as people write it; what is text stays as it stands there, and so do whole numbers."""
    if isinstance(cell, datetime) and cell.time() != time():
        return f"{formats.date(cell.date())} {formats.time(cell)}"
    if isinstance(cell, date):
        return formats.date(cell)
    if isinstance(cell, float) and not cell.is_integer():
        return formats.number(Decimal(repr(cell)))
    return cell_text(cell)


def told_read(kind: ValueKind, cell: Cell, value: Any, formats: "Formats") -> str:  # noqa: ANN401 - as varied as fields
    """Return a cell as it was read: dates, numbers and official numbers in the form people know them by."""
    if value is not None and kind.value in _NUMBERS:
        return _NUMBERS[kind.value](str(value))
    if value is not None and kind in _SHOWN_AS_READ:
        return _dated(value, formats) or formats.number(value)
    return told_cell(cell, formats)


def told_value(field: str, value: Any, t: "Translator", formats: "Formats") -> str:  # noqa: ANN401
    """Return the value of a field of a record; nothing for nothing."""
    if value is None or value == "" or value == ():
        return ""
    if field in _NUMBERS:
        return _NUMBERS[field](str(value))
    if isinstance(value, bool):
        return t(_TRUTH[value])
    if isinstance(value, Enum):
        return t(choice_label(value))
    if isinstance(value, tuple):
        return formats.joined([str(one) for one in value])
    if isinstance(value, int | Decimal):
        return formats.number(value)
    return _dated(value, formats) or str(value)


def _dated(value: Any, formats: "Formats") -> str:  # noqa: ANN401
    if isinstance(value, PartialDate):
        return formats.partial(value)
    if isinstance(value, date):
        return formats.date(value)
    return formats.time(value) if isinstance(value, time) else ""
