"""How sheets of figures are laid out: wide, a period a row, a figure a row; months, quarters, years."""

from datetime import date
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.figures import Cadence
from clusterdesk.exchange.figures.layout import LayoutKind
from clusterdesk.exchange.figures.opened import SKIP, STAFF, OpenedFigures, open_figures
from clusterdesk.exchange.reading.source import address
from tests.exchange.spreadsheets import write_xlsx


def csv(folder: Path, text: str, name: str = "chiffres.csv") -> OpenedFigures:
    """Open a csv file of this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return open_figures(path)


def places(opened: OpenedFigures) -> dict[str, str | None]:
    """Return the period of each filled cell by its address."""
    return {address(one.line, one.column): one.period.period if one.period else None for one in opened.raw}


def test_months_as_columns_take_their_year_from_the_title(tmp_path: Path) -> None:
    opened = csv(tmp_path, "Suivi 2026;;;\n;janvier;févr.;mars\nCA HTVA;48.200,50;41 000;≈ 40k\nAchats bois;12.000;;\n")
    assert opened.layout.kind is LayoutKind.WIDE
    assert places(opened) == {"B3": "2026-01", "C3": "2026-02", "D3": "2026-03", "B4": "2026-01"}
    assert [opened.chosen(heading) for heading in opened.headings] == ["revenue", "variable"]
    assert opened.mark == ","


def test_the_year_stands_above_merged_or_once_for_its_quarters(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["", 2025, "", "", "", 2026],
        ["", "T1", "T2", "T3", "T4", "T1"],
        ["Omzet", 1, 2, 3, 4, 5],
    ]
    opened = open_figures(write_xlsx(tmp_path / "kwartalen.xlsx", Blad1=rows))
    assert opened.cadence is Cadence.QUARTERLY
    assert list(places(opened).values()) == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]


@pytest.mark.parametrize(
    ("header", "periods"),
    [
        (["janv. 2026", "févr. 2026"], ["2026-01", "2026-02"]),
        (["jan/26", "feb/26"], ["2026-01", "2026-02"]),
        (["2026-01", "2026-02"], ["2026-01", "2026-02"]),
        (["01/2026", "02/2026"], ["2026-01", "2026-02"]),
        (["31/01/2026", "28/02/2026"], ["2026-01", "2026-02"]),
        (["januari 2026", "mrt 2026"], ["2026-01", "2026-03"]),
        (["March 2026", "août 2026"], ["2026-03", "2026-08"]),
        ([date(2026, 1, 1), date(2026, 2, 1)], ["2026-01", "2026-02"]),
        ([46023, 46054], ["2026-01", "2026-02"]),  # dates without their format
        (["T1 2026", "2e trimestre 2026"], ["2026-Q1", "2026-Q2"]),
        (["2026-Q1", "K2 2026"], ["2026-Q1", "2026-Q2"]),
        ([2024, 2025], ["2024", "2025"]),
        (["Exercice 2024", "Exercice 2025"], ["2024", "2025"]),
    ],
)
def test_periods_are_read_as_people_write_them(tmp_path: Path, header: list[object], periods: list[str]) -> None:
    rows: list[list[object]] = [["Ligne", *header], ["Chiffre d’affaires", 2100, 2200], ["Charges", 2000, 2050]]
    opened = open_figures(write_xlsx(tmp_path / "mois.xlsx", Feuil1=rows))
    assert [one.period.period for one in opened.raw if one.period][:2] == periods


def test_a_period_a_row(tmp_path: Path) -> None:
    opened = csv(tmp_path, "month,sales,costs\n2026-01,2815,2672\n2026-02,2672,\n")
    assert opened.layout.kind is LayoutKind.ROWS
    assert places(opened) == {"B2": "2026-01", "C2": "2026-01", "B3": "2026-02"}
    assert [opened.chosen(heading) for heading in opened.headings] == ["revenue", "total_costs"]


def test_year_and_month_in_two_columns(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Année", "Mois", "CA", "Charges"], [2026, 1, 5, 6], [2026, "février", 7, 8]]
    opened = open_figures(write_xlsx(tmp_path / "mois.xlsx", Feuil1=rows))
    assert list(places(opened).values()) == ["2026-01", "2026-01", "2026-02", "2026-02"]


def test_a_figure_a_row_says_its_source(tmp_path: Path) -> None:
    opened = csv(tmp_path, "période;poste;montant;source\njanv. 2026;CA;48200,50;comptable\n02/2026;achats;12000;\n")
    assert opened.layout.kind is LayoutKind.LONG
    assert places(opened) == {"C2": "2026-01", "C3": "2026-02"}
    assert list(opened.raw[0].said.values()) == ["comptable"]


def test_one_month_is_enough(tmp_path: Path) -> None:
    opened = open_figures(write_xlsx(tmp_path / "octobre.xlsx", Feuil1=[["", "10/2026"], ["CA", 1], ["Charges", 2]]))
    assert places(opened) == {"B2": "2026-10", "B3": "2026-10"}


def test_headings_in_three_languages_and_what_is_no_line(tmp_path: Path) -> None:
    headings = {
        "Turnover": "revenue",
        "Omzet excl. btw": "revenue",
        "70 Chiffre d'affaires": "revenue",
        "Ventes vélos": "revenue",
        "Marchandises": "variable",
        "Achats de tissu": "variable",
        "Kostprijs van de verkopen": "variable",
        "Loyer": "fixed",
        "Charges sociales": "fixed",
        "Vaste kosten": "fixed",
        "Total charges": "total_costs",
        "Afschrijvingen": "depreciation",
        "Subsides": "operating_subsidy",
        "Subsides en capital": "capital_subsidy",
        "Verkochte eenheden": "units",
        "Marge brute": SKIP,
        "Marge sur ventes": SKIP,
        "Résultat": SKIP,
        "ETP": STAFF,
        "Divers et imprévus": SKIP,
    }
    rows: list[list[object]] = [["", "01/2026", "02/2026"], *([heading, 1, 2] for heading in headings)]
    opened = open_figures(write_xlsx(tmp_path / "lignes.xlsx", Feuil1=rows))
    assert {heading: opened.chosen(heading) for heading in opened.headings} == headings
    corrected = opened.with_line("Divers et imprévus", "fixed")
    assert corrected.chosen("Divers et imprévus") == "fixed"


def test_the_parts_of_a_total_are_left_to_it(tmp_path: Path) -> None:
    opened = csv(tmp_path, ";01/2026;02/2026\nVentes A;1;2\nVentes B;3;4\nTotal ventes;4;6\n")
    assert [opened.chosen(heading) for heading in opened.headings] == [SKIP, SKIP, "revenue"]


def test_two_currencies_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Several currencies") as caught:
        csv(tmp_path, "Ligne;01/2026;02/2026\nCA;48 200 €;$ 41000\n")
    assert caught.value.code == "two_currencies"


def test_a_sheet_without_months_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        csv(tmp_path, "nom;téléphone\nSofie;02 555 01 23\n")
    assert caught.value.code == "no_periods"


def test_a_million_rows_are_refused_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    path.write_text("month,sales\n" + "2026-01,1\n" * 1_000_000, encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        open_figures(path)
    assert caught.value.code == "too_many_rows"
    path.write_text("month,sales\n" + "2026-01,1\n" * 40_000, encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        open_figures(path)
    assert caught.value.code == "too_many_figures"
