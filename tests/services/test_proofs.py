"""A result is confirmed with evidence: what is there counts, what is given is noted with it, else it is refused."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.domain.breakeven.period import Period
from clusterdesk.domain.commands.figures import ClosePeriod, EnterFigures, OpenLedger
from clusterdesk.domain.commands.records import AddRecord, EditRecord, RestoreValue
from clusterdesk.domain.commands.results import AddResult, ConfirmResult, GivenProof
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.proposals.proposal import SuggestedProof
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.figures import AnnualAccounts, FigureLine, FigureSource
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures, records, results
from clusterdesk.services.break_even import read_break_even
from clusterdesk.services.proofs import Paper
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation, make_visit

DAY = date(2026, 5, 31)


@pytest.fixture
def file(store: Store) -> CoachingFile:
    return make_file(store, make_organisation(store))


@pytest.fixture
def noted(store: Store, file: CoachingFile) -> ResultEvent:
    """A result noted by hand, not confirmed."""
    command = AddResult(kind=ResultKind.PRODUCTION_STARTED, on=DAY, coaching_file_id=file.id)
    return results.add_result(store, command).output


def _confirm(store: Store, noted: ResultEvent, proof: GivenProof | None = None, paper: Paper | None = None) -> None:
    results.confirm_result(store, ConfirmResult(result_id=noted.id, by="Claire", proof=proof), paper)


def test_without_evidence_it_is_refused_in_three_sentences(store: Store, noted: ResultEvent) -> None:
    with pytest.raises(KnownError) as refused:
        _confirm(store, noted)
    texts = refused.value.texts(Translator("fr"))
    assert texts.message.startswith("Rien ne prouve encore ce résultat\xa0: ")
    assert texts.safe
    assert "de 0 à 4" in texts.advice
    assert store.get(ResultEvent, noted.id).confirmed_on is None
    with pytest.raises(KnownError, match="Nothing proves"):
        _confirm(store, noted, GivenProof("  ", EvidenceLevel.DOCUMENT))


def test_evidence_given_is_noted_with_its_paper_in_the_same_step(
    store: Store, noted: ResultEvent, file: CoachingFile
) -> None:
    paper = Paper("facture.pdf", b"%PDF-1.4 facture")
    _confirm(store, noted, GivenProof(" Première  facture ", EvidenceLevel.DOCUMENT), paper)
    (proof,), (document,) = store.find(Evidence), store.find(Document)
    assert (proof.title, proof.level, proof.wanted) == ("Première facture", EvidenceLevel.DOCUMENT, False)
    assert (proof.result_event_id, proof.project_id, proof.document_id) == (noted.id, file.project_id, document.id)
    assert (proof.indicator, proof.on) == ("new_production", store.clock.today())
    assert store.documents.read(document.sha256) == b"%PDF-1.4 facture"
    undo(store)
    assert (store.find(Evidence), store.find(Document)) == ([], [])
    assert store.get(ResultEvent, noted.id).confirmed_on is None
    redo(store)
    assert store.get(Evidence, proof.id) == proof


@pytest.mark.parametrize(
    ("given", "paper", "level"),
    [
        (GivenProof("Dit par la gérante"), None, EvidenceLevel.SAID),
        (GivenProof("Impression", EvidenceLevel.IMPRESSION), None, EvidenceLevel.IMPRESSION),
        (None, Paper("bilan.pdf", b"%PDF-1.4"), EvidenceLevel.DOCUMENT),
    ],
)
def test_a_level_that_is_not_given_follows_from_what_is_given(
    store: Store, noted: ResultEvent, given: GivenProof | None, paper: Paper | None, level: EvidenceLevel
) -> None:
    _confirm(store, noted, given, paper)
    (proof,) = store.find(Evidence)
    assert proof.level is level
    assert proof.title == (given.title if given is not None else "bilan.pdf")


def test_a_paper_kept_already_is_not_kept_twice(store: Store, noted: ResultEvent) -> None:
    paper = Paper("facture.pdf", b"%PDF-1.4 facture")
    _confirm(store, noted, GivenProof("Une"), paper)
    _confirm(store, noted, GivenProof("Deux"), paper)
    (document,) = store.find(Document)
    assert {one.document_id for one in store.find(Evidence)} == {document.id}


@pytest.mark.parametrize("indicator", ["new_production", ""])
def test_a_piece_that_the_project_has_counts_and_becomes_the_result_s(
    store: Store, noted: ResultEvent, indicator: str
) -> None:
    proof = add(store, Evidence(title="Photos", project_id=noted.project_id, indicator=indicator))
    _confirm(store, noted)
    assert store.get(Evidence, proof.id).result_event_id == noted.id
    undo(store)
    assert store.get(Evidence, proof.id).result_event_id is None


def test_a_piece_of_the_organisation_for_the_indicator_counts(store: Store, noted: ResultEvent) -> None:
    (holder,) = store.find(Organisation)
    add(store, Evidence(title="Photos", organisation_id=holder.id, indicator="new_production"))
    _confirm(store, noted)
    assert store.get(ResultEvent, noted.id).confirmed_by == "Claire"


def test_what_is_wanted_revoked_binned_or_of_something_else_does_not_count(store: Store, noted: ResultEvent) -> None:
    (holder,) = store.find(Organisation)
    other = make_file(store, holder, "Autre projet")
    kept = Evidence(title="Pièce", project_id=noted.project_id)
    for one in (
        replace(kept, id=new_id(), wanted=True),
        replace(kept, id=new_id(), revoked_on=DAY),
        replace(kept, id=new_id(), deleted=True),
        replace(kept, id=new_id(), indicator="break_even"),
        Evidence(title="Pièce", project_id=other.project_id, indicator="new_production"),
        Evidence(title="Pièce", organisation_id=holder.id),
    ):
        add(store, one)
    with pytest.raises(KnownError, match="Nothing proves"):
        _confirm(store, noted)


def test_what_was_wanted_has_come_when_it_is_given(store: Store, noted: ResultEvent) -> None:
    waiting = add(
        store,
        Evidence(title="Balance", project_id=noted.project_id, level=EvidenceLevel.DOCUMENT, wanted=True),
    )
    _confirm(store, noted, GivenProof("balance"))
    (proof,) = store.find(Evidence)
    assert (proof.id, proof.wanted, proof.level) == (waiting.id, False, EvidenceLevel.DOCUMENT)
    assert proof.result_event_id == noted.id


def test_a_confirmed_result_is_corrected_without_new_evidence(store: Store, noted: ResultEvent) -> None:
    _confirm(store, noted, GivenProof("Photos"))
    results.confirm_result(store, ConfirmResult(result_id=noted.id, by="Tom", on=DAY))
    assert store.get(ResultEvent, noted.id).confirmed_by == "Tom"
    assert len(store.find(Evidence)) == 1


def test_no_other_road_confirms_without_evidence(store: Store, noted: ResultEvent, file: CoachingFile) -> None:
    values: dict[str, object] = {"confirmed_by": "Claire", "confirmed_on": DAY}
    edit = EditRecord(type_key="result_event", record_id=noted.id, values=values)
    with pytest.raises(KnownError, match="Nothing proves"):
        records.edit_record(store, edit)
    bare = ResultEvent(kind=noted.kind, on=DAY, project_id=file.project_id, confirmed_by="Claire", confirmed_on=DAY)
    with pytest.raises(KnownError, match="Nothing proves"):
        records.add_record(store, AddRecord(record=bare))
    records.add_record(store, AddRecord(record=bare, parts=(Evidence(title="Photos", result_event_id=bare.id),)))
    assert len(store.find(ResultEvent)) == 2


def test_the_history_brings_no_confirmation_back_that_nothing_proves(store: Store, noted: ResultEvent) -> None:
    _confirm(store, noted, GivenProof("Photos"))
    emptied: dict[str, object] = {"confirmed_by": "", "confirmed_on": None}
    records.edit_record(store, EditRecord(type_key="result_event", record_id=noted.id, values=emptied))
    (proof,) = store.find(Evidence)
    records.edit_record(store, EditRecord(type_key="evidence", record_id=proof.id, values={"wanted": True}))
    with store.read() as connection:
        changes = connection.exec_driver_sql(
            "SELECT n FROM change WHERE column_name = 'confirmed_on' AND value <> 'null' ORDER BY n"
        ).fetchall()
    back = RestoreValue(type_key="result_event", record_id=noted.id, field="confirmed_on", change_n=changes[-1][0])
    with pytest.raises(KnownError, match="Nothing proves"):
        records.restore_value(store, back)


LOSS, GAIN = (10_000, 13_000), (20_000, 17_000)


def _ledger(store: Store, file: CoachingFile, sources: Sequence[FigureSource]) -> SuggestedProof | None:
    """Open a ledger of three losses and three gains; each month of gain has its own source."""
    (holder,) = store.find(Organisation)
    make_visit(store, holder, date(2026, 2, 10), "Charges", coaching_file_id=file.id)
    command = OpenLedger(organisation_id=holder.id, project_id=file.project_id, starts_on=date(2026, 1, 1))
    ledger = figures.open_ledger(store, command).output
    for month, (revenue, costs) in enumerate([LOSS] * 3 + [GAIN] * 3, start=1):
        period, source = f"2026-{month:02}", FigureSource.ORAL if month < 4 else sources[month - 4]
        amounts = {FigureLine.REVENUE: revenue, FigureLine.TOTAL_COSTS: costs}
        cells = [FigureCell(period, line, Decimal(amount), source=source) for line, amount in amounts.items()]
        figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=tuple(cells)))
        figures.close_period(store, ClosePeriod(ledger_id=ledger.id, period=period))
    (proposal,) = read_break_even(store, ledger.id).proposals
    return proposal.suggested


@pytest.mark.parametrize(
    ("sources", "level", "title"),
    [
        (("oral",) * 3, EvidenceLevel.SAID, "Figures told by the company, {first} to {last}"),
        (("company",) * 3, EvidenceLevel.SAID, "Figures given by the company, {first} to {last}"),
        (("accountant",) * 3, EvidenceLevel.DOCUMENT, "Figures of the accountant, {first} to {last}"),
        (("filed",) * 3, EvidenceLevel.DOCUMENT, "Filed figures, {first} to {last}"),
        (("filed", "oral", "accountant"), EvidenceLevel.SAID, "Figures told by the company, {first} to {last}"),
    ],
)
def test_what_is_proposed_is_worth_what_its_weakest_source_is_worth(
    store: Store, file: CoachingFile, sources: Sequence[str], level: EvidenceLevel, title: str
) -> None:
    suggested = _ledger(store, file, [FigureSource(one) for one in sources])
    assert suggested is not None
    assert (suggested.level, suggested.title.message) == (level, title)
    assert list(suggested.title.values.values()) == [Period(2026, 4), Period(2026, 6)]


def test_filed_accounts_of_the_year_are_proposed_first(store: Store, file: CoachingFile) -> None:
    (holder,) = store.find(Organisation)
    year = AnnualAccounts(
        organisation_id=holder.id, from_on=date(2026, 1, 1), to_on=date(2026, 12, 31), filed_on=date(2027, 6, 1)
    )
    add(store, year)
    suggested = _ledger(store, file, [FigureSource.ORAL] * 3)
    assert suggested is not None
    assert suggested.level is EvidenceLevel.DOCUMENT
    assert suggested.title.message == "Filed accounts, {first} to {last}"
