"""clusterdesk figures import, export, request; clusterdesk import figures."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Write a small sheet of figures."""
    path = tmp_path / "chiffres.csv"
    path.write_text(";01/2026;02/2026\nCA;48.200,50;41k\nAchats;12,5;abc\nBazar;1;2\n", encoding="utf-8")
    return path


def test_figures_are_imported_with_a_verdict_for_each_cell(run: Run, sheet: Path) -> None:
    dry = run("import", "figures", str(sheet), "--organisation", "Atelier Noord", "--dry-run", "--json")
    assert (dry.code, dry.json["counts"]) == (3, {"new": 3, "changed": 0, "same": 0, "refused": 1})
    assert (dry.json["new_ledger"], dry.json["operation"], dry.json["layout"]) == (True, None, "wide")
    assert dry.json["skipped"] == [{"heading": "Bazar", "reason": "unknown", "cells": 2}]
    assert [one["error"]["code"] for one in dry.json["figures"] if one["verdict"] == "refused"] == ["not_a_number"]
    done = run("figures", "import", str(sheet), "--organisation", "Atelier Noord", "--line", "Bazar=fixed", "--json")
    assert done.code == 3
    assert done.json["counts"]["new"] == 5
    shown = run("figures", "show", "Atelier Noord", "--json").json
    assert "48200.50" in str(shown)
    run("undo")
    assert run("figures", "show", "Atelier Noord", "--json").json["ledgers"] == []


def test_what_the_headings_are_is_kept_and_used_again(run: Run, sheet: Path) -> None:
    given = ("figures", "import", str(sheet), "--organisation", "Atelier Noord", "--json")
    assert run(*given, "--save-mapping", "Compta").error["code"] == "no_headings_corrected"
    assert run("figures", "show", "Atelier Noord", "--json").json["ledgers"] == [], "nothing was written"
    assert run(*given, "--mapping", "Compta").error["code"] == "no_such_headings"
    kept = run(*given, "--line", "Bazar=fixed", "--line", "Achats=skip", "--save-mapping", "Compta")
    assert (kept.code, kept.json["counts"]["new"]) == (0, 4)
    sheet.write_text(";03/2026\nCA;48.200,50\nachats;12,5\nBAZAR;7\n", encoding="utf-8")
    again = run(*given, "--mapping", "compta")
    assert (again.code, again.json["counts"]["new"]) == (0, 2)
    assert {one["line"] for one in again.json["figures"]} == {"revenue", "fixed"}
    sheet.write_text(";04/2026\nCA;48.200,50\nBAZAR;7\n", encoding="utf-8")
    by_hand = run(*given, "--mapping", "Compta", "--line", "Bazar=variable")
    assert {one["line"] for one in by_hand.json["figures"]} == {"revenue", "variable"}, "what is given goes before"
    (listed,) = run("named-mapping", "list", "--json").json["items"]
    assert (listed["name"], listed["target"]) == ("Compta", "figures")


def test_other_figures_in_the_ledger_are_asked_about(run: Run, sheet: Path) -> None:
    run("figures", "import", str(sheet), "--organisation", "Atelier Noord")
    sheet.write_text(";01/2026;02/2026\nCA;50.000,00;41k\n", encoding="utf-8")
    asked = run("figures", "import", str(sheet), "--ledger", "Atelier Noord", "--json")
    assert (asked.code, asked.error["code"]) == (1, "figures_differ")
    kept = run("figures", "import", str(sheet), "--ledger", "Atelier Noord", "--existing", "keep", "--json")
    assert (kept.code, kept.json["operation"]) == (0, None)
    told = run("figures", "import", str(sheet), "--ledger", "Atelier Noord", "--existing", "take")
    assert told.code == 0
    assert "48.200,5 → 50.000" in told.out


def test_an_export_comes_back_unchanged(run: Run, sheet: Path, tmp_path: Path) -> None:
    run("figures", "import", str(sheet), "--organisation", "Atelier Noord")
    for name, layout in (("a.csv", "wide"), ("b.xlsx", "long")):
        path = tmp_path / name
        done = run("figures", "export", str(path), "--ledger", "Atelier Noord", "--layout", layout, "--json")
        assert (done.code, done.json["figures"]) == (0, 3)
        back = run("figures", "import", str(path), "--ledger", "Atelier Noord", "--json")
        assert (back.code, back.json["counts"]["same"], back.json["operation"]) == (0, 3, None)
    refused = run("figures", "export", str(tmp_path / "a.pdf"), "--ledger", "Atelier Noord", "--json")
    assert refused.error["code"] == "export_kind"


def test_a_request_goes_out_and_comes_back(run: Run, sheet: Path, tmp_path: Path) -> None:
    run("figures", "import", str(sheet), "--organisation", "Atelier Noord")
    out = str(tmp_path / "out")
    command = ("figures", "request", "Atelier Noord", "--period", "03/2026", "--in", "nl", "--output", out)
    asked = run(*command, "--json")
    assert asked.code == 0
    assert (asked.json["periods"], asked.json["language"]) == (["2026-03"], "nl")
    assert Path(asked.json["draft"]).suffix == ".eml"
    promises = run("action", "list", "--json").json
    assert "March 2026" in str(promises)
    renamed = tmp_path / "retour.xlsx"
    renamed.write_bytes(Path(asked.json["workbook"]).read_bytes())
    back = run("figures", "import", str(renamed), "--json")
    assert (back.code, back.json["ledger_name"]) == (0, "Atelier Noord")
    assert back.json["request"]
    again = run("figures", "import", str(renamed), "--json")
    assert (again.code, again.error["code"]) == (1, "request_answered")


def test_wrong_use_is_told(run: Run, sheet: Path) -> None:
    assert run("figures", "import", str(sheet), "--json").error["code"] == "figures_of_whom"
    wrong = run("figures", "import", str(sheet), "--organisation", "Atelier Noord", "--line", "CA", "--json")
    assert wrong.error["code"] == "bad_line_option"
