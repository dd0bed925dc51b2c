"""Importing a sheet of figures: what is new, changed, refused – and that it is one step that can be taken back."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.figures import EnterFigures
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.records.figures import Cadence, Figure, FigureLine, FigureSource, Ledger, Precision
from clusterdesk.exchange.figures.opened import FiguresOptions, open_figures
from clusterdesk.exchange.figures.plan import FiguresPlan, FigureVerdict, plan_figures
from clusterdesk.exchange.figures.run import run_figures_import
from clusterdesk.services import figures
from clusterdesk.services.ledgers import fitting_ledgers, ledger_view, new_ledger
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.spreadsheets import write_raw_xlsx, write_xlsx
from tests.factories import make_organisation

NEW, CHANGED, SAME, REFUSED = FigureVerdict
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def planned(store: Store, ledger: Ledger, path: Path, **options: object) -> FiguresPlan:
    """Plan the import of a file."""
    opened = open_figures(path, FiguresOptions(**options))  # type: ignore[arg-type]
    return plan_figures(store, opened, ledger_view(store, ledger.id))


def sheet(folder: Path, text: str) -> Path:
    """Write a csv file."""
    path = folder / "chiffres.csv"
    path.write_text(text, encoding="utf-8")
    return path


def verdicts(plan: FiguresPlan) -> dict[str, str]:
    """Return verdict, or code of the refusal, by cell."""
    return {one.read.address: one.read.problem.code if one.read.problem else one.verdict.value for one in plan.figures}


def amounts(store: Store, ledger: Ledger) -> dict[tuple[str, str], Decimal | None]:
    """Return what the ledger holds."""
    return {(one.period, one.line.value): one.amount for one in store.find(Figure, ledger_id=ledger.id)}


def test_belgian_amounts_are_read_exactly(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ";01/2026;02/2026;03/2026;04/2026;05/2026;06/2026\nCA;48.200,50;48 200,50;48,200.50;48k;≈ 40k;0\n"
        "Charges;(1 200);;n.c.;12,5k;1 000,00 €;-300\n",
    )
    plan = planned(store, ledger, path)
    done = run_figures_import(store, plan, taken=False)
    assert done.output == 10
    held = amounts(store, ledger)
    assert [held["2026-0" + str(month), "revenue"] for month in range(1, 7)] == [
        Decimal("48200.50"),
        Decimal("48200.50"),
        Decimal("48200.50"),
        Decimal(48000),
        Decimal(40000),
        Decimal(0),
    ]
    assert held["2026-01", "total_costs"] == -1200
    assert ("2026-02", "total_costs") not in held
    assert held["2026-04", "total_costs"] == 12500
    about = [one for one in store.find(Figure, ledger_id=ledger.id) if one.precision is Precision.ABOUT]
    assert [one.period for one in about] == ["2026-05"]
    undo(store)
    assert amounts(store, ledger) == {}


def test_what_is_there_already_is_asked_about(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    cells = tuple(
        FigureCell(period, FigureLine.REVENUE, Decimal(amount), source=FigureSource.ACCOUNTANT, remark="note")
        for period, amount in (("2026-01", 100), ("2026-02", 200))
    )
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells))
    path = sheet(tmp_path, ";01/2026;02/2026;03/2026\nCA;100;250;300\n")
    plan = planned(store, ledger, path)
    assert verdicts(plan) == {"B2": "same", "C2": "changed", "D2": "new"}
    assert plan.of(CHANGED)[0].before is not None
    run_figures_import(store, plan, taken=False)
    assert amounts(store, ledger)["2026-02", "revenue"] == 200
    again = planned(store, ledger, path)
    assert again.counts == {NEW: 0, CHANGED: 1, SAME: 2, REFUSED: 0}
    run_figures_import(store, again, taken=[("2026-02", FigureLine.REVENUE, None)])
    changed = next(one for one in store.find(Figure, ledger_id=ledger.id) if one.period == "2026-02")
    assert (changed.amount, changed.source, changed.remark) == (Decimal(250), FigureSource.COMPANY, "note")
    undo(store)
    assert amounts(store, ledger)["2026-02", "revenue"] == 200


def test_of_two_that_differ_one_may_be_taken(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    cells = tuple(FigureCell(f"2026-0{month}", FigureLine.REVENUE, Decimal(1)) for month in (1, 2))
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=cells))
    plan = planned(store, ledger, sheet(tmp_path, ";01/2026;02/2026\nCA;10;20\n"))
    run_figures_import(store, plan, taken=[("2026-02", FigureLine.REVENUE, None)])
    assert amounts(store, ledger) == {("2026-01", "revenue"): 1, ("2026-02", "revenue"): 20}


def test_refusals_name_cell_and_reason(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        ";01/2026;02/1985;T1 2026;03/2026\nCA;12;13;14;abc\nAchats;-5;;;99999999999999999999\nOmzet;;;;\nCA;15;;;\n",
    )
    assert verdicts(planned(store, ledger, path)) == {
        "B2": "month_twice",
        "B5": "month_twice",
        "C2": "year_out_of_range",
        "D2": "period_of_other_length",
        "E2": "not_a_number",
        "B3": "negative_variable_cost",
        "E3": "amount_too_large",
    }
    nan = write_xlsx(tmp_path / "nan.xlsx", Feuil1=[["", "01/2026", "02/2026"], ["CA", "NaN", "1e400"]])
    assert set(verdicts(planned(store, ledger, nan)).values()) == {"not_a_number"}


def test_a_number_that_reads_two_ways_is_asked_about(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path, ";01/2026;02/2026\nCA;1.234;2.345\n")
    assert set(verdicts(planned(store, ledger, path)).values()) == {"ambiguous_number"}
    plan = planned(store, ledger, path, mark=",")
    assert [one.amount for one in plan.figures] == [1234, 2345]


def test_a_formula_without_a_result_is_refused_with_its_address(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    text = (
        f'<worksheet xmlns="{SHEET}"><sheetData>'
        '<row r="1"><c r="B1" t="inlineStr"><is><t>01/2026</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>02/2026</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>CA</t></is></c><c r="B2"><f>B9*2</f></c>'
        '<c r="C2"><f>C9*2</f><v>84</v></c></row></sheetData></worksheet>'
    )
    plan = planned(store, ledger, write_raw_xlsx(tmp_path / "formules.xlsx", text))
    assert verdicts(plan) == {"B2": "formula_without_value", "C2": "new"}


def test_lines_of_one_kind_are_added_up(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path, ";01/2026;02/2026\nVentes vélos;100;200\nVentes pièces;10,5;env. 20\nCA en k€;;\n")
    plan = planned(store, ledger, path)
    assert [(one.read.address, one.amount) for one in plan.figures] == [
        ("B2 + B3", Decimal("110.5")),
        ("C2 + C3", Decimal(220)),
    ]
    assert [one.precision for one in plan.figures] == [Precision.EXACT, Precision.ABOUT]


def test_thousands_and_vat_in_the_heading(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path, ";01/2026;02/2026\nCA (k€);48,2;41\nAchats TVAC;121;242\n")
    plan = planned(store, ledger, path)
    assert plan.of(NEW)[0].amount == 48200
    assert {one.read.problem.code for one in plan.of(REFUSED) if one.read.problem} == {"vat_rate_missing"}


def test_another_currency_than_the_ledger_is_refused(store: Store, ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path, ";01/2026;02/2026\nCA (USD);100;200\n")
    with pytest.raises(KnownError) as caught:
        planned(store, ledger, path)
    assert caught.value.code == "two_currencies"


def test_a_ledger_is_begun_in_the_same_step(store: Store, tmp_path: Path) -> None:
    holder = make_organisation(store, "Filature Senne")
    path = sheet(tmp_path, ";T1 2026;T2 2026\nOmzet;100;200\nKosten;90;80\n")
    opened = open_figures(path)
    assert fitting_ledgers(store, holder.id, opened.cadence) == []
    view = new_ledger(store, holder.id, opened.cadence, opened.currency)
    ledger = view.ledger
    plan = plan_figures(store, opened, view, fresh=True)
    run_figures_import(store, plan, taken=False)
    assert store.get(Ledger, ledger.id).cadence is Cadence.QUARTERLY
    assert len(amounts(store, ledger)) == 4
    undo(store)
    assert store.find(Ledger, organisation_id=holder.id) == []


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("champagne_monthly_sales_1964_1972.csv", 0, 105),
        ("souvenir_shop_monthly_sales_1987_1993.csv", 48, 36),
    ],
)
def test_real_series(
    store: Store, ledger: Ledger, shared_data: Callable[[str], Path], name: str, taken: int, refused: int
) -> None:
    plan = planned(store, ledger, shared_data(f"series/{name}"))
    assert plan.counts == {NEW: taken, CHANGED: 0, SAME: 0, REFUSED: refused}
    assert {one.read.problem.code for one in plan.of(REFUSED) if one.read.problem} == {"year_out_of_range"}
    run_figures_import(store, plan, taken=False)
    assert len(amounts(store, ledger)) == taken
