"""Records as lists: named, typed, and without what an edition may not show."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralStep
from clusterdesk.domain.records.results import Document, Evidence
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.exchange.listing.records import all_listings, listing_of
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store

DAY = date(2026, 11, 23)


def put[R: Record](store: Store, record: R) -> R:
    """Add a record."""
    add_record(store, AddRecord(record=record))
    return record


def texts(listings: list[Listing]) -> str:
    """Return every cell of lists in one text."""
    cells: list[Cell] = [cell for listing in listings for row in listing.rows for cell in row]
    return "\n".join(str(cell) for cell in cells)


@pytest.fixture
def planted(store: Store) -> Organisation:
    """Plant a secret of each kind."""
    noord = put(store, Organisation(name="Atelier Noord", summary="PLANT-SUMMARY", notes="PLANT-NOTES"))
    session = put(store, Session(organisation_id=noord.id, on=DAY, subject="Visite"))
    put(store, SessionNote(session_id=session.id, text="PLANT-INTERNAL", visibility=Visibility.INTERNAL))
    put(store, SessionNote(session_id=session.id, text="PLANT-RESTRICTED", visibility=Visibility.RESTRICTED))
    put(store, SessionNote(session_id=session.id, text="Dit à tous", visibility=Visibility.SHAREABLE))
    referral = put(store, Referral(organisation_id=noord.id, on=DAY, need="PLANT-NEED", visibility=Visibility.INTERNAL))
    put(store, ReferralStep(referral_id=referral.id, act=ReferralAct.CREATED, on=DAY, by="PLANT-BY"))
    shared = Referral(organisation_id=noord.id, on=DAY, need="Besoin dit", remark="PLANT-REMARK")
    put(store, replace(shared, visibility=Visibility.SHAREABLE))
    secret = Document(name="PLANT-FILE.pdf", sha256="0" * 64, size=1, visibility=Visibility.RESTRICTED)
    put(store, secret)
    put(store, Evidence(title="Preuve", document_id=secret.id, visibility=Visibility.SHAREABLE))
    return noord


def test_what_others_receive_holds_nothing_internal(store: Store, planted: Organisation) -> None:
    told = texts(all_listings(store, Translator("fr"), Edition.SHAREABLE))
    assert "PLANT" not in told
    assert "Dit à tous" in told
    assert "Besoin dit" in told
    assert "Atelier Noord" in told


def test_restricted_content_never_leaves(store: Store, planted: Organisation) -> None:
    told = texts(all_listings(store, Translator("fr"), Edition.INTERNAL))
    assert "PLANT-RESTRICTED" not in told
    assert "PLANT-FILE" not in told
    for kept in ("PLANT-INTERNAL", "PLANT-NEED", "PLANT-BY", "PLANT-REMARK", "PLANT-SUMMARY", "PLANT-NOTES"):
        assert kept in told


def test_cells_are_typed_and_named(store: Store, planted: Organisation) -> None:
    count = put(store, Headcount(organisation_id=planted.id, on=DAY, fte=Decimal("7.50"), persons=9))
    listing = listing_of(store, "headcount", [count], Translator("fr"))
    row = dict(zip(listing.headings, listing.rows[0], strict=True))
    assert row == {
        "Organisation": "Atelier Noord",
        "Date": DAY,
        "ETP": Decimal("7.50"),
        "Personnes": 9,
        "Source": "L’entreprise",
        "Précision": "Exact",
        "Visibilité": "Partageable",
    }
