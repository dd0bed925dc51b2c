"""Large files are read in a helper process: same table, same errors, within limits, stopped at any moment."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.reading import apart, wire
from clusterdesk.exchange.reading.apart import Limits, is_heavy, read_apart
from clusterdesk.exchange.reading.open_source import open_source, read_here
from clusterdesk.exchange.reading.progress import Cancel, CancelledError
from clusterdesk.exchange.reading.source import ReadOptions
from tests.exchange.spreadsheets import sheet_xml, write_raw_xlsx, write_xlsx

DATA = Path(__file__).parents[2] / "data"
FILES = ("members_export_messy_cp1252.csv", "members_export_messy_utf8bom.csv", "members_export_messy.xlsx")
_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
PLAIN = ReadOptions()


@pytest.mark.parametrize("name", FILES)
def test_the_table_is_the_same(name: str) -> None:
    assert read_apart(DATA / name, PLAIN, None, None) == read_here(DATA / name, PLAIN, None, None)


def test_every_kind_of_cell_crosses(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "kinds.xlsx", Liste=[["Nom", "Le"], [12.5, True], ["é", ""]])
    table = read_here(path, PLAIN, None, None)
    cells = [date(2024, 1, 31), datetime(2024, 1, 31, 14, 30), clock_time(8, 5), timedelta(hours=26), 3, "x"]  # noqa: DTZ001
    table.rows[1][:] = cells  # type: ignore[index]
    frame = tmp_path / "frame"
    with frame.open("wb") as stream:
        wire.write_frame(stream, wire.TABLE, wire.plain_table(table))
    with frame.open("rb") as stream:
        read = wire.read_frame(stream)
        assert wire.read_frame(stream) is None
    assert read is not None
    assert wire.table_of(path, read[1]) == table


def test_options_cross(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "two.xlsx", Un=[["Nom"], ["a"]], Deux=[["Nom"], ["b"]])
    assert read_apart(path, ReadOptions(sheet="Deux"), None, None).rows[1] == ["b"]
    with pytest.raises(KnownError) as caught:
        read_apart(path, ReadOptions(sheet="Trois"), None, None)
    assert (caught.value.code, caught.value.params) == ("sheet_missing", {"sheet": "Trois", "sheets": "Un, Deux"})


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.write_bytes(b""), "file_empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04 this is no zip"), "file_damaged"),
        (lambda path: path.write_bytes(b"<html><table></table></html>"), "file_html"),
        (lambda path: None, "file_missing"),
        (
            lambda path: write_raw_xlsx(path, sheet_xml(_CELL + '<row r="300000"><c r="B300000"><v>1</v></c></row>')),
            "too_many_rows",
        ),
    ],
)
def test_errors_are_the_same(tmp_path: Path, make: Callable[[Path], object], code: str) -> None:
    path = tmp_path / "list.xlsx"
    make(path)
    raised = []
    for read in (read_here, read_apart):
        with pytest.raises(KnownError) as caught:
            read(path, PLAIN, None, None)
        error = caught.value
        raised.append((error.code, error.message, error.advice, error.params))
    assert raised[0] == raised[1]
    assert raised[0][0] == code


def _large(path: Path, rows: int) -> Path:
    rows_of_text = (f"Atelier du Canal {number};1080\n" for number in range(rows))
    path.write_text("Nom;CP\n" + "".join(rows_of_text), encoding="utf-8")
    return path


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    table = read_apart(_large(tmp_path / "list.csv", 40_000), PLAIN, lambda done, _: told.append(done), None)
    assert len(table.rows) == 40_001
    assert told == sorted(told)
    assert told[-1] >= 35_000


def test_cancelling_ends_the_process_at_once(tmp_path: Path, started: list[int]) -> None:
    path = _large(tmp_path / "list.csv", 190_000)
    cancel = Cancel()
    with pytest.raises(CancelledError):
        read_apart(path, PLAIN, lambda done, _: cancel.request() if done else None, cancel)
    _assert_ended(started)


def test_nothing_is_started_for_a_reading_that_is_cancelled_before(tmp_path: Path, started: list[int]) -> None:
    cancel = Cancel()
    cancel.request()
    with pytest.raises(CancelledError):
        read_apart(_large(tmp_path / "list.csv", 1), PLAIN, None, cancel)
    assert started == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit on Windows")
def test_too_much_memory_is_a_known_error(tmp_path: Path) -> None:
    limits = Limits(memory=64 * 1024 * 1024)
    with pytest.raises(KnownError) as caught:
        read_apart(_large(tmp_path / "list.csv", 199_000), PLAIN, None, None, limits)
    assert caught.value.code == "file_too_heavy"


def test_too_long_a_reading_is_a_known_error(tmp_path: Path, started: list[int]) -> None:
    with pytest.raises(KnownError) as caught:
        read_apart(_large(tmp_path / "list.csv", 1_000), PLAIN, None, None, Limits(seconds=0))
    assert caught.value.code in ("file_too_slow", "file_too_heavy")
    _assert_ended(started)


def test_a_helper_that_dies_is_a_known_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "ENTRY", "--no-such-entry")
    with pytest.raises(KnownError) as caught:
        read_apart(_large(tmp_path / "list.csv", 10), PLAIN, None, None)
    assert caught.value.code == "file_too_heavy"


def test_small_files_are_read_here_and_large_ones_apart(tmp_path: Path, started: list[int]) -> None:
    small = _large(tmp_path / "small.csv", 1_000)
    assert not is_heavy(small)
    open_source(small)
    assert started == []
    large = tmp_path / "large.csv"
    large.write_text("Nom;Remarque\n" + f"a;{'x' * 9_000}\n" * 2_000, encoding="utf-8")
    assert is_heavy(large)
    assert len(open_source(large).rows) == 2_001
    assert len(started) == 1
    swollen = write_raw_xlsx(tmp_path / "swollen.xlsx", sheet_xml(_CELL + " " * (25 << 20)))
    assert is_heavy(swollen)


def test_two_cells_far_apart_are_refused_before_the_library_makes_room_for_all_between(tmp_path: Path) -> None:
    path = write_raw_xlsx(tmp_path / "list.xlsx", sheet_xml(_CELL + '<row r="99999"><c r="SF99999"><v>1</v></c></row>'))
    with pytest.raises(KnownError) as caught:
        open_source(path)
    assert caught.value.code == "too_many_cells"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Return the ids of the processes that were started; they are real ones."""
    ids: list[int] = []
    start = apart._start

    def noting() -> object:
        process = start()
        ids.append(process.pid)
        return process

    monkeypatch.setattr(apart, "_start", noting)
    yield ids
    assert not [one for one in threading.enumerate() if one.name == "read-apart"]


def _assert_ended(ids: list[int]) -> None:
    assert ids
    end = time.monotonic() + 5
    while time.monotonic() < end and any(Path(f"/proc/{one}").exists() for one in ids):
        threading.Event().wait(0.01)
    assert not [one for one in ids if Path(f"/proc/{one}").exists()]
