"""Reading the parts of a few records fast: statements are compiled once and run by the driver."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES

_DIALECT = sqlite.dialect(paramstyle="qmark")


def compiled(statement: sa.ClauseElement) -> str:
    """Return a statement as text for the driver; its bound parameters are given anew, in order, when it runs."""
    return str(statement.compile(dialect=_DIALECT))


def places(count: int) -> list[sa.BindParameter[bytes]]:
    """Return so many parameters for ids, for ``column.in_(places(2))``."""
    return [sa.bindparam(None, type_=sa.LargeBinary, unique=True, required=True) for _ in range(count)]


def rows(connection: sa.Connection, text: str, parameters: Sequence[Any]) -> list[Any]:
    """Run a compiled statement and return its rows as plain tuples."""
    driver: Any = connection.connection.driver_connection
    return list(driver.execute(text, tuple(parameters)).fetchall())


def one_by_id(connection: sa.Connection, key: str, record_id: UUID) -> Any:  # noqa: ANN401 - a record of the type
    """Return a record by id, also one in the bin; ``None`` where there is none."""
    found = rows(connection, _one(key), [record_id.bytes])
    return builder(key)(found[0]) if found else None


@cache
def _one(key: str) -> str:
    table = RECORD_TABLES[key]
    return compiled(sa.select(table).where(table.c.id.in_(places(1))))


def parts(connection: sa.Connection, key: str, column: str, ids: Sequence[bytes], order: str = "id") -> list[Any]:
    """Return the records of a type whose ``column`` is one of a few ids: not in the bin, not revoked, in order.

    ``order`` names a column, with a minus before it for the greatest first; ties go by id.
    """
    if not ids:
        return []
    build = builder(key)
    return [build(row) for row in rows(connection, _parts(key, column, len(ids), order), ids)]


@cache
def _parts(key: str, column: str, count: int, order: str) -> str:
    table = RECORD_TABLES[key]
    query = sa.select(table).where(table.c[column].in_(places(count)), table.c.deleted == sa.text("0"))
    if "revoked_on" in table.c:
        query = query.where(table.c.revoked_on.is_(None))
    name = order.removeprefix("-")
    if order.startswith("-"):
        return compiled(query.order_by(table.c[name].desc(), table.c.id.desc()))
    return compiled(query.order_by(table.c[name], table.c.id))


def linked(
    connection: sa.Connection, link: str, owner: str, target: str, ids: Sequence[bytes]
) -> list[tuple[bytes, Any]]:
    """Return (owner's id, record of the list) for the members of a set, in the order of the list."""
    if not ids:
        return []
    build = builder(target)
    found = rows(connection, _linked(link, owner, target, len(ids)), ids)
    return [(row[0], build(row[1:])) for row in found]


@cache
def _linked(link: str, owner: str, target: str, count: int) -> str:
    member, listed = RECORD_TABLES[link], RECORD_TABLES[target]
    query = (
        sa.select(member.c[owner], *listed.c)
        .join(listed, listed.c.id == member.c[f"{target}_id"])
        .where(member.c[owner].in_(places(count)), member.c.deleted == sa.text("0"))
    )
    first = listed.c.position if "position" in listed.c else listed.c.name
    return compiled(query.order_by(first, listed.c.id))


def named(
    connection: sa.Connection, link: str, owner: str, target: str, ids: Sequence[bytes], order: tuple[str, ...] = ()
) -> list[tuple[str, Any]]:
    """Return the members of a set, not in the bin and not revoked, each with the name of the record it leads to.

    They come by the columns of the member that ``order`` names, else by that name.
    """
    if not ids:
        return []
    build = builder(link)
    found = rows(connection, _named(link, owner, target, len(ids), order), ids)
    return [(row[0], build(row[1:])) for row in found]


@cache
def _named(link: str, owner: str, target: str, count: int, order: tuple[str, ...]) -> str:
    member, led_to = RECORD_TABLES[link], RECORD_TABLES[target]
    query = (
        sa.select(led_to.c.name, *member.c)
        .join(led_to, led_to.c.id == member.c[f"{target}_id"])
        .where(member.c[owner].in_(places(count)), member.c.deleted == sa.text("0"))
    )
    if "revoked_on" in member.c:
        query = query.where(member.c.revoked_on.is_(None))
    columns = [member.c[name] for name in order] or [led_to.c.name]
    return compiled(query.order_by(*columns, member.c.id))
