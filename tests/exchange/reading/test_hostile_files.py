"""Files that must not be read: each has its own message, and none costs more than a moment."""

import contextlib
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filling import placeholders
from clusterdesk.exchange.reading import refusals
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.sheet_xml import furthest
from tests.exchange.spreadsheets import sheet_xml, write_raw_xlsx, write_xlsx

_DATA = Path(__file__).parents[2] / "data"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMB = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'


def _refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        open_source(path)
    error = caught.value
    for text in (error.message, error.advice):
        assert placeholders(text) <= error.params.keys()
    return error.code


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "list.csv", "file_empty"),
        (b" \r\n;;\r\n", "list.csv", "sheet_empty"),
        (_COMPOUND + bytes(600), "list.xls", "file_old_excel"),
        (_COMPOUND + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "list.xlsx", "file_password"),
        (b"%PDF-1.7 ...", "list.csv", "file_not_a_list"),
        (bytes(range(256)) * 40, "list.csv", "file_not_a_list"),
        (b"\xef\xbb\xbf <html><table><tr><td>a</td></tr></table></html>", "list.xls", "file_html"),
        (b"<?xml version='1.0'?><Workbook/>", "list.xls", "file_not_a_list"),
        (b"PK\x03\x04 this is no zip", "list.xlsx", "file_damaged"),
        (b"PK", "list.xlsx", "file_damaged"),
    ],
)
def test_content_that_is_no_list(tmp_path: Path, content: bytes, name: str, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _refused(path) == code


def test_no_file_a_folder_a_locked_file(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.csv") == "file_missing"
    assert _refused(tmp_path) == "file_is_folder"


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.truncate(201 * 1024 * 1024)
    assert _refused(path) == "file_too_large"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/document.xml": b"<x/>"}, "file_not_a_list"),
        ({"xl/workbook.bin": b"x"}, "file_binary_excel"),
        ({"xl/workbook.xml": b"<workbook"}, "file_damaged"),
        ({"xl/workbook.xml": b"<workbook/>"}, "file_damaged"),
        ({"xl/workbook.xml": b"<workbook/>", "../../evil": b"x"}, "file_strange_part"),
        ({"xl/workbook.xml": b"<workbook/>", "/etc/evil": b"x"}, "file_strange_part"),
        ({"xl/workbook.xml": b"<workbook/>", "C:\\evil": b"x"}, "file_strange_part"),
        ({f"part{number}": b"" for number in range(5_001)}, "file_too_many_parts"),
        ({"xl/workbook.xml": b"<workbook/>", "xl/big.xml": b" " * (30 << 20)}, "file_bomb"),
        ({"xl/workbook.xml": _BOMB.encode() + b"<workbook>&b;</workbook>"}, "file_entities"),
    ],
)
def test_zips_that_are_no_workbook(tmp_path: Path, parts: dict[str, bytes], code: str) -> None:
    assert _refused(_zip(tmp_path / "list.xlsx", parts)) == code


def test_entities_in_a_sheet(tmp_path: Path) -> None:
    assert _refused(write_raw_xlsx(tmp_path / "list.xlsx", _BOMB + sheet_xml(_CELL))) == "file_entities"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "too_many_columns"),
        ('<row r="2"><c r="SG2"><v>1</v></c></row>', "too_many_columns"),
        ("<row r='2'><c r='XFD2'><v>1</v></c></row>", "too_many_columns"),
        ('<row r="2"><c s="1"\n r = "XFD2" t="n"><v>1</v></c></row>', "too_many_columns"),
        ('<row r="300000"><c r="B300000"><v>1</v></c></row>', "too_many_rows"),
        ('<row r="2"><c r="B1048576"><v>1</v></c></row>', "too_many_rows"),
    ],
)
def test_one_cell_in_a_far_corner(tmp_path: Path, cell: str, code: str) -> None:
    assert _refused(write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(_CELL + cell))) == code


def test_text_that_looks_like_a_far_cell_harms_nothing(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", Membres=[["Nom"], ['r="XFD1048576"'], ['"ABC123"']])
    assert len(open_source(path).rows) == 3
    assert furthest(b'<c r="A1" t="str"><v>"ABC123"</v></c>') == (1, 1)


def test_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    path = write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(_CELL + " " * 100_000))
    data = path.read_bytes()
    size = len(sheet_xml(_CELL + " " * 100_000)).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, (1_000).to_bytes(4, "little")))
    assert _refused(path) == "file_damaged"


def test_every_truncation_of_a_workbook_is_refused(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", Membres=[["Nom", "CP"], ["Bois", 1070]]).read_bytes()
    path = tmp_path / "list.xlsx"
    for end in range(4, len(whole) - 30, 400):
        path.write_bytes(whole[:end])
        assert _refused(path) == "file_damaged"


@given(place=st.integers(0, 100_000), change=st.integers(1, 255))
def test_a_flipped_byte_never_escapes_as_another_error(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    path = tmp_path_factory.mktemp("flip") / "list.xlsx"
    whole = bytearray((_DATA / "members_export_messy.xlsx").read_bytes())
    whole[place % len(whole)] ^= change
    path.write_bytes(whole)
    with contextlib.suppress(KnownError):
        open_source(path)


@pytest.mark.parametrize("code", sorted(refusals._REFUSALS))
def test_every_refusal_has_message_and_advice(code: str) -> None:
    message, advice = refusals._REFUSALS[code]
    assert message
    assert advice
    assert refusals.refusal(code).code == code


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a;b", encoding="utf-8")
    if sys.platform != "win32" and os.geteuid() != 0:
        path.chmod(0)
    else:  # nothing is forbidden to root: the system's answer is given instead
        opening: Callable[..., object] = Path.open

        def refuse(self: Path, *arguments: object, **options: object) -> object:
            if self == path:
                raise PermissionError(13, "Permission denied")
            return opening(self, *arguments, **options)

        monkeypatch.setattr(Path, "open", refuse)
    assert _refused(path) == "file_unreadable"
