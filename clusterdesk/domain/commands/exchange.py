"""Offers and needs: noted, and introduced to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class Introduce(Command):
    """Introduce who looks for something to who offers it: one one-off advice of that kind."""

    LABEL: ClassVar[str] = N_("Introduction · {need} – {offer}")
    need_id: UUID
    offer_id: UUID
    on: date | None = None
    remark: str = ""
    need: str = ""
    offer: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name both organisations; the service fills them in."""
        return {"need": self.need, "offer": self.offer}
