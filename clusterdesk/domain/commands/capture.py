"""Jotting something down, and sorting what was jotted down."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class JotDown(Command):
    """Keep a quick note: in the Fil of its organisation, or to be sorted."""

    LABEL: ClassVar[str] = N_("Quick note · {text}")
    text: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Say what was written."""
        return {"text": self.text}


@dataclass(frozen=True, kw_only=True)
class SortQuickNote(JotDown):
    """File a quick note that was waiting: as a promise or as a note in the Fil."""

    LABEL: ClassVar[str] = N_("Sorted · {text}")
    note_id: UUID
