"""Data health on the command line: counts of all checks, rows of one, and a check that looks at the files too."""

from pathlib import Path

import pytest

from clusterdesk.domain.health import HealthKey
from tests.cli.conftest import Run


def test_all_checks_are_counted(run: Run) -> None:
    found = run("health", "--json").json
    counts = {check["key"]: check["count"] for check in found["checks"]}
    assert set(counts) == set(HealthKey)
    assert counts["enterprise-number"] == 2
    assert counts["contact-language"] == 1
    assert found["total"] == sum(counts.values())


def test_rows_come_in_pages_and_are_put_right_by_the_usual_commands(run: Run) -> None:
    page = run("health", "enterprise_number", "--json", "--limit", "1").json
    assert (page["total"], [row["organisation"] for row in page["rows"]]) == (2, ["Ateliers du Nord"])
    (row,) = run("health", "enterprise-number", "--json", "--offset", "1").json["rows"]
    assert run("organisation", "edit", row["id"], "--enterprise-number", "0403.019.261").code == 0
    assert run("health", "enterprise-number", "--json").json["total"] == 1
    run("undo")
    assert run("health", "enterprise-number", "--json").json["total"] == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Numéro manquant"), ("nl", "Nummer ontbreekt"), ("en", "Number missing")],
)
def test_people_read_it_in_their_language(run: Run, language: str, words: str) -> None:
    assert words in run("health", "--language", language).out


def test_a_check_that_does_not_exist_is_wrong_use(run: Run) -> None:
    done = run("health", "enterprise-numbers", "--json")
    assert (done.code, done.error["code"]) == (2, "unknown_check")


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_check_reads_the_files_of_documents(run: Run, binder: Path, tmp_path: Path, harm: str) -> None:
    source = tmp_path / "Devis.pdf"
    source.write_bytes(b"%PDF-1.4 devis")
    assert run("document", "add", "--file", str(source), "--organisation", "noord").code == 0
    assert run("check", "--json").json["documents"] == "ok"

    (kept,) = [path for path in (binder / "documents").rglob("*") if path.is_file()]
    if harm == "missing":
        kept.unlink()
    else:
        kept.write_bytes(b"%PDF-1.4 devix")  # the same length: only its content tells
    done = run("check", "--json")
    assert done.code == 1
    assert (done.json["ok"], done.json["integrity"], done.json["documents"]) == (False, "ok", "missing")
    assert any("Devis.pdf" in problem and harm in problem for problem in done.json["problems"])
    assert "health document-file" in done.error["advice"]


def test_a_lost_file_is_put_back_as_it_was(run: Run, binder: Path, tmp_path: Path) -> None:
    source, other = tmp_path / "Devis.pdf", tmp_path / "Autre.pdf"
    source.write_bytes(b"%PDF-1.4 devis")
    other.write_bytes(b"%PDF-1.4 autre")
    run("document", "add", "--file", str(source), "--organisation", "noord")
    (kept,) = [path for path in (binder / "documents").rglob("*") if path.is_file()]
    kept.unlink()
    assert run("health", "document-file", "--json").json["total"] == 1

    refused = run("document", "put-back", "Devis.pdf", "--file", str(other), "--json")
    assert (refused.code, refused.error["code"]) == (1, "document_other_file")
    assert run("document", "put-back", "Devis.pdf", "--file", str(source)).code == 0
    assert kept.read_bytes() == source.read_bytes()
    assert run("check", "--json").json["ok"]
