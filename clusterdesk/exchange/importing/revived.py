"""Records that a list brings again after they were put into the bin: by undo, or by hand."""

from uuid import UUID

from clusterdesk.domain.changes import Change, Insert, differences
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.store.desk_store import Store

_DERIVED = 5  # the version of ids that derive from names


def revived(store: Store, changes: list[Change]) -> list[Change]:
    """Take out of the bin what a list brings again: tags and members of sets have the same id every time.

    What belongs to a record that this import makes anew cannot have been there.
    """
    brought: set[int] = set()
    derived: list[Record] = []
    for change in changes:
        if isinstance(change, Insert):
            if change.record.id.version == _DERIVED:
                derived.append(change.record)
            else:
                brought.add(change.record.id.int)
    named: dict[type[Record], list[UUID]] = {}
    for record in derived:
        kind = type_of(record)
        owners = filter(None, (getattr(record, name) for name in kind.owners))
        if not any(owner.int in brought for owner in owners):
            named.setdefault(kind.cls, []).append(record.id)
    if not named:
        return changes
    present = {one.id: one for cls, ids in named.items() for one in store.find(cls, deleted=None, id=ids)}
    written: list[Change] = []
    for change in changes:
        before = present.get(change.record.id) if isinstance(change, Insert) else None
        if before is None or not isinstance(change, Insert):
            written.append(change)
        else:
            written += differences(before, change.record)
    return written
