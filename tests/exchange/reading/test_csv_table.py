"""Delimited text in all its encodings and habits."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.reading.csv_table import find_delimiter
from clusterdesk.exchange.reading.encodings import decode
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.progress import Cancel, CancelledError
from clusterdesk.exchange.reading.source import MAX_ROWS, ReadOptions

_TEXT = "Nom;Été\r\nBoisé;1\r\n;\r\nVélo;2\r\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, found: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(_TEXT.encode(encoding))
    source = open_source(path)
    assert source.encoding == found
    assert list(source.rows) == [["Nom", "Été"], ["Boisé", "1"], ["", ""], ["Vélo", "2"]]


def test_guessed_encoding_is_said_and_may_be_overridden(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Nom;Été".encode("cp1252"))
    assert [notice.code for notice in open_source(path).notices] == ["encoding_guessed"]
    assert open_source(path, ReadOptions(encoding="cp850")).rows[0][1] != "Été"
    with pytest.raises(KnownError) as caught:
        open_source(path, ReadOptions(encoding="utf-8"))
    assert caught.value.code == "file_wrong_encoding"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1,5;2,5;3\n4,1;5;6\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\n1,5\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('name,note\n"Dupont; fils","x; y"\n"B","z"\n', ","),
        ("Titre de la liste, avec virgules, deux\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("Nom\nBois, Textile\nVélo\n", ","),
        ("Nom\nA\nB\n", ";"),
    ],
)
def test_delimiters(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_separator_line_of_excel(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=|\r\na|b;c\r\n", encoding="utf-8", newline="")
    source = open_source(path)
    assert source.delimiter == "|"
    assert list(source.rows) == [[], ["a", "b;c"]]


def test_records_are_counted_not_lines(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a;b\n"x\ny";1\n\n;\nlast;2\n', encoding="utf-8")
    source = open_source(path)
    assert [(line, list(row)) for line, row in source.records(2)] == [
        (2, ["x\ny", "1"]),
        (3, []),
        (4, ["", ""]),
        (5, ["last", "2"]),
    ]


@pytest.mark.parametrize("start", ["=1+1", "+32", "-5", "@x", "\tx", "＝1"])
def test_escape_of_our_exports_is_undone(tmp_path: Path, start: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"a;b\n'{start};'plain\n", encoding="utf-8", newline="")
    assert list(open_source(path).rows[1]) == [start, "'plain"]


def test_a_quote_that_never_closes_swallows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = "".join(f"n{number};v\n" for number in range(60))
    path.write_text('a;b\n"Jan;1\n' + rows, encoding="utf-8")
    source = open_source(path)
    assert [notice.code for notice in source.notices] == ["broken_quotes"]
    assert len(source.rows) == 62


def test_quotes_inside_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('a;b\n6" buis;2\nx "y" z;3\n', encoding="utf-8")
    assert [row[0] for row in open_source(path).rows] == ["a", '6" buis', 'x "y" z']


def test_very_long_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a;b\n" + "x" * 400_000 + ";1\n", encoding="utf-8")
    assert len(str(open_source(path).rows[1][0])) == 400_000


def test_too_many_rows_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a;b\n" * (MAX_ROWS + 1), encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        open_source(path)
    assert caught.value.code == "too_many_rows"
    path.write_text(";".join("x" * 501) + "\n", encoding="utf-8")
    with pytest.raises(KnownError) as caught:
        open_source(path)
    assert caught.value.code == "too_many_columns"
    path.write_text("a;b" + ";" * 900 + "\n", encoding="utf-8")
    assert len(open_source(path).rows[0]) == 2


def test_progress_and_cancel(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a;b\n" * 12_000, encoding="utf-8")
    seen: list[tuple[int, int]] = []
    cancel = Cancel()

    def report(done: int, total: int) -> None:
        seen.append((done, total))
        cancel.request()

    with pytest.raises(CancelledError):
        open_source(path, progress=report, cancel=cancel)
    assert seen == [(5_000, 0)]


@given(st.binary(max_size=300))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded[0], str)
