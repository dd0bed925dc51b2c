"""list, show, add, edit and delete: the same for every type of record."""

from argparse import Namespace
from functools import partial
from importlib import import_module
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import record_lists, record_options, record_shapes, record_writing, references, told
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES, RecordType

# Actions that only some types have: the modules under ``cli.groups`` that add them.
_MORE = {
    "organisation": ("merging", "tagging"),
    "contact": ("erasure",),
    "hub_team_person": ("team_erasure",),
    "document": ("documents",),
    "coaching_file": ("coaching_files", "file_closing"),
    "milestone": ("milestones",),
    "diagnostic": ("diagnostics",),
    "result_event": ("results", "industrialised"),
    "exchange": ("exchange",),
    "prospect": ("prospects", "prospect_moves"),
    "annual_accounts": ("filed_accounts",),
    "referral": (
        "referral_begin",
        "referral_moves",
        "referral_parcels",
        "referral_reading",
        "referral_letters",
        "referral_answers",
    ),
    "rule_set": ("rule_sets",),
    "vision_dossier": ("vision",),
    "communication_item": ("communication",),
    "programme_event": ("events", "event_inviting", "event_calendar"),
    "difficulty": ("difficulty_notes", "difficulty_moves", "difficulty_papers"),
}


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of one type of record."""
    kind = RECORD_TYPES[name.replace("-", "_")]
    actions = parser.actions("action", t)
    listing = actions.add("list", t("list them, page by page"), partial(record_lists.list_records, kind))
    record_lists.add_options(listing, t, kind)
    showing = actions.add("show", t("show one with its parts"), partial(show_record, kind))
    showing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    adding = actions.add("add", t("add one"), partial(record_writing.add_record, kind))
    record_options.add_field_options(adding, t, kind, new=True)
    if kind.key == "document":
        from clusterdesk.cli.groups import documents

        documents.add_from_file(adding, t)
    editing = actions.add(
        "edit", t("change fields of one; an empty value clears a field"), partial(record_writing.edit_record, kind)
    )
    editing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    record_options.add_field_options(editing, t, kind, new=False)
    deleting = actions.add("delete", t("put one into the bin, with its parts"), partial(delete_record, kind))
    deleting.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    for more in _MORE.get(kind.key, ()):
        _module(more).add_actions(actions, t)


def _module(name: str) -> Any:  # noqa: ANN401 - a module
    return import_module(f"clusterdesk.cli.groups.{name}")


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
    title = told.title(context, kind.key, titles[record.id]) or str(record.id)
    blocks: list[Any] = [Lines([title]), record_shapes.pairs(context, record, titles)]
    plain = [(group.record_type, group.records) for group in groups]
    for heading, table in record_shapes.parts_tables(context, plain, titles, record.id):
        blocks += [Lines([heading]), table]
    return Answer(document, blocks)


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
        title=told.title(context, kind.key, found.title),
    )
    return Answer(document, [Lines([line])])
