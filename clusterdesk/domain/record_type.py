"""What there is to know of a kind of record."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import FieldSpec, specs_of
from clusterdesk.domain.records.base import Record


@dataclass(frozen=True)
class RecordType:
    """What there is to know of a kind of record.

    ``key`` is its stable English name and its table; ``label`` and ``plural`` are msgids; ``title`` gives the name
    people know a record by; ``search_title`` and ``search_body`` name the fields that search looks into;
    ``search_date`` the date field that orders them; ``member_of_set``: its id derives from its references;
    ``measured``: such a member carries a value, so that it is written one by one and never chosen as a mere member.
    """

    key: str
    cls: type[Record]
    label: str
    plural: str
    title_fields: tuple[str, ...] = ()
    search_title: tuple[str, ...] = ()
    search_body: tuple[str, ...] = ()
    search_date: str | None = None
    member_of_set: bool = False
    measured: bool = False

    @cached_property
    def fields(self) -> Mapping[str, FieldSpec]:
        """Return the fields by name."""
        return specs_of(self.cls)

    @cached_property
    def references(self) -> tuple[FieldSpec, ...]:
        """Return the fields that point to other records."""
        return tuple(spec for spec in self.fields.values() if spec.refers_to is not None)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Return the names of the fields that say which record this one is a part of."""
        return tuple(spec.name for spec in self.references if spec.owned)

    @property
    def searchable(self) -> bool:
        """Tell whether search looks into these records."""
        return bool(self.search_title or self.search_body)

    def title(self, record: Any) -> str:  # noqa: ANN401 - a record of this type
        """Return the name people know the record by, possibly empty."""
        values = (getattr(record, name) for name in self.title_fields)
        return " ".join(str(value) for value in values if value)

    def title_label(self, record: Any) -> str:  # noqa: ANN401 - a record of this type
        """Return the msgid of the choice that names such a record (a result, a membership); empty for other types."""
        first = getattr(record, self.title_fields[0], None) if self.title_fields else None
        return choice_label(first) if isinstance(first, Enum) else ""

    def from_plain(self, plain: Mapping[str, Any]) -> Record:
        """Build a record from JSON values; unknown names are refused with ``TypeError``."""
        specs = self.fields
        values = {name: specs[name].from_plain(value) for name, value in plain.items() if name in specs}
        unknown = plain.keys() - specs.keys()
        if unknown:
            raise TypeError(f"{self.key}: {', '.join(sorted(unknown))}")
        return self.cls(**values)


def record_type(key: str, cls: type[Record], label: str, plural: str, **more: Any) -> RecordType:  # noqa: ANN401
    """Declare a kind of record."""
    return RecordType(key, cls, label, plural, **more)
