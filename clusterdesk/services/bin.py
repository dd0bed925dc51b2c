"""Several records into the bin and out of it, each time in one step."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.domain.changes import Change, OpResult, deletion
from clusterdesk.domain.commands.bin import BinItem, BinRecords, UnbinRecords
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.views.bin import BinGroup
from clusterdesk.services.maturity_levels import level_changes
from clusterdesk.services.records import parts_binned_with, parts_of
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.bin import bin_groups as read_groups


def bin_groups(store: Store) -> list[BinGroup]:
    """Return what lies in the bin by the operation that put it there, the last one first."""
    with store.read() as connection:
        return read_groups(connection)


def bin_records(store: Store, cmd: BinRecords) -> OpResult[int]:
    """Put records and all their parts into the bin; returns how many of them were not there yet.

    Raises:
        KnownError: there is no such record.
    """
    return _turned(store, cmd, deleted=True)


def unbin_records(store: Store, cmd: UnbinRecords) -> OpResult[int]:
    """Take records and the parts deleted with them out of the bin; returns how many of them were there.

    Raises:
        KnownError: there is no such record.
    """
    return _turned(store, cmd, deleted=False)


def _turned(store: Store, cmd: BinRecords | UnbinRecords, *, deleted: bool) -> OpResult[int]:
    changes: dict[UUID, Change] = {}
    turned = 0
    title = ""
    for item in cmd.items:
        record = _record(store, item)
        kind = type_of(record)
        title = title or kind.title(record)
        turned += record.deleted is not deleted
        parts = parts_of(store, record) if deleted else parts_binned_with(store, record)
        for one in (record, *parts):
            if one.deleted is not deleted:
                changes[one.id] = deletion(type_of(one).key, one.id, deleted=deleted)
    all_changes = list(changes.values())
    all_changes += level_changes(store, all_changes)
    return OpResult(turned, store.apply(replace(cmd, title=title), all_changes))


def _record(store: Store, item: BinItem) -> Record:
    return store.get(RECORD_TYPES[item.record_type].cls, item.id)
