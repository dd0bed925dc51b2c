"""Adding and changing records of any type."""

from argparse import Namespace
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.cli import record_answers, record_options, record_shapes, references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType


def add_record(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """Add a record and say its id."""
    from clusterdesk.domain.commands.records import AddRecord
    from clusterdesk.services import records

    fields = record_options.given_fields(context, kind, options)
    if kind.member_of_set:
        return _add_member(kind, context, fields)
    record = kind.cls(**fields)
    parts = []
    for member, owner, spec, ids in record_options.given_sets(context, kind, options):
        from clusterdesk.domain.set_members import set_member_id

        for one in ids:
            ends: dict[str, Any] = {owner.name: record.id, spec.name: one}
            parts.append(member.cls(id=set_member_id(member.key, ends), **ends))
    records.add_record(context.desk.store, AddRecord(record=record, parts=tuple(parts)))
    return record_answers.added(context, kind, record.id)


def _add_member(kind: RecordType, context: Context, fields: dict[str, Any]) -> Answer:
    """Add a member of a set: its id derives from what it joins; one that left comes back as the same record."""
    from clusterdesk.domain.commands.records import AddRecord, EditRecord, RestoreRecord
    from clusterdesk.domain.set_members import set_member_id
    from clusterdesk.services import lookup, records

    store = context.desk.store
    record = kind.cls(**fields)
    plain = {name: getattr(record, name) for name in kind.fields}
    member_id = set_member_id(kind.key, plain)
    known = lookup.meant(store, str(member_id), (kind.key,))
    if not known:
        records.add_record(store, AddRecord(record=kind.cls(**{**fields, "id": member_id})))
    elif known[0].deleted:
        records.restore_record(store, RestoreRecord(type_key=kind.key, record_id=member_id))
    else:
        records.edit_record(store, EditRecord(type_key=kind.key, record_id=member_id, values=fields))
    return record_answers.added(context, kind, member_id)


def edit_record(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """Give fields new values, and sets new members."""
    from clusterdesk.domain.commands.records import ChangeSet, EditRecord
    from clusterdesk.services import records

    store = context.desk.store
    found = references.one(context, options.ref, (kind.key,))
    fields = record_options.given_fields(context, kind, options)
    sets = list(record_options.given_sets(context, kind, options))
    if not fields and not sets:
        raise WrongUseError(
            N_("Nothing was given to change."), command=f"clusterdesk {kind.key.replace('_', '-')} edit"
        )
    _check_identity(kind, fields)
    before = store.get(kind.cls, found.id)
    if fields:
        records.edit_record(store, EditRecord(type_key=kind.key, record_id=found.id, values=fields))
    changed = []
    for member, owner, spec, ids in sets:
        command = ChangeSet(
            type_key=member.key,
            owner_field=owner.name,
            owner_id=found.id,
            member_field=spec.name,
            members=ids,
            title=found.title,
        )
        if records.change_set(store, command).changes:
            changed.append(member.key)
    record = store.get(kind.cls, found.id)
    changed = [name for name in kind.fields if getattr(before, name) != getattr(record, name)] + changed
    titles = record_shapes.titles_for(context, [record])
    document = {
        "record_type": kind.key,
        "id": str(found.id),
        "changed": changed,
        "record": record_shapes.document(record, titles),
    }
    labels = [context.t((RECORD_TYPES[one] if one in RECORD_TYPES else kind.fields[one]).label) for one in changed]
    done = context.t("Changed: {fields}.", fields=", ".join(labels)) if changed else context.t("Nothing changed.")
    return Answer(document, [Lines([done])])


def _check_identity(kind: RecordType, fields: dict[str, Any]) -> None:
    """Refuse to change what a member of a set is made of."""
    if not kind.member_of_set:
        return
    from clusterdesk.domain.set_members import identity_fields

    fixed = [record_options.flag_of(kind, kind.fields[name]) for name in identity_fields(kind.key) if name in fields]
    if fixed:
        raise WrongUseError(
            N_("{names} cannot be changed: delete this one and add another."),
            advice=N_("Use delete and add."),
            names=", ".join(fixed),
        )
