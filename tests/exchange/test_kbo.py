"""Enterprises found in KBO open data: by activity and place, as a stream, refused where the folder is not it."""

import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.parsing.postcodes import read_postcodes
from clusterdesk.exchange.kbo.finding import find_enterprises

KBO = Path(__file__).parents[1] / "data" / "kbo"  # invented, in the layout of the open data


@pytest.fixture
def kbo(tmp_path: Path) -> Path:
    """A folder of its own."""
    return Path(shutil.copytree(KBO, tmp_path / "kbo"))


def test_active_enterprises_of_the_activity_with_a_place_there_are_found(kbo: Path) -> None:
    found = find_enterprises(kbo, ("31", "1623"), "1000-1299")
    assert [(one.number, one.name, one.postcode, one.nace_code) for one in found] == [
        ("1999990003", "Houtwerk", "1070", "16230"),
        ("1999990001", "Ébénisterie du Quai", "1080", "31001"),
    ]
    assert (found[1].street, found[1].city, found[1].phone) == ("Quai 12", "Molenbeek-Saint-Jean", "02 555 01 02")
    assert found[0].mail == "info@houtwerk.example"


def test_everywhere_and_elsewhere(kbo: Path) -> None:
    assert [one.number for one in find_enterprises(kbo, ("31",), "9000")] == ["1999990002"]
    assert len(find_enterprises(kbo, ("31",), "")) == 2


@pytest.mark.parametrize("newest_first", [False, True])
def test_only_the_newest_version_of_the_codes_says_what_somebody_does(kbo: Path, *, newest_first: bool) -> None:
    """16 was tobacco in 2003."""
    rows = ["1999.990.001,001,2003,16000,MAIN", "1999.990.001,001,2025,31001,MAIN"]
    heading = "EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification"
    lines = (heading, *(reversed(rows) if newest_first else rows), "1999.990.004,001,2025,47110,MAIN")
    (kbo / "activity.csv").write_text("\n".join(lines), encoding="utf-8")
    assert find_enterprises(kbo, ("16",), "") == ()
    assert [one.nace_code for one in find_enterprises(kbo, ("31",), "")] == ["31001"]


def test_millions_of_rows_are_never_held(kbo: Path) -> None:
    with (kbo / "activity.csv").open("a", encoding="utf-8") as more:
        more.writelines("0999.999.999,001,2025,47110,MAIN\n" for _ in range(300_000))
    told: list[int] = []

    def hear(done: int, total: int) -> None:
        told.append(done)

    tracemalloc.start()
    found = find_enterprises(kbo, ("31",), "1080", hear)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == 1
    assert told == [200_000]
    assert peak < 2_000_000, "read as a stream"


def _take_away(folder: Path) -> None:
    (folder / "activity.csv").unlink()


def _rename_column(folder: Path) -> None:
    path = folder / "address.csv"
    path.write_text(path.read_text("utf-8").replace("Zipcode", "Postcode"), encoding="utf-8")


def _spoil(folder: Path) -> None:
    (folder / "activity.csv").write_bytes(b"EntityNumber,NaceVersion,NaceCode\n\xff\xfe,2025,31\n")


@pytest.mark.parametrize(
    ("harm", "code"), [(_take_away, "kbo_folder"), (_rename_column, "kbo_columns"), (_spoil, "kbo_unreadable")]
)
def test_another_folder_is_refused(kbo: Path, harm: Callable[[Path], None], code: str) -> None:
    harm(kbo)
    with pytest.raises(KnownError) as refused:
        find_enterprises(kbo, ("31",), "1000-1299")
    assert refused.value.code == code


@pytest.mark.parametrize("text", ["100", "1000-", "1000-1100-1200", "mille"])
def test_what_is_no_postcode_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_postcodes(text)
