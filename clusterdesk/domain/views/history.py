"""What the journal tells of a record and of the operations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from clusterdesk.domain.commands.base import Label


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation: who did what when. ``undoes`` is set on undo and redo."""

    n: int
    id: UUID
    at: datetime
    author: str
    device: str
    name: str
    args: str
    label: Label
    change_count: int
    undoes: UUID | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one field of a record: old → new, as typed values; ``field`` is ``None`` for its creation."""

    change_n: int
    at: datetime
    author: str
    operation: Label
    record_type: str
    record_id: UUID
    field: str | None
    old: Any
    new: Any
    erased: bool = False


@dataclass(frozen=True, slots=True)
class UndoState:
    """What can be undone and redone next, if anything; ``erased``: a person's data was erased on the way, for good."""

    undo: OperationView | None = None
    redo: OperationView | None = None
    erased: bool = False


@dataclass(frozen=True, slots=True)
class PastRecord:
    """A record as it was: JSON values of all its fields, or ``None`` while it did not exist."""

    record_type: str
    record_id: UUID
    values: Mapping[str, Any] | None
