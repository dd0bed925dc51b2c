"""export open: the agreed tables for the agency, into a folder or to the team's folder."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import sending
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError


def add_options(parser: Parser, t: Translate) -> None:
    """Add what the export can be asked."""
    parser.wanted.add_argument("folder", metavar=t("FOLDER"), nargs="?", help=t("folder to write into"))
    parser.options.add_argument("--tables", metavar="A,B", help=t("only these tables; else those of the settings"))
    parser.options.add_argument(
        "--personal",
        action="store_true",
        help=t("with the names of persons who work alone; only where that was agreed"),
    )
    parser.options.add_argument("--send", action="store_true", help=t("put it into the outbox for the team’s folder"))


def export_open(context: Context, options: Namespace) -> Answer:
    """Write the tables into a folder, or put them into the outbox."""
    from clusterdesk.base.told_file import write_file
    from clusterdesk.exchange.listing.open_export import make_open_export, queue_open_export
    from clusterdesk.i18n.translator import Translator

    if not options.folder and not options.send:
        raise WrongUseError(
            N_("The export has nowhere to go."), advice=N_("Name a folder, or put it into the outbox with --send.")
        )
    store, settings = context.desk.store, context.settings
    settings = replace(
        settings,
        open_export_tables=options.tables if options.tables is not None else settings.open_export_tables,
        open_export_personal=options.personal or settings.open_export_personal,
    )
    t = Translator(settings.default_document_language)
    context.progress(context.t("Exporting …"))
    made = make_open_export(
        store,
        t,
        context.desk.clock.today(),
        tables=settings.open_export_tables,
        personal=settings.open_export_personal,
    )
    folder = Path(options.folder).expanduser() if options.folder else None
    for file in made.files if folder is not None else ():
        assert folder is not None
        write_file(folder / file.name, file.content)
    jobs = queue_open_export(store, settings, t) if options.send else ()
    document = {
        "folder": str(folder.absolute()) if folder is not None else None,
        "personal": settings.open_export_personal,
        "tables": {listing.key: len(listing.rows) for listing in made.listings},
        "files": [file.name for file in made.files],
        "exports": [sending.job_document(context, job) for job in jobs],
    }
    rows = [[listing.title, str(len(listing.rows))] for listing in made.listings]
    table = Table([context.t("List"), context.t("Rows")], rows, frozenset({1}))
    notes = [sending.queued_note(context, len(jobs))] if jobs else []
    return Answer(document, [table, Lines([file.name for file in made.files])], notes)
