"""Orientations by commands: begun, agreed to, handed over, chased, answered, done, listed, undone."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

from tests.cli.conftest import Done, Run


def _done(done: Done) -> Any:
    assert done.code == 0, done.err
    return done.json


def _begun(run: Run, *more: str) -> Any:
    return _done(
        run(
            "referral", "begin", "atelier noord", "--kind", "international", "--need", "Un distributeur",
            "--country", "Pays-Bas", "--country", "DE", "--on", "2026-01-05", "--json", *more,
        )
    )  # fmt: skip


def test_the_whole_way_from_draft_to_outcome(run: Run) -> None:
    _done(run("hub-team", "add", "--name", "Export Nord", "--answer-days", "10", "--json"))
    made = _begun(run)
    token = made["referral"]["token"]
    assert (made["countries"], made["referral"]["state"]) == (["DE", "NL"], "draft")
    assert made["moves"] == ["consented", "withdrawn", "revoked"]
    early = run("referral", "hand-over", token, "--team", "Export Nord", "--json")
    assert (early.code, early.json["error"]["code"]) == (1, "referral_move")
    assert "consent" in early.json["error"]["message"]
    agreed = _done(
        run("referral", "consent", token, "--who", "Nora", "--what", "Le catalogue", "--on", "2026-01-06", "--json")
    )
    assert agreed["referral"]["consent_by"] == "Nora"
    sent = _done(run("referral", "hand-over", token, "--team", "Export Nord", "--on", "2026-01-07", "--json"))
    assert (sent["team"]["name"], sent["silence"]["due_on"]) == ("Export Nord", "2026-01-17")
    taken = _done(run("referral", "accept", token, "--by", "An Claes", "--on", "2026-01-12", "--json"))
    assert taken["steps"][-1] == {"act": "accepted", "on": "2026-01-12", "by": "An Claes", "remark": ""}
    _done(run("referral", "start", token, "--on", "2026-01-20", "--json"))
    late = run("referral", "decline", token, "--reason", "non", "--json")
    assert "no longer decline" in late.json["error"]["message"]


def test_an_outcome_counts_for_the_team_and_is_undone(run: Run) -> None:
    _done(run("hub-team", "add", "--name", "Export Nord", "--answer-days", "10", "--json"))
    token = _begun(run, "--who", "Nora", "--what", "Tout")["referral"]["token"]
    _done(run("referral", "hand-over", token, "--team", "Export Nord", "--on", "2026-01-07", "--json"))
    _done(run("referral", "accept", token, "--on", "2026-01-12", "--json"))
    ended = _done(
        run(
            "referral", "finish", token, "distributor", "--value", "12000", "--country", "Nederland",
            "--proof", "Contrat", "--level", "3", "--on", "2026-03-02", "--json",
        )
    )  # fmt: skip
    assert (ended["referral"]["outcome"], ended["referral"]["outcome_country"]) == ("distributor", "NL")
    assert "Contrat" in run("evidence", "list").out
    (counted,) = _done(run("referral", "teams", "--json"))["teams"]
    assert (counted["median_days"], counted["accepted"], counted["succeeded"]) == (5, 1, 1)
    assert run("undo").code == 0
    assert _done(run("referral", "follow", token, "--json"))["referral"]["state"] == "accepted"


def test_how_long_a_team_may_be_silent_is_a_setting(run: Run) -> None:
    _done(run("hub-team", "add", "--name", "Export Nord", "--json"))
    token = _begun(run, "--who", "Nora", "--what", "Tout")["referral"]["token"]
    assert run("settings", "set", "answer-days", "30").code == 0
    sent = _done(run("referral", "hand-over", token, "--team", "Export Nord", "--on", "2026-01-07", "--json"))
    assert sent["silence"]["due_on"] == "2026-02-06", "the team has no usual time of its own"
    assert sent["silence"]["state"] == "red"
    assert run("settings", "set", "answer-red-days", "365").code == 0
    assert _done(run("referral", "follow", token, "--json"))["silence"]["state"] == "amber"
    (late,) = [
        one
        for column in _done(run("referral", "board", "--only", "late", "--json"))["columns"]
        for one in column["referrals"]
    ]
    assert late["silence"]["state"] == "amber"
    refused = run("settings", "set", "chase-days", "0", "--json")
    assert (refused.code, refused.json["error"]["code"]) == (2, "setting_value")


def test_the_board_says_what_is_late_and_the_reminder_is_ready(run: Run, tmp_path: Path) -> None:
    _done(run("hub-team", "add", "--name", "Export Nord", "--mail", "nord@hub.example", "--answer-days", "5", "--json"))
    token = _begun(run, "--who", "Nora", "--what", "Tout")["referral"]["token"]
    _done(run("referral", "hand-over", token, "--team", "Export Nord", "--on", "2026-01-07", "--json"))
    board = _done(run("referral", "board", "--only", "late", "--json"))["columns"]
    (late,) = [one for column in board for one in column["referrals"]]
    assert (late["token"], late["silence"]["state"], late["silence"]["chase"]) == (token, "red", True)
    mail = _done(run("referral", "chase", token, "--draft", str(tmp_path), "--json"))
    assert (mail["to"], mail["noted"]) == (["nord@hub.example"], True)
    draft = message_from_bytes(Path(mail["file"]).read_bytes(), policy=default)
    assert draft["X-Unsent"] == "1"
    body = draft.get_body()
    assert body is not None
    assert token in body.get_content()
    assert "not read an answer" in body.get_content()
    _done(run("referral", "acknowledge", token, "--on", "2026-01-09", "--json"))
    again = _done(run("referral", "chase", token, "--json"))
    assert "told us that it arrived" in again["body"], "who answered that is not told that nothing came"
    after = _done(run("referral", "follow", token, "--json"))
    assert (after["referral"]["state"], after["silence"]["chase"]) == ("acknowledged", False)
    assert _done(run("referral", "show", token, "--json"))["id"] == after["referral"]["id"]
    assert run("history", "referral", token).code == 0, "the code names it wherever an orientation is asked for"
    found = run("referral", "board", "--organisation", "atelier noord")
    assert token in found.out


def test_readiness_by_keys_and_what_it_lacks_as_actions(run: Run) -> None:
    token = _begun(run)["referral"]["token"]
    told = _done(run("referral", "readiness", token, "price_list=no", "site=yes", "--json"))
    assert {one["key"]: one["reply"] for one in told["readiness"]}["price_list"] == "no"
    wrong = run("referral", "readiness", token, "price_list=maybe", "--json")
    assert wrong.code == 2
    made = _done(run("referral", "lift", token, "--json"))["actions"]
    assert len(made) == 1
    assert _done(run("referral", "match", token, "--json"))["teams"], "shipped examples cover the Netherlands"
