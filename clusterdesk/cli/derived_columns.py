"""What a list shows beside the fields of its records: where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Table
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Record


@dataclass(frozen=True, slots=True)
class Derived:
    """One more column, after the name: its key in JSON, its heading, and the value of each record of the page."""

    key: str = ""
    heading: str = ""
    values: Mapping[UUID, StrEnum | None] = field(default_factory=dict)
    t: Translate | None = None

    def plain(self, record: Record) -> dict[str, Any]:
        """Return what is added to a record as JSON."""
        if not self.key:
            return {}
        value = self.values.get(record.id)
        return {self.key: value.value if value is not None else None}

    def beside(self, table: Table) -> Table:
        """Return the table of a list with the column; rows end with the id of their record."""
        if self.t is None:
            return table
        rows = [[row[0], self._said(UUID(row[-1])), *row[1:]] for row in table.rows]
        right = frozenset(place + 1 if place else place for place in table.right)
        return Table([table.headers[0], self.heading, *table.headers[1:]], rows, right)

    def _said(self, record_id: UUID) -> str:
        value = self.values.get(record_id)
        return self.t(choice_label(value)) if value is not None and self.t is not None else ""


NOTHING = Derived()
