"""Maturity, capacity and the decisions about results by commands."""

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROJECT = "Chaises en chutes"


def _yes_up_to(run: Run, level: int, on: str) -> None:
    keys = [one["key"] for one in run("mrl", "questions", "--json").json["questions"] if one["level"] <= level]
    assert run("mrl", "answer", PROJECT, *(f"{key}=yes" for key in keys), "--on", on).code == 0


def _evidence(run: Run) -> None:
    project = run("project", "show", PROJECT, "--json").json["id"]
    for title in ("Attestation", "Invoices"):
        added = run("evidence", "add", "--title", title, "--level", "2", "--project", project)
        assert added.code == 0, added.err


def test_answers_are_noted_and_what_blocks_is_named(run: Run) -> None:
    asked = run("mrl", "questions", "--json").json["questions"]
    assert len(asked) == 29
    shown = run("mrl", "answer", PROJECT, "product=yes", "mrl1.source=x", "steps=no", "--json").json
    assert (shown["level"], shown["blocking"]["key"], shown["answered"]) == (1, "mrl2.steps", 3)
    replies = {one["key"]: one["reply"] for one in shown["answers"]}
    assert replies["mrl1.source"] == "not_applicable"
    assert replies["mrl10.full_rate"] == "unknown"
    assert "What blocks" in run("mrl", "show", "atelier noord").out
    (refused,) = [one for one in run("mrl-answer", "list", "--json").json["items"] if one["reply"] == "no"]
    edited = run("mrl-answer", "edit", refused["id"], "--reply", "yes", "--json")
    assert edited.code == 0
    assert run("mrl", "answer", PROJECT, "mrl2.machines=yes", "--json").json["level"] == 2
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert run("mrl", "show", PROJECT, "--json").json["answered"] == 0, "three answers were one step"


def test_questions_are_asked_one_by_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("o\nperhaps\nja\n\nn\nq\n"))
    done = run("mrl", "ask", PROJECT, "--json")
    assert done.code == 0
    assert done.json["level"] == 1
    replies = {one["key"]: one["reply"] for one in done.json["answers"]}
    assert (replies["mrl2.steps"], replies["mrl2.machines"]) == ("unknown", "no")
    assert "Do you know what you want to make" in done.err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("mrl", "ask", PROJECT, "--json").json["level"] == 1


def test_the_history_tells_what_changed(run: Run) -> None:
    _yes_up_to(run, 2, "2025-03-03")
    _yes_up_to(run, 3, "2025-09-01")
    assert run("mrl", "assess", PROJECT, "--on", "2026-01-12").code == 0
    told = run("mrl", "history", PROJECT, "--json").json["assessments"]
    assert [(one["on"], one["level"]) for one in told] == [("2026-01-12", 3), ("2025-09-01", 3), ("2025-03-03", 2)]
    assert [len(one["changes"]) for one in told] == [0, 2, 0]
    assert told[1]["changes"][0] == {"key": "mrl3.first_piece", "before": "unknown", "after": "yes"}
    assert "mrl3.first_piece → Yes" in run("mrl", "history", PROJECT).out


def test_what_blocks_becomes_a_promise(run: Run) -> None:
    made = run("mrl", "promise", PROJECT, "--due-on", "2027-01-15", "--owner", "us", "--json").json
    assert made["due_on"] == "2027-01-15"
    assert made["text"].startswith("Décrire")
    assert run("mrl", "show", PROJECT, "--json").json["promise_id"] == made["promise_id"]
    assert run("action", "show", made["promise_id"], "--json").json["owner"] == "us"


def test_from_a_proposal_to_a_validated_result_and_its_revocation(run: Run) -> None:
    _yes_up_to(run, 6, "2025-03-03")
    assert run("result-event", "industrialised", PROJECT, "--json").json["standing"] == "on_the_way"
    early = run("result-event", "industrialised", PROJECT, "--confirm", "--by", "Claire", "--json")
    assert (early.code, early.error["code"]) == (1, "nothing_proposed")
    _yes_up_to(run, 9, "2026-03-02")
    _evidence(run)
    proposed = run("result-event", "industrialised", PROJECT, "--json").json
    assert (proposed["action"], proposed["on"], proposed["start"]) == ("confirm", "2026-03-02", "below")
    confirmed = run("result-event", "industrialised", PROJECT, "--confirm", "--by", "Claire", "--json").json
    assert confirmed["standing"] == "confirmed"
    result = confirmed["result_id"]
    assert run("result-event", "validate", result, "--by", "claire", "--json").error["code"] == "result_same_person"
    assert run("result-event", "validate", result, "--by", "Benoît", "--json").json["validated_by"] == "Benoît"
    assert run("mrl", "answer", PROJECT, "takt=no", "--json").json["result"]["standing"] == "to_revoke"
    revoked = run("result-event", "revoke", result, "--reason", "Takt not held", "--json").json
    assert revoked["revoke_reason"] == "Takt not held"
    assert run("undo").code == 0
    assert run("result-event", "show", result, "--json").json["revoked_on"] is None


def test_what_was_there_before_needs_a_reason(run: Run) -> None:
    _yes_up_to(run, 9, "2026-03-02")
    _evidence(run)
    # Each answer is a step of the one assessment of the day: the first one recorded is at level 9.
    asked = ("result-event", "industrialised", PROJECT, "--confirm", "--by", "Claire", "--json")
    assert run(*asked).error["code"] == "override_reason"
    assert run(*asked, "--reason", "Another product").json["override_reason"] == "Another product"


def test_a_noted_result_is_confirmed_with_evidence_and_its_document(run: Run, tmp_path: Path) -> None:
    project = run("project", "show", PROJECT, "--json").json["id"]
    noted = run("result-event", "add", "--kind", "production_started", "--on", "2026-03-02", "--project", project)
    assert noted.code == 0, noted.err
    (result,) = run("result-event", "list", "--json").json["items"]
    asked = ("result-event", "confirm", result["id"], "--by", "Claire", "--json")
    bare = run(*asked)
    assert (bare.code, bare.error["code"]) == (1, "result_unproved")
    assert "--evidence-title" in bare.error["advice"]
    around = run(
        "result-event", "edit", result["id"], "--confirmed-by", "Claire", "--confirmed-on", "2026-03-03", "--json"
    )
    assert around.error["code"] == "result_unproved"
    assert run(*asked, "--evidence-title", "Visite", "--evidence-level", "7").code == 2
    gone = run(*asked, "--evidence-document", str(tmp_path / "none.pdf"))
    assert gone.code == 1
    paper = tmp_path / "première facture.pdf"
    paper.write_bytes(b"%PDF-1.4 facture")
    done = run(*asked, "--evidence-document", str(paper))
    assert done.json["confirmed_by"] == "Claire"
    (proof,) = run("evidence", "list", "--json").json["items"]
    assert (proof["title"], proof["level"]) == ("première facture.pdf", 3)
    assert proof["indicator"] == "new_production"
    assert run("document", "show", proof["document_id"], "--json").json["name"] == "première facture.pdf"
    assert run("undo").code == 0
    assert run("evidence", "list", "--json").json["items"] == []
    assert run("document", "list", "--json").json["items"] == []


def test_a_capacity_sheet_is_worked_out(run: Run) -> None:
    project = run("project", "show", PROJECT, "--json").json["id"]
    sheet = (
        "capacity-sheet",
        "add",
        "--project",
        project,
        "--on",
        "2026-03-02",
        "--hours",
        "38",
        "--takt-seconds",
        "900",
    )
    assert run(*sheet, "--units-now", "120", "--units-target", "150").code == 0
    derived = run("mrl", "show", PROJECT, "--json").json["capacity"]["derived"]
    assert derived["possible_units"]["value"] == "152"
    assert derived["gap_units"]["value"] == "30"
    assert derived["units_per_person"] == {"value": None, "arithmetic": None, "missing": ["People at work"]}
    assert "38 h × 3600 s ÷ 900 s" in run("mrl", "show", PROJECT).out
    refused = run(*sheet, "--people", "-3", "--json")
    assert refused.code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("answer", PROJECT, "nothing=yes"), 2),
        (("answer", PROJECT, "steps=perhaps"), 2),
        (("answer", PROJECT, "steps"), 2),
        (("answer", PROJECT, "steps=x"), 1),
        (("answer", PROJECT, "steps=yes", "--on", "2099-01-01"), 1),
        (("answer", PROJECT, "steps=yes", "--on", "2999-01-01"), 2),
        (("answer", PROJECT, "steps=yes", "--on", "yesterweek"), 2),
        (("show", "no such project"), 1),
        (("show", "Élan Vélo"), 1),
        (("promise", PROJECT, "--owner", "nobody"), 2),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(run: Run, arguments: tuple[str, ...], code: int) -> None:
    done = run("mrl", *arguments)
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    assert run("mrl-assessment", "list", "--json").json["total"] == 0


def test_an_organisation_with_several_projects_lists_them(run: Run) -> None:
    owner = run("organisation", "list", "--json").json["items"][0]["id"]
    project = run("project", "add", "--title", "Deuxième ligne", "--organisation", owner, "--json")
    assert project.code == 0
    refused = run("mrl", "show", owner, "--json")
    assert (refused.code, refused.error["code"]) == (2, "ambiguous")
