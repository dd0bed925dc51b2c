"""How the fields of records are declared, and what can be known of them.

Tables, journal, command line, archive and forms are all made from this one description.
"""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from json.encoder import encode_basestring
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from clusterdesk.base.clock import instant_text, read_instant
from clusterdesk.domain.field_rules import FieldRule
from clusterdesk.domain.partial_date import PartialDate

LINE_LIMIT = 64 * 1024
NOTE_LIMIT = 1024 * 1024


class Kind(StrEnum):
    """The kinds of value a field can hold."""

    TEXT = "text"
    NOTE = "note"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    INSTANT = "instant"
    ID = "id"
    CHOICE = "choice"
    TEXTS = "texts"


class Calendar(StrEnum):
    """That a date or period belongs to a calendar rather than to a week: months of figures, or whole years."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record: name, kind, label (English msgid) and rules.

    ``refers_to`` is the key of the record type an id points to; ``owned`` says that the record is a part
    of that one and goes with it; ``limit`` is the greatest length of a text in UTF-8 bytes; ``rule`` is what a value
    must satisfy; ``calendar`` says that the date or period belongs to a calendar.
    """

    name: str
    kind: Kind
    label: str
    optional: bool
    default: Any
    refers_to: str | None = None
    owned: bool = False
    choices: type[Enum] | None = None
    limit: int = LINE_LIMIT
    rule: FieldRule | None = None
    calendar: Calendar | None = None

    def to_plain(self, value: Any) -> Any:  # noqa: ANN401 - values are as varied as fields
        """Turn a value into what JSON can hold (dates, decimals and ids as text)."""
        return None if value is None else _TO_PLAIN[self.kind](value)

    def from_plain(self, plain: Any) -> Any:  # noqa: ANN401
        """Read a value back from JSON.

        Raises:
            ValueError, TypeError, ArithmeticError: the text is no value of this kind.
        """
        if plain is None:
            return None
        if self.choices is not None:
            return self.choices(plain)
        return _FROM_PLAIN[self.kind](plain)


def _same(value: Any) -> Any:  # noqa: ANN401
    return value


_TO_PLAIN: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _same,
    Kind.NOTE: _same,
    Kind.INTEGER: _same,
    Kind.BOOLEAN: _same,
    Kind.DECIMAL: str,
    Kind.DATE: date.isoformat,
    Kind.PARTIAL_DATE: str,
    Kind.TIME: lambda value: value.isoformat("minutes"),
    Kind.INSTANT: instant_text,
    Kind.ID: str,
    Kind.CHOICE: lambda value: value.value,
    Kind.TEXTS: list,
}
_FROM_PLAIN: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: str,
    Kind.NOTE: str,
    Kind.INTEGER: int,
    Kind.BOOLEAN: bool,
    Kind.DECIMAL: Decimal,
    Kind.DATE: date.fromisoformat,
    Kind.PARTIAL_DATE: PartialDate,
    Kind.TIME: time.fromisoformat,
    Kind.INSTANT: read_instant,
    Kind.ID: UUID,
    Kind.TEXTS: tuple,
}
_KINDS: Mapping[type, Kind] = {
    str: Kind.TEXT,
    int: Kind.INTEGER,
    bool: Kind.BOOLEAN,
    Decimal: Kind.DECIMAL,
    datetime: Kind.INSTANT,
    date: Kind.DATE,
    PartialDate: Kind.PARTIAL_DATE,
    time: Kind.TIME,
    UUID: Kind.ID,
}


def attribute(
    label: str,
    default: Any = MISSING,  # noqa: ANN401
    *,
    limit: int = LINE_LIMIT,
    rule: FieldRule | None = None,
    calendar: Calendar | None = None,
) -> Any:  # noqa: ANN401
    """Declare a plain field with its label, rule and calendar; without a default the field is required."""
    return _declare(default, {"label": label, "limit": limit, "rule": rule, "calendar": calendar})


def note(label: str, default: str = "") -> Any:  # noqa: ANN401
    """Declare a long text of several lines."""
    return _declare(default, {"label": label, "limit": NOTE_LIMIT, "note": True})


def refers(record_type: str, label: str, default: Any = MISSING, *, owned: bool = False) -> Any:  # noqa: ANN401
    """Declare the id of a record of another type; ``owned``: this record is a part of it and is deleted with it."""
    return _declare(default, {"label": label, "refers_to": record_type, "owned": owned})


def _declare(default: Any, metadata: dict[str, Any]) -> Any:  # noqa: ANN401
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


_specs: dict[type, Mapping[str, FieldSpec]] = {}


def specs_of(record_class: type) -> Mapping[str, FieldSpec]:
    """Return the fields of a record class by name, in order of declaration."""
    if record_class not in _specs:
        _specs[record_class] = _read_specs(record_class)
    return _specs[record_class]


def _read_specs(record_class: type) -> Mapping[str, FieldSpec]:
    hints = get_type_hints(record_class)
    return {f.name: _spec(f, hints[f.name]) for f in fields(record_class)}


def _spec(declared: Any, hint: Any) -> FieldSpec:  # noqa: ANN401
    optional = False
    if get_origin(hint) in {Union, types.UnionType}:
        members = [member for member in get_args(hint) if member is not type(None)]
        optional, hint = True, members[0]
    meta = declared.metadata
    choices = hint if isinstance(hint, type) and issubclass(hint, Enum) else None
    if choices is not None:
        kind = Kind.CHOICE
    elif get_origin(hint) is tuple:
        kind = Kind.TEXTS
    else:
        kind = Kind.NOTE if meta.get("note") else _KINDS[hint]
    return FieldSpec(
        name=declared.name,
        kind=kind,
        label=meta.get("label", declared.name),
        optional=optional,
        default=declared.default,
        refers_to=meta.get("refers_to"),
        owned=meta.get("owned", False),
        choices=choices,
        limit=meta.get("limit", LINE_LIMIT),
        rule=meta.get("rule"),
        calendar=meta.get("calendar"),
    )


def plain_values(record: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return all fields of a record as JSON values."""
    return {name: spec.to_plain(getattr(record, name)) for name, spec in specs_of(type(record)).items()}


def json_text(plain: Any) -> str:  # noqa: ANN401
    """Write JSON the one way the journal does: compact, Unicode kept, no NaN."""
    if plain.__class__ is int:
        return str(plain)
    if plain.__class__ is str:
        return encode_basestring(plain)
    return _ENCODER.encode(plain)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
