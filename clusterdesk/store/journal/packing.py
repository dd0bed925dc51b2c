"""Turning values and whole records into what the journal and the tables hold, in one pass over their fields."""

from collections.abc import Callable
from dataclasses import MISSING
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any
from uuid import UUID

from clusterdesk.domain.fields import FieldSpec, Kind, json_text
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.store.tables import plain_to_db, record_columns

type Packed = tuple[str, tuple[Any, ...]]
type FieldPacked = tuple[str, Any]
_TEXTS = frozenset({Kind.TEXT, Kind.NOTE})
# These hold nothing that JSON would have to write another way.
_QUOTED = frozenset({Kind.DATE, Kind.PARTIAL_DATE, Kind.TIME, Kind.INSTANT, Kind.DECIMAL})
_UNTOLD = frozenset({"id", "deleted"})


@cache
def packer(key: str) -> Callable[[Record], Packed]:
    """Return what makes of a record of a type its journal value (JSON, what is empty left out) and its table row."""
    specs = record_columns(key)
    values_of = attrgetter(*(spec.name for spec in specs))
    steps = tuple(_step(spec) for spec in specs)

    def pack(record: Record) -> Packed:
        told: list[str] = []
        row: list[Any] = []
        for value, (usual, usual_text, usual_stored, name, write) in zip(values_of(record), steps, strict=True):
            if value is usual:
                text, stored = usual_text, usual_stored
            elif value is None:
                text, stored = None, None
            else:
                text, stored = write(value)
                text = name and name + text
            if text:
                told.append(text)
            row.append(stored)
        return f"{{{','.join(told)}}}", tuple(row)

    return pack


def _step(spec: FieldSpec) -> tuple[Any, str | None, Any, str | None, Callable[[Any], FieldPacked]]:
    """Return how a field is written: its usual value with all that stands for it, its name, and any other value."""
    write = _writer(spec)
    name = None if spec.name in _UNTOLD else f'"{spec.name}":'
    if spec.default is MISSING or spec.default is None:
        return None, None, None, name, write
    text, stored = write(spec.default)
    return spec.default, name and name + text, stored, name, write


def _writer(spec: FieldSpec) -> Callable[[Any], FieldPacked]:
    """Return what makes of a value of a field, never empty, its JSON and what the table's column holds."""
    if spec.kind in _TEXTS:
        return _text
    if spec.kind is Kind.ID:
        return _id
    if spec.kind in _QUOTED:
        plain_of = spec.to_plain

        def quoted(value: Any) -> FieldPacked:  # noqa: ANN401 - any field's value
            plain = plain_of(value)
            return f'"{plain}"', plain

        return quoted

    def other(value: Any) -> FieldPacked:  # noqa: ANN401
        plain = spec.to_plain(value)
        return json_text(plain), plain_to_db(spec, plain)

    return other


def _text(value: str) -> FieldPacked:
    return encode_basestring(value), value


def _id(value: UUID) -> FieldPacked:
    return f'"{value}"', value.bytes


@cache
def field_packer(key: str, name: str) -> Callable[[Any], tuple[str | None, Any]]:
    """Return what makes of a field's value its journal value (JSON) and what the table's column holds."""
    spec = RECORD_TYPES[key].fields[name]
    write = _writer(spec)
    empty = (None, plain_to_db(spec, None))

    def pack(value: Any) -> tuple[str | None, Any]:  # noqa: ANN401 - any field's value
        return empty if value is None else write(value)

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
