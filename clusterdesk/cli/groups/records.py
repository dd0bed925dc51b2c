"""list, show, add, edit and delete: the same for every type of record."""

from argparse import Namespace
from functools import partial
from importlib import import_module
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import record_options, record_shapes, references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.filters import add_list_options, wanted_records
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType

# Actions that only some types have: the module under ``cli.groups`` that adds them.
_MORE = {"organisation": "merging", "contact": "erasure"}


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of one type of record."""
    kind = RECORD_TYPES[name.replace("-", "_")]
    actions = parser.actions("action", t)
    listing = actions.add("list", t("list them, page by page"), partial(list_records, kind))
    add_list_options(listing, t)
    showing = actions.add("show", t("show one with its parts"), partial(show_record, kind))
    showing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    adding = actions.add("add", t("add one"), partial(add_record, kind))
    record_options.add_field_options(adding, t, kind, new=True)
    editing = actions.add("edit", t("change fields of one; an empty value clears a field"), partial(edit_record, kind))
    editing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    record_options.add_field_options(editing, t, kind, new=False)
    deleting = actions.add("delete", t("put one into the bin, with its parts"), partial(delete_record, kind))
    deleting.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    if kind.key in _MORE:
        more: Any = import_module(f"clusterdesk.cli.groups.{_MORE[kind.key]}")
        more.add_actions(actions, t)


def list_records(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """List a page of records."""
    from clusterdesk.services import lookup

    wanted = wanted_records(context, kind, options)
    page = lookup.page(context.desk.store, kind.key, wanted)
    titles = record_shapes.titles_for(context, page.records)
    document = {
        "record_type": kind.key,
        "total": page.total,
        "limit": wanted.limit,
        "offset": wanted.offset,
        "items": [record_shapes.document(record, titles) for record in page.records],
    }
    notes = []
    if page.total > len(page.records):
        notes.append(
            context.t(
                "{first}–{last} of {total}; more with --offset and --limit",
                first=wanted.offset + 1 if page.records else wanted.offset,
                last=wanted.offset + len(page.records),
                total=page.total,
            )
        )
    if context.output.as_json:
        return Answer(document, notes=notes)
    return Answer(document, [record_shapes.list_table(context, kind, page.records, titles)], notes)


def show_record(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """Show a record with its parts and the names of what it points to."""
    from clusterdesk.services import lookup

    store = context.desk.store
    found = references.one(context, options.ref, (kind.key,))
    record = store.get(kind.cls, found.id)
    groups = lookup.parts(store, kind.key, found.id)
    titles = record_shapes.titles_for(context, [record, *(one for group in groups for one in group.records)])
    parts = {group.record_type: [record_shapes.document(one, titles) for one in group.records] for group in groups}
    document = {"record_type": kind.key, **record_shapes.document(record, titles), "parts": parts}
    if context.output.as_json:
        return Answer(document)
    blocks: list[Any] = [Lines([titles[record.id] or str(record.id)]), record_shapes.pairs(context, record, titles)]
    plain = [(group.record_type, group.records) for group in groups]
    for heading, table in record_shapes.parts_tables(context, plain, titles, record.id):
        blocks += [Lines([heading]), table]
    return Answer(document, blocks)


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
    return added(context, kind, record.id)


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
    return added(context, kind, member_id)


def added(context: Context, kind: RecordType, record_id: Any) -> Answer:  # noqa: ANN401 - an id
    """Return the answer after a record was added: the id alone on standard output."""
    record = context.desk.store.get(kind.cls, record_id)
    titles = record_shapes.titles_for(context, [record])
    note = context.t("Added: {type_label} “{title}”.", type_label=context.t(kind.label), title=titles[record.id])
    document = {"record_type": kind.key, "id": str(record.id), "record": record_shapes.document(record, titles)}
    return Answer(document, [Lines([str(record.id)])], [note])


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


def delete_record(kind: RecordType, context: Context, options: Namespace) -> Answer:
    """Put a record into the bin."""
    from clusterdesk.domain.commands.records import DeleteRecord
    from clusterdesk.services import records

    found = references.one(context, options.ref, (kind.key,))
    result = records.delete_record(context.desk.store, DeleteRecord(type_key=kind.key, record_id=found.id))
    count = sum(map(len, result.changes.touched.values()))
    document = {"record_type": kind.key, "id": str(found.id), "title": found.title, "deleted": True, "records": count}
    line = context.t(
        "In the bin: {type_label} “{title}”. Back with: clusterdesk undo",
        type_label=context.t(kind.label),
        title=found.title,
    )
    return Answer(document, [Lines([line])])
