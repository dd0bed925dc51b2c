"""Merging two records of one organisation, and taking a merge apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.merging import Side


@dataclass(frozen=True, kw_only=True)
class _OfTwo(Command):
    """An intent about two organisations; the names are filled in by the service."""

    absorbed_id: UUID
    absorbed: str = ""
    kept: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name both organisations."""
        return {"absorbed": self.absorbed, "kept": self.kept}


@dataclass(frozen=True, kw_only=True)
class MergeOrganisations(_OfTwo):
    """Read an organisation as another one from a day on (today); ``choices`` say per field whose value is kept."""

    LABEL: ClassVar[str] = N_("Merge · {absorbed} into {kept}")
    kept_id: UUID
    choices: Mapping[str, Side] = field(default_factory=dict)
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class UnmergeOrganisations(_OfTwo):
    """Let a merged organisation stand on its own again."""

    LABEL: ClassVar[str] = N_("Take the merge apart · {absorbed} out of {kept}")
