"""history: who changed what in a record, its state on a past date, and an earlier value put back."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.base.clock import instant_text
from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, told, values
from clusterdesk.cli.answer import Answer, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.views.history import HistoryEntry
    from clusterdesk.domain.views.record_ref import RecordRef

_LONGEST = 60


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the arguments of history."""
    parser.wanted.add_argument(
        "ref", metavar="[TYPE] REF", nargs="+", help=t("id, number or name; the kind of record before it where needed")
    )
    parser.options.add_argument("--at", metavar=t("DATE"), help=t("the record as it was at the end of that day"))
    parser.options.add_argument(
        "--restore", metavar=t("CHANGE"), help=t("put back the value that a change left, by its number")
    )
    parser.set_defaults(handler=show_history)


def show_history(context: Context, options: Namespace) -> Answer:
    """Show the history of a record, or what --at and --restore ask."""
    ref = references.named(context, options.ref, "clusterdesk history")
    if options.restore is not None:
        return _restore(context, ref, options.restore)
    if options.at is not None:
        return _at(context, ref, values.read_moment("--at", options.at, context.desk.clock.today()))
    return _changes(context, ref)


def _changes(context: Context, ref: "RecordRef") -> Answer:
    from clusterdesk.services import lookup

    entries = lookup.record_history(context.desk.store, ref.record_type, ref.id)
    document = {
        "record_type": ref.record_type,
        "id": str(ref.id),
        "title": ref.title,
        "changes": [_entry_document(context, entry) for entry in entries],
    }
    if context.output.as_json:
        return Answer(document)
    t = context.t
    headers = [t("Change no."), t("When"), t("Who"), t("Step"), t("Field"), t("Before"), t("After")]
    rows = [_entry_row(context, entry) for entry in entries]
    return Answer(
        document,
        [
            Lines([told.title(context, ref.record_type, ref.title) or str(ref.id)]),
            Table(headers, rows, frozenset({0})),
        ],
    )


def _entry_document(context: Context, entry: "HistoryEntry") -> dict[str, Any]:
    return {
        "change": entry.change_n,
        "at": instant_text(entry.at),
        "author": entry.author,
        "operation": entry.operation.text(context.t),
        "record_type": entry.record_type,
        "record_id": str(entry.record_id),
        "field": entry.field,
        "old": values.plain(entry.old),
        "new": values.plain(entry.new),
        "erased": entry.erased,
    }


def _entry_row(context: Context, entry: "HistoryEntry") -> list[str]:
    t, kind = context.t, RECORD_TYPES[entry.record_type]
    if entry.field is None:
        label, old, new = t(kind.label), "", t("created")
    else:
        label = t(kind.fields[entry.field].label)
        old, new = (_short(values.shown(context, value)) for value in (entry.old, entry.new))
    if entry.erased:
        new = t("erased")
    return [
        str(entry.change_n),
        values.shown(context, entry.at),
        told.author(context, entry.author),
        told.operation(context, entry.operation),
        label,
        old,
        new,
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _at(context: Context, ref: "RecordRef", moment: datetime) -> Answer:
    from clusterdesk.services import lookup

    past = lookup.record_at(context.desk.store, ref.record_type, ref.id, moment)
    document = {
        "record_type": ref.record_type,
        "id": str(ref.id),
        "at": instant_text(moment),
        "record": None if past.values is None else {"id": str(ref.id), **past.values},
    }
    if past.values is None:
        return Answer(document, [Lines([context.t("There was no such record then.")])])
    kind = RECORD_TYPES[ref.record_type]
    rows = []
    for name, plain in past.values.items():
        spec = kind.fields[name]
        value = spec.from_plain(plain)
        if value not in (None, "", (), False) and not isinstance(value, UUID):
            rows.append((context.t(spec.label), values.shown(context, value)))
    return Answer(document, [Pairs(rows)])


def _restore(context: Context, ref: "RecordRef", text: str) -> Answer:
    from clusterdesk.domain.commands.records import RestoreValue
    from clusterdesk.services import lookup, records

    store = context.desk.store
    number = int(text) if text.isascii() and text.isdigit() else -1
    entries = lookup.record_history(store, ref.record_type, ref.id)
    entry = next((one for one in entries if one.change_n == number), None)
    if entry is None or entry.field is None:
        raise KnownError(
            "no_such_change",
            N_("The history of this record has no change {number} whose value could be put back."),
            advice=N_("Look at the history of the record and take a number from there."),
            number=text,
        )
    command = RestoreValue(type_key=entry.record_type, record_id=entry.record_id, field=entry.field, change_n=number)
    result = records.restore_value(store, command)
    document = {
        "record_type": entry.record_type,
        "id": str(entry.record_id),
        "field": entry.field,
        "value": values.plain(result.output),
        "changed": bool(result.changes),
    }
    label = context.t(RECORD_TYPES[entry.record_type].fields[entry.field].label)
    line = context.t("{field} is again: {value}", field=label, value=_short(values.shown(context, result.output)))
    return Answer(document, [Lines([line])])
