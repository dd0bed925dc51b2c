"""Finding the record somebody means: by id, by number, by the id of another program or by name."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.record_ref import RecordRef
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.search import fts_query
from clusterdesk.store.summaries import sort_key
from clusterdesk.store.tables import RECORD_TABLES, from_db

# What else a record answers to, beside its title.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "profile": ("initials", "mail"),
    "value_chain": ("key", "name_nl", "name_en"),
    "circular_model": ("key", "name_nl", "name_en"),
    "track": ("key", "name_nl", "name_en"),
    "question": ("key", "name_nl", "name_en"),
    "establishment": ("establishment_number", "name"),
    "organisation_activity": ("code",),
    "contact": ("last_name",),
    "referral": ("token",),
    "meeting": ("title",),
    "chain_link": ("key", "name_nl", "name_en"),
}


def by_id(connection: sa.Connection, record_id: UUID, keys: Iterable[str] = RECORD_TYPES) -> RecordRef | None:
    """Return the record with this id among these types, also one in the bin."""
    for key in keys:
        table = RECORD_TABLES[key]
        deleted = connection.execute(sa.select(table.c.deleted).where(table.c.id == record_id.bytes)).scalar()
        if deleted is not None:
            return RecordRef(key, record_id, titles_of(connection, key, [record_id])[record_id], bool(deleted))
    return None


def by_enterprise_number(connection: sa.Connection, digits: str, *, deleted: bool = False) -> list[RecordRef]:
    """Return the organisations with these ten digits, those merged into another only where there is no other."""
    table = RECORD_TABLES["organisation"]
    query = sa.select(table.c.id, table.c.merged_into).where(
        table.c.enterprise_number == digits, table.c.deleted == int(deleted)
    )
    return _refs(connection, "organisation", connection.execute(query).all(), deleted=deleted)


def by_external_id(
    connection: sa.Connection, keys: Iterable[str], text: str, *, deleted: bool = False
) -> list[RecordRef]:
    """Return the records of these types that came from elsewhere with this id, letter by letter."""
    found: list[RecordRef] = []
    for key in keys if text else ():
        table = RECORD_TABLES[key]
        merged = table.c.merged_into if "merged_into" in table.c else sa.null()
        query = sa.select(table.c.id, merged).where(table.c.external_id == text, table.c.deleted == int(deleted))
        found += _refs(connection, key, connection.execute(query).all(), deleted=deleted)
    return found


def by_name(connection: sa.Connection, key: str, text: str, *, deleted: bool = False) -> list[RecordRef]:
    """Return the records of a type known by this name, accents and case ignored.

    Where none has exactly this name: those whose name contains it. Organisations merged into another count only
    where no other fits.
    """
    wanted = sort_key(text)
    if not wanted:
        return []
    table = RECORD_TABLES[key]
    names = _names(key)
    merged = table.c.merged_into if "merged_into" in table.c else sa.null()
    query = sa.select(table.c.id, merged, *(table.c[name] for name in names)).where(table.c.deleted == int(deleted))
    narrowed = _narrowed(connection, key, text) if not deleted else None
    if narrowed is not None:
        query = query.where(table.c.id.in_(narrowed))
    exact, partial = [], []
    titles = len(RECORD_TYPES[key].title_fields)
    for row in connection.execute(query):
        title, others = _spoken(key, row[2 : 2 + titles]), row[2 + titles :]
        known = [sort_key(one) for one in (title, *others) if one]
        if wanted in known:
            exact.append(row)
        elif any(wanted in one for one in known):
            partial.append(row)
    return _refs(connection, key, exact or partial, deleted=deleted)


def _names(key: str) -> list[str]:
    return [*RECORD_TYPES[key].title_fields, *_ALSO.get(key, ())]


def _narrowed(connection: sa.Connection, key: str, text: str) -> list[bytes] | None:
    """Return the few ids that the full-text index gives for a name; ``None`` where all have to be read."""
    kind = RECORD_TYPES[key]
    words = fts_query(text)
    if not words or not set(kind.title_fields) <= set(kind.search_title):
        return None
    rows = connection.exec_driver_sql(
        "SELECT e.record_id FROM search_name f JOIN search_entry e ON e.n = f.rowid"
        " WHERE search_name MATCH ? AND e.record_type = ? LIMIT 900",
        (words, key),
    ).all()
    return [row[0] for row in rows] or None


def _spoken(key: str, stored: Iterable[Any]) -> str:
    kind = RECORD_TYPES[key]
    values = (from_db(kind.fields[name], one) for name, one in zip(kind.title_fields, stored, strict=True))
    return " ".join(str(value) for value in values if value)


def _refs(connection: sa.Connection, key: str, rows: Iterable[Any], *, deleted: bool) -> list[RecordRef]:
    found = list(rows)
    own = [row for row in found if row[1] is None] or found
    ids = [UUID(bytes=row[0]) for row in own]
    titles = titles_of(connection, key, ids)
    return sorted((RecordRef(key, one, titles[one], deleted) for one in ids), key=_by_title)


def _by_title(ref: RecordRef) -> tuple[str, UUID]:
    return sort_key(ref.title), ref.id


def in_bin(connection: sa.Connection) -> list[RecordRef]:
    """Return what lies in the bin, without the parts that went there with what they belong to."""
    found: list[RecordRef] = []
    for key, kind in RECORD_TYPES.items():
        table = RECORD_TABLES[key]
        owners = [spec for spec in kind.references if spec.owned and spec.refers_to is not None]
        query = sa.select(table.c.id).where(table.c.deleted == 1)
        for spec in owners:
            owner = RECORD_TABLES[str(spec.refers_to)].alias()
            gone = sa.exists().where(owner.c.id == table.c[spec.name], owner.c.deleted == 1)
            query = query.where(~gone)
        ids = [UUID(bytes=row[0]) for row in connection.execute(query)]
        titles = titles_of(connection, key, ids)
        found += [RecordRef(key, one, titles[one], deleted=True) for one in ids]
    return found
