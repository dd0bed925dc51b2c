"""Lists as they come from elsewhere: what their columns are taken for, and what their rows say."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from clusterdesk.exchange.mapping.opened_list import OpenedList, open_list
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.target import ImportKind

ORGANISATIONS = ImportKind.ORGANISATIONS


def opened(folder: Path, text: str, kind: ImportKind = ORGANISATIONS, encoding: str = "utf-8") -> OpenedList:
    path = folder / "liste.csv"
    path.write_bytes(text.encode(encoding))
    return open_list(path, kind)


def fields(found: OpenedList) -> list[str | None]:
    return [column.field for column in found.mapping.columns]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("N°;Organisation;Numéro BCE", "1;A un;0403019261", [None, "name", "enterprise_number"]),
        ("Numéro;Nom", "0403019261;A un", ["enterprise_number", "name"]),
        (
            "Firmenname;Unternehmensnummer;Straße;PLZ;Ort",
            "A;0403019261;Hauptstraße 1;4700;Eupen",
            ["name", "enterprise_number", "street", "postcode", "city"],
        ),
        ("Naam;Adres;PC;Stad", "A;Kaai 5;1000;Brussel", ["name", "street", "postcode", "city"]),
        (
            "Entreprise;Prénom du contact;Nom du contact;Mail contact;Mail général",
            "A;Sofie;Peeters;s@a.be;info@a.be",
            ["name", "contact_first_name", "contact_last_name", "contact_email", "email"],
        ),
        (
            "Nom / Naam;N° BCE / KBO-nr;Rue / Straat;N° / Nr;CP / PC",
            "A;0403019261;Rue A;12;1000",
            ["name", "enterprise_number", "street", "house_number", "postcode"],
        ),
        ("Raison sociale;Tél 1;Tél 2", "A;02 226 88 88;0478 12 34 56", ["name", "phone", "phone"]),
    ],
)
def test_columns_of_organisations(tmp_path: Path, header: str, row: str, expected: list[str]) -> None:
    assert fields(opened(tmp_path, f"{header}\n{row}\n")) == expected


@pytest.mark.parametrize(
    ("kind", "header", "row", "expected"),
    [
        (
            ImportKind.CONTACTS,
            "Société;Prénom;NOM;Tél. direct;GSM;RGPD newsletter",
            "A;Sofie;PEETERS;02 226 88 88;0478 12 34 56;oui",
            ["organisation", "first_name", "last_name", "phone", "phone", "consent_mailing"],
        ),
        (
            ImportKind.MEMBERSHIPS,
            "Naam;Hoedanigheid;Lid sinds;Uitgetreden op",
            "A;lid;2022;2024",
            ["organisation", "status", "from_on", "to_on"],
        ),
        (
            ImportKind.FILES,
            "Projet;Ouverture du dossier;Chargé de mission;Trajets",
            "Chaises;15/03/2023;Claire;business",
            ["project", "opened_on", "manager", "tracks"],
        ),
        (
            ImportKind.SESSIONS,
            "Date;Entreprise;Durée (min);Prochaine étape;Accompagnateur",
            "12/02/2024;A;90;Rappeler;CD",
            ["date", "organisation", "minutes", "next_step", "manager"],
        ),
    ],
)
def test_columns_of_other_lists(tmp_path: Path, kind: ImportKind, header: str, row: str, expected: list[str]) -> None:
    assert fields(opened(tmp_path, f"{header}\n{row}\n", kind)) == expected


def rows_of(found: OpenedList) -> list[ReadRow]:
    return list(found.rows())


def test_names_alone_without_a_title(tmp_path: Path) -> None:
    found = opened(tmp_path, "Bois Retour\nAtelier Noord\nFil & Fibre ASBL\n")
    assert found.layout.header_line is None
    assert [row.values["name"] for row in rows_of(found)] == ["Bois Retour", "Atelier Noord", "Fil & Fibre ASBL"]


def test_names_beside_numbers_without_titles(tmp_path: Path) -> None:
    found = opened(tmp_path, "0403019261;A un;a@a.be\n0314595348;B deux;b@b.be\n1999999151;C trois;c@c.be\n")
    assert fields(found) == ["enterprise_number", "name", "email"]


def test_five_hundred_columns_with_numbered_titles(tmp_path: Path) -> None:
    header = ";".join(["Nom", "N° entreprise", *(f"Col {number}" for number in range(498))])
    found = opened(tmp_path, f"{header}\nA un;0403019261{';x' * 498}\n")
    assert found.layout.header_line == 1
    assert fields(found)[:3] == ["name", "enterprise_number", None]


def test_groups_over_columns_are_read_only_where_they_say_something(tmp_path: Path) -> None:
    path = tmp_path / "groupes.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Liste")
        bold = book.add_format({"bold": True})
        sheet.merge_range(0, 0, 0, 2, "Organisation", bold)
        sheet.merge_range(0, 3, 0, 4, "Contact", bold)
        sheet.write_row(1, 0, ["Nom", "N° entreprise", "CP", "Nom", "Mail"])
        sheet.write_row(2, 0, ["A un", "0403019261", 1000, "Sofie Peeters", "s@a.be"])
    found = open_list(path, ORGANISATIONS)
    assert fields(found) == ["name", "enterprise_number", "postcode", "contact_name", "contact_email"]


def test_persons_who_hold_a_project(tmp_path: Path) -> None:
    row = rows_of(opened(tmp_path, "Nom;Prénom;Mail;Filière\nPeeters;Sofie;s@x.be;Bois\n"))[0]
    assert row.values["name"] == "Sofie Peeters"
    assert (row.values["contact_first_name"], row.values["contact_last_name"]) == ("Sofie", "Peeters")


def test_a_foreign_number_does_not_refuse_a_row_from_abroad(tmp_path: Path) -> None:
    abroad, here = rows_of(opened(tmp_path, "Nom;N° TVA;Pays\nA un;FR40303265045;France\nB deux;FR40303265045;\n"))
    assert not abroad.refused
    assert [one.code for one in abroad.errors] == ["foreign_number"]
    assert [(one.field, one.text) for one in abroad.verbatim] == [("enterprise_number", "FR40303265045")]
    assert here.refused


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("31/04/2024", "no_such_date"),
        ("2024-01", "2024-01"),
        ("44927", "2023-01-01"),
        ("15.03.2022", "2022-03-15"),
        ("mars 2023", "2023-03"),
        ("1/2/23", "2023-02-01"),
        ("2021", "2021"),
    ],
)
def test_dates(tmp_path: Path, cell: str, value: str) -> None:
    row = rows_of(opened(tmp_path, f"Nom;Membre depuis\nA un;{cell}\n"))[0]
    read = str(row.values["member_since"]) if row.values["member_since"] else row.errors[0].code
    assert read == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("403019261", "0403019261"),
        ("403019261.0", "0403019261"),
        ("BE 0403.019.261", "0403019261"),
        ("TVA BE 403 019 261", "0403019261"),
        ("BTW-BE-0403019261", "0403019261"),
        ("0403\u00a0019\u00a0261", "0403019261"),
        ("4.03019261E+08", "0403019261"),
        ("4,03019261E8", "0403019261"),
        ("4.030193E+08", "scientific_notation"),
        ("4.03E+08", "scientific_notation"),
        ("BE 0403.019.261 (TVA)", "0403019261"),
        ("0403.019.261 BTW", "0403019261"),
        ("0000.000.097", "zero_number"),
        ("0403.019.262", "check_digits"),
    ],
)
def test_numbers(tmp_path: Path, cell: str, value: str) -> None:
    row = rows_of(opened(tmp_path, f"Nom;N° entreprise\nA un;{cell}\n"))[0]
    assert (row.values["enterprise_number"] or row.errors[0].code) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("57,60", "57.60"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("€ 12.000", "12000"),
        ("1,25E+02", "125"),
    ],
)
def test_amounts(tmp_path: Path, cell: str, value: str) -> None:
    row = rows_of(opened(tmp_path, f"Nom;Chiffre d'affaires 2023\nA un;{cell}\nB deux;3,5\n"))[0]
    amount: Any = row.values["revenue"]
    assert f"{amount:f}" == value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman"])
@pytest.mark.parametrize("mark", [";", "\t", ",", "|"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, mark: str) -> None:
    text = mark.join(("Société", "Numéro d'entreprise")) + "\r\n" + mark.join(("Été à Liège", "0403019261")) + "\r\n"
    row = rows_of(opened(tmp_path, text, encoding=encoding))[0]
    assert row.values == {"name": "Été à Liège", "enterprise_number": "0403019261"}


@pytest.mark.parametrize(
    ("cell", "phone"),
    [("4,78123456E+08", "+32478123456"), ("3.2478123456E+10", "+32478123456"), ("4,78E+08", "4,78E+08")],
)
def test_a_phone_that_a_spreadsheet_took_for_a_number(tmp_path: Path, cell: str, phone: str) -> None:
    row = rows_of(opened(tmp_path, f"Nom;Téléphone\nA un;{cell}\n"))[0]
    assert row.values["phone"] == phone


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        (
            "Nom;Adresse;CP;Commune;Adresse d'exploitation;CP exploitation;Commune exploitation",
            "A;Rue A 1;1000;Bruxelles;Rue B 2;1080;Molenbeek",
            ("Rue B 2", "1080", "Molenbeek"),
        ),
        (
            "Nom;Siège social;Siège d'exploitation",
            "A;Rue A 1, 1000 Bruxelles;Rue B 2, 1080 Molenbeek",
            ("Rue B 2", "1080", "Molenbeek"),
        ),
        (
            "Naam;Straat;Postcode;Gemeente;Straat exploitatiezetel;Postcode exploitatiezetel;Gemeente exploitatiezetel",
            "A;Astraat 1;1000;Brussel;Bstraat 2;1080;Molenbeek",
            ("Bstraat 2", "1080", "Molenbeek"),
        ),
    ],
)
def test_a_second_address_is_that_of_an_establishment(
    tmp_path: Path, header: str, cells: str, expected: tuple[str, str, str]
) -> None:
    row = rows_of(opened(tmp_path, f"{header}\n{cells}\n"))[0]
    found = tuple(row.values.get(f"establishment_{key}") for key in ("street", "postcode", "city"))
    assert found == expected
    assert row.values["postcode"] == "1000"
    assert row.values["street"] in {"Rue A 1", "Astraat 1"}


@pytest.mark.parametrize(
    "header", ["Date de sortie", "Uittredingsdatum", "Fin d'affiliation", "Sorti le", "Membre jusqu'au"]
)
def test_the_end_of_a_membership(tmp_path: Path, header: str) -> None:
    rows = rows_of(opened(tmp_path, f"Nom;Membre depuis;{header}\nA;2023;30/06/2025\nB;2024;2023\nC;2024;\n"))
    assert [str(row.values["member_until"] or "") for row in rows] == ["2025-06-30", "", ""]
    assert [one.code for one in rows[1].warnings] == ["end_before_start"]


@pytest.mark.parametrize(
    ("cell", "hour"),
    [
        ("13/02/2024 14:30", "14:30"),
        ("2024-02-13T09:05:00", "09:05"),
        ("13.02.2024 14h30", "14:30"),
        ("13/02/2024 00:00", ""),
        ("13/02/2024", ""),
    ],
)
def test_the_hour_behind_the_day_of_a_session(tmp_path: Path, cell: str, hour: str) -> None:
    text = f"Date;Entreprise;Type\n{cell};Bois;Visite\n14/02/2024;Bois;Visite\n"
    row = rows_of(opened(tmp_path, text, kind=ImportKind.SESSIONS))[0]
    assert str(row.values["date"]) == "2024-02-13"
    assert str(row.values.get("starts_at") or "")[:5] == hour
