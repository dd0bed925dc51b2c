"""What pages ask of the database worker: services called in its thread, by ``functools.partial``.

The services import the store, so they are imported late: only the worker's thread may pay for that.
"""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.actions import AddAction, CompleteAction, ReopenAction
from clusterdesk.domain.commands.records import AddRecord, ChangeSet, DeleteRecord, EditRecord, RestoreRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.sessions import Action

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def add(command: AddRecord, desk: "Desk") -> OpResult[Record]:
    """Add a record with its parts."""
    from clusterdesk.services.records import add_record

    return add_record(desk.store, command)


def edit(command: EditRecord, desk: "Desk") -> OpResult[Record]:
    """Give fields of a record new values."""
    from clusterdesk.services.records import edit_record

    return edit_record(desk.store, command)


def remove(type_key: str, record_id: UUID, desk: "Desk") -> OpResult[Record]:
    """Put a record into the bin."""
    from clusterdesk.services.records import delete_record

    return delete_record(desk.store, DeleteRecord(type_key=type_key, record_id=record_id))


def change_set(command: ChangeSet, desk: "Desk") -> OpResult[tuple[UUID | str, ...]]:
    """Make a set hold exactly the given members."""
    from clusterdesk.services import records

    return records.change_set(desk.store, command)


def promise(command: AddAction, desk: "Desk") -> OpResult[Action]:
    """Write a promise down."""
    from clusterdesk.services.actions import add_action

    return add_action(desk.store, command)


def keep_promise(action_id: UUID, on: date | None, desk: "Desk") -> OpResult[Action]:
    """Mark a promise as kept on a day, or as not kept after all (None)."""
    from clusterdesk.services.actions import complete_action, reopen_action

    if on is None:
        return reopen_action(desk.store, ReopenAction(action_id=action_id))
    return complete_action(desk.store, CompleteAction(action_id=action_id, on=on))


def put_back(type_key: str, record_id: UUID, desk: "Desk") -> OpResult[Record]:
    """Take a record out of the bin."""
    from clusterdesk.services.records import restore_record

    return restore_record(desk.store, RestoreRecord(type_key=type_key, record_id=record_id))
