"""Pages of records of any type: filtered, sorted, counted."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.record_ref import RecordFilter, RecordPage
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.summaries import sort_key
from clusterdesk.store.tables import RECORD_TABLES, organisation_summary, to_db

_LINES = frozenset({Kind.TEXT, Kind.TEXTS, Kind.CHOICE})
_USUAL_ORDER = ("position", "name", "last_name", "title", "on", "opened_on", "due_on", "from_on")


def page(connection: sa.Connection, key: str, wanted: RecordFilter) -> RecordPage:
    """Return the records that fit; those in the bin and organisations merged into another are left out."""
    if _is_plain(key, wanted):
        return _page_in_sql(connection, key, wanted)
    ids = _fitting(connection, key, wanted)
    end = None if wanted.limit is None else wanted.offset + wanted.limit
    return RecordPage(len(ids), _in_order(connection, key, ids[wanted.offset : end]))


def usual_order(key: str) -> str:
    """Return the field that a list of these records is sorted by where nothing else is asked."""
    return next((name for name in _USUAL_ORDER if name in RECORD_TYPES[key].fields), "id")


def _is_plain(key: str, wanted: RecordFilter) -> bool:
    """Tell whether the database can do it all: nothing to compare or to sort without accents."""
    fields = RECORD_TYPES[key].fields
    sort = fields[wanted.sort or usual_order(key)]
    sortable = sort.kind is not Kind.TEXT or (key, sort.name) == ("organisation", "name")
    return sortable and not wanted.texts and not any(_folds(fields[name]) for name in wanted.equals)


def _folds(spec: FieldSpec) -> bool:
    return spec.kind in {Kind.TEXT, Kind.NOTE, Kind.TEXTS}


def _conditions(key: str, wanted: RecordFilter) -> list[sa.ColumnElement[bool]]:
    table, fields = RECORD_TABLES[key], RECORD_TYPES[key].fields
    conditions = [table.c.deleted == 0]
    if "merged_into" in fields and "merged_into" not in wanted.equals:
        conditions.append(table.c.merged_into.is_(None))
    for name, value in wanted.equals.items():
        if value is None:
            conditions.append(table.c[name].is_(None))
        elif not _folds(fields[name]):
            conditions.append(table.c[name] == to_db(fields[name], value))
    for one in wanted.sets:
        members = RECORD_TABLES[one.member_type]
        joined = one.id.bytes if isinstance(one.id, UUID) else one.id
        owners = sa.select(members.c[one.owner]).where(members.c[one.member] == joined, members.c.deleted == 0)
        conditions.append(table.c.id.in_(owners))
    return conditions


def _page_in_sql(connection: sa.Connection, key: str, wanted: RecordFilter) -> RecordPage:
    table = RECORD_TABLES[key]
    conditions = _conditions(key, wanted)
    name = wanted.sort or usual_order(key)
    query = sa.select(table).where(*conditions)
    column: sa.ColumnElement[Any] = table.c[name]
    if (key, name) == ("organisation", "name"):
        query = query.join(organisation_summary, organisation_summary.c.organisation_id == table.c.id)
        column = organisation_summary.c.sort_name
    order = column.desc() if wanted.descending else column.asc()
    query = query.order_by(order.nulls_last(), table.c.id).limit(wanted.limit).offset(wanted.offset)
    total = connection.execute(sa.select(sa.func.count()).select_from(table).where(*conditions)).scalar_one()
    build = builder(key)
    return RecordPage(int(total), tuple(build(row) for row in connection.execute(query)))


def _fitting(connection: sa.Connection, key: str, wanted: RecordFilter) -> list[bytes]:
    """Return the ids of the records that fit, in order; texts are folded here, not in the database."""
    kind, table = RECORD_TYPES[key], RECORD_TABLES[key]
    sort = kind.fields[wanted.sort or usual_order(key)]
    searched = [spec.name for spec in kind.fields.values() if spec.kind in _LINES] if wanted.texts else []
    folded = {
        name: sort_key(_text(value)) for name, value in wanted.equals.items() if value and _folds(kind.fields[name])
    }
    names = list(dict.fromkeys([*searched, *folded]))
    columns = [table.c.id, table.c[sort.name], *(table.c[name] for name in names)]
    texts = [sort_key(text) for text in wanted.texts]
    found: list[tuple[Any, bytes]] = []
    for row in connection.execute(sa.select(*columns).where(*_conditions(key, wanted))):
        values = dict(zip(names, row[2:], strict=True))
        if any(sort_key(_stored_text(values[name])) != text for name, text in folded.items()):
            continue
        if texts:
            line = "\n".join(_folded(values[name]) for name in searched if values[name])
            if not all(text in line for text in texts):
                continue
        found.append((_order(sort, row[1]), row[0]))
    empty = [one for order, one in found if order is None]
    filled = sorted(((order, one) for order, one in found if order is not None), reverse=wanted.descending)
    return [one for _, one in filled] + empty


def _folded(stored: Any) -> str:  # noqa: ANN401 - a column's value
    text = str(stored)
    return text.lower() if text.isascii() else sort_key(text)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _stored_text(stored: Any) -> str:  # noqa: ANN401
    text = str(stored or "")
    if text.startswith("["):
        return text.strip("[]").replace('"', "")
    return text


def _order(spec: FieldSpec, stored: Any) -> Any:  # noqa: ANN401
    if stored is None or stored == "":
        return None
    return sort_key(str(stored)) if spec.kind is Kind.TEXT else stored


def _in_order(connection: sa.Connection, key: str, ids: Sequence[bytes]) -> tuple[Record, ...]:
    table, build = RECORD_TABLES[key], builder(key)
    found: dict[bytes, Record] = {}
    for part in chunks(ids):
        for row in connection.execute(sa.select(table).where(table.c.id.in_(part))):
            record = build(row)
            found[record.id.bytes] = record
    return tuple(found[one] for one in ids)


def parts(connection: sa.Connection, key: str, owner_field: str, owner_id: UUID) -> tuple[Record, ...]:
    """Return the parts of one type of a record, those in the bin left out, in their usual order."""
    return page(connection, key, RecordFilter(equals={owner_field: owner_id})).records
