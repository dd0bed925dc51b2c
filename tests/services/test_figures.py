"""Figures: what completes a month, what is refused, and that each step can be taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.figures import (
    ClosePeriod,
    EnterFigure,
    EnterFigures,
    NotePeriod,
    OpenLedger,
    ReopenPeriod,
)
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.figures.cells import FigureCell, without_vat
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.records.figures import Cadence, Figure, FigureLine, Ledger, MonthlyFigures, Precision
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.services import figures
from clusterdesk.services.binders import open_binder
from clusterdesk.services.ledger_periods import change_currency, note_period, period_of
from clusterdesk.services.lookup import search_while_typing
from clusterdesk.services.records import add_record, edit_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.archives import refusals, write_lines
from tests.factories import make_organisation

REVENUE = FigureCell("2026-10", FigureLine.REVENUE, Decimal("48200.50"))
COSTS = FigureCell("2026-10", FigureLine.TOTAL_COSTS, Decimal(0))


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """Open a ledger of a new organisation."""
    holder = make_organisation(store)
    return figures.open_ledger(store, OpenLedger(organisation_id=holder.id, starts_on=date(2026, 1, 1))).output


def enter(store: Store, ledger: Ledger, *cells: FigureCell) -> int:
    """Enter cells in one step."""
    return figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells)).output


def close(store: Store, ledger: Ledger, period: str = "2026-10") -> MonthlyFigures:
    """Close a period."""
    return figures.close_period(store, ClosePeriod(ledger_id=ledger.id, period=period)).output


def test_a_month_counts_once_it_is_exact_and_closed(store: Store, ledger: Ledger) -> None:
    enter(store, ledger, REVENUE)
    assert period_of(store, ledger, "2026-10").lacks == (Lack.COSTS, Lack.NOT_CLOSED)
    enter(store, ledger, COSTS)  # a typed 0 is 0
    assert period_of(store, ledger, "2026-10").can_be_closed
    assert close(store, ledger).closed_on == date(2026, 11, 23)
    assert period_of(store, ledger, "2026-10").complete
    figures.reopen_period(store, ReopenPeriod(ledger_id=ledger.id, period="2026-10"))
    assert period_of(store, ledger, "2026-10").lacks == (Lack.NOT_CLOSED,)
    undo(store)
    assert period_of(store, ledger, "2026-10").complete


def test_what_is_about_right_never_completes_a_month(store: Store, ledger: Ledger) -> None:
    enter(store, ledger, replace(REVENUE, precision=Precision.ABOUT), COSTS)
    with pytest.raises(KnownError, match="cannot be closed"):
        close(store, ledger)
    split = (replace(COSTS, line=FigureLine.VARIABLE), replace(COSTS, line=FigureLine.FIXED, precision=Precision.ABOUT))
    enter(store, ledger, REVENUE, *split)
    assert period_of(store, ledger, "2026-10").can_be_closed, "the exact total is enough"
    enter(store, ledger, replace(COSTS, amount=None))
    assert period_of(store, ledger, "2026-10").lacks == (Lack.ABOUT, Lack.NOT_CLOSED)


def test_a_month_that_has_not_ended_is_not_closed(store: Store, ledger: Ledger) -> None:
    enter(store, ledger, replace(REVENUE, period="2026-11"), replace(COSTS, period="2026-11"))
    with pytest.raises(KnownError, match="not ended"):
        close(store, ledger, "2026-11")


def test_a_cell_is_corrected_emptied_and_each_step_taken_back(store: Store, ledger: Ledger) -> None:
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=REVENUE))
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=replace(REVENUE, amount=Decimal(50_000))))
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=replace(REVENUE, amount=None)))
    (kept,) = store.find(Figure)
    assert kept.amount is None
    undo(store)
    assert store.get(Figure, kept.id).amount == Decimal(50_000)
    undo(store)
    assert store.get(Figure, kept.id).amount == Decimal("48200.50")
    undo(store)
    assert store.find(Figure) == []
    assert enter(store, ledger, REVENUE) == 1
    assert enter(store, ledger, REVENUE) == 0, "the same again changes nothing"


def test_what_was_typed_with_vat_is_kept_beside_the_amount(store: Store, ledger: Ledger) -> None:
    typed, rate = Decimal("48200.55"), Decimal(21)
    cell = replace(REVENUE, amount=without_vat(typed, rate), entered=typed, vat_rate=rate)
    figures.enter_figure(store, EnterFigure(ledger_id=ledger.id, cell=cell))
    store.close()
    again = open_binder(Path(store.folder.root))
    (kept,) = again.find(Figure)
    assert (kept.amount, kept.entered, kept.vat_rate) == (Decimal("39835.17"), typed, rate)
    again.close()


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (replace(REVENUE, period="2026-13"), "no period of this ledger"),
        (replace(REVENUE, period="1989-12"), "no period of this ledger"),
        (replace(REVENUE, period="2026-Q3"), "no period of this ledger"),
        (replace(REVENUE, line=FigureLine.VARIABLE, amount=Decimal(-1)), "negative"),
        (replace(REVENUE, amount=Decimal("NaN")), "no amount"),
        (replace(REVENUE, amount=Decimal("1e15")), "no amount"),
    ],
)
def test_bad_figures_are_refused_and_nothing_is_written(
    store: Store, ledger: Ledger, cell: FigureCell, reason: str
) -> None:
    with pytest.raises(KnownError) as caught:
        enter(store, ledger, COSTS, cell)
    assert reason in f"{caught.value} {caught.value.params}"
    assert store.find(Figure) == []


def test_no_other_road_takes_a_negative_variable_cost(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    enter(store, ledger, replace(COSTS, line=FigureLine.VARIABLE))
    (kept,) = store.find(Figure)
    values: dict[str, object] = {"amount": Decimal(-5)}
    with pytest.raises(KnownError, match="cannot be negative"):
        edit_record(store, EditRecord(type_key="figure", record_id=kept.id, values=values))
    bad = Figure(ledger_id=ledger.id, period="2026-02", line=FigureLine.VARIABLE, amount=Decimal(-5))
    with pytest.raises(KnownError, match="cannot be negative"):
        add_record(store, AddRecord(record=bad))
    line = {"type": "figure", "ledger_id": str(ledger.id), "period": "2026-02", "line": "variable"}
    lines = [{**line, "amount": amount} for amount in ("-5", "1e999999999")]
    plan = import_archive(store, write_lines(tmp_path / "figures.jsonl", *lines)).output
    assert [(number, key) for number, key, _ in refusals(plan)] == [(1, "amount"), (2, "amount")]
    assert store.find(Figure) == [kept]


def test_a_month_given_twice_is_asked_about(store: Store, ledger: Ledger) -> None:
    with pytest.raises(KnownError, match="twice"):
        enter(store, ledger, REVENUE, replace(REVENUE, amount=Decimal(1)))
    assert enter(store, ledger, REVENUE, REVENUE) == 1


def test_quarters_have_their_own_ledger(store: Store) -> None:
    holder = make_organisation(store)
    opened = figures.open_ledger(store, OpenLedger(organisation_id=holder.id, cadence=Cadence.QUARTERLY)).output
    enter(store, opened, replace(REVENUE, period="2026-Q3"), replace(COSTS, period="2026-Q3"))
    assert close(store, opened, "2026-Q3").period == "2026-Q3"


def test_a_ledger_that_holds_amounts_keeps_its_currency(store: Store, ledger: Ledger) -> None:
    change_currency(store, ledger.id, "usd")
    assert store.get(Ledger, ledger.id).currency == "USD"
    enter(store, ledger, REVENUE)
    with pytest.raises(KnownError, match="two currencies"):
        change_currency(store, ledger.id, "EUR")
    assert store.get(Ledger, ledger.id).currency == "USD"


def test_a_period_keeps_a_note_and_stays_open(store: Store, ledger: Ledger) -> None:
    note_period(store, NotePeriod(ledger_id=ledger.id, period="2026-10", remark=" grève "))
    (month,) = store.find(MonthlyFigures)
    assert (month.remark, month.closed_on) == ("grève", None)
    enter(store, ledger, REVENUE, COSTS)
    assert close(store, ledger).remark == "grève", "closing keeps it"
    undo(store)
    undo(store)
    undo(store)
    assert store.find(MonthlyFigures) == []


def test_a_note_on_a_figure_is_found_with_its_organisation(store: Store, ledger: Ledger) -> None:
    enter(store, ledger, replace(REVENUE, remark="hors subside régional"))
    (hit,) = search_while_typing(store, "subside régional", 5).hits
    assert (hit.kind, hit.organisation_id) == ("figure", ledger.organisation_id)


def test_a_ledger_that_holds_amounts_keeps_its_currency_whoever_edits_it(store: Store, ledger: Ledger) -> None:
    edit = EditRecord(type_key="ledger", record_id=ledger.id, values={"currency": "CHF"})
    edit_record(store, edit)
    assert store.get(Ledger, ledger.id).currency == "CHF"
    enter(store, ledger, REVENUE)
    with pytest.raises(KnownError, match="two currencies"):
        edit_record(store, EditRecord(type_key="ledger", record_id=ledger.id, values={"currency": "EUR"}))
    assert store.get(Ledger, ledger.id).currency == "CHF"
