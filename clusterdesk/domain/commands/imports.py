"""The intents of importing lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class ImportList(Command):
    """Take over the rows of a list; ``kind_label`` is the msgid of the kind of list."""

    LABEL: ClassVar[str] = N_("Import · {kind_label} · {file} · {count}")
    kind_label: str
    file: str
    count: int

    def label_values(self) -> Mapping[str, str]:
        """Name the list."""
        return {"kind_label": self.kind_label, "file": self.file, "count": str(self.count)}


@dataclass(frozen=True, kw_only=True)
class KeepMapping(Command):
    """Keep how the columns of a list are read."""

    LABEL: ClassVar[str] = N_("Mapping kept · {name}")
    name: str

    def label_values(self) -> Mapping[str, str]:
        """Name the mapping."""
        return {"name": self.name}


@dataclass(frozen=True, kw_only=True)
class ImportCalendar(Command):
    """Take over what another calendar says of visits: moved, called off, new."""

    LABEL: ClassVar[str] = N_("Calendar · {file} · {count}")
    file: str
    count: int

    def label_values(self) -> Mapping[str, str]:
        """Name the file."""
        return {"file": self.file, "count": str(self.count)}
