"""Difficulties of the field by commands: noted, borne out, sent up, answered, told back, closed, joined, undone."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

from tests.cli.conftest import Done, Run

TITLE = "Un permis prend des mois"


def _noted(run: Run, *more: str) -> Any:
    done = run(
        "difficulty", "note", "--title", TITLE, "--theme", "Permis", "--severity", "blocking", "--cost", "18500",
        "--organisation", "atelier noord", "--quote", "La machine attend sous une bâche.", "--on", "2026-01-05",
        "--json", *more,
    )  # fmt: skip
    assert done.code == 0, done.err
    return done.json


def _done(done: Done) -> Any:
    assert done.code == 0, done.err
    return done.json


def test_the_whole_way_up_and_back(run: Run) -> None:
    _done(run("profile", "add", "--name", "Diane Lefort", "--role", "director", "--json"))
    made = _noted(run)
    assert (made["theme"], made["waits"], made["difficulty"]["severity"]) == ("Permits", "approval", "blocking")
    assert [one["name"] for one in made["organisations"]] == ["Atelier Noord"]
    assert made["quotes"][0]["text"] == "La machine attend sous une bâche."
    ref = made["difficulty"]["id"]
    back = _done(run("difficulty", "send-back", ref, "--remark", "Chiffrer", "--on", "2026-01-06", "--json"))
    assert back["waits"] == "changes"
    approved = _done(run("difficulty", "approve", TITLE, "--on", "2026-01-08", "--json"))
    assert approved["difficulty"]["approved_by"] == "Diane Lefort", "the only director"
    send = ("difficulty", "send", ref, "--to", "Cabinet ministériel", "--on", "2026-02-01", "--json")
    assert run(*send).error["code"] == "paper_unread", "a note leaves with it: somebody reads it first"
    assert run(*send, "--without-note").error["code"] == "sent_how"
    shown = _done(run("difficulty", "paper", ref, "--json"))
    read = _done(run("difficulty", "paper", ref, "--read", shown["sha256"], "--by", "Claire Dubois", "--json"))
    assert read["may_leave"]
    sent = _done(run(*send))
    assert (sent["recipient"], sent["moves"]) == ("Minister’s cabinet", ["answered"])
    answered = _done(run("difficulty", "answer", ref, "C’est noté.", "--on", "2026-03-03", "--json"))
    assert answered["difficulty"]["answer"] == "C’est noté."
    told = _done(run("difficulty", "tell", ref, "noord", "--on", "2026-03-04", "--json"))
    assert (told["organisations"][0]["told_on"], told["waits"]) == ("2026-03-04", "closing")
    closed = _done(run("difficulty", "close", ref, "Une simple lettre suffit.", "--on", "2026-03-05", "--json"))
    assert (closed["difficulty"]["state"], closed["moves"]) == ("closed", ["reopened"])
    acts = [one["act"] for one in closed["steps"]]
    assert acts == ["created", "sent_back", "approved", "sent", "answered", "fed_back", "closed", "previewed"]
    counted = _done(run("difficulty", "overview", "--json"))
    assert (counted["total"]["sent"], counted["total"]["answered"], counted["total"]["median_days"]) == (1, 1, 30.0)
    assert counted["themes"][0]["theme"] == "Permits"
    assert _done(run("undo", "--json"))
    assert _done(run("difficulty", "follow", ref, "--json"))["difficulty"]["state"] == "fed_back"


def test_drafts_for_the_organisations_are_written_in_their_language(run: Run, tmp_path: Path) -> None:
    ref = _noted(run)["difficulty"]["id"]
    early = run("difficulty", "tell", ref, "--drafts", str(tmp_path / "mails"), "--json")
    assert early.error["code"] == "feedback_early"
    assert run("difficulty", "approve", ref, "--by", "Diane Lefort").code == 0
    told = ("--to", "Cabinet ministériel", "--without-note", "--remark", "En réunion")
    assert run("difficulty", "send", ref, *told).code == 0
    assert run("difficulty", "answer", ref, "Une lettre suffit.").code == 0
    (draft,) = _done(run("difficulty", "tell", ref, "--drafts", str(tmp_path / "mails"), "--json"))["drafts"]
    assert (draft["organisation"], draft["language"], draft["to"]) == ("Atelier Noord", "fr", [])
    mail = message_from_bytes(Path(draft["file"]).read_bytes(), policy=default)
    assert "Une lettre suffit." in mail.get_content()
    assert _done(run("difficulty", "follow", ref, "--json"))["waits"] == "telling", "a draft tells nobody yet"


def test_what_is_not_possible_says_what_is(run: Run) -> None:
    ref = _noted(run)["difficulty"]["id"]
    refused = run("difficulty", "send", ref, "--json")
    assert (refused.code, refused.error["code"]) == (1, "difficulty_move")
    assert refused.error["advice"] == "A draft is approved first."
    assert run("difficulty", "edit", ref, "--state", "sent", "--json").error["code"] == "moved_only"
    nobody = run("difficulty", "approve", ref, "--by", "", "--json")
    assert nobody.error["code"] == "approver_needed", "nobody is director here: a name is needed"
    assert run("difficulty", "approve", ref, "--by", "Diane Lefort").code == 0
    assert run("difficulty", "edit", ref, "--wish", "Une lettre", "--json").error["code"] == "difficulty_approved"


def test_who_meets_it_may_be_named_only_with_a_person_who_agreed(run: Run) -> None:
    ref = _noted(run)["difficulty"]["id"]
    assert run("difficulty", "name", ref, "noord", "--json").error["code"] == "agreement_by_whom"
    named = _done(run("difficulty", "name", ref, "noord", "--by", "Nora", "--on", "2026-01-07", "--json"))
    assert named["organisations"][0]["named_by"] == "Nora"
    assert not _done(run("difficulty", "name", ref, "noord", "--anonymous", "--json"))["organisations"][0]["named"]
    more = _done(run("difficulty", "touch", ref, "élan vélo", "--json"))
    assert len(more["organisations"]) == 2
    more = _done(run("difficulty", "quote", ref, "Chez nous aussi.", "--organisation", "élan vélo", "--json"))
    assert [one["organisation"] for one in more["quotes"]] == ["Atelier Noord", "Élan Vélo"]
    less = _done(run("difficulty", "touch", ref, "élan vélo", "--remove", "--json"))
    assert [one["organisation"] for one in less["quotes"]] == ["Atelier Noord", None], "what was said stays"


def test_what_says_the_same_is_found_joined_and_taken_apart(run: Run) -> None:
    first = _noted(run)["difficulty"]["id"]
    other = _done(
        run("difficulty", "note", "--title", "Le permis prend trop de mois", "--theme", "Permis", "--json")
    )["difficulty"]["id"]  # fmt: skip
    (found,) = _done(run("difficulty", "similar", other, "--json"))["similar"]
    assert (found["id"], found["same_theme"]) == (first, True)
    joined = _done(run("difficulty", "join", other, first, "--json"))
    assert [one["id"] for one in joined["joined"]] == [other]
    assert _done(run("difficulty", "overview", "--json"))["total"]["number"] == 1
    assert run("difficulty", "approve", other, "--by", "Diane", "--json").error["code"] == "difficulty_joined"
    assert _done(run("difficulty", "take-apart", other, "--json"))["joined_into"] is None
    assert _done(run("difficulty", "overview", "--json"))["total"]["number"] == 2


def test_people_read_it_in_their_language(run: Run) -> None:
    ref = _noted(run)["difficulty"]["id"]
    told = run("difficulty", "follow", ref, "--language", "fr").out
    assert "Bloque un projet" in told
    assert "« La machine attend sous une bâche. » Atelier Noord" in told.replace("\u202f", " ").replace("\xa0", " ")
    assert "Permis" in run("difficulty", "overview", "--language", "fr").out
