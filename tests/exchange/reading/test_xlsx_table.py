"""Workbooks: exact values, dates, hidden and merged parts, formulas, sheets."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.source import Area, ReadOptions, address, column_letters
from tests.exchange.spreadsheets import sheet_xml, write_raw_xlsx, write_xlsx


def test_numbers_keep_their_exact_text(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx", Feuil1=[["N°", "x"], [1999999151, 0.1], [314595348, 248900.5], ["0314", True]]
    )
    rows = open_source(path).rows
    assert [[cell_text(cell) for cell in row] for row in rows[1:]] == [
        ["1999999151", "0.1"],
        ["314595348", "248900.5"],
        ["0314", "TRUE"],
    ]


def test_dates_are_dates(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", Feuil1=[["Date"], [date(2023, 9, 1)]])
    assert cell_text(open_source(path).rows[1][0]) == "2023-09-01"


def test_records_keep_their_numbers_when_the_list_starts_lower(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", Feuil1=[[], [], [None, "Nom", "CP"], [None, "Bois", 1070]])
    source = open_source(path)
    assert source.cell(4, 1) == "Bois"
    assert source.cell(1, 1) == ""
    assert source.cell(99, 99) == ""


def test_hidden_and_merged(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Leden")
        sheet.merge_range(0, 0, 0, 2, "Titel")
        sheet.write_row(1, 0, ["a", "b", "c"])
        sheet.write_row(2, 0, ["1", "2", "3"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(1, 1, 10, None, {"hidden": True})
    source = open_source(path)
    assert source.facts.hidden_lines == {3}
    assert source.facts.hidden_columns == {1}
    assert source.facts.merged == (Area(1, 0, 1, 2),)
    assert {notice.code for notice in source.notices} == {"hidden_rows", "hidden_columns", "merged_cells"}


def test_formulas_with_a_result_give_it_and_without_are_named(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"/></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A2&amp;"x"</f><v></v></c>'
        '<c r="C2"><f t="shared" si="0"/></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    source = open_source(write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(rows)))
    assert source.rows[1][0] == 2
    assert dict(source.facts.formulas) == {(2, 1): '=A2&"x"', (2, 2): "="}
    assert dict(source.facts.failed) == {(2, 3): "#DIV/0!"}
    assert source.rows[1][3] == "#DIV/0!"
    assert {notice.code for notice in source.notices} == {"formulas", "error_cells"}


@pytest.mark.parametrize("before", ["", "f h e"])
def test_oddities_are_found_whatever_letters_stand_before_them(tmp_path: Path, before: str) -> None:
    rows = (
        f'<row r="1"><c r="A1" t="str"><v>{before}7</v></c></row><row r="2"><c r="A2"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3" t="e"><v>#N/A</v></c></row><row r="4" hidden="1"><c r="A4"><v>1</v></c></row>'
    )
    facts = open_source(write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(rows))).facts
    assert (dict(facts.formulas), dict(facts.failed)) == ({(2, 0): "=1+1"}, {(3, 0): "#N/A"})
    assert facts.hidden_lines == {4}


def test_prefixed_xml_is_read_alike(tmp_path: Path) -> None:
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1" hidden="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:f>NOW()</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )
    source = open_source(write_raw_xlsx(tmp_path / "list.xlsx", xml))
    assert source.facts.hidden_lines == {1}
    assert dict(source.facts.formulas) == {(2, 0): "=NOW()"}


def test_sheets_are_listed_and_the_likely_one_is_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", **{"Lisez-moi": [["x"]], "Membres 2024": [["Nom"]], "Autre": [["y"]]})
    source = open_source(path)
    assert [sheet.name for sheet in source.sheets] == ["Lisez-moi", "Membres 2024", "Autre"]
    assert source.sheet == "Membres 2024"
    assert open_source(path, ReadOptions(sheet="Autre")).rows[0][0] == "y"
    with pytest.raises(KnownError) as caught:
        open_source(path, ReadOptions(sheet="Rien"))
    assert caught.value.code == "sheet_missing"


def test_a_styled_empty_corner_is_no_far_cell(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="XFD1" s="1"/></row><row r="1048576"/>'
    assert len(open_source(write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(rows))).rows) == 1


def test_addresses() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert address(13, 12) == "M13"
