"""Quick capture: keeping a line where it belongs."""

from dataclasses import dataclass, replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.understood import Destination, Understood
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.capture import JotDown, SortQuickNote
from clusterdesk.domain.commands.sessions import AddSessionNote, NewNote, NewPromise
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.caught_headcounts import keep_headcount
from clusterdesk.services.exchange_noting import keep_exchanges
from clusterdesk.services.session_parts import new_promise
from clusterdesk.services.sessions import add_session_note
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a line went, what it became, and the name of its organisation, empty where there is none."""

    destination: Destination
    record: Record
    organisation: str = ""
    text: str = ""


def keep(store: Store, meant: Understood, note_id: UUID | None = None) -> OpResult[Kept]:
    """Keep a line where it belongs, in one step; ``note_id`` is the quick note it was, which is sorted with it.

    Raises:
        KnownError: it says nothing, or what it points to is gone.
    """
    if meant.empty:
        raise KnownError(
            "capture_empty", N_("There is nothing to note."), advice=N_("Write a few words, and try again.")
        )
    waiting = store.get(QuickNote, note_id) if note_id is not None else None
    if meant.destination is Destination.SESSION and waiting is None and meant.session is not None:
        command = AddSessionNote(
            session_id=meant.session, note=NewNote(text=meant.text, visibility=Visibility.INTERNAL)
        )
        noted = add_session_note(store, command)
        return OpResult(_kept(meant, noted.output), noted.changes)
    if meant.destination is Destination.PROMISE:
        return _keep_promise(store, meant, waiting)
    if meant.destination is Destination.HEADCOUNT:
        headcount, done = keep_headcount(store, meant, waiting)
        return OpResult(_kept(meant, headcount), done)
    if meant.destination is Destination.EXCHANGE:
        exchange, done = keep_exchanges(store, meant, waiting)
        return OpResult(_kept(meant, exchange), done)
    return _keep_note(store, meant, waiting)


def _keep_promise(store: Store, meant: Understood, waiting: QuickNote | None) -> OpResult[Kept]:
    promise = NewPromise(
        text=meant.text,
        owner=meant.owner.kind,
        owner_name=meant.owner.name,
        profile_id=meant.owner.profile_id,
        contact_id=meant.owner.contact_id,
        due_on=meant.due_on,
    )
    session = store.get(Session, meant.session) if meant.session is not None else None
    organisation_id = meant.organisation.id if meant.organisation is not None else None
    file_id = session.coaching_file_id if session is not None else None
    action = new_promise(promise, organisation_id=organisation_id, session_id=meant.session, coaching_file_id=file_id)
    changes: list[Change] = [Insert(action)]
    command: AddAction | SortQuickNote = AddAction(promise=promise, organisation_id=organisation_id)
    if waiting is not None:
        changes.append(deletion("quick_note", waiting.id))
        command = SortQuickNote(text=action.text, note_id=waiting.id)
    return OpResult(_kept(meant, action), store.apply(command, changes))


def _keep_note(store: Store, meant: Understood, waiting: QuickNote | None) -> OpResult[Kept]:
    today = store.clock.today()
    owner = meant.owner
    before = waiting or QuickNote(on=today, text=meant.text)
    after = replace(
        before,
        organisation_id=meant.organisation.id if meant.organisation is not None else None,
        kind=meant.kind,
        text=meant.text,
        owner=owner.kind,
        # People we know are found again by the words of the note; only a stranger's name is kept apart.
        owner_name="" if owner.contact_id or owner.profile_id else owner.name,
        due_on=meant.due_on,
        filed_on=before.filed_on or today if meant.destination is not Destination.INBOX else None,
    )
    if waiting is None:
        done = store.apply(JotDown(text=after.text), [Insert(after)])
    else:
        done = store.apply(SortQuickNote(text=after.text, note_id=before.id), differences(before, after))
    return OpResult(_kept(meant, after), done)


def _kept(meant: Understood, record: Record) -> Kept:
    return Kept(
        meant.destination, record, meant.organisation.name if meant.organisation is not None else "", meant.text
    )
