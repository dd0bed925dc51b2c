"""The common vision: putting the chapters of a dossier into another order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class MoveChapter(Command):
    """Move a chapter up or down within its dossier."""

    LABEL: ClassVar[str] = N_("Order of the chapters · {title}")
    chapter_id: UUID
    up: bool
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the chapter; the service fills it in."""
        return {"title": self.title}
