"""What somebody seeks or offers in a meeting: noted for whom the line names first."""

from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.understood import Named
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.exchange import NoteExchanges
from clusterdesk.domain.exchanges.noted import ExchangeSaid, exchanges_in
from clusterdesk.domain.groups.spoken import named_owner, organisation_meant
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.groups import Meeting
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import meeting_lines
from clusterdesk.services.exchange_noting import note_exchanges
from clusterdesk.services.group_views import read_meeting
from clusterdesk.store.desk_store import Store


def note_line(
    store: Store, meeting_id: UUID, text: str, *, today: date, visibility: Visibility = Visibility.SHAREABLE
) -> OpResult[Any]:
    """Write down what a line says: what somebody seeks or offers, else a decision or a promise of whoever it names.

    Raises:
        KnownError: it says nothing, or not who owes, seeks or offers it.
    """
    said = exchanges_in(text)
    if said:
        return note_exchange(store, meeting_id, text, said, visibility)
    return meeting_lines.note_line(store, meeting_id, text, today=today, visibility=visibility)


def note_exchange(
    store: Store, meeting_id: UUID, line: str, said: tuple[ExchangeSaid, ...], visibility: Visibility
) -> OpResult[tuple[Exchange, ...]]:
    """Write down the offers and needs of a line for the organisation, or that of the person, whom it names first.

    Raises:
        KnownError: it names nobody whom the binder knows.
    """
    before = line[: said[0].start].strip(" :;,–-#@")
    room = read_meeting(store, meeting_id).room
    meant = named_owner(before, None, room)[1] if before else None
    if meant is None and before:
        everyone = tuple(Named(one.id, one.name) for one in store.find(Organisation, merged_into=None))
        meant = organisation_meant(tuple(before.split()), everyone)
    if meant is None:
        raise KnownError(
            "exchange_nobody",
            N_("An offer or a need is that of an organisation, and says what."),
            advice=N_("Begin the line with whose it is: “Atelier Noord: #cherche 200 m²”."),
        )
    on = min(store.get(Meeting, meeting_id).on, store.clock.today())
    return note_exchanges(store, NoteExchanges(said=said, organisation_id=meant.id, on=on, visibility=visibility))
