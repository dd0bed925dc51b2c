"""Where lists begin: titles, groups of columns, no header at all."""

from pathlib import Path

import xlsxwriter

from clusterdesk.exchange.mapping.layout import Layout, lay_out
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.source import Cell, TableSource
from tests.exchange.spreadsheets import write_xlsx

_TARGET = TARGETS[ImportKind.ORGANISATIONS]


def _lay_out(*rows: list[Cell], header_line: int | None = None) -> Layout:
    return lay_out(TableSource(Path("x.csv"), "csv", rows, max(map(len, rows))), _TARGET, header_line)


def test_titles_dates_and_blank_rows_above() -> None:
    layout = _lay_out(
        ["Liste des membres", "", ""],
        ["Export du 14/03/2025", "", "Confidentiel"],
        ["", "", ""],
        ["Nom", "Adresse", "CP"],
        ["Bois", "Rue 1", "1070"],
    )
    assert layout == Layout(4, 5, ("Nom", "Adresse", "CP"))


def test_a_row_of_data_with_telling_words_is_no_header() -> None:
    layout = _lay_out(
        ["Nom", "Commune", "Site"], ["Société du Site", "Bruxelles", "www.a.example"], ["Adresse", "Ixelles", ""]
    )
    assert layout.header_line == 1


def test_unknown_titles_above_values_are_a_header_all_the_same() -> None:
    layout = _lay_out(["Kolom X", "Kolom Y"], ["Bois", "1999999151"], ["Vélo", "1999999250"])
    assert layout == Layout(1, 2, ("Kolom X", "Kolom Y"))


def test_no_header() -> None:
    assert _lay_out(["", ""], ["Bois", "1999999151"], ["Vélo", "1999999250"]) == Layout(None, 2, ("A", "B"))


def test_the_user_chooses() -> None:
    rows: tuple[list[Cell], ...] = (["Nom", "CP"], ["Autre nom", "Ville"], ["Bois", "1070"])
    assert _lay_out(*rows, header_line=2).headers == ("Autre nom", "Ville")
    assert _lay_out(*rows, header_line=0) == Layout(None, 1, ("A", "B"))


def test_blank_title_gets_its_letters() -> None:
    assert _lay_out(["Nom", "", "CP"], ["Bois", "x", "1070"]).headers == ("Nom", "B", "CP")


def test_groups_over_columns(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Leden")
        sheet.merge_range(0, 0, 0, 4, "Ledenlijst 2025")
        sheet.merge_range(1, 0, 2, 0, "Naam")
        sheet.merge_range(1, 1, 1, 2, "Adres")
        sheet.merge_range(1, 3, 1, 4, "Contactpersoon")
        sheet.write_row(2, 1, ["Postcode", "Gemeente", "Voornaam", "E-mail"])
        sheet.write_row(3, 0, ["Hout & Co", "1070", "Anderlecht", "An", "an@hout.example"])
        sheet.write_row(4, 0, ["Fiets", "1000", "Brussel", "Bo", "bo@fiets.example"])
    opened = open_list(path, ImportKind.ORGANISATIONS)
    assert (opened.layout.header_line, opened.layout.first_line) in {(2, 4), (3, 4)}
    assert [column.field for column in opened.mapping.columns] == [
        "name",
        "postcode",
        "city",
        "contact_first_name",
        "contact_email",
    ]
    assert [row.values["name"] for row in opened.rows()] == ["Hout & Co", "Fiets"]


def test_list_of_a_sheet_with_other_things_beside_it(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        Blad1=[
            [None, "Ledenlijst", None, None],
            [None, None, None, None],
            [None, "Bedrijf", "KBO-nummer", "Lid sinds"],
            [None, "Hout & Co", "1999.999.151", 2022],
        ],
    )
    opened = open_list(path, ImportKind.ORGANISATIONS)
    (row,) = opened.rows()
    assert row.line == 4
    assert row.plain() == {"name": "Hout & Co", "enterprise_number": "1999999151", "member_since": "2022"}
