"""The open export goes to the outbox as a workbook and csv files, and holds nothing that was not agreed."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from python_calamine import CalamineWorkbook

from clusterdesk.config.settings import Settings
from clusterdesk.domain.outgoing.states import JobState, Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.exchange.listing.agency_tables import TABLES
from clusterdesk.exchange.listing.open_export import last_made, queue_open_export, queue_when_due
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store
from tests.exchange.listing.test_records import put

FRENCH = Translator("fr")
MONTHLY = Settings(open_export="monthly")


def contents(store: Store) -> dict[str, bytes]:
    """Return what lies in the outbox, by the name of the file."""
    found = {}
    for job in outbox.jobs(store):
        path = outbox.local_path(store, job)
        assert path is not None
        found[path.name] = path.read_bytes()
    return found


def planted(store: Store) -> None:
    """Plant words that may not leave."""
    noord = put(store, Organisation(name="Atelier Noord", summary="PLANT-summary", notes="PLANT-notes"))
    held = put(store, Session(organisation_id=noord.id, on=date(2026, 3, 3), subject="PLANT-subject"))
    put(store, SessionNote(session_id=held.id, text="PLANT-internal", visibility=Visibility.INTERNAL))
    put(store, SessionNote(session_id=held.id, text="PLANT-restricted", visibility=Visibility.RESTRICTED))
    put(store, Headcount(organisation_id=noord.id, on=date(2026, 9, 30), fte=Decimal(3), remark="PLANT-note"))
    put(store, Organisation(name="PLANT Peeters", sole_trader=True))


def test_a_workbook_and_a_csv_file_for_each_table_wait_in_the_outbox(store: Store) -> None:
    planted(store)
    jobs = queue_open_export(store, MONTHLY, FRENCH)
    assert {job.purpose for job in jobs} == {Purpose.OPEN_EXPORT}
    assert {job.state for job in jobs} == {JobState.QUEUED}
    assert all(job.destination.startswith("open/") for job in jobs)
    found = contents(store)
    (book,) = [content for name, content in found.items() if name.endswith(".xlsx")]
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(book)).sheet_names
    tables = [content for name, content in found.items() if name.endswith(".csv")]
    assert len(sheets) == len(tables) == len(TABLES)
    for content in tables:
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        assert len({len(row) for row in rows}) == 1


def test_no_planted_word_is_in_any_file(store: Store) -> None:
    planted(store)
    queue_open_export(store, MONTHLY, FRENCH)
    for name, content in contents(store).items():
        if name.endswith(".csv"):
            assert b"PLANT" not in content, name
            continue
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        cells = [
            cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row
        ]
        assert "Atelier Noord" in cells
        assert not [cell for cell in cells if "PLANT" in str(cell)]


def test_a_person_stands_in_it_only_where_that_was_agreed(store: Store) -> None:
    planted(store)
    queue_open_export(store, replace(MONTHLY, open_export_personal=True, open_export_tables="organisations"), FRENCH)
    found = contents(store)
    assert len(found) == 2
    (table,) = [content for name, content in found.items() if name.endswith(".csv")]
    assert b"PLANT Peeters" in table


def test_it_is_made_by_itself_once(store: Store) -> None:
    assert queue_when_due(store, Settings(), FRENCH) == ()
    assert last_made(store) is None
    assert len(queue_when_due(store, MONTHLY, FRENCH)) == 1 + len(TABLES)
    assert last_made(store) == store.clock.today()
    assert queue_when_due(store, MONTHLY, FRENCH) == ()
