"""The intents that bring an archive in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class ImportArchive(Command):
    """Take over what an archive brings: new records and new values of known ones."""

    LABEL: ClassVar[str] = N_("Import of the archive · {file}")
    file: str

    def label_values(self) -> Mapping[str, str]:
        """Name the file."""
        return {"file": self.file}


@dataclass(frozen=True, kw_only=True)
class MakeSample(Command):
    """Fill the sample binder; not undoable, or the first Ctrl+Z would empty it."""

    LABEL: ClassVar[str] = N_("Sample data")
    UNDOABLE: ClassVar[bool] = False
