"""What the history of a record asks of the store, in the worker."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.errors import BugError
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import RestoreValue
from clusterdesk.domain.views.history import HistoryEntry
from clusterdesk.gui.dialogs.history_words import references

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_changes(type_key: str, record_id: UUID, desk: "Desk") -> tuple[list[HistoryEntry], dict[UUID, str]]:
    """Read the changes of a record and of its parts, with the names of what their values point to."""
    from clusterdesk.services.lookup import record_history

    entries = record_history(desk.store, type_key, record_id)
    return entries, _names(references(entries), desk)


def _names(wanted: Mapping[str, set[UUID]], desk: "Desk") -> dict[UUID, str]:
    from clusterdesk.services.lookup import titles

    found: dict[UUID, str] = {}
    for type_key, ids in wanted.items():
        found.update(titles(desk.store, type_key, ids))
    return found


def put_back(entry: HistoryEntry, desk: "Desk") -> OpResult[Any]:
    """Bring back the value that a change left."""
    from clusterdesk.services.records import restore_value

    if entry.field is None:
        raise BugError("the creation of a record has no value to bring back")
    command = RestoreValue(
        type_key=entry.record_type, record_id=entry.record_id, field=entry.field, change_n=entry.change_n
    )
    return restore_value(desk.store, command)
