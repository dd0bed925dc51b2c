"""What offers and needs ask of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.exchange import Introduce, NoteExchanges
from clusterdesk.domain.records.coaching import OneOffAdvice
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.views.exchange import ExchangeList

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(desk: "Desk") -> ExchangeList:
    """Read all of them with what meets."""
    from clusterdesk.services.exchanges import read_exchanges

    return read_exchanges(desk.store)


def introduce(command: Introduce, desk: "Desk") -> OpResult[OneOffAdvice]:
    """Introduce two organisations."""
    from clusterdesk.services import exchanges

    return exchanges.introduce(desk.store, command)


def note(command: NoteExchanges, desk: "Desk") -> OpResult[tuple[Exchange, ...]]:
    """Note what a note of a session says."""
    from clusterdesk.services.exchange_noting import note_exchanges

    return note_exchanges(desk.store, command)
