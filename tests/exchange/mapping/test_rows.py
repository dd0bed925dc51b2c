"""Rows of all kinds of lists, with their oddities."""

import time as time_module
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterdesk.domain.fields import LINE_LIMIT
from clusterdesk.exchange.mapping.guess import guess_mapping
from clusterdesk.exchange.mapping.layout import lay_out
from clusterdesk.exchange.mapping.opened_list import open_list
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.rows import read_rows
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.progress import Cancel, CancelledError
from clusterdesk.exchange.reading.source import Cell, TableSource


def _rows(kind: ImportKind, *rows: Sequence[Cell]) -> list[ReadRow]:
    source = TableSource(Path("list.xlsx"), "xlsx", rows, max(map(len, rows)))
    layout = lay_out(source, TARGETS[kind])
    return list(read_rows(source, layout, guess_mapping(source, layout, kind)))


def _codes(row: ReadRow) -> list[str]:
    return [finding.code for finding in (*row.errors, *row.warnings)]


def test_sessions_of_the_past() -> None:
    held, bad, lacking = _rows(
        ImportKind.SESSIONS,
        ["Date", "Entreprise", "Type", "Durée", "Participants", "Notes", "Connu depuis", "Heure de début"],
        [
            date(2024, 3, 5),
            "Bois",
            "Visite d'entreprise",
            "1h30",
            "An Peeters, Bo Maes",
            "ligne 1\r\nligne 2",
            "06/03/2024",
            "14h30",
        ],
        ["31/04/2024", "Bois", "thé", "", "", "", "", ""],
        ["05/2024", "", "appel", "", "", "", "", ""],
    )
    assert held.values == {
        "date": date(2024, 3, 5),
        "organisation": "Bois",
        "kind": "visit",
        "minutes": 90,
        "attendees": ("An Peeters", "Bo Maes"),
        "notes": "ligne 1\nligne 2",
        "known_since": date(2024, 3, 6),
        "starts_at": time(14, 30),
    }
    assert held.plain()["date"] == "2024-03-05"
    assert held.plain()["starts_at"] == "14:30"
    assert bad.refused
    assert _codes(bad) == ["no_such_date", "unknown_choice"]
    assert _codes(lacking) == ["day_needed", "organisation_missing"]


def test_results_actions_and_advice() -> None:
    (result,) = _rows(
        ImportKind.RESULTS,
        ["Résultat", "Projet", "Date effective", "Preuve", "Confirmé par"],
        ["Seuil de rentabilité", "Atelier", "30/06/2024", "attestation signée", "An"],
    )
    assert result.values["kind"] == "break_even_reached"
    assert result.values["evidence_level"] == "2"
    (action,) = _rows(
        ImportKind.ACTIONS,
        ["Actiepunt", "Bedrijf", "Wie", "Deadline"],
        ["Offerte sturen", "Hout", "wij", "3/5/2024"],
    )
    assert action.values == {
        "text": "Offerte sturen",
        "organisation": "Hout",
        "owner": "wij",
        "due_on": date(2024, 5, 3),
    }
    (advice,) = _rows(
        ImportKind.ADVICE,
        ["Date", "Organisation", "Question", "Réponse"],
        ["3/5/2024", "Bois", "TVA ?", "Voir le guichet"],
    )
    assert advice.values["answer"] == "Voir le guichet"


def test_memberships_and_contacts() -> None:
    (membership,) = _rows(
        ImportKind.MEMBERSHIPS,
        ["N° d'entreprise", "Statut", "Date de début", "Date de fin", "Motif"],
        [1999999151.0, "Membre effectif", "janv. 2022", "2024", "Déménagement"],
    )
    assert membership.plain() == {
        "enterprise_number": "1999999151",
        "status": "member",
        "from_on": "2022-01",
        "to_on": "2024",
        "reason": "Déménagement",
    }
    (contact,) = _rows(
        ImportKind.CONTACTS,
        ["Prénom", "Nom", "Entreprise", "E-mail", "GSM", "Langue", "Newsletter"],
        ["An", "Peeters", "Hout", "an@x.example; an@y.example", "0470 12 34 56", "NL", True],
    )
    assert contact.values["last_name"] == "Peeters"
    assert contact.every("email") == ("an@x.example", "an@y.example")
    assert contact.plain()["more_email"] == ["an@y.example"]
    assert contact.values["consent_mailing"] is True
    assert contact.values["languages"] == ("nl",)


def test_two_phone_columns_make_one_field() -> None:
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Nom", "Téléphone", "GSM"], ["Bois", "02 226 88 88", "0470/12.34.56"])
    assert row.every("phone") == ("+3222268888", "+32470123456")


def test_totals_headers_and_empty_records() -> None:
    rows = _rows(
        ImportKind.ORGANISATIONS,
        ["Nom", "CP", "ETP"],
        ["Bois", "1070", "3,5"],
        ["", "", ""],
        ["NOM", "cp", "ETP"],
        ["Total", "1000", "5"],
        ["TotalBois", "1070", "5"],
        ["Total", "Rue du Total 1", "5"],
        ["Totaal leden", "", "12"],
        ["Somme :", "", "12"],
        ["Moyenne", "", "4,2"],
    )
    assert [(row.line, row.skipped.code if row.skipped else None) for row in rows] == [
        (2, None),
        (4, "repeated_header"),
        (5, "total_row"),
        (6, None),
        (7, None),
        (8, "total_row"),
        (9, "total_row"),
        (10, "total_row"),
    ]


def test_columns_without_a_field_are_kept_word_for_word() -> None:
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Nom", "Longitude", "Statut"], ["Bois", 2.031805, "bizarre"])
    kept = {note.column: (note.field, note.text) for note in row.verbatim}
    assert kept == {"Longitude": (None, "2.031805"), "Statut": ("membership_status", "bizarre")}
    assert not row.refused


def test_decimal_mark_of_the_column_settles_what_one_cell_cannot() -> None:
    first, second = _rows(ImportKind.ORGANISATIONS, ["Nom", "ETP"], ["A", "1.234"], ["B", "0.5"])
    assert (first.values["fte"], second.values["fte"]) == (Decimal("1.234"), Decimal("0.5"))
    assert not first.warnings
    alone, _ = _rows(ImportKind.ORGANISATIONS, ["Nom", "ETP"], ["A", "1.234"], ["B", "12"])
    assert alone.values["fte"] == Decimal(1234)
    assert _codes(alone) == ["ambiguous_number"]


def test_too_long_a_cell_is_refused_not_cut() -> None:
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Nom", "CP"], ["é" * LINE_LIMIT, "1070"])
    assert row.refused
    assert _codes(row) == ["cell_too_long"]
    assert row.values["name"] is None


@pytest.mark.parametrize("piece", ["a ", " ", "@", "0 ", "<", "/ ", ".a", "BE ", "1,", "-", "é", "\n", "x;"])
def test_hostile_cells_cost_next_to_nothing(piece: str) -> None:
    keys = [field.key for field in TARGETS[ImportKind.ORGANISATIONS].fields]
    long = "x" + piece * (LINE_LIMIT // len(piece.encode()) - 2) + "y"
    short = "x" + piece * (4_000 // len(piece.encode())) + "y"
    source = TableSource(Path("x.csv"), "csv", [keys, [long] * len(keys), [short] * len(keys)], len(keys))
    layout = lay_out(source, TARGETS[ImportKind.ORGANISATIONS], 1)
    mapping = guess_mapping(source, layout, ImportKind.ORGANISATIONS)
    for index, key in enumerate(keys):
        mapping = mapping.with_field(index, key)
    started = time_module.process_time()
    assert len(list(read_rows(source, layout, mapping))) == 2
    assert time_module.process_time() - started < 2.0


def test_yes_and_one_are_not_mixed_up() -> None:
    one, yes = _rows(ImportKind.ORGANISATIONS, ["Nom", "Remarques"], ["A", 1.0], ["B", True])
    assert (one.values["notes"], yes.values["notes"]) == ("1", "TRUE")


def test_address_of_several_columns() -> None:
    rows = _rows(
        ImportKind.ORGANISATIONS,
        ["Nom", "Rue", "N° de rue", "Boîte", "CP", "Pays"],
        ["A", "Quai des Usines", 3.0, "2", "B-1000", "Belgique"],
        ["B", "Damrak", 1.0, "", "1012", "Pays-Bas"],
    )
    assert [row.values["street"] for row in rows] == ["Quai des Usines 3 bte 2", "Damrak 1"]
    assert [row.values["in_region"] for row in rows] == [True, False]


def test_address_in_one_column() -> None:
    rows = _rows(
        ImportKind.ORGANISATIONS,
        ["Nom", "Adresse complète"],
        ["A", "Quai des Usines 3 bte 2, B-1000 Bruxelles"],
        ["B", "Rue Haute 9 - 1050 Ixelles"],
        ["C", "Avenue 2024"],
        ["D", ""],
    )
    assert [(row.values["street"], row.values["postcode"], row.values["city"]) for row in rows] == [
        ("Quai des Usines 3 bte 2", "1000", "Bruxelles"),
        ("Rue Haute 9", "1050", "Ixelles"),
        ("Avenue 2024", None, None),
        (None, None, None),
    ]
    assert [row.values["in_region"] for row in rows] == [True, True, None, None]
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Naam", "Postcode + gemeente"], ["A", "1070 Anderlecht"])
    assert (row.values["postcode"], row.values["city"]) == ("1070", "Anderlecht")


def test_durations_in_hours() -> None:
    rows = _rows(
        ImportKind.SESSIONS,
        ["Date", "Entreprise", "Durée (h)"],
        ["3/5/2024", "Bois", "1,5"],
        ["3/5/2024", "Bois", 2.0],
        ["3/5/2024", "Bois", "1h15"],
    )
    assert [row.values["minutes"] for row in rows] == [90, 120, 75]


def test_revenue_of_several_years() -> None:
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Nom", "CA 2023", "CA 2024"], ["A", "10 000,00", "12 500,50"])
    assert row.every("revenue") == (Decimal("10000.00"), Decimal("12500.50"))
    assert [(note.field, note.year, note.text) for note in row.verbatim] == [
        ("revenue", 2023, "10 000,00"),
        ("revenue", 2024, "12 500,50"),
    ]


def test_rows_that_say_too_little() -> None:
    (row,) = _rows(ImportKind.ORGANISATIONS, ["Nom", "CP"], ["", "1070"])
    assert row.refused
    assert [(finding.cell, finding.code) for finding in row.errors] == [("A2", "name_missing")]


def test_progress_and_cancel() -> None:
    source = TableSource(Path("x.csv"), "csv", [["Nom", "CP"], *[["Bois", "1070"]] * 2_500], 2)
    layout = lay_out(source, TARGETS[ImportKind.ORGANISATIONS])
    mapping = guess_mapping(source, layout, ImportKind.ORGANISATIONS)
    seen: list[tuple[int, int]] = []
    assert len(list(read_rows(source, layout, mapping, lambda done, total: seen.append((done, total))))) == 2_500
    assert seen == [(0, 2_500), (1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]
    cancel = Cancel()
    rows = read_rows(source, layout, mapping, cancel=cancel)
    next(rows)
    cancel.request()
    with pytest.raises(CancelledError):
        list(rows)


def test_unicode_text_of_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "leden.txt"
    path.write_bytes(
        "Ondernemingsnummer\tNaam\tOmzet 2023\r\n1999.999.151\tHoutbewerking é\t1.234,50\r\n".encode("utf-16")
    )
    opened = open_list(path, ImportKind.ORGANISATIONS)
    (row,) = opened.rows()
    assert opened.source.delimiter == "\t"
    assert row.plain() == {"enterprise_number": "1999999151", "name": "Houtbewerking é", "revenue": "1234.50"}
    assert row.verbatim[0].year == 2023


_CELLS = st.one_of(
    st.text(max_size=20), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates(), st.just("")
)


@pytest.mark.parametrize("kind", list(ImportKind))
@settings(max_examples=25)
@given(data=st.data())
def test_no_cell_raises_in_any_field(kind: ImportKind, data: st.DataObject) -> None:
    fields = TARGETS[kind].fields
    cells = data.draw(st.lists(_CELLS, min_size=len(fields), max_size=len(fields)))
    source = TableSource(Path("x.xlsx"), "xlsx", [[field.label for field in fields], cells], len(fields))
    layout = lay_out(source, TARGETS[kind], 1)
    mapping = guess_mapping(source, layout, kind)
    for index, field in enumerate(fields):
        mapping = mapping.with_field(index, field.key)
    for row in read_rows(source, layout, mapping):
        row.plain()
