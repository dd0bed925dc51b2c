"""Turning whole records into journal values and table rows, in one pass over their fields."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from clusterdesk.domain.fields import FieldSpec, Kind, json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.store.tables import plain_to_db, record_columns

type Packed = tuple[str, tuple[Any, ...]]
_PLAIN = frozenset({Kind.TEXT, Kind.NOTE, Kind.INTEGER, Kind.BOOLEAN})


@cache
def packer(key: str) -> Callable[[Record], Packed]:
    """Return what makes of a record of a type its journal value (JSON, what is empty left out) and its table row."""
    specs = record_columns(key)
    steps = tuple((spec.name, None if spec.kind in _PLAIN else spec, spec.kind is Kind.BOOLEAN) for spec in specs)

    def pack(record: Record) -> Packed:
        plain: dict[str, Any] = {}
        row: list[Any] = []
        for name, spec, boolean in steps:
            value = getattr(record, name)
            if value is None:
                row.append(None)
            elif spec is None:
                plain[name] = value
                row.append(int(value) if boolean else value)
            else:
                _pack_special(spec, value, plain, row)
        del plain["id"], plain["deleted"]
        return json_text(plain), tuple(row)

    return pack


def _pack_special(spec: FieldSpec, value: Any, plain: dict[str, Any], row: list[Any]) -> None:  # noqa: ANN401
    if value.__class__ is UUID:
        plain[spec.name] = None if spec.name == "id" else str(value)
        row.append(value.bytes)
        return
    written = spec.to_plain(value)
    plain[spec.name] = written
    row.append(plain_to_db(spec, written) if spec.kind is Kind.TEXTS else written)


@cache
def field_packer(key: str, name: str) -> Callable[[Any], tuple[str | None, Any]]:
    """Return what makes of a field's value its journal value (JSON) and what the table's column holds."""
    spec = RECORD_TYPES[key].fields[name]
    empty = (None, plain_to_db(spec, None))
    texts = spec.kind in {Kind.TEXT, Kind.NOTE}
    # These hold nothing that JSON would have to write another way.
    quoted = spec.kind in {Kind.DATE, Kind.PARTIAL_DATE, Kind.TIME, Kind.INSTANT, Kind.DECIMAL}

    def pack(value: Any) -> tuple[str | None, Any]:  # noqa: ANN401 - any field's value
        if value is None:
            return empty
        if texts:
            return json_text(value), value
        plain = spec.to_plain(value)
        if quoted:
            return f'"{plain}"', plain
        return json_text(plain), plain_to_db(spec, plain)

    return pack


@cache
def update_statement(key: str, names: tuple[str, ...]) -> str:
    """Return the statement that sets fields of a record; the id is the last value."""
    columns = ", ".join(f'"{RECORD_TYPES[key].fields[name].name}" = ?' for name in names)
    return f'UPDATE "{RECORD_TYPES[key].key}" SET {columns} WHERE id = ?'


@cache
def insert_statement(key: str) -> str:
    """Return the statement that inserts rows of a type, fields in order of declaration."""
    names = [spec.name for spec in record_columns(key)]
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{RECORD_TYPES[key].key}" ({columns}) VALUES ({", ".join("?" * len(names))})'
