"""bin: what was deleted, and taking it out again."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, told
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of the bin."""
    actions = parser.actions("action", t)
    actions.add("list", t("what lies in the bin"), list_bin)
    restoring = actions.add("restore", t("take a record and its parts out of the bin"), restore)
    restoring.wanted.add_argument(
        "ref", metavar="[TYPE] REF", nargs="+", help=t("id, number or name; the kind of record before it where needed")
    )


def list_bin(context: Context, options: Namespace) -> Answer:
    """List what lies in the bin."""
    from clusterdesk.services import lookup

    found = lookup.bin_contents(context.desk.store)
    document = {
        "total": len(found),
        "items": [{"record_type": ref.record_type, "id": str(ref.id), "title": ref.title} for ref in found],
    }
    t = context.t
    if not found:
        return Answer(document, [Lines([t("The bin is empty.")])])
    rows = [
        [t(RECORD_TYPES[ref.record_type].label), told.title(context, ref.record_type, ref.title), str(ref.id)]
        for ref in found
    ]
    return Answer(document, [Table([t("Kind"), t("Title"), t("Identifier")], rows)])


def restore(context: Context, options: Namespace) -> Answer:
    """Take a record out of the bin."""
    from clusterdesk.domain.commands.records import RestoreRecord
    from clusterdesk.services import records

    ref = references.named(context, options.ref, "clusterdesk bin restore", deleted=True)
    result = records.restore_record(context.desk.store, RestoreRecord(type_key=ref.record_type, record_id=ref.id))
    count = sum(map(len, result.changes.touched.values()))
    document = {
        "record_type": ref.record_type,
        "id": str(ref.id),
        "title": ref.title,
        "restored": bool(result.changes),
        "records": count,
    }
    shown = told.title(context, ref.record_type, ref.title) or str(ref.id)
    line = context.t("Out of the bin: {title}", title=shown)
    if not result.changes:
        line = context.t("This record is not in the bin: {title}", title=shown)
    return Answer(document, [Lines([line])])
