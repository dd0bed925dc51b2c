"""The tables: one per record type, made from the records themselves, and those of the journal."""

import json
import threading
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.ids import stored_id
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType

SCHEMA_VERSION = 10
APPLICATION_ID = 0x434C4444

_METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column_type(spec: FieldSpec) -> type[sa.types.TypeEngine[Any]]:
    if spec.kind is Kind.ID:
        return sa.LargeBinary
    if spec.kind in {Kind.INTEGER, Kind.BOOLEAN} or (spec.choices is not None and issubclass(spec.choices, IntEnum)):
        return sa.Integer
    return sa.Text


def _record_table(kind: RecordType) -> sa.Table:
    columns: list[sa.Column[Any] | sa.Index] = []
    for spec in kind.fields.values():
        if spec.name == "id":
            columns.append(sa.Column("id", sa.LargeBinary, primary_key=True))
            continue
        keys = []
        if spec.refers_to is not None:
            keys.append(sa.ForeignKey(f"{spec.refers_to}.id", deferrable=True, initially="DEFERRED"))
        columns.append(sa.Column(spec.name, _column_type(spec), *keys, nullable=spec.optional))
    more = _INDEXED.get(kind.key, ())
    led = {names[0] for names in more}
    indexed = [(spec.name,) for spec in kind.references if spec.name not in led] + list(more)
    columns.extend(sa.Index(None, *names) for names in indexed)
    for title, (names, condition) in _PARTIAL.get(kind.key, {}).items():
        columns.append(sa.Index(f"ix_{kind.key}_{title}", *names, sqlite_where=sa.text(condition)))
    return sa.Table(kind.key, _METADATA, *columns)


# What lists are found by, beside the references; one that starts with a reference serves for it.
_INDEXED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "organisation": (("name",), ("enterprise_number",), ("external_id",)),
    "session": (("organisation_id", "on", "id"), ("on",)),
    "record_tag": (("record_id",),),
    "document": (("sha256",),),
    "headcount": (("organisation_id", "on"),),
    "monthly_figures": (("ledger_id", "period"),),
    "figure": (("ledger_id", "period"),),
    "referral": (("token",), ("state",)),
    "referral_answer": (("sha256",),),
    "meeting": (("working_group_id", "on"), ("on",)),
}
# The few rows among the many that a list asks for, above all those that still wait; queries repeat the condition word
# for word. Open promises and agreed steps are looked through at every start: the index alone answers, with what tells
# whose they are and until when.
_PARTIAL: Mapping[str, Mapping[str, tuple[tuple[str, ...], str]]] = {
    "session": {
        "pending": (("on",), "state = 'planned' AND deleted = 0"),
        "agreed": (
            ("organisation_id", "on", "next_step_on"),
            "state = 'held' AND deleted = 0 AND revoked_on IS NULL AND trim(next_step) <> ''",
        ),
    },
    "action": {
        "pending": (("due_on", "id", "owner", "profile_id", "revoked_on"), "done_on IS NULL AND deleted = 0"),
    },
    "quick_note": {"pending": (("on",), "filed_on IS NULL AND deleted = 0")},
    "referral": {
        "pending": (
            ("answer_due_on", "state"),
            "state IN ('handed_over', 'acknowledged', 'accepted', 'in_progress') AND deleted = 0",
        ),
    },
}


class _RecordTables(Mapping[str, sa.Table]):
    """The tables of the record types by key, each made when it is asked for first: an opening needs few of many."""

    def __init__(self) -> None:
        self._made: dict[str, sa.Table] = {}
        self._making = threading.Lock()

    def __getitem__(self, key: str) -> sa.Table:
        found = self._made.get(key)
        if found is not None:
            return found
        kind = RECORD_TYPES[key]
        with self._making:
            if key not in self._made:
                self._made[key] = _record_table(kind)
            return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(RECORD_TYPES)

    def __len__(self) -> int:
        return len(RECORD_TYPES)


RECORD_TABLES: Mapping[str, sa.Table] = _RecordTables()


def whole_schema() -> sa.MetaData:
    """Return the description of all tables, those of the records included."""
    for key in RECORD_TABLES:
        assert RECORD_TABLES[key].metadata is _METADATA
    return _METADATA


operation = sa.Table(
    "operation",
    _METADATA,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("stamp", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("at_wall", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("args", sa.Text, nullable=False),
    sa.Column("undoes", sa.LargeBinary),
    sa.Column("first_change", sa.Integer, nullable=False),
    sa.Column("change_count", sa.Integer, nullable=False),
    sa.Column("bundle", sa.LargeBinary),
    sa.Index("ix_operation_unpublished", "n", sqlite_where=sa.text("bundle IS NULL")),
)
change = sa.Table(
    "change",
    _METADATA,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("operation_n", sa.Integer, sa.ForeignKey("operation.n"), nullable=False),
    sa.Column("kind", sa.Integer, nullable=False),
    sa.Column("table_name", sa.Text, nullable=False),
    sa.Column("row_id", sa.LargeBinary, nullable=False),
    sa.Column("column_name", sa.Text),
    sa.Column("value", sa.Text),
    sa.Column("parents", sa.Text),
    sa.Index("ix_change_row_id_column_name", "row_id", "column_name"),
)
fork = sa.Table(
    "fork",
    _METADATA,
    sa.Column("row_id", sa.LargeBinary, primary_key=True),
    sa.Column("column_name", sa.Text, primary_key=True),
    sa.Column("change_n", sa.Integer, primary_key=True),
)
awaited = sa.Table(
    "awaited",
    _METADATA,
    sa.Column("operation_id", sa.LargeBinary, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("child_n", sa.Integer, primary_key=True),
)
draft = sa.Table(
    "draft",
    _METADATA,
    sa.Column("table_name", sa.Text, primary_key=True),
    sa.Column("row_id", sa.LargeBinary, primary_key=True),
    sa.Column("column_name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
    sa.Column("base_change", sa.Integer),
    sa.Column("at_wall", sa.Text, nullable=False),
)
meta = sa.Table(
    "meta", _METADATA, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
)
write_gate = sa.Table("write_gate", _METADATA, sa.Column("open", sa.Integer, nullable=False))
search_entry = sa.Table(
    "search_entry",
    _METADATA,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("record_type", sa.Text, nullable=False),
    sa.Column("record_id", sa.LargeBinary, nullable=False, unique=True),
)
organisation_summary = sa.Table(
    "organisation_summary",
    _METADATA,
    sa.Column("organisation_id", sa.LargeBinary, primary_key=True),
    sa.Column("sort_name", sa.Text, nullable=False),
    sa.Column("last_contact_on", sa.Text),
    sa.Column("next_visit_on", sa.Text),
    sa.Column("next_due_on", sa.Text),
    sa.Column("open_actions", sa.Integer, nullable=False),
    sa.Index(None, "sort_name"),
    sa.Index(None, "last_contact_on"),
)

# What waits for the shared drive, and what became of it: of this laptop alone, so no record; times are UTC texts.
export_job = sa.Table(
    "export_job",
    _METADATA,
    sa.Column("id", sa.LargeBinary, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("local_name", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("destination", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("created_at", sa.Text, nullable=False),
    sa.Column("last_try_at", sa.Text),
    sa.Column("next_try_at", sa.Text),
    sa.Column("copied_at", sa.Text),
    sa.Column("verified_at", sa.Text),
    sa.Column("arrived_as", sa.Text),
    sa.Column("error_code", sa.Text),
    sa.Column("error_detail", sa.Text),
    sa.Column("record_type", sa.Text),
    sa.Column("record_id", sa.LargeBinary),
    sa.Index(None, "state", "next_try_at"),
)

SEARCH_TABLES = ("search_name", "search_text")


def extra_ddl() -> list[str]:
    """Return what no table object describes: full-text tables, and triggers that keep other writers out."""
    statements = [
        f"CREATE VIRTUAL TABLE {name} USING fts5(body, content='', contentless_delete=1,"
        " prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
        for name in SEARCH_TABLES
    ]
    for key in RECORD_TABLES:
        for event in ("INSERT", "UPDATE", "DELETE"):
            statements.append(_gate_trigger(key, event))
    for name in ("operation", "change"):
        for event in ("INSERT", "UPDATE", "DELETE"):
            statements.append(_gate_trigger(name, event))
    return statements


def _gate_trigger(table: str, event: str) -> str:
    # After the event, not before: what is refused is taken back all the same, and rows are written half as fast again.
    return (
        f'CREATE TRIGGER gate_{table}_{event.lower()} AFTER {event} ON "{table}"'
        " WHEN (SELECT open FROM write_gate) IS NOT 1"
        " BEGIN SELECT RAISE(ABORT, 'written outside an operation'); END"
    )


def to_db(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401
    """Turn a field's value into what its column holds."""
    if value is None:
        return None
    if spec.kind is Kind.ID:
        return value.bytes
    if spec.kind is Kind.BOOLEAN:
        return int(value)
    if spec.kind is Kind.TEXTS:
        return json.dumps(list(value), ensure_ascii=False)
    return spec.to_plain(value)


def plain_to_db(spec: FieldSpec, plain: Any) -> Any:  # noqa: ANN401
    """Turn a journal value into what the column holds."""
    if plain is None:
        return None if spec.kind is not Kind.BOOLEAN else 0
    if spec.kind is Kind.ID:
        return UUID(plain).bytes
    if spec.kind is Kind.BOOLEAN:
        return int(bool(plain))
    if spec.kind is Kind.TEXTS:
        return json.dumps(plain, ensure_ascii=False)
    return plain


def from_db(spec: FieldSpec, stored: Any) -> Any:  # noqa: ANN401
    """Turn what a column holds into the field's value."""
    if stored is None:
        return None
    if spec.kind is Kind.ID:
        return stored_id(stored)
    if spec.kind is Kind.TEXTS:
        return tuple(json.loads(stored))
    if spec.kind in {Kind.TEXT, Kind.NOTE, Kind.INTEGER}:
        return stored
    return spec.from_plain(stored)


@cache
def record_columns(key: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a record type in the order of its table's columns."""
    return tuple(RECORD_TYPES[key].fields.values())
