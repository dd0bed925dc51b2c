"""Offers and needs: noted, and introduced to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.records.base import Visibility


@dataclass(frozen=True, kw_only=True)
class NoteExchanges(Command):
    """Note what an organisation looks for or offers, as a line or a note says it; a session knows its organisation.

    ``remark`` is what stood before the first mark; ``on`` is the day of the session where none is given, else today.
    """

    LABEL: ClassVar[str] = N_("Offer or need · {text}")
    said: tuple[ExchangeSaid, ...]
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    on: date | None = None
    visibility: Visibility = Visibility.INTERNAL
    remark: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Say what."""
        return {"text": " – ".join(one.text for one in self.said)}


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
