"""The changes of one operation, sorted into what is written where."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.fields import json_text
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.store.journal.packing import field_packer, packer
from clusterdesk.store.journal.rows import ChangeKind, JournalRow

_INSERT, _SET, _REDACT = int(ChangeKind.INSERT), int(ChangeKind.SET), int(ChangeKind.REDACT)


@dataclass(slots=True)
class Batch:
    """What is written where; records are known by their stored ids.

    ``births`` and ``edits`` are rows of the journal; those of ``edits`` have no parents yet.
    """

    inserts: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    sets: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    touched: dict[str, dict[bytes, int]] = field(default_factory=lambda: defaultdict(dict))
    fields: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    new: dict[str, dict[bytes, Record]] = field(default_factory=lambda: defaultdict(dict))
    births: list[JournalRow] = field(default_factory=list)
    edits: list[JournalRow] = field(default_factory=list)


def sorted_changes(changes: Sequence[Change], number: int, first: int, saw: Mapping[bytes, list[str]]) -> Batch:
    """Sort the changes of operation ``number``, counted from ``first``; ``saw`` is what each deletion has seen."""
    batch = Batch()
    values: dict[str, dict[bytes, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    # Changes come record by record: what belongs to a record is looked up once.
    table, record_id, row_id, row = "", None, b"", {}
    touched: dict[bytes, int] = {}
    add, names = batch.edits.append, batch.fields
    for n, one in enumerate(changes, first):
        if one.__class__ is Insert or isinstance(one, Insert):
            _add_birth(batch, one.record, n, number)
            continue
        if one.record_id is not record_id or one.record_type != table:
            table, record_id = one.record_type, one.record_id
            row_id = record_id.bytes
            row = values[table][row_id]
            touched = batch.touched[table]
        name = one.field
        touched[row_id] = n
        names[table].add(name)
        if not isinstance(one, SetField):
            add((n, number, _REDACT, table, row_id, name, None, None))
            continue
        text, row[name] = field_packer(table, name)(one.value)
        if name == "deleted":
            text = json_text(saw.get(row_id, []) or ["-"]) if one.value else None
        add((n, number, _SET, table, row_id, name, text, None))
    for table, rows in values.items():
        for row_id, row in rows.items():
            if row:
                batch.sets[table, tuple(row)].append((*row.values(), row_id))
    return batch


def _add_birth(batch: Batch, record: Record, n: int, number: int) -> None:
    key = type_of(record).key
    value, row = packer(key)(record)
    row_id = record.id.bytes
    batch.births.append((n, number, _INSERT, key, row_id, None, value, None))
    batch.inserts[key].append(row)
    batch.touched[key][row_id] = n
    batch.new[key][row_id] = record
