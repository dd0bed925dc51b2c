"""Undo, redo, history, the state on a past day, the bin: all from the command line."""

import pytest

from tests.cli.conftest import Run


def test_the_last_step_is_taken_back_and_done_again(run: Run) -> None:
    run("organisation", "edit", "noord", "--name", "Atelier Zuid")
    undone = run("undo", "--json").json
    assert undone["undone"]["name"] == "edit_record"
    assert "Atelier Noord" in undone["undone"]["label"]
    assert undone["next_redo"]["label"] == undone["undone"]["label"]
    assert run("organisation", "show", "noord", "--json").code == 0
    redone = run("redo", "--json").json
    assert redone["redone"]["name"] == "edit_record"
    assert run("organisation", "show", "zuid", "--json").code == 0
    assert run("undo").out.startswith("Taken back: Edit · Organisation · Atelier Noord")


def test_the_steps_that_can_be_taken_back_are_listed(run: Run) -> None:
    run("organisation", "add", "--name", "Un")
    run("organisation", "add", "--name", "Deux")
    run("undo")
    listed = run("undo", "--list", "--json").json
    assert listed["undo"][0]["label"] == "New · Organisation · Un"
    assert [one["label"] for one in listed["redo"]] == ["New · Organisation · Deux"]
    assert "Deux" in run("undo", "--list").out


def test_redo_with_nothing_undone_is_a_known_error(run: Run) -> None:
    done = run("redo", "--json")
    assert done.code == 1
    assert done.error["code"] == "nothing_to_redo"
    assert len(done.err.strip().splitlines()) == 3


def test_history_tells_old_and_new_and_puts_a_value_back(run: Run) -> None:
    run("organisation", "edit", "noord", "--summary", "Première version")
    run("organisation", "edit", "noord", "--summary", "Seconde version")
    told = run("history", "noord", "--json").json
    assert told["record_type"] == "organisation"
    newest, older = told["changes"][:2]
    assert (newest["field"], newest["old"], newest["new"]) == ("summary", "Première version", "Seconde version")
    assert (older["old"], older["new"]) == ("", "Première version")
    assert told["changes"][-1]["field"] is None
    restored = run("history", "noord", "--restore", str(older["change"]), "--json").json
    assert (restored["field"], restored["value"], restored["changed"]) == ("summary", "Première version", True)
    assert run("organisation", "show", "noord", "--json").json["summary"] == "Première version"
    assert "Seconde version" in run("history", "noord").out


def test_history_takes_a_kind_before_the_reference(run: Run) -> None:
    assert run("history", "project", "chutes", "--json").json["record_type"] == "project"
    assert run("history", "value-chain", "bois", "--json").json["record_type"] == "value_chain"
    assert run("history", "zork", "x").code == 2
    assert run("history", "a", "b", "c").code == 2


def test_a_record_is_shown_as_it_was(run: Run) -> None:
    shown = run("organisation", "show", "noord", "--json").json
    now = run("history", shown["id"], "--at", "2100-01-01", "--json").json
    assert now["record"]["name"] == "Atelier Noord"
    past = run("history", "noord", "--at", "01/01/2020", "--json").json
    assert past["record"] is None
    assert run("history", "noord", "--at", "2020-01-01T10:00:00Z").code == 0
    assert run("history", "noord", "--at", "2100-01-01").out.count("Atelier Noord") == 1


@pytest.mark.parametrize(("day", "there"), [("hier", False), ("today", True), ("vandaag", True)])
def test_a_past_day_may_be_said_in_words(day: str, there: bool, run: Run) -> None:
    document = run("history", "noord", "--at", day, "--json").json
    assert (document["record"] is not None) is there


def test_a_number_that_is_no_change_of_the_record_is_refused(run: Run) -> None:
    for number in ("999999", "x", "-1"):
        done = run("history", "noord", f"--restore={number}", "--json")
        assert done.code == 1
        assert done.error["code"] == "no_such_change"


def test_the_bin_gives_a_record_back_by_its_name(run: Run) -> None:
    run("organisation", "delete", "noord")
    items = run("bin", "list", "--json").json["items"]
    assert [(one["record_type"], one["title"]) for one in items] == [("organisation", "Atelier Noord")]
    restored = run("bin", "restore", "atelier noord", "--json").json
    assert restored["restored"]
    assert restored["records"] > 1
    assert run("bin", "list", "--json").json["total"] == 0
    assert run("organisation", "show", "noord", "--json").json["parts"]["session"]
    assert "not in the bin" in run("bin", "restore", restored["id"]).out


def test_a_person_of_a_team_is_erased_for_good(run: Run) -> None:
    assert run("hub-team", "add", "--name", "Export").code == 0
    person = ("--name", "Lotte Vermeersch", "--role", "Area manager", "--mail", "lotte@hub.example")
    made = run("hub-team-person", "add", "--hub-team", "Export", *person, "--json").json["id"]
    assert run("hub-team-person", "edit", made, "--name", "Lotte Vermeersch-Maes").code == 0
    assert run("hub-team-person", "erase", "vermeersch").code == 2, "it asks first"
    erased = run("hub-team-person", "erase", "vermeersch", "--yes", "--json").json
    assert (erased["id"], erased["erased"], erased["answers"]) == (made, True, 0)
    assert "Vermeersch" not in run("history", made, "--json").out
    assert run("search", "vermeersch", "--json").json["total"] == 0
    assert run("undo", "--json").code == 0, "the team, added before, can still be taken back"
    assert "Vermeersch" not in run("hub-team-person", "show", made, "--json").out
    assert run("check", "--json").json["ok"]


def test_a_person_is_erased_for_good(run: Run) -> None:
    refused = run("contact", "erase", "peeters")
    assert refused.code == 2
    erased = run("contact", "erase", "peeters", "--yes", "--json").json
    assert erased["erased"]
    assert run("search", "peeters", "--json").json["total"] == 0
    assert "Peeters" not in run("history", erased["id"], "--json").out
    assert run("check", "--json").json["ok"]
