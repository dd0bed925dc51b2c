"""The example lists with the oddities of real exports, read as their expected file says."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.exchange.mapping.opened_list import OpenedList, open_list
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.target import ImportKind

_DATA = Path(__file__).parents[2] / "data"
_EXPECTED = json.loads((_DATA / "members_export_messy_expected.json").read_text(encoding="utf-8"))
_FILES = ["members_export_messy_cp1252.csv", "members_export_messy_utf8bom.csv", "members_export_messy.xlsx"]
_LINES = {row["line"]: row for row in _EXPECTED["rows"]}
# What the workbook holds instead (see "xlsx_differences").
_IN_WORKBOOK = {6: {"enterprise_number": "0206731645"}}
_REFUSED = [line for line, row in _LINES.items() if row["verdict"] == "refused"]
_NUMBERS = {"fte", "revenue"}


def _read(name: str) -> tuple[OpenedList, dict[int, ReadRow]]:
    opened = open_list(_DATA / name, ImportKind.ORGANISATIONS)
    return opened, {row.line: row for row in opened.rows()}


def _codes(findings: tuple[Any, ...]) -> set[tuple[str, str]]:
    return {(finding.cell, finding.code) for finding in findings}


@pytest.mark.parametrize("name", _FILES)
def test_values(name: str) -> None:
    opened, rows = _read(name)
    assert opened.layout.header_line == _EXPECTED["header_row_index_1based"]
    assert sorted(rows) == sorted(_LINES)
    for line, expected in _LINES.items():
        wanted = expected | (_IN_WORKBOOK.get(line, {}) if name.endswith("xlsx") else {})
        plain = rows[line].plain()
        for key in ("enterprise_number", "name", "nace", "in_region", "member_since"):
            if key in wanted:
                assert plain.get(key) == wanted[key], (line, key)
        for key in _NUMBERS & wanted.keys():
            value = rows[line].values[key]
            assert (None if value is None else Decimal(value)) == (wanted[key] and Decimal(wanted[key])), (line, key)


@pytest.mark.parametrize("name", _FILES)
def test_verdict_is_prepared(name: str) -> None:
    _, rows = _read(name)
    assert [line for line, row in rows.items() if row.refused] == _REFUSED
    assert {line for line, row in rows.items() if row.skipped} == {14}
    skipped = rows[14].skipped
    assert skipped is not None
    assert skipped.code == "total_row"


@pytest.mark.parametrize("name", _FILES)
def test_oddities_name_their_cell(name: str) -> None:
    _, rows = _read(name)
    assert _codes(rows[9].errors) == {("A9", "check_digits"), ("N9", "no_such_date")}
    assert ("M13", "unit_in_number") in _codes(rows[13].errors)
    assert {("H13", "doubtful_mail"), ("N13", "spreadsheet_date")} <= _codes(rows[13].warnings)
    assert ("M10", "negative_amount") in _codes(rows[10].warnings)
    assert ("A12", "number_missing") in _codes(rows[12].warnings)
    assert rows[13].values["email"] == "a@b"
    assert rows[13].plain()["member_since"] == "2024-01-09"
    assert rows[12].plain()["member_since"] == "2024-01"


def test_quoted_line_break_holds_two_addresses() -> None:
    _, rows = _read(_FILES[0])
    assert rows[10].every("email") == ("ete@atelier.example", "ete2@atelier.example")
    assert rows[10].values["value_chains"] == ("Bois", "Textile")


def test_figures_are_kept_word_for_word_with_their_year() -> None:
    _, rows = _read(_FILES[0])
    kept = {note.field: note for note in rows[13].verbatim}
    assert kept["revenue"].text == "12,5k€"
    assert kept["revenue"].year == 2024
    assert kept["fte"].text == "2"


def test_workbook_says_what_is_hidden_and_what_is_no_value() -> None:
    opened, rows = _read("members_export_messy.xlsx")
    assert opened.source.sheet == "Membres"
    notices = {notice.code: notice.params for notice in opened.source.notices}
    assert notices["hidden_rows"] == {"rows": "9"}
    assert notices["hidden_columns"] == {"columns": "H"}
    assert notices["merged_cells"] == {"cells": "A1:N1"}
    assert notices["formulas"] == {"cells": "B13"}
    assert "several_sheets" in notices
    assert ("B13", "formula_without_result") in _codes(rows[13].errors)
    assert rows[13].values["name"] == '=HYPERLINK("http://evil.example")'
    assert ("A6", "zero_restored") in _codes(rows[6].warnings)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("members_export_messy_cp1252.csv", "cp1252"), ("members_export_messy_utf8bom.csv", "utf-8-sig")],
)
def test_encoding_and_delimiter(name: str, encoding: str) -> None:
    opened, rows = _read(name)
    assert (opened.source.encoding, opened.source.delimiter) == (encoding, ";")
    assert rows[5].values["name"] == "Vélo Réemploi Coop"


@pytest.mark.parametrize("year", [2019, 2021])
def test_subsidies_of_a_city(shared_data: Callable[[str], Path], year: int) -> None:
    opened = open_list(shared_data(f"members/brussels_city_subsidies_{year}_sample.csv"), ImportKind.ORGANISATIONS)
    assert {column.field for column in opened.mapping.columns if column.field} == {"name", "enterprise_number"}
    rows = list(opened.rows())
    assert all(row.values["name"] for row in rows)
    assert sum(row.values["enterprise_number"] is not None for row in rows) >= 0.9 * len(rows)


def test_directory_of_circular_actors(shared_data: Callable[[str], Path]) -> None:
    opened = open_list(shared_data("members/annuaire_economie_circulaire_calaisis.csv"), ImportKind.ORGANISATIONS)
    rows = list(opened.rows())
    assert opened.source.encoding == "cp1252"
    assert len(rows) == 98
    assert not any(row.refused for row in rows)
    assert not any(row.values["in_region"] for row in rows)
    assert {column.header for column in opened.mapping.unmapped} == {"Longitude", "Latitude"}
    assert rows[0].values["tags"][-1] == "Économie Sociale et Solidaire"


@pytest.mark.parametrize("part", ["enterprise", "address", "activity", "denomination", "establishment"])
def test_open_data_of_the_register(shared_data: Callable[[str], Path], part: str) -> None:
    opened = open_list(shared_data(f"members/kbo_opendata_sample/{part}.csv"), ImportKind.ORGANISATIONS)
    rows = list(opened.rows())
    assert rows
    assert not any(row.refused for row in rows)
    assert all(row.values["enterprise_number"] for row in rows)
