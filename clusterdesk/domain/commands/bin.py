"""Several records into the bin and out of it, in one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, slots=True)
class BinItem:
    """A record meant for the bin or out of it; ``record_type`` is the key of its type."""

    record_type: str
    id: UUID


@dataclass(frozen=True, kw_only=True)
class _OfSeveral(Command):
    """An intent about several records; ``title`` names the first one and is filled in by the service."""

    items: tuple[BinItem, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Say how many, and name the first one."""
        return {"n": str(len(self.items)), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class BinRecords(_OfSeveral):
    """Put records and their parts into the bin."""

    LABEL: ClassVar[str] = N_("To the bin · {n} · {title} …")


@dataclass(frozen=True, kw_only=True)
class UnbinRecords(_OfSeveral):
    """Take records, and the parts that went with them, out of the bin."""

    LABEL: ClassVar[str] = N_("Out of the bin · {n} · {title} …")
