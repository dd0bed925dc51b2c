"""What came in, as the journal tells it: documents and mails one by one, lists as a whole."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from clusterdesk.domain.changes import Insert
from clusterdesk.domain.commands.documents import AttachDocument, DetachDocument
from clusterdesk.domain.commands.imports import ImportList
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import LogSession
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState
from clusterdesk.domain.views.arrivals import ArrivalKind, Arrivals
from clusterdesk.domain.working_days import last_working_day
from clusterdesk.services.documents import attach_document, detach_document
from clusterdesk.services.list_views import read_arrivals
from clusterdesk.services.records import add_record
from clusterdesk.services.session_closing import log_session
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store

NOORD = Organisation(name="Atelier Noord")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file to attach."""
    made = tmp_path / "devis.pdf"
    made.write_bytes(b"%PDF")
    return made


@pytest.fixture
def desk(store: Store) -> Store:
    """A binder with one organisation."""
    add_record(store, AddRecord(record=NOORD))
    return store


def _arrived(store: Store) -> Arrivals:
    return read_arrivals(store, store.clock.today() + timedelta(days=1))


def _kinds(store: Store) -> list[ArrivalKind]:
    return [one.kind for one in _arrived(store).newest]


def test_a_document_and_a_mail_lead_to_their_organisation(desk: Store, paper: Path) -> None:
    attach_document(desk, AttachDocument(source=paper, organisation_id=NOORD.id), limit_mb=10)
    mail = LogSession(organisation_id=NOORD.id, on=desk.clock.today(), kind=SessionKind.MAIL, subject="Le bail")
    log_session(desk, mail)
    log_session(desk, LogSession(organisation_id=NOORD.id, on=desk.clock.today(), subject="no mail"))
    found = _arrived(desk).newest
    assert [(one.text, one.organisation) for one in found] == [("Le bail", NOORD.name), ("devis.pdf", NOORD.name)]
    assert {one.organisation_id for one in found} == {NOORD.id}


def test_what_went_into_the_bin_or_is_restricted_is_not_told(desk: Store, paper: Path) -> None:
    one = attach_document(desk, AttachDocument(source=paper, organisation_id=NOORD.id), limit_mb=10).output
    paper.write_bytes(b"%PDF secret")
    secret = AttachDocument(source=paper, organisation_id=NOORD.id, visibility=Visibility.RESTRICTED)
    attach_document(desk, secret, limit_mb=10)
    assert _kinds(desk) == [ArrivalKind.DOCUMENT]
    detach_document(desk, DetachDocument(document_id=one.id))
    assert _arrived(desk).count == 0


def test_an_import_is_one_arrival_until_it_is_undone(desk: Store) -> None:
    mail = Session(organisation_id=NOORD.id, on=date(2024, 5, 2), kind=SessionKind.MAIL, state=SessionState.HELD)
    desk.apply(ImportList(kind_label="Sessions", file="past.xlsx", count=1), [Insert(mail)])
    assert _kinds(desk) == [ArrivalKind.IMPORT]
    undo(desk)
    assert _kinds(desk) == []
    redo(desk)
    assert _kinds(desk) == [ArrivalKind.IMPORT]


def test_only_since_the_last_working_day(desk: Store, paper: Path) -> None:
    attach_document(desk, AttachDocument(source=paper, organisation_id=NOORD.id), limit_mb=10)
    assert read_arrivals(desk, desk.clock.today() + timedelta(days=7)).count == 0
    assert last_working_day(date(2026, 11, 23)) == date(2026, 11, 20)
    assert last_working_day(date(2026, 11, 22)) == date(2026, 11, 20)
    assert last_working_day(date(2026, 11, 25)) == date(2026, 11, 24)
