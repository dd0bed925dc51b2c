"""Records by what they belong to, read at once and made into objects only where somebody asks for them."""

from collections import defaultdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES, record_columns


class RecordGroups[R: Record]:
    """The records of a type that are not in the bin, by the value of one of their fields; each group by id."""

    def __init__(self, connection: sa.Connection, cls: type[R], field: str) -> None:
        """Read the rows."""
        key = type_of(cls).key
        table = RECORD_TABLES[key]
        specs = record_columns(key)
        place = next(index for index, spec in enumerate(specs) if spec.name == field)
        self._build = builder(key)
        self._rows: dict[Any, list[Any]] = defaultdict(list)
        self._made: dict[Any, list[R]] = {}
        query = sa.select(*(table.c[spec.name] for spec in specs)).where(table.c.deleted == 0).order_by(table.c.id)
        for row in connection.execute(query).all():
            self._rows[row[place]].append(row)

    def of(self, value: UUID | str | None) -> list[R]:
        """Return the records with a value in the field; the list may be added to."""
        stored = value.bytes if isinstance(value, UUID) else value
        made = self._made.get(stored)
        if made is None:
            found: list[Any] = [self._build(row) for row in self._rows.get(stored, ())]
            made = self._made[stored] = found
        return made
