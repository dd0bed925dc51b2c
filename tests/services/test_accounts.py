"""Annual accounts: what they say of break-even, and the filed document that proves them in one step."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.domain.commands.accounts import AttachAccounts
from clusterdesk.domain.figures.accounts import core_of_year
from clusterdesk.domain.records.figures import AnnualAccounts
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.services import accounts
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline
from tests.factories import add, make_organisation


def year(store: Store, **values: object) -> AnnualAccounts:
    """Add the accounts of 2025."""
    holder = make_organisation(store)
    begins = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31), "operating_result": Decimal(-900)}
    return add(store, AnnualAccounts(organisation_id=holder.id, **{**begins, **values}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("result", "depreciation", "subsidies", "core"),
    [
        ("-900", "1000", None, 100),  # a loss that is nothing but depreciation
        ("-900", "500", "200", -600),
        ("100", None, "20", 80),
        ("-900", None, None, None),  # nobody knows what the depreciation was
        (None, "5", "5", None),
        ("0", "0", "0", 0),
    ],
)
def test_the_core_of_a_year(
    store: Store, result: str | None, depreciation: str | None, subsidies: str | None, core: int | None
) -> None:
    def read(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    one = year(
        store,
        operating_result=read(result),
        depreciation=read(depreciation),
        operating_subsidies=read(subsidies),
    )
    assert core_of_year(one) == core


def test_the_filed_document_is_evidence_of_level_three_in_one_step(store: Store, tmp_path: Path) -> None:
    one = year(store, filed_on=date(2026, 7, 8))
    source = tmp_path / "comptes.pdf"
    source.write_bytes(b"%PDF-1.7 depot")
    attach = AttachAccounts(accounts_id=one.id, source=source, name="Comptes annuels 2025")
    proof = accounts.attach_accounts(store, attach, limit_mb=5).output
    assert (proof.level, proof.wanted, proof.on) == (EvidenceLevel.DOCUMENT, False, date(2026, 7, 8))
    assert store.get(AnnualAccounts, one.id).document_id == proof.document_id
    again = accounts.attach_accounts(store, attach, limit_mb=5)
    assert again.output.id == proof.id
    assert not again.changes
    undo(store)
    assert store.get(AnnualAccounts, one.id).document_id is None
    assert store.find(Document) == []
    assert store.find(Evidence) == []


def test_wanted_evidence_of_accounts_is_obtained_and_that_of_a_result_is_its_own(store: Store, tmp_path: Path) -> None:
    one = year(store)
    source = tmp_path / "comptes.pdf"
    source.write_bytes(b"%PDF-1.7 depot")
    attach = AttachAccounts(accounts_id=one.id, source=source, name="Comptes annuels 2025")
    reached = ResultEvent(organisation_id=one.organisation_id, kind=ResultKind.BREAK_EVEN_REACHED, on=date(2025, 9, 30))
    add(store, reached)
    assert accounts.attach_accounts(store, attach, limit_mb=5).output.result_event_id == reached.id
    undo(store)
    wanted = add(
        store,
        Evidence(
            organisation_id=one.organisation_id,
            title="Comptes déposés",
            level=EvidenceLevel.DOCUMENT,
            indicator="break_even",
            wanted=True,
        ),
    )
    assert accounts.attach_accounts(store, attach, limit_mb=5).output.id == wanted.id
    assert not store.get(Evidence, wanted.id).wanted


def test_the_next_year_follows_the_last_one(store: Store) -> None:
    holder = make_organisation(store)
    first = accounts.next_year(store, holder.id)
    assert (first.from_on, first.to_on) == (date(2025, 1, 1), date(2025, 12, 31))
    shifted = AnnualAccounts(organisation_id=holder.id, from_on=date(2023, 7, 1), to_on=date(2024, 6, 30))
    add(store, shifted)
    following = accounts.next_year(store, holder.id)
    assert (following.from_on, following.to_on) == (date(2024, 7, 1), date(2025, 6, 30))


def test_accounts_stand_in_the_fil(store: Store) -> None:
    one = year(store, remark="Schéma abrégé")
    with store.read() as connection:
        page = timeline(connection, one.organisation_id)
    entry = next(entry for entry in page.entries if entry.id == one.id)
    assert (str(entry.on), entry.detail, entry.state, entry.body) == ("2025-12-31", "-900", "EUR", "Schéma abrégé")
