"""Answers fetched from the drive by its helper: real processes, one that never answers too."""

import errno
import sys
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.sync.fetching import Wanted, fetch_from
from clusterdesk.sync.watched_process import DriveHelper
from tests.sync.bad_drive import BadCalls, Here

JSON = Wanted((".json", ".eml"), 1000)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A drive with the folders of two parcels."""
    share = tmp_path / "share"
    (share / "parcels/2026/Élan/retour").mkdir(parents=True)
    (share / "parcels/2026/Élan/b.JSON").write_bytes(b"b")
    (share / "parcels/2026/Élan/a.eml").write_bytes(b"a")
    (share / "parcels/2026/Élan/big.eml").write_bytes(b"x" * 1001)
    (share / "parcels/2026/Élan/retour/a.eml").write_bytes(b"other a")
    (share / "parcels/2026/Élan/page.pdf").write_bytes(b"pdf")
    (share / "parcels/2026/Noord").mkdir()
    return share


def test_a_real_helper_copies_what_may_be_an_answer(share: Path, tmp_path: Path) -> None:
    helper = DriveHelper(silence_seconds=20)
    places = (share / "parcels/2026/Élan", share / "parcels/2026/Élan/a.eml", share / "parcels/2026/gone")
    found = list(fetch_from(helper, share, places, tmp_path / "local", JSON))
    helper.close()
    contents = [
        [(path.name, path.read_bytes()) for path in paths] for _place, paths in found if isinstance(paths, tuple)
    ]
    assert contents == [
        [("a.eml", b"a"), ("b.JSON", b"b"), ("a.eml", b"other a")],
        [("a.eml", b"a")],
        [],
    ], "two of the same name stay two"
    assert [place for place, _paths in found] == list(places)
    assert all(
        (tmp_path / "local") in path.parents for _p, paths in found if isinstance(paths, tuple) for path in paths
    )


def test_a_drive_that_never_answers_is_given_up_and_not_asked_again(share: Path, tmp_path: Path) -> None:
    helper = DriveHelper(silence_seconds=0.5, command=[sys.executable, "-c", "import time; time.sleep(600)"])
    places = (share / "parcels/2026/Élan", share / "parcels/2026/Noord")
    ((place, error),) = fetch_from(helper, share, places, tmp_path / "local", JSON)
    helper.close()
    assert isinstance(error, KnownError)
    assert (place, error.code) == (places[0], "drive_silent")
    assert str(share) in str(error)


@pytest.mark.parametrize(("number", "code"), [(errno.EHOSTDOWN, "drive_offline"), (errno.EACCES, "answer_folder")])
def test_what_the_drive_says_is_told(share: Path, tmp_path: Path, number: int, code: str) -> None:
    places = (share / "parcels/2026/Élan",)
    ((_place, error),) = fetch_from(Here(BadCalls(down=number)), share, places, tmp_path / "local", JSON)
    assert isinstance(error, KnownError)
    assert error.code == code


def test_a_drive_that_is_not_there_is_said(share: Path, tmp_path: Path) -> None:
    gone = share / "unplugged"
    ((_place, error),) = fetch_from(Here(), gone, (gone / "parcels",), tmp_path / "local", JSON)
    assert isinstance(error, KnownError)
    assert error.code == "drive_offline"
