"""Break-even as a result: proposed, confirmed with evidence, validated, doubted after a correction, taken back."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.figures import EnterFigure, OpenLedger
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.results import AddEvidence, AddResult, GivenProof, RevokeResult, ValidateResult
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal, ResultStanding
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.figures import AnnualAccounts, FigureLine, Ledger
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.services import figures, records, results
from clusterdesk.services.break_even import read_break_even
from clusterdesk.services.proposals import confirm_proposal, confirmation
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation, make_visit
from tests.ledgers import Split, enter_months

LOSS: Split = (10_000, 4_000, 9_000)
GAIN: Split = (20_000, 8_000, 9_000)
PROOF = GivenProof("Dit par la gérante")


@pytest.fixture
def file(store: Store) -> CoachingFile:
    """Coach an organisation since 10 February."""
    holder = make_organisation(store)
    file = make_file(store, holder, tracks=("break_even",))
    make_visit(store, holder, date(2026, 2, 10), "Les charges fixes pèsent.", coaching_file_id=file.id)
    return file


@pytest.fixture
def ledger(store: Store, file: CoachingFile) -> Ledger:
    """Open its ledger: losses in January to March, gains from April to June."""
    (holder,) = store.find(Organisation)
    command = OpenLedger(organisation_id=holder.id, project_id=file.project_id, starts_on=date(2026, 1, 1))
    opened = figures.open_ledger(store, command).output
    enter_months(store, opened, "2026-01", [LOSS] * 3 + [GAIN] * 3)
    return opened


def proposal(store: Store, ledger: Ledger) -> ResultProposal:
    """Return the only proposal of the ledger."""
    (found,) = read_break_even(store, ledger.id).proposals
    return found


def confirm(store: Store, ledger: Ledger) -> ResultEvent:
    """Confirm what is proposed first."""
    first = read_break_even(store, ledger.id).proposals[0]
    return confirm_proposal(store, confirmation(first, by="Nadia Claes", proof=PROOF)).output


def correct(store: Store, ledger: Ledger, period: str, amount: int) -> None:
    """Correct the turnover of a closed month."""
    cell = FigureCell(period, FigureLine.REVENUE, Decimal(amount))
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=cell))


def test_confirming_keeps_ledger_rule_and_evidence_in_one_step(
    store: Store, ledger: Ledger, file: CoachingFile
) -> None:
    proof = results.add_evidence(
        store,
        AddEvidence(
            title="Balance du comptable",
            project_id=file.project_id,
            level=EvidenceLevel.DOCUMENT,
            indicator="break_even",
        ),
    ).output
    assert [one.id for one in proposal(store, ledger).evidence] == [proof.id]
    event = confirm(store, ledger)
    assert (event.ledger_id, event.rule, event.on) == (ledger.id, "R3", date(2026, 6, 30))
    assert event.project_id == file.project_id
    assert store.get(Evidence, proof.id).result_event_id == event.id
    held = proposal(store, ledger)
    assert held.standing is ResultStanding.CONFIRMED
    assert held.evidence[0].title == "Balance du comptable"
    results.validate_result(store, ValidateResult(result_id=event.id, by="Tom Maes"))
    assert proposal(store, ledger).standing is ResultStanding.VALIDATED
    undo(store)
    undo(store)
    assert store.find(ResultEvent) == []
    assert store.get(Evidence, proof.id).result_event_id is None
    assert proposal(store, ledger).standing is ResultStanding.PROPOSED


def test_a_corrected_figure_proposes_to_revoke_and_undo_restores_all(store: Store, ledger: Ledger) -> None:
    event = confirm(store, ledger)
    correct(store, ledger, "2026-05", 5_000)
    doubted = proposal(store, ledger)
    assert doubted.action is ProposedAction.REVOKE
    assert doubted.event is not None
    assert doubted.event.id == event.id, "it stands until somebody revokes it"
    results.revoke_result(store, RevokeResult(result_id=event.id, reason="Chiffre de mai corrigé"))
    assert read_break_even(store, ledger.id).proposals == ()
    undo(store)
    assert proposal(store, ledger).standing is ResultStanding.TO_REVOKE
    undo(store)
    assert proposal(store, ledger).standing is ResultStanding.CONFIRMED
    redo(store)
    redo(store)
    assert store.get(ResultEvent, event.id).revoke_reason == "Chiffre de mai corrigé"


def test_a_correction_that_moves_the_day_proposes_both(store: Store, ledger: Ledger) -> None:
    event = confirm(store, ledger)
    correct(store, ledger, "2026-03", 30_000)
    gone, fresh = read_break_even(store, ledger.id).proposals
    assert gone.event is not None
    assert (gone.event.id, gone.on) == (event.id, date(2026, 6, 30))
    assert (fresh.action, fresh.on) == (ProposedAction.CONFIRM, date(2026, 5, 31))
    assert [one.values.get("day") for one in gone.missing] == [None, date(2026, 5, 31)]


def test_the_same_figures_never_count_twice(store: Store, ledger: Ledger) -> None:
    first = proposal(store, ledger)
    confirm(store, ledger)
    with pytest.raises(KnownError, match="count already"):
        confirm_proposal(store, confirmation(first, by="Nadia Claes"))
    with pytest.raises(KnownError, match="count already"):
        confirm_proposal(store, confirmation(first, by="Nadia Claes", on=date(2026, 6, 1)))


def test_losing_it_is_proposed_and_reaching_it_again(store: Store, ledger: Ledger) -> None:
    confirm(store, ledger)
    enter_months(store, ledger, "2026-07", [LOSS] * 3)
    lost = read_break_even(store, ledger.id).proposals[0]
    assert (lost.kind, lost.on, lost.action) == (
        ResultKind.BREAK_EVEN_LOST,
        date(2026, 9, 30),
        ProposedAction.CONFIRM,
    )
    confirm_proposal(store, confirmation(lost, by="Nadia Claes", proof=PROOF))
    assert [one.standing for one in read_break_even(store, ledger.id).proposals] == [ResultStanding.CONFIRMED] * 2


def test_what_was_noted_by_hand_is_not_proposed_again(store: Store, ledger: Ledger, file: CoachingFile) -> None:
    results.add_result(
        store, AddResult(kind=ResultKind.BREAK_EVEN_REACHED, on=date(2026, 7, 2), coaching_file_id=file.id)
    )
    assert read_break_even(store, ledger.id).proposals == ()


def test_a_loss_in_the_accounts_shows_that_the_start_was_below(store: Store, file: CoachingFile) -> None:
    (holder,) = store.find(Organisation)
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, project_id=file.project_id)).output
    enter_months(store, ledger, "2026-07", [GAIN] * 3)
    assert proposal(store, ledger).standing is ResultStanding.DOUBTFUL
    accounts = AnnualAccounts(
        organisation_id=holder.id,
        from_on=date(2025, 1, 1),
        to_on=date(2025, 12, 31),
        operating_result=Decimal(-30_000),
        depreciation=Decimal(10_000),
    )
    add(store, accounts)
    assert proposal(store, ledger).standing is ResultStanding.PROPOSED
    values = {"depreciation": Decimal(40_000)}
    records.edit_record(store, EditRecord(type_key="annual_accounts", record_id=accounts.id, values=values))
    assert proposal(store, ledger).standing is ResultStanding.ALREADY_BEFORE


def test_a_doubtful_result_is_confirmed_with_a_reason_only(store: Store) -> None:
    holder = make_organisation(store)
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=holder.id)).output
    enter_months(store, ledger, "2026-07", [GAIN] * 3)
    doubtful = proposal(store, ledger)
    with pytest.raises(KnownError, match="only with a reason"):
        confirm_proposal(store, confirmation(doubtful, by="Nadia Claes"))
    command = confirmation(doubtful, by="Nadia Claes", override_reason="Suivi dès 2025", proof=PROOF)
    done = confirm_proposal(store, command).output
    assert done.override_reason == "Suivi dès 2025"
