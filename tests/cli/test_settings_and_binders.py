"""Settings and binders: which one is meant, and what this user prefers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_settings_are_listed_read_and_changed(run_bare: Run, tmp_path: Path) -> None:
    listed = run_bare("settings", "list", "--json").json
    assert listed["settings"]["silent_after_days"] == 90
    assert {one["key"] for one in listed["details"]} == set(listed["settings"])
    assert run_bare("settings", "set", "silent-after-days", "120", "--json").json == {
        "key": "silent_after_days",
        "value": 120,
    }
    assert run_bare("settings", "get", "silent_after_days").out == "120\n"
    assert str(tmp_path) in listed["path"]
    assert "silent_after_days" in run_bare("settings", "list").out


def test_the_language_of_the_settings_is_spoken(run_bare: Run) -> None:
    run_bare("settings", "set", "language", "nl")
    dutch = run_bare("undo", "--help", "--language", "nl").out
    assert dutch == run_bare("undo", "--help", "--language", "nl").out
    assert dutch != run_bare("undo", "--help", "--language", "fr").out


def test_a_binder_is_named_by_option_then_environment_then_the_last_one(
    run_bare: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        folder = str(tmp_path / name)
        assert run_bare("binder", "create", folder, "--json").json["binder"] == folder
        run_bare("organisation", "add", "--name", name, "--binder", folder)

    def opened(*arguments: str) -> str:
        return str(run_bare("organisation", "list", "--json", *arguments).json["items"][0]["name"])

    assert opened() == "one"
    assert run_bare("binder", "open", str(tmp_path / "two"), "--json").code == 0
    assert opened() == "two"
    monkeypatch.setenv("CLUSTERDESK_BINDER", str(tmp_path / "three"))
    assert opened() == "three"
    assert opened("--binder", str(tmp_path / "one" / "binder.db")) == "one"
    listed = run_bare("binder", "list", "--json").json["items"]
    assert [(one["name"], one["usual"]) for one in listed] == [("two", True)]


def test_a_binder_that_does_not_open_is_not_remembered(run_bare: Run, tmp_path: Path) -> None:
    assert run_bare("binder", "open", str(tmp_path / "nothing"), "--json").error["code"] == "no_binder"
    assert run_bare("settings", "get", "last_binder").out == "\n"
    assert "no binder yet" in run_bare("binder", "list").out
