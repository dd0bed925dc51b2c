"""inbox: what waits to be sorted, and filing it."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, sorted_lines, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups import capture as capturing
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.choice_labels import choice_label


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of the inbox."""
    actions = parser.actions("action", t)
    actions.add("list", t("what waits to be sorted, the newest first"), list_inbox)
    filing = actions.add(
        "file", t("file one: as a promise, a difficulty, an orientation, or a note of its organisation"), file_note
    )
    filing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))
    capturing.add_corrections(filing, t)
    sorted_lines.add_options(filing, t)
    discarding = actions.add("discard", t("put one into the bin"), discard)
    discarding.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))


def list_inbox(context: Context, options: Namespace) -> Answer:
    """List what waits."""
    from clusterdesk.services import inbox

    found = inbox.waiting(context.desk.store)
    document = {
        "total": len(found),
        "items": [
            {
                "id": str(one.id),
                "on": values.plain(one.on),
                "kind": one.kind.value,
                "text": one.text,
                "organisation": one.organisation or None,
                "organisation_id": str(one.organisation_id) if one.organisation_id is not None else None,
                "due_on": values.plain(one.due_on),
            }
            for one in found
        ],
    }
    t = context.t
    if not found:
        return Answer(document, [Lines([t("Nothing waits to be sorted.")])])
    headers = [t("Date"), t("Kind"), t("Text"), t("Organisation"), t("Due on"), t("Identifier")]
    rows = [
        [
            values.shown(context, one.on),
            t(choice_label(one.kind)),
            one.text,
            one.organisation,
            values.shown(context, one.due_on),
            str(one.id),
        ]
        for one in found
    ]
    return Answer(document, [Table(headers, rows)], [t.n("{n} note", "{n} notes", n=len(found))])


def file_note(context: Context, options: Namespace) -> Answer:
    """File a note where it belongs; what is still not clear goes on waiting, as it was corrected."""
    from clusterdesk.domain.records.inbox import QuickNote
    from clusterdesk.services.capture import understand_waiting
    from clusterdesk.services.capture_filing import keep

    store = context.desk.store
    found = references.one(context, options.ref, ("quick_note",))
    note = store.get(QuickNote, found.id)
    meant = understand_waiting(store, note, by_hand=capturing.corrections(context, options))
    begun = sorted_lines.begun(context, options, note, meant)
    if begun is not None:
        return begun
    return capturing.answer(context, meant, keep(store, meant, note.id).output)


def discard(context: Context, options: Namespace) -> Answer:
    """Put a note into the bin."""
    from clusterdesk.cli.groups.records import delete_record
    from clusterdesk.domain.record_types import RECORD_TYPES

    return delete_record(RECORD_TYPES["quick_note"], context, options)
