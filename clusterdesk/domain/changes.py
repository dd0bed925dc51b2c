"""What a service hands to the one writer: inserts, fields set, fields redacted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from clusterdesk.domain.op_changes import OpChanges, OpResult
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import Record


@dataclass(frozen=True, slots=True)
class Insert:
    """A new record, whole."""

    record: Record


@dataclass(frozen=True, slots=True)
class SetField:
    """One field of one record gets a value (of the field's own type)."""

    record_type: str
    record_id: UUID
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Redact:
    """One field of one record is blanked in table and journal alike; the ids stay."""

    record_type: str
    record_id: UUID
    field: str


Change = Insert | SetField | Redact


def inserts(records: Iterable[Record]) -> Iterator[Insert]:
    """Insert each record."""
    return (Insert(record) for record in records)


def differences(before: Record, after: Record) -> list[Change]:
    """Return the fields that differ between two states of one record.

    Raises:
        ValueError: the two are not the same record.
    """
    kind = type_of(before)
    if type(before) is not type(after) or before.id != after.id:
        raise ValueError(kind.key)
    return [
        SetField(kind.key, before.id, name, getattr(after, name))
        for name in kind.fields
        if getattr(before, name) != getattr(after, name)
    ]


def deletion(record_type: str, record_id: UUID, *, deleted: bool = True) -> SetField:
    """Put a record into the bin, or take it out."""
    return SetField(RECORD_TYPES[record_type].key, record_id, "deleted", deleted)


__all__ = [
    "Change",
    "Insert",
    "OpChanges",
    "OpResult",
    "Redact",
    "SetField",
    "deletion",
    "differences",
    "inserts",
]
