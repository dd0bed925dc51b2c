"""Annual accounts: the filed document that proves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class AttachAccounts(Command):
    """Keep the filed document of annual accounts: in one step it is their document and evidence of level 3.

    ``name`` is what the evidence is called.
    """

    LABEL: ClassVar[str] = N_("Filed accounts · {title}")
    accounts_id: UUID
    source: Path
    name: str
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}
