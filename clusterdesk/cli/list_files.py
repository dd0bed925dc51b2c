"""Lists written into files: ``list --save``, ``export workbook``, ``export csv``."""

from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli import sending
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.record_ref import RecordPage


def add_edition(parser: Parser, t: Translate) -> None:
    """Let an export leave out what is not for others."""
    parser.options.add_argument(
        "--edition",
        choices=[one.value for one in Edition],
        default=Edition.INTERNAL.value,
        help=t("shareable: without what is internal; restricted content never leaves"),
    )


def save_list(context: Context, kind: RecordType, page: RecordPage, file: str) -> Answer:
    """Write a list of records into a file."""
    from clusterdesk.exchange.listing.hub_teams import teams_listing
    from clusterdesk.exchange.listing.organisations import organisations_listing
    from clusterdesk.exchange.listing.records import listing_of
    from clusterdesk.exchange.writing.listing_files import write_listing

    store, t = context.desk.store, context.t
    if kind.key == "organisation":
        ids = [record.id for record in page.records]
        listing = organisations_listing(store, ids, context.desk.clock.today(), t)
    elif kind.key == "hub_team":
        listing = teams_listing(store, t, [record.id for record in page.records])
    else:
        listing = listing_of(store, kind.key, page.records, t)
    path = Path(file).expanduser()
    write_listing(path, listing)
    document = {"record_type": kind.key, "path": str(path.absolute()), "rows": len(listing.rows)}
    line = t.n("{n} row written: {path}", "{n} rows written: {path}", n=len(listing.rows), path=str(path))
    return Answer(document, [Lines([line])])


def export_workbook(context: Context, options: Namespace) -> Answer:
    """Write every list into one workbook, a sheet each."""
    from clusterdesk.base.told_file import write_file
    from clusterdesk.exchange.listing.records import all_listings
    from clusterdesk.exchange.writing.listing_files import listing_xlsx

    path = Path(options.file).expanduser()
    context.progress(context.t("Exporting …"))
    listings = all_listings(context.desk.store, context.t, Edition(options.edition))
    write_file(path, listing_xlsx(listings))
    document = {
        "path": str(path.absolute()),
        "edition": options.edition,
        "tables": {listing.key: len(listing.rows) for listing in listings},
    }
    notes = sending.queue_lists(context, [path], options.edition) if options.send else []
    table = _counted(context, [(one.title, len(one.rows)) for one in listings])
    return Answer(document, [table, Lines([str(path)])], notes)


def export_csv(context: Context, options: Namespace) -> Answer:
    """Write every list into a csv file of its own."""
    from clusterdesk.base.told_file import write_file
    from clusterdesk.exchange.listing.records import all_listings
    from clusterdesk.exchange.writing.listing_files import csv_name, listing_csv

    folder = Path(options.folder).expanduser()
    context.progress(context.t("Exporting …"))
    listings = all_listings(context.desk.store, context.t, Edition(options.edition))
    for listing in listings:
        write_file(folder / csv_name(listing), listing_csv(listing))
    document = {
        "folder": str(folder.absolute()),
        "edition": options.edition,
        "tables": {listing.key: len(listing.rows) for listing in listings},
        "files": {listing.key: csv_name(listing) for listing in listings},
    }
    written = [folder / csv_name(listing) for listing in listings]
    notes = sending.queue_lists(context, written, options.edition) if options.send else []
    return Answer(document, [_counted(context, [(csv_name(one), len(one.rows)) for one in listings])], notes)


def _counted(context: Context, rows: list[tuple[str, int]]) -> Table:
    t = context.t
    return Table([t("List"), t("Rows")], [[name, str(count)] for name, count in rows], frozenset({1}))
