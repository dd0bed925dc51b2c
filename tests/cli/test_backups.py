"""Backups: listed, made, and put back after the difference was shown."""

from io import StringIO
from pathlib import Path

import pytest

from clusterdesk.bootstrap import start_desk
from clusterdesk.config.settings import Settings
from tests.cli.conftest import Run


def test_a_backup_is_made_and_put_back(run: Run) -> None:
    made = run("backup", "make", "--json").json["backup"]
    assert Path(made["path"]).is_file()
    listed = run("backup", "list", "--json").json["backups"]
    assert listed[0] == made
    run("organisation", "add", "--name", "Trop")
    restored = run("backup", "restore", made["name"], "--yes", "--json").json
    assert restored["restored"]
    assert (restored["now"]["organisation"], restored["then"]["organisation"]) == (4, 3)
    assert [one["label"] for one in restored["lost_operations"]] == ["New · Organisation · Trop"]
    assert run("organisation", "list", "--json").json["total"] == 3
    assert run("check", "--json").json["ok"]


@pytest.mark.parametrize(("answer", "code", "total"), [("y\n", 0, 3), ("n\n", 130, 4), ("", 2, 4)])
def test_a_restore_shows_the_difference_and_asks(
    answer: str, code: int, total: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "make")
    run("organisation", "add", "--name", "Trop")
    monkeypatch.setattr("sys.stdin", StringIO(answer))
    done = run("backup", "restore", "newest")
    assert done.code == code
    assert "1 step would be gone" in done.err
    assert "New · Organisation · Trop" in done.err
    assert run("organisation", "list", "--json").json["total"] == total


def test_a_binder_that_cannot_be_read_any_more_is_brought_back(run: Run, binder: Path) -> None:
    run("backup", "make")
    for rest in binder.glob("binder.db-*"):
        rest.unlink()
    (binder / "binder.db").write_bytes(b"not a database at all " * 500)
    broken = run("organisation", "list", "--json")
    assert broken.code == 1
    assert broken.error["code"] == "binder_damaged"
    checked = run("check", "--json")
    assert checked.code == 1
    assert (checked.json["ok"], checked.json["integrity"]) == (False, "damaged")
    assert run("backup", "list", "--json").json["backups"]
    assert run("backup", "restore", "newest", "--yes", "--json").json["restored"]
    assert run("organisation", "list", "--json").json["total"] == 3


def test_the_reason_of_a_backup_is_told_in_words(run: Run) -> None:
    run("backup", "make")
    assert "demandée" in run("backup", "list", "--language", "fr").out.lower()
    assert [one["reason"] for one in run("backup", "list", "--json").json["backups"]] == ["manual"]
    done = run("backup", "restore", "newest", "--language", "en")
    assert done.code == 2
    assert done.err.splitlines()[-3] == "This needs a yes."
    assert "No step would be gone" in done.err


def test_nothing_is_replaced_under_an_open_window(run: Run, binder: Path) -> None:
    run("backup", "make")
    desk, _ = start_desk(binder, Settings(backups=False))
    try:
        done = run("backup", "restore", "newest", "--yes", "--json")
        assert (done.code, done.error["code"]) == (1, "binder_open")
        assert not (binder / "aside").exists()
        assert run("organisation", "add", "--name", "Pendant ce temps").code == 0
    finally:
        desk.close()
    assert run("backup", "restore", "newest", "--yes").code == 0


def test_an_unknown_or_unsound_backup_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("backup", "restore", "zork", "--json").error["code"] == "no_such_backup"
    (tmp_path / "x.db").write_bytes(b"nothing")
    done = run("backup", "restore", str(tmp_path / "x.db"), "--yes", "--json")
    assert done.code == 1
    assert run("organisation", "list", "--json").json["total"] == 3
