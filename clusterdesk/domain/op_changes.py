"""What an operation touched; apart from the changes themselves, so that screens need not know every record type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OpChanges:
    """What an operation touched: ids by record type; ``operation_id`` is ``None`` where nothing changed."""

    operation_id: UUID | None = None
    touched: Mapping[str, frozenset[UUID]] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return self.operation_id is not None

    def touches(self, *record_types: str) -> bool:
        """Tell whether records of one of these types were touched."""
        return any(key in self.touched for key in record_types)


@dataclass(frozen=True, slots=True)
class OpResult[Output]:
    """What a service gives back: its output and what it changed."""

    output: Output
    changes: OpChanges
