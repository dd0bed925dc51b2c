"""OpenDocument sheets by our own reader."""

from datetime import date
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.source import Area
from tests.exchange.spreadsheets import ods_cell, ods_row, write_ods

_EMPTY_END = (
    '<table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)


def test_list_of_members(tmp_path: Path) -> None:
    rows = (
        ods_row(["Ledenlijst 2024"])
        + '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        + ods_row(["Ondernemingsnummer", "Naam", "VTE", "Lid sinds"])
        + ods_row([1999999151, "Hout & Co", 3.5, date(2023, 9, 1)])
        + ods_row(["BE 1999.999.250", "Fiets\nCoop", "7,25", "januari 2024"])
        + _EMPTY_END
    )
    opened = open_list(write_ods(tmp_path / "leden.ods", ("Leden", rows)), ImportKind.ORGANISATIONS)
    assert opened.layout.header_line == 4
    first, second = [row.plain() for row in opened.rows()]
    assert first == {"enterprise_number": "1999999151", "name": "Hout & Co", "fte": "3.5", "member_since": "2023-09-01"}
    assert second == {"enterprise_number": "1999999250", "name": "Fiets Coop", "fte": "7.25", "member_since": "2024-01"}


def test_hidden_merged_repeated_and_formulas(tmp_path: Path) -> None:
    rows = (
        "<table:table-column/><table:table-column table:visibility='collapse'/>"
        "<table:table-row>"
        + ods_cell("T", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row>"
        + ods_row(["a", "b"], 'table:visibility="filter"')
        + "<table:table-row table:number-rows-repeated='2'>"
        + ods_cell("x", 'table:number-columns-repeated="3"')
        + "</table:table-row>"
        + "<table:table-row><table:table-cell table:formula='of:=HYPERLINK(&quot;x&quot;)'/></table:table-row>"
    )
    source = open_source(write_ods(tmp_path / "list.ods", ("S", rows)))
    assert [list(row) for row in source.rows] == [["T"], ["a", "b"], ["x"] * 3, ["x"] * 3, ['=HYPERLINK("x")']]
    assert source.facts.hidden_lines == {2}
    assert source.facts.hidden_columns == {1}
    assert source.facts.merged == (Area(1, 0, 1, 1),)
    assert dict(source.facts.formulas) == {(5, 0): '=HYPERLINK("x")'}


def test_spaces_breaks_and_notes(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation>'
        '<text:p>a<text:s text:c="2"/>b<text:line-break/><text:span>c</text:span></text:p>'
        "<text:p>d</text:p></table:table-cell>"
    )
    source = open_source(write_ods(tmp_path / "list.ods", ("S", f"<table:table-row>{cell}</table:table-row>")))
    assert cell_text(source.rows[0][0]) == "a  b\nc\nd"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (f"<table:table-row table:number-rows-repeated='900000'>{ods_cell('x')}</table:table-row>", "too_many_rows"),
        (
            f"<table:table-row>{ods_cell('x', 'table:number-columns-repeated="600"')}</table:table-row>",
            "too_many_columns",
        ),
        ("", "sheet_empty"),
    ],
)
def test_limits(tmp_path: Path, rows: str, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        open_source(write_ods(tmp_path / "list.ods", ("S", rows)))
    assert caught.value.code == code


def test_entities_and_passwords_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(KnownError) as caught:
        open_source(write_ods(tmp_path / "bomb.ods", ("S", ods_row(["x"])), declaration=bomb))
    assert caught.value.code == "file_entities"
    with pytest.raises(KnownError) as caught:
        open_source(write_ods(tmp_path / "locked.ods", ("S", ods_row(["x"])), manifest="<encryption-data/>"))
    assert caught.value.code == "file_password"
