"""Offers and needs that a line or a note says, noted as what they are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.understood import Understood
from clusterdesk.domain.changes import Change, Insert, OpChanges, OpResult, deletion
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.commands.capture import SortQuickNote
from clusterdesk.domain.commands.exchange import NoteExchanges
from clusterdesk.domain.exchanges.noted import ExchangeSaid
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.kept import kept_organisation, receiving_organisation
from clusterdesk.store.desk_store import Store


def note_exchanges(store: Store, cmd: NoteExchanges) -> OpResult[tuple[Exchange, ...]]:
    """Note offers and needs in one step.

    Raises:
        KnownError: nothing is said, or there is no such organisation to note it for.
    """
    records = _made(store, cmd)
    return OpResult(records, store.apply(cmd, [Insert(one) for one in records]))


def keep_exchanges(store: Store, meant: Understood, waiting: QuickNote | None) -> tuple[Exchange, OpChanges]:
    """Note the offers and needs of a jotted line in one step; the line that waited goes. Returns the first."""
    assert meant.organisation is not None
    before = meant.captured.note_text(meant.words)[: meant.exchanges[0].start].strip(" :;,–-")
    cmd = NoteExchanges(
        said=meant.exchanges,
        organisation_id=meant.organisation.id,
        session_id=meant.session,
        on=waiting.on if waiting is not None else None,
        visibility=waiting.visibility if waiting is not None else Visibility.INTERNAL,
        remark=before,
    )
    records = _made(store, cmd)
    changes: list[Change] = [Insert(one) for one in records]
    done: Command = cmd
    if waiting is not None:
        changes.append(deletion("quick_note", waiting.id))
        done = SortQuickNote(text=meant.text, note_id=waiting.id)
    return records[0], store.apply(done, changes)


def said_in(store: Store, session: Session, said: Iterable[ExchangeSaid], visibility: Visibility) -> list[Change]:
    """Return what notes the offers and needs of a session that are not noted of it yet."""
    known = {one.text.casefold() for one in store.find(Exchange, session_id=session.id)}
    fresh = [one for one in said if one.text.casefold() not in known]
    if not fresh:
        return []
    owner = kept_organisation(store, session.organisation_id).id
    on = min(session.on, store.clock.today())
    return [Insert(one) for one in exchange_records(fresh, owner, on, visibility, session.id)]


def exchange_records(
    said: Iterable[ExchangeSaid],
    organisation_id: UUID,
    on: date,
    visibility: Visibility,
    session_id: UUID | None = None,
) -> tuple[Exchange, ...]:
    """Return the records of what is said, from a day on."""
    return tuple(
        Exchange(
            organisation_id=organisation_id,
            session_id=session_id,
            side=one.side,
            kind=one.kind,
            text=one.text,
            quantity=one.quantity,
            unit=one.unit,
            from_on=on,
            visibility=visibility,
        )
        for one in said
    )


def _made(store: Store, cmd: NoteExchanges) -> tuple[Exchange, ...]:
    session = store.get(Session, cmd.session_id) if cmd.session_id is not None else None
    owner = cmd.organisation_id or (session.organisation_id if session is not None else None)
    if owner is None or not cmd.said:
        raise KnownError(
            "exchange_nobody",
            N_("An offer or a need is that of an organisation, and says what."),
            advice=N_("Name the organisation, and say what it looks for or offers."),
        )
    today = store.clock.today()
    on = cmd.on or (min(session.on, today) if session is not None else today)
    kept = receiving_organisation(store, owner)
    first, *others = exchange_records(cmd.said, kept.id, on, cmd.visibility, cmd.session_id)
    return replace(first, remark=cmd.remark), *others
