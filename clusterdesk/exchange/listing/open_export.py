"""The open export: agreed tables as one workbook and as a csv file each, for the agency's folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clusterdesk.base.filenames import safe_filename
from clusterdesk.config.settings import Settings
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.open_export import Rhythm, chosen_tables, is_due
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.listing import Listing
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.exchange.listing.agency_facts import AgencyFacts
from clusterdesk.exchange.listing.agency_tables import TABLES, agency_listing
from clusterdesk.exchange.writing.listing_files import listing_csv, listing_xlsx
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store

MADE = "open_export_made"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One file of the export."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OpenExport:
    """The tables, and the files they make."""

    listings: tuple[Listing, ...]
    files: tuple[OpenFile, ...]


def make_open_export(store: Store, t: Translator, day: date, *, tables: str = "", personal: bool = False) -> OpenExport:
    """Return the export as of a local day; ``tables`` as in the settings, ``personal``: persons were agreed on.

    Raises:
        KnownError: a table is not known.
    """
    facts = AgencyFacts(store, t, day, personal)
    listings = tuple(agency_listing(facts, key) for key in chosen_tables(tables, tuple(TABLES)))
    return OpenExport(listings, tuple(_files(listings, t, day)))


def queue_open_export(store: Store, settings: Settings, t: Translator) -> tuple[ExportJob, ...]:
    """Make the export as the settings say, put its files into the outbox, and remember the day.

    Raises:
        KnownError: a table or the folder of the settings is not known, or the disk is full.
    """
    day = store.clock.today()
    made = make_open_export(store, t, day, tables=settings.open_export_tables, personal=settings.open_export_personal)
    jobs = tuple(outbox.queue_bytes(store, _export(file, settings), file.content) for file in made.files)
    store.remember(MADE, day.isoformat())
    return jobs


def queue_when_due(store: Store, settings: Settings, t: Translator) -> tuple[ExportJob, ...]:
    """Make the export where this week or month has none yet; returns what was put into the outbox.

    Raises:
        KnownError: as ``queue_open_export``.
    """
    if not is_due(Rhythm(settings.open_export), last_made(store), store.clock.today()):
        return ()
    return queue_open_export(store, settings, t)


def last_made(store: Store) -> date | None:
    """Return the day the last one was put into the outbox."""
    kept = store.fact(MADE)
    return date.fromisoformat(kept) if kept else None


def _files(listings: tuple[Listing, ...], t: Translator, day: date) -> Iterator[OpenFile]:
    title = t("Open export {day}", day=day.isoformat())
    yield OpenFile(safe_filename(title, ".xlsx"), listing_xlsx(listings))
    for listing in listings:
        name = t("{export} – {table}", export=title, table=listing.title)
        yield OpenFile(safe_filename(name, ".csv"), listing_csv(listing))


def _export(file: OpenFile, settings: Settings) -> NewExport:
    return NewExport(
        title=file.name.rpartition(".")[0],
        purpose=Purpose.OPEN_EXPORT,
        filename=file.name,
        template=settings.drive_open_exports,
        # Its tables hold nothing else: what is internal is counted without a name, what is restricted is left out.
        visibility=Visibility.SHAREABLE,
    )
