"""export: what goes out."""

from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli import list_files, open_export, sending, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Visibility


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the kinds of export."""
    actions = parser.actions("what", t)
    archive = actions.add("archive", t("everything, as a zip of JSON Lines or one .jsonl"), export_archive)
    archive.wanted.add_argument("file", metavar=t("FILE"), help=t("file to write"))
    workbook = actions.add("workbook", t("every list as a sheet of one workbook, .xlsx"), list_files.export_workbook)
    workbook.wanted.add_argument("file", metavar=t("FILE"), help=t("file to write"))
    tables = actions.add("csv", t("every list as a csv file, for any program"), list_files.export_csv)
    tables.wanted.add_argument("folder", metavar=t("FOLDER"), help=t("folder to write into"))
    for listed in (workbook, tables):
        list_files.add_edition(listed, t)
        sending.add_send(listed, t)
    opened = actions.add("open", t("tables for the agency: one .xlsx, and a .csv each"), open_export.export_open)
    open_export.add_options(opened, t)
    calendar = actions.add("calendar", t("the planned visits, as .ics for Outlook and the like"), export_calendar)
    calendar.wanted.add_argument("file", metavar=t("FILE"), help=t("file to write"))
    calendar.options.add_argument("--from", dest="first", metavar=t("DATE"), help=t("first day; else today"))
    calendar.options.add_argument("--to", dest="last", metavar=t("DATE"), help=t("last day; else all that come"))
    sending.add_send(calendar, t)


def export_archive(context: Context, options: Namespace) -> Answer:
    """Write the binder as an archive."""
    from clusterdesk.exchange.archive.save import export_archive as save

    path = Path(options.file).expanduser()
    context.progress(context.t("Exporting …"))
    summary = save(context.desk.store, path)
    document = {
        "path": str(summary.path.absolute()),
        "counts": dict(summary.counts),
        "documents": summary.documents,
        "missing_documents": list(summary.missing_documents),
    }
    t = context.t
    rows = [[t(RECORD_TYPES[key].plural), str(count)] for key, count in summary.counts.items()]
    notes = (
        [
            t.n(
                "{n} document is missing from the binder’s folder.",
                "{n} documents are missing from the binder’s folder.",
                n=len(summary.missing_documents),
            )
        ]
        if summary.missing_documents
        else []
    )
    return Answer(document, [Table([t("Records"), t("Number")], rows, frozenset({1})), Lines([str(path)])], notes)


def export_calendar(context: Context, options: Namespace) -> Answer:
    """Write the planned visits as a calendar."""
    from clusterdesk.exchange.calendar.write import export_calendar as save

    day = RECORD_TYPES["session"].fields["on"]
    first = values.read(context, day, "--from", options.first) if options.first else context.desk.clock.today()
    last = values.read(context, day, "--to", options.last) if options.last else None
    path = Path(options.file).expanduser()
    count = save(context.desk.store, path, first, last, context.t)
    document = {
        "path": str(path.absolute()),
        "from": first.isoformat(),
        "to": last.isoformat() if last else None,
        "visits": count,
    }
    # It holds what the team may read: no notes, no subjects.
    notes = sending.queue_lists(context, [path], Visibility.INTERNAL) if options.send else []
    return Answer(document, [Lines([str(path)])], notes)
