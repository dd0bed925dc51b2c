"""Reading records of any type."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cache, partial
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import stored_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.tables import RECORD_TABLES, from_db, record_columns, to_db

Builder = Callable[[Sequence[Any]], Record]


@cache
def builder(key: str) -> Builder:
    """Return what makes a record of a type from a row of its table."""
    cls = RECORD_TYPES[key].cls
    specs = record_columns(key)
    # The slots are filled one by one: calling the frozen class, which does the same by name, takes three times as long.
    fill = tuple(getattr(cls, spec.name).__set__ for spec in specs)
    plain = {Kind.TEXT, Kind.NOTE, Kind.INTEGER}
    converted = tuple((index, _converter(spec)) for index, spec in enumerate(specs) if spec.kind not in plain)

    def build(row: Sequence[Any]) -> Record:
        values = list(row)
        for index, convert in converted:
            if values[index] is not None:
                values[index] = convert(values[index])
        record = cls.__new__(cls)
        for put, value in zip(fill, values, strict=True):
            put(record, value)
        return record

    return build


def _converter(spec: FieldSpec) -> Callable[[Any], Any]:
    """Return what turns a stored value that is not null into the field's value, found once and not for each row."""
    if spec.kind is Kind.ID:
        return stored_id
    if spec.choices is not None:
        return {choice.value: choice for choice in spec.choices}.__getitem__
    if spec.kind is Kind.BOOLEAN:
        return bool
    if spec.kind is Kind.DATE:
        return date.fromisoformat
    return partial(from_db, spec)


def get[R: Record](connection: sa.Connection, cls: type[R], record_id: UUID) -> R | None:
    """Return a record by id, also one in the bin; ``None`` where there is none."""
    kind = type_of(cls)
    table = RECORD_TABLES[kind.key]
    row = connection.execute(sa.select(table).where(table.c.id == record_id.bytes)).one_or_none()
    if row is None:
        return None
    record = builder(kind.key)(row)
    assert isinstance(record, cls)
    return record


def missing(record_type: str, record_id: UUID) -> KnownError:
    """Say that a record does not exist (any more)."""
    return KnownError(
        "no_such_record",
        N_("There is no record {record_id} of the kind “{type_label}”."),
        advice=N_(
            "It may have been created on another laptop, or be in the bin of another binder. Look it up by name."
        ),
        record_id=str(record_id),
        type_label=RECORD_TYPES[record_type].label,
    )


def find[R: Record](
    connection: sa.Connection,
    cls: type[R],
    *,
    deleted: bool | None = False,
    **equals: Any,  # noqa: ANN401
) -> list[R]:
    """Return the records whose fields equal the given values (a list or set: any of them), by id.

    ``deleted`` picks those in the bin (``True``), not in the bin (``False``) or both (``None``).
    """
    kind = type_of(cls)
    table = RECORD_TABLES[kind.key]
    query = sa.select(table).order_by(table.c.id)
    if deleted is not None:
        query = query.where(table.c.deleted == int(deleted))
    several: tuple[str, Collection[Any]] | None = None
    for name, value in equals.items():
        spec = kind.fields[name]
        if isinstance(value, (list, tuple, set, frozenset)):
            several = (name, value)
        elif value is None:
            query = query.where(table.c[name].is_(None))
        else:
            query = query.where(table.c[name] == to_db(spec, value))
    return [record for record in _fetch(connection, kind.key, query, several) if isinstance(record, cls)]


def _fetch(
    connection: sa.Connection, key: str, query: sa.Select[Any], several: tuple[str, Collection[Any]] | None
) -> Iterable[Record]:
    build = builder(key)
    if several is None:
        return [build(row) for row in connection.execute(query)]
    name, values = several
    spec = RECORD_TYPES[key].fields[name]
    stored = [to_db(spec, value) for value in values]
    column = RECORD_TABLES[key].c[name]
    return [build(row) for part in chunks(stored) for row in connection.execute(query.where(column.in_(part)))]
