"""A record as it is pointed at: its kind, its id and the name people know it by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from clusterdesk.domain.records.base import Record


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record somebody may mean; ``record_type`` is the key of its type."""

    record_type: str
    id: UUID
    title: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some records of one type; ``total`` counts all that fit."""

    total: int
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class InSet:
    """A member that a set of the record must have: the type of the members, both fields, and the id or text joined."""

    member_type: str
    owner: str
    member: str
    id: UUID | str


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records of a type a list shows and in what order.

    ``texts``: each occurs in some line of text of the record, accents and case ignored. ``equals``: fields with the
    value they must have (text is compared without accents and case). ``sets``: members their sets must have. ``sort``
    is a field, or empty for the usual order of the type.
    """

    texts: tuple[str, ...] = ()
    equals: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    sets: tuple[InSet, ...] = ()
    sort: str = ""
    descending: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class PartGroup:
    """The parts of a record of one type."""

    record_type: str
    records: tuple[Record, ...]
