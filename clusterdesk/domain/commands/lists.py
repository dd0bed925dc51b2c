"""The editable lists of a cluster: their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.record_types import RECORD_TYPES


@dataclass(frozen=True, kw_only=True)
class AddToList(Command):
    """Add a row to a list by its name in a language.

    ``like`` is a question whose template or level it joins, or the value chain a link is of.
    """

    type_key: str
    name: str
    language: str = "fr"
    like: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class MoveInList(Command):
    """Let a row of a list change places with the one before (``up``) or after it."""

    LABEL: ClassVar[str] = N_("Order · {type_label} · {title}")
    type_key: str
    record_id: UUID
    up: bool
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the list and the row."""
        return {"type_label": RECORD_TYPES[self.type_key].plural, "title": self.title}
