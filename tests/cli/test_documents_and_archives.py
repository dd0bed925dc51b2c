"""Briefs on paper, archives in and out, merging: through their commands."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Run


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_visit_sheet_is_printed_in_any_language(language: str, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    done = run("brief", "visit", "noord", "--in", language, "--output", str(target), "--json")
    assert done.code == 0, done.err
    (told,) = done.json["briefs"]
    assert (told["path"], told["organisation"], told["language"]) == (str(target), "Atelier Noord", language)
    with pikepdf.open(target) as pdf:
        assert str(pdf.Root.Lang) == f"{language}-BE"


def test_without_a_language_the_receiver_reads_his_own(run: Run, binder: Path) -> None:
    run("organisation", "edit", "élan vélo", "--languages", "nl")
    written = run("brief", "visit", "élan vélo", "noord", "--json").json["briefs"]
    assert [one["language"] for one in written] == ["nl", "fr"]
    assert all(Path(one["path"]).parent == binder / "outbox" for one in written)


def test_several_sheets_become_one_pdf_with_a_bookmark_each(run: Run, tmp_path: Path) -> None:
    done = run("brief", "visit", "noord", "élan vélo", "--merge", "--output", str(tmp_path / "all.pdf"), "--json")
    assert done.json["merged"]
    with pikepdf.open(tmp_path / "all.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Atelier Noord", "Élan Vélo"]


def test_a_report_is_of_the_last_session_or_of_the_one_named(run: Run, tmp_path: Path) -> None:
    last = run("session", "list", "--json").json["items"][0]["id"]
    for ref in ("noord", last):
        written = run("brief", "report", ref, "--in", "fr", "--output", f"{tmp_path}/", "--json").json["briefs"]
        assert Path(written[0]["path"]).name.startswith("2026-11-16 Compte rendu de visite – Atelier Noord")
    docx = tmp_path / "report.docx"
    assert run("brief", "report", "noord", "--output", str(docx)).code == 0
    assert docx.read_bytes().startswith(b"PK")
    assert run("brief", "visit", "noord", "--output", str(docx)).code == 2


def test_a_report_may_be_merged(run: Run, tmp_path: Path) -> None:
    run("session", "add", "--organisation", "élan vélo", "--on", "2026-11-17", "--state", "held")
    done = run("brief", "report", "noord", "élan vélo", "--merge", "--output", str(tmp_path), "--json")
    (one,) = done.json["briefs"]
    with pikepdf.open(BytesIO(Path(one["path"]).read_bytes())) as pdf:
        assert len(pdf.pages) >= 2


def test_a_place_that_cannot_be_written_is_a_known_error(run: Run) -> None:
    done = run("brief", "visit", "noord", "--output", "/proc/nowhere/x.pdf", "--json")
    assert (done.code, done.error["code"]) == (1, "file_not_written")
    assert run("export", "archive", "/proc/nowhere/x.zip", "--json").code == 1


def test_an_archive_goes_out_and_comes_in_with_the_same_bytes(run: Run, run_bare: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    exported = run("export", "archive", str(out), "--json").json
    assert exported["counts"]["organisation"] == 3
    other = str(tmp_path / "other")
    run_bare("binder", "create", other)
    looked = run_bare("import", "archive", str(out), "--dry-run", "--json", "--binder", other).json
    assert looked["dry_run"]
    assert looked["operation"] is None
    assert run_bare("organisation", "list", "--json", "--binder", other).json["total"] == 0
    taken = run_bare("import", "archive", str(out), "--json", "--binder", other)
    assert taken.code == 0
    assert taken.json["counts"]["refused"] == 0
    assert taken.json["counts"]["new"] == looked["counts"]["new"]
    run_bare("export", "archive", str(tmp_path / "again.zip"), "--binder", other)
    assert (tmp_path / "again.zip").read_bytes() == out.read_bytes()
    assert "out.zip" in run_bare("undo", "--binder", other).out
    assert run_bare("organisation", "list", "--json", "--binder", other).json["total"] == 0


def test_lines_that_are_refused_are_told_and_the_rest_comes_in(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"type": "organisation", "id": "a", "name": "Venue d’ailleurs"}\n'
        '{"type": "session", "id": "b", "organisation_id": "a", "on": "31/04"}\n',
        encoding="utf-8",
    )
    done = run("import", "archive", str(lines), "--json")
    assert done.code == 3
    assert done.json["counts"] == {"new": 1, "updated": 0, "unchanged": 0, "refused": 1}
    (refused,) = done.json["refused"]
    assert (refused["line"], refused["errors"][0]["key"]) == (2, "on")
    assert "31/04" in run("import", "archive", str(lines)).out


def test_two_organisations_are_merged_and_taken_apart(run: Run) -> None:
    looked = run("organisation", "merge", "noord", "ateliers du nord", "--dry-run", "--json").json
    assert looked["merged"] is False
    assert {one["field"]: one["chosen"] for one in looked["fields"]}["name"] == "kept"
    merged = run("organisation", "merge", "noord", "ateliers du nord", "--keep", "name=absorbed", "--json").json
    absorbed = merged["absorbed"]["id"]
    names = [one["name"] for one in run("organisation", "list", "--json").json["items"]]
    assert names == ["Ateliers du Nord", "Élan Vélo"]
    added = run("session", "add", "--organisation", absorbed, "--on", "2026-11-23", "--json").json
    assert added["record"]["organisation_id"] == merged["kept"]["id"]
    apart = run("organisation", "unmerge", absorbed, "--json").json
    assert apart["unmerged"]
    assert run("organisation", "list", "--json").json["total"] == 3
    assert run("organisation", "show", merged["kept"]["id"], "--json").json["name"] == "Atelier Noord"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["merge", "noord", "noord"], 1),
        (["merge", "noord", "ateliers du nord", "--keep", "name=zork"], 2),
        (["merge", "noord", "ateliers du nord", "--keep", "zork=kept"], 1),
        (["unmerge", "noord"], 1),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused(arguments: list[str], code: int, run: Run) -> None:
    done = run("organisation", *arguments, "--json")
    assert done.code == code
    assert run("organisation", "list", "--json").json["total"] == 3


def test_a_document_is_added_from_its_file_and_saved_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes("déjà vu".encode())
    added = run(
        "document", "add", "--file", str(tmp_path / "plan.txt"), "--organisation", "noord", "--remark", "x", "--json"
    )
    assert added.code == 0, added.err
    record = added.json["record"]
    assert (record["name"], record["size"], record["remark"]) == ("plan.txt", 9, "x")
    saved = run("document", "save", "plan.txt", "--output", str(tmp_path / "out"), "--json")
    assert Path(saved.json["path"]).read_bytes() == "déjà vu".encode()
    assert run("document", "save", "plan.txt", "--output", "/proc/nowhere").code == 1
    run("settings", "set", "document_size_limit_mb", "1")
    (tmp_path / "big.txt").write_bytes(b"x" * 2_000_000)
    big = run("document", "add", "--file", str(tmp_path / "big.txt"), "--json")
    assert (big.code, big.error["code"]) == (1, "document_too_large")
    assert run("document", "add", "--file", str(tmp_path / "none.txt"), "--json").code == 1
    assert run("document", "add").code == 2


def test_a_record_answers_to_the_id_another_program_gave_it(run: Run, tmp_path: Path) -> None:
    lines = [
        {"type": "organisation", "id": "crm-17", "name": "Quai"},
        {"type": "organisation", "id": "Quai des", "name": "Quai des Usines"},
        {"type": "contact", "id": "nora", "last_name": "Lejeune"},
    ]
    archive = tmp_path / "past.jsonl"
    archive.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run("import", "archive", str(archive)).code == 0
    assert run("organisation", "show", "crm-17", "--json").json["name"] == "Quai"
    assert run("history", "nora", "--json").json["record_type"] == "contact"
    # a name comes before such an id, such an id before a part of names
    assert run("organisation", "show", "quai", "--json").json["external_id"] == "crm-17"
    assert run("organisation", "show", "Quai des", "--json").json["name"] == "Quai des Usines"
    assert run("organisation", "show", "CRM-17", "--json").code == 1


def test_a_break_even_sheet_is_printed_for_each_ledger(run: Run, tmp_path: Path) -> None:
    none = run("brief", "breakeven", "noord", "--json")
    assert none.json["error"]["code"] == "no_ledger"
    for name in ("Atelier", "Location"):
        assert run("ledger", "add", "--organisation", "noord", "--name", name, "--json").code == 0
    done = run("brief", "breakeven", "noord", "--in", "nl", "--output", f"{tmp_path}/", "--json").json["briefs"]
    assert len({one["path"] for one in done}) == 2
    for one in done:
        content = Path(one["path"]).read_bytes()
        assert content.startswith(b"%PDF")
        assert "Nog geen enkele maand is volledig" in " ".join(pdf_text(content).split())
    alone = run("brief", "breakeven", "Location", "--output", str(tmp_path / "one.pdf"), "--json")
    assert alone.code == 0
