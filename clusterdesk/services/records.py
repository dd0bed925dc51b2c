"""What can be done with a record of any type."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpChanges, OpResult, SetField, deletion, differences
from clusterdesk.domain.commands.records import (
    AddRecord,
    ChangeSet,
    DeleteRecord,
    EditRecord,
    RestoreRecord,
    RestoreValue,
)
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType, owned_types, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.services.frozen_fields import check_cost, check_frozen, check_moves, check_new, check_one_currency
from clusterdesk.services.maturity_levels import check_answer, check_level, level_changes
from clusterdesk.services.proofs import check_proved
from clusterdesk.services.stage_steps import (
    check_brought_back,
    check_changed_step,
    check_new_step,
    check_taken_back,
    is_taken_back,
    unlinking,
)
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.history import value_after
from clusterdesk.store.queries.deletions import deleted_together

_REQUIRED_TEXT = {
    "organisation": "name",
    "project": "title",
    "tag": "name",
    "action": "text",
    "profile": "name",
    "quick_note": "text",
    "saved_filter": "name",
    "milestone": "title",
    "funding_application": "funder",
    "difficulty": "title",
    "exchange": "text",
    "prospect": "name",
    "plan_item": "text",
    "theme": "title",
    "programme_event": "title",
    "working_group": "name",
    "meeting_decision": "text",
}


def add_record(store: Store, cmd: AddRecord) -> OpResult[Record]:
    """Add a record and its parts in one step.

    Raises:
        KnownError: the name is empty, a reference leads nowhere, it says of itself what only a move may say, or a
            result is confirmed that nothing proves.
    """
    kind = type_of(cmd.record)
    _check_name(kind, cmd.record)
    known = {cmd.record.id, *(part.id for part in cmd.parts)}
    for record in (cmd.record, *cmd.parts):
        check_references(store, record, known)
        check_new(record)
        check_new_step(store, record)
    check_cost(cmd.record)
    check_proved(store, None, cmd.record, cmd.parts)
    check_answer(store, cmd.record)
    titled = replace(_named(cmd, kind, cmd.record), type_key=kind.key)
    changes: list[Change] = [Insert(cmd.record), *(Insert(part) for part in cmd.parts)]
    return OpResult(cmd.record, store.apply(titled, [*changes, *level_changes(store, changes)]))


def edit_record(store: Store, cmd: EditRecord) -> OpResult[Record]:
    """Give fields of a record new values; values that are the same already are no change.

    Raises:
        KnownError: there is no such record, the name would be empty, a reference leads nowhere, a frozen field
            changes without its reason, only a move may write the field, or a result is confirmed that nothing proves.
    """
    kind = RECORD_TYPES[cmd.type_key]
    before = store.get(kind.cls, cmd.record_id)
    after = replace(before, **cmd.values)
    _check_name(kind, after)
    check_references(store, after, {before.id}, only=set(cmd.values))
    check_frozen(before, after, cmd.values)
    check_moves(before, after)
    check_one_currency(store, before, after)
    check_cost(after)
    check_proved(store, before, after)
    check_answer(store, after)
    check_level(store, before, after)
    check_changed_step(store, before, after)
    titled = _named(cmd, kind, before)
    changes: list[Change] = [*differences(before, after)]
    if is_taken_back(before, after):
        changes += unlinking(store, before)
    return OpResult(after, store.apply(titled, [*changes, *level_changes(store, changes)]))


def delete_record(store: Store, cmd: DeleteRecord) -> OpResult[Record]:
    """Put a record and all its parts into the bin.

    Raises:
        KnownError: it is a stage that others followed on.
    """
    kind = RECORD_TYPES[cmd.type_key]
    before = store.get(kind.cls, cmd.record_id)
    check_taken_back(store, before)
    titled = _named(cmd, kind, before)
    family = [before, *parts_of(store, before)]
    changes: list[Change] = [deletion(type_of(one).key, one.id) for one in family if not one.deleted]
    changes += unlinking(store, before)
    return OpResult(replace(before, deleted=True), store.apply(titled, [*changes, *level_changes(store, changes)]))


def restore_record(store: Store, cmd: RestoreRecord) -> OpResult[Record]:
    """Take a record and the parts that came into the bin with it out of there; what was deleted before stays.

    Raises:
        KnownError: it is a stage that no longer follows.
    """
    kind = RECORD_TYPES[cmd.type_key]
    before = store.get(kind.cls, cmd.record_id)
    check_brought_back(store, before)
    titled = _named(cmd, kind, before)
    family = [before, *parts_binned_with(store, before)]
    changes: list[Change] = [deletion(type_of(one).key, one.id, deleted=False) for one in family if one.deleted]
    return OpResult(replace(before, deleted=False), store.apply(titled, [*changes, *level_changes(store, changes)]))


def restore_value(store: Store, cmd: RestoreValue) -> OpResult[Any]:
    """Give a field the value that an earlier change left.

    Raises:
        KnownError: there is no such change, the field is frozen, only a move may write it, or a result would be
            confirmed that nothing proves.
    """
    with store.read() as connection:
        type_key, record_id, name, value = value_after(connection, cmd.change_n)
    record = store.get(RECORD_TYPES[type_key].cls, record_id)
    kind = RECORD_TYPES[type_key]
    titled = replace(_named(cmd, kind, record), type_key=type_key, record_id=record_id, field=name)
    if getattr(record, name) == value:
        return OpResult(value, OpChanges())
    earlier = replace(record, **{name: value})
    check_frozen(record, earlier, {})
    check_moves(record, earlier)
    check_one_currency(store, record, earlier)
    check_cost(earlier)
    check_proved(store, record, earlier)
    check_answer(store, earlier)
    check_level(store, record, earlier)
    check_changed_step(store, record, earlier)
    changes: list[Change] = [SetField(type_key, record_id, name, value)]
    return OpResult(value, store.apply(titled, [*changes, *level_changes(store, changes)]))


def change_set(store: Store, cmd: ChangeSet) -> OpResult[tuple[UUID | str, ...]]:
    """Make a set hold exactly the given members; a member that left earlier comes back as the same record."""
    changes = list(set_changes(store, cmd.type_key, cmd.owner_field, cmd.owner_id, cmd.member_field, cmd.members))
    return OpResult(cmd.members, store.apply(cmd, changes))


def set_changes(
    store: Store, type_key: str, owner_field: str, owner_id: UUID, member_field: str, members: Iterable[UUID | str]
) -> Iterator[Change]:
    """Yield what makes a set hold exactly the given members."""
    kind = RECORD_TYPES[type_key]
    present = {getattr(one, member_field): one for one in store.find(kind.cls, deleted=None, **{owner_field: owner_id})}
    wanted = dict.fromkeys(members)
    for member in wanted:
        if member not in present:
            ends: dict[str, Any] = {owner_field: owner_id, member_field: member}
            yield Insert(kind.cls(id=derived_id(type_key, owner_id, member), **ends))
        elif present[member].deleted:
            yield deletion(type_key, present[member].id, deleted=False)
    for member, record in present.items():
        if member not in wanted and not record.deleted:
            yield deletion(type_key, record.id)


def check_references(store: Store, record: Record, known: set[UUID], only: set[str] | None = None) -> None:
    """Refuse a record that points to one that does not exist, or a new one that is a part of one in the bin.

    Raises:
        KnownError: names the kind of record and the id, or what lies in the bin.
    """
    for spec in type_of(record).references:
        target = getattr(record, spec.name)
        if target is None or target in known or (only is not None and spec.name not in only):
            continue
        assert spec.refers_to is not None
        kind = RECORD_TYPES[spec.refers_to]
        whole = store.get(kind.cls, target)
        if spec.owned and whole.deleted and not record.deleted:
            raise KnownError(
                "owner_binned",
                N_("“{name}” is in the bin."),
                advice=N_("Take it out of the bin first."),
                name=kind.title(whole),
            )


def parts_of(store: Store, record: Record) -> list[Record]:
    """Return the parts of a record, and theirs, that are not in the bin."""
    return list(_parts(store, type_of(record), record.id, deleted=False))


def parts_binned_with(store: Store, record: Record) -> list[Record]:
    """Return the parts of a record, and theirs, that were put into the bin in the same step as the record."""
    if not record.deleted:
        return []
    parts = list(_parts(store, type_of(record), record.id, deleted=True))
    with store.read() as connection:
        together = deleted_together(connection, record.id, [one.id for one in parts])
    return [one for one in parts if one.id in together]


def _parts(store: Store, kind: RecordType, record_id: UUID, *, deleted: bool) -> Iterator[Record]:
    for part, spec in owned_types(kind.key):
        for record in store.find(part.cls, deleted=deleted, **{spec.name: record_id}):
            yield record
            yield from _parts(store, part, record.id, deleted=deleted)


def _named[C: (AddRecord, EditRecord, DeleteRecord, RestoreRecord, RestoreValue)](
    cmd: C, kind: RecordType, record: Record
) -> C:
    """Return the intent with the name of its record, unless it has one; as a msgid where a choice is the name."""
    if cmd.title:
        return cmd
    label = kind.title_label(record)
    return replace(cmd, title_label=label) if label else replace(cmd, title=kind.title(record))


def _check_name(kind: RecordType, record: Record) -> None:
    name = _REQUIRED_TEXT.get(kind.key)
    if name is None and kind.key == "contact":
        empty = not one_line(kind.title(record))
    else:
        empty = name is not None and not one_line(str(getattr(record, name)))
    if empty:
        raise KnownError(
            "name_missing",
            N_("A record of the kind “{type_label}” needs a name."),
            advice=N_("Type a name and try again."),
            type_label=kind.label,
        )
