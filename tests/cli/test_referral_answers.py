"""Answers of a team by the command line."""

import sys
from datetime import date
from pathlib import Path

import pytest

from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.tokens import token_of
from clusterdesk.exchange.answers.answer_files import AnswerFile, write_answer_file
from clusterdesk.sync import watched_process
from tests.cli.conftest import Run

TOKEN = token_of(99)


@pytest.fixture
def referral(run: Run) -> str:
    """The code of an orientation that a team has."""
    assert run("hub-team", "add", "--name", "Export").code == 0
    added = run(
        *("referral", "add", "--organisation", "noord", "--on", "2026-02-01", "--need", "Un prêt", "--token", TOKEN),
        *("--consent-by", "Zoé", "--consent-on", "2026-02-02", "--consent-what", "Tout", "--hub-team", "Export"),
        *("--state", "handed-over", "--state-on", "2026-02-03", "--handed-over-on", "2026-02-03"),
    )
    assert added.code == 0, added.err
    return TOKEN


def _state(run: Run) -> str:
    (one,) = run("referral", "list", "--json").json["items"]
    return str(one["state"])


def test_a_text_is_shown_then_taken_once(run: Run, referral: str) -> None:
    text = f"Référence : {referral}\nRéponse : accepté\nDate : 05/02/2026\nNom : Anna"
    shown = run("referral", "answer", "--text", text, "--dry-run", "--json").json["answers"]
    assert [(one["verdict"], one["state"], one["taken"]) for one in shown] == [("moves", "accepted", False)]
    assert _state(run) == "handed_over"
    taken = run("referral", "answer", "--text", text, "--json")
    assert (taken.code, taken.json["answers"][0]["taken"], _state(run)) == (0, True, "accepted")
    again = run("referral", "answer", "--text", text, "--json").json["answers"]
    assert [(one["verdict"], one["taken"]) for one in again] == [("known", False)]
    assert run("undo").code == 0
    assert _state(run) == "handed_over"
    told = run("referral", "answer", "--text", text, "--language", "fr").out
    assert "Accepté" in told
    assert "Rien ne prouve" in told


def test_refusals_are_known_errors(run: Run, referral: str) -> None:
    foreign = run("referral", "answer", "--text", f"{token_of(1)}\nRéponse : accepté", "--json")
    assert (foreign.code, foreign.error["code"]) == (1, "answer_foreign")
    bare = run("referral", "answer", "--text", "Réponse : accepté", "--json")
    assert (bare.code, bare.error["code"]) == (1, "answer_without_code")
    named = run("referral", "answer", "--text", "Réponse : accepté", "--referral", "noord", "--json")
    assert named.code == 0
    assert named.json["answers"][0]["token"] == referral
    late = run("referral", "answer", "--text", f"{referral}\nRéponse : refusé parce que trop loin", "--json")
    assert late.code == 0
    over = run("referral", "answer", "--text", f"{referral}\nRéponse : en cours", "--json")
    assert (over.code, over.json["answers"][0]["verdict"]) == (3, "impossible")


def test_a_folder_is_picked_up_and_damaged_files_stop_no_other(run: Run, referral: str, tmp_path: Path) -> None:
    reply = Reply(ReplyKind.ACKNOWLEDGED, answered_on=date(2026, 2, 4), by="Anna")
    content = write_answer_file(AnswerFile(referral, "nl", date(2026, 2, 4), (reply,)))
    (tmp_path / "b.json").write_bytes(content)
    (tmp_path / "a.json").write_bytes(content.replace(b"Anna", b"Anne"))
    done = run("referral", "pick-up", str(tmp_path), "--json")
    assert done.code == 3
    first, second = done.json["answers"]
    assert (first["file"], first["verdict"], first["error"]["code"]) == ("a.json", "refused", "answer_file_altered")
    assert (second["file"], second["taken"], _state(run)) == ("b.json", True, "acknowledged")


def test_a_folder_of_the_drive_is_read_by_its_helper_and_a_dead_one_is_given_up(
    run: Run, referral: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    (share / "parcels").mkdir(parents=True)
    reply = Reply(ReplyKind.ACKNOWLEDGED, answered_on=date(2026, 2, 4), by="Anna")
    content = write_answer_file(AnswerFile(referral, "nl", date(2026, 2, 4), (reply,)))
    (share / "parcels" / "a.json").write_bytes(content)
    assert run("settings", "set", "shared_folder", str(share)).code == 0
    assert run("settings", "set", "drive_silence_seconds", "1").code == 0
    with monkeypatch.context() as dead:
        dead.setattr(watched_process, "usual_command", lambda: [sys.executable, "-c", "import time; time.sleep(600)"])
        silent = run("referral", "pick-up", str(share / "parcels"), str(share / "others"), "--json")
    assert (silent.code, [one["error"]["code"] for one in silent.json["answers"]]) == (3, ["drive_silent"])
    assert run("settings", "set", "drive_silence_seconds", "20").code == 0
    done = run("referral", "pick-up", str(share / "parcels"), "--json").json["answers"]
    assert [(one["file"], one["taken"]) for one in done] == [("a.json", True)]


def test_all_that_is_picked_up_is_one_step(run: Run, referral: str, tmp_path: Path) -> None:
    later = Reply(ReplyKind.DONE, outcome=ReferralOutcome.LEAD, answered_on=date(2026, 2, 20), by="Anna")
    first = Reply(ReplyKind.ACCEPTED, answered_on=date(2026, 2, 4), by="Anna")
    for name, reply in (("a.json", later), ("b.json", first), ("c.json", first)):
        content = write_answer_file(AnswerFile(referral, "nl", date(2026, 2, 21), (reply,)))
        (tmp_path / name).write_bytes(content)
    shown = run("referral", "pick-up", str(tmp_path), "--dry-run", "--json").json["answers"]
    done = run("referral", "pick-up", str(tmp_path), "--json")
    assert done.code == 0, done.err
    assert [(one["file"], one["verdict"], one["state"]) for one in done.json["answers"]] == [
        ("a.json", "moves", "done"),
        ("b.json", "moves", "accepted"),
        ("c.json", "known", "handed_over"),
    ], "the older answer goes first, whatever the name of its file, and the same one counts once"
    assert [(one["verdict"], one["taken"]) for one in shown] == [("moves", False), ("moves", False), ("known", False)]
    assert _state(run) == "done"
    assert run("undo").code == 0
    assert _state(run) == "handed_over", "one undo takes all of it back"
    assert run("referral-answer", "list", "--json").json["items"] == []


def test_the_form_is_written(run: Run, referral: str, tmp_path: Path) -> None:
    path = tmp_path / "answer.html"
    assert run("referral", "form", "noord", "--in", "nl", "--output", str(path)).code == 0
    text = path.read_text(encoding="utf-8")
    assert referral in text
    assert '<html lang="nl">' in text
