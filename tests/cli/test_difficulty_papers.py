"""Papers about difficulties on the command line: shown, read, then written; nothing leaves unread."""

import hashlib
import re
from pathlib import Path

import pytest

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Run

HAPPENS = "Atelier Zwetschge attend le permis depuis neuf mois, dit Mme Quintelier."


@pytest.fixture
def difficulty(run: Run) -> str:
    """Note a difficulty that names two whom the binder knows; return its id."""
    assert run("organisation", "add", "--name", "Atelier Zwetschge").code == 0
    assert run("contact", "add", "--first-name", "Aude", "--last-name", "Quintelier").code == 0
    done = run("difficulty", "add", "--title", "Permis", "--on", "2026-11-20", "--happens", HAPPENS, "--json")
    return str(done.json["id"])


def read(run: Run, *words: str) -> str:
    """Read a paper as a person does: look at it, then give the sum that stood there."""
    sum_ = str(run("difficulty", *words, "--json").json["sha256"])
    assert run("difficulty", *words, "--read", sum_[:12], "--by", "Claire Dumont").code == 0
    return sum_


def test_the_preview_marks_what_is_blocked_and_nobody_has_read_it(run: Run, difficulty: str) -> None:
    done = run("difficulty", "paper", difficulty, "--preview")
    assert done.code == 0
    assert "⟦Une entreprise⟧ attend le permis depuis neuf mois, dit ⟦une personne⟧." in done.out
    assert re.search(r"Atelier Zwetschge +(company|entreprise)", done.out)
    assert re.search(r"--read [0-9a-f]{12}", done.err)
    shown = run("difficulty", "paper", difficulty, "--in", "nl", "--json").json
    assert (shown["kind"], shown["edition"], shown["language"]) == ("note", "anonymous", "nl")
    assert (shown["may_leave"], shown["read_by"], shown["read_on"]) == (False, "", None)
    assert {one["text"] for one in shown["blocked"]} == {"Atelier Zwetschge", "Mme Quintelier"}
    assert {one["kind"] for one in shown["blocks"]} >= {"heading", "text", "fact"}


def test_unread_it_is_not_saved_and_changed_it_is_stale(run: Run, difficulty: str, tmp_path: Path) -> None:
    target = tmp_path / "note.pdf"
    refused = run("difficulty", "paper", difficulty, "--save", str(target), "--json")
    assert (refused.code, refused.error["code"], target.exists()) == (1, "paper_unread", False)
    # A yes to everything has read nothing.
    assert run("difficulty", "paper", difficulty, "--preview", "--yes", "--json").json["may_leave"] is False
    sum_ = read(run, "paper", difficulty)
    saved = run("difficulty", "paper", difficulty, "--save", str(target), "--json").json
    assert (saved["path"], saved["sha256"]) == (str(target), sum_)
    assert "Une entreprise attend le permis" in pdf_text(target.read_bytes())
    assert "Zwetschge" not in pdf_text(target.read_bytes())
    assert run("difficulty", "edit", difficulty, "--wish", "Un guichet.").code == 0
    before = hashlib.sha256(target.read_bytes()).digest()
    refused = run("difficulty", "paper", difficulty, "--save", str(target), "--json")
    assert (refused.code, refused.error["code"]) == (1, "paper_stale")
    assert hashlib.sha256(target.read_bytes()).digest() == before
    assert run("undo").code == 0
    assert run("difficulty", "paper", difficulty, "--save", str(target)).code == 0


def test_the_sum_is_of_what_was_shown(run: Run, difficulty: str) -> None:
    unsigned = run("difficulty", "paper", difficulty, "--json").json["sha256"]
    refused = run("difficulty", "paper", difficulty, "--read", unsigned, "--json")
    assert refused.error["code"] == "reader_needed"
    assert run("difficulty", "paper", difficulty, "--read", "abc").code == 2
    assert run("difficulty", "paper", difficulty, "--read", "0" * 12, "--json").error["code"] == "paper_changed"


def test_words_of_the_reader_are_blocked_and_stay_so(run: Run, difficulty: str, tmp_path: Path) -> None:
    read(run, "paper", difficulty, "--block", "permis", "--leave", "Mme Quintelier")
    target = tmp_path / "note.docx"
    assert run("difficulty", "paper", difficulty, "--save", str(target)).code == 0
    text = str(run("difficulty", "paper", difficulty, "--json").json["blocks"])
    assert "attend le […] depuis neuf mois, dit Mme Quintelier." in text


def test_the_internal_edition_names_and_needs_no_reading(run: Run, difficulty: str, tmp_path: Path) -> None:
    target = tmp_path / "interne.pdf"
    assert run("difficulty", "paper", difficulty, "--edition", "internal", "--save", str(target)).code == 0
    assert "Atelier Zwetschge attend" in pdf_text(target.read_bytes())


def test_the_roll_up_takes_what_is_asked_for(run: Run, difficulty: str, tmp_path: Path) -> None:
    empty = run("difficulty", "roll-up", "--json")
    assert (empty.code, empty.error["code"]) == (1, "no_difficulties")
    shown = run("difficulty", "roll-up", "--state", "draft", "--json").json
    assert (shown["kind"], shown["difficulties"]) == ("roll_up", [difficulty])
    read(run, "roll-up", difficulty)
    folder = tmp_path / "sortie"
    folder.mkdir()
    saved = run("difficulty", "roll-up", difficulty, "--save", str(folder), "--json").json
    assert Path(saved["path"]).parent == folder
    assert run("difficulty", "roll-up", difficulty, "--save", str(tmp_path / "x.odt")).code == 2


def test_the_brief_command_goes_through_the_same_gate(run: Run, difficulty: str, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    refused = run("brief", "difficulty", difficulty, "--output", str(target), "--json")
    assert (refused.code, refused.error["code"], target.exists()) == (1, "paper_unread", False)
    read(run, "paper", difficulty)
    assert run("brief", "difficulty", difficulty, "--output", str(target)).code == 0
    assert "Zwetschge" not in pdf_text(target.read_bytes())
    assert run("brief", "difficulty", difficulty, "--edition", "internal", "--output", str(target)).code == 0
    assert "Zwetschge" in pdf_text(target.read_bytes())
    assert run("brief", "difficulties", difficulty, "--output", str(target), "--json").error["code"] == "paper_stale"


def test_it_goes_to_the_outbox_for_the_team(run: Run, difficulty: str) -> None:
    read(run, "paper", difficulty)
    sent = run("difficulty", "paper", difficulty, "--send", "--json")
    assert sent.json["sent"] is True
    (waiting,) = run("outbox", "list", "--json").json["exports"]
    assert (waiting["record_type"], waiting["record_id"]) == ("difficulty", difficulty)
    assert "Zwetschge" not in waiting["destination"]
