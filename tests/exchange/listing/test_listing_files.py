"""Lists in files: a spreadsheet of a Belgian office opens them right, and nothing in them is a formula."""

import csv
import io
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.views.listing import Listing
from clusterdesk.exchange.writing.listing_files import csv_name, listing_csv, listing_xlsx, write_listing

FORMULAS = ("=1+1", "+32 2 555", "-5 %", "@action", "\t=1", "＝A1", '=HYPERLINK("x")')
LIST = Listing(
    "thing",
    "Choses & machins",
    ("Nom", "Montant", "Nombre", "Jour", "Heure"),
    (
        ('Élan; vélo "été"', Decimal("-1234.50"), 3, date(2026, 11, 23), time(9, 5)),
        ("=1+1", None, None, None, None),
    ),
)


def test_csv_is_what_a_belgian_office_opens() -> None:
    content = listing_csv(LIST)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Nom", "Montant", "Nombre", "Jour", "Heure"],
        ['Élan; vélo "été"', "-1234,50", "3", "23/11/2026", "09:05"],
        ["'=1+1", "", "", "", ""],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    listing = Listing("t", "T", (text,), ((text,),))
    rows = list(csv.reader(io.StringIO(listing_csv(listing).decode("utf-8-sig")), delimiter=";"))
    assert rows == [[f"'{text}"], [f"'{text}"]]
    book = CalamineWorkbook.from_filelike(io.BytesIO(listing_xlsx((listing,))))
    assert book.get_sheet_by_index(0).to_python() == [[text], [text]]


def test_a_workbook_keeps_numbers_and_days(tmp_path: Path) -> None:
    write_listing(tmp_path / "l.XLSX", LIST)
    book = CalamineWorkbook.from_path(str(tmp_path / "l.XLSX"))
    assert book.sheet_names == ["Choses & machins"]
    assert book.get_sheet_by_index(0).to_python()[1] == [
        "Élan; vélo \"été\"", -1234.5, 3.0, date(2026, 11, 23), time(9, 5),
    ]  # fmt: skip


def test_sheets_have_names_of_their_own() -> None:
    long = "Organisations qui rencontrent des difficultés"
    titles = [long, long.upper(), "A/B:C*?[D]", "'"]
    made = listing_xlsx([Listing(str(n), title, ("a",), ()) for n, title in enumerate(titles)])
    names = CalamineWorkbook.from_filelike(io.BytesIO(made)).sheet_names
    assert names == ["Organisations qui rencontrent d", "ORGANISATIONS QUI RENCONTRENT 2", "A B C D", "1"]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="neither"):
        write_listing(tmp_path / "list.doc", LIST)
    assert list(tmp_path.iterdir()) == []
    assert csv_name(Listing("x", "Dossiers / CON", (), ())) == "Dossiers - CON.csv"
