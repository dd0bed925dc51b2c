"""indicators: the worked examples and traps of each rule, brought in by the public door and counted by the command."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.__main__ import main
from tests.cli.conftest import Done, Run
from tests.cli.kpi_archive import Writing, write_scenario
from tests.shared import shared_data

WRITINGS = {
    "in full": Writing(),
    "sparingly": Writing(sparing=True),
    "in any order": Writing(seed=7, prefix="Autre "),
    "sparingly in any order": Writing(sparing=True, seed=11, prefix="x-"),
}
CASES = json.loads((Path(__file__).resolve().parents[1] / "data" / "counting_cases.json").read_text(encoding="utf-8"))
BY_COMPANY = '[break_even]\nunit = "organisation"\n\n[job_growth]\nunit = "organisation"\n'
Count = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def empty_binder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a binder with nothing but the lists every binder starts with."""
    data = tmp_path_factory.mktemp("empty")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLUSTERDESK_DATA", str(data / "data"))
        assert main(["--quiet", "binder", "create", str(data / "binder")]) == 0
    return data / "binder"


@pytest.fixture
def counted(run_bare: Run, empty_binder: Path, tmp_path: Path) -> Count:
    """Return a function that imports a scenario into a new binder and counts it as of days."""
    made = 0

    def count(scenario: dict[str, Any], writing: Writing, *days: str) -> dict[str, Any]:
        nonlocal made
        made += 1
        binder, rules = str(tmp_path / f"binder{made}"), tmp_path / "rules.toml"
        rules.write_text(scenario.get("rules", BY_COMPANY), encoding="utf-8")
        shutil.copytree(empty_binder, binder)
        archive = write_scenario(tmp_path / "past.jsonl", scenario, writing)
        done = run_bare("--binder", binder, "import", "archive", str(archive), "--json")
        assert done.code == 0, done.out
        return {day: _answer(run_bare, binder, day, rules) for day in days}

    return count


def _answer(run: Run, binder: str, day: str, rules: Path) -> dict[str, Any]:
    done: Done = run("--binder", binder, "indicators", "--as-of", day, "--rules", str(rules), "--json")
    assert done.code == 0, done.out + done.err
    return {one["key"]: one for one in done.json["indicators"]}


def _check(scenario: dict[str, Any], found: dict[str, Any]) -> None:
    end = found["2028-12-31"]
    for key, expected in scenario["expected"].items():
        per_year = {**dict.fromkeys(end[key]["per_year"], 0), **expected.get("per_year", {})}
        assert (key, end[key]["per_year"], end[key]["total"]) == (key, per_year, expected["total"]), scenario["id"]
        for name in ("provable", "still_holding"):
            assert end[key][name] == expected.get(name, end[key][name]), (scenario["id"], key, name)
        if "lacking" in expected:
            lacks = {lack["code"] for line in end[key]["nearly"] for lack in line["missing"]}
            assert lacks == set(expected["lacking"]), (scenario["id"], key)
    for day, numbers in scenario.get("as_of", {}).items():
        assert {key: found[day][key]["total"] for key in numbers} == numbers, (scenario["id"], day)


@pytest.mark.slow
@pytest.mark.parametrize("writing", WRITINGS.values(), ids=list(WRITINGS))
def test_the_worked_examples_give_their_counts(counted: Count, writing: Writing) -> None:
    scenarios = json.loads(shared_data("kpi_examples.json").read_text(encoding="utf-8"))["scenarios"]
    assert scenarios
    for scenario in scenarios:
        days = ("2028-12-31", *scenario.get("as_of", {}))
        _check(scenario, counted(scenario, writing, *days))


@pytest.mark.slow
@pytest.mark.parametrize("scenario", CASES, ids=[one["id"] for one in CASES])
def test_the_traps_of_each_rule(counted: Count, scenario: dict[str, Any]) -> None:
    writings = [Writing(), Writing(seed=random.Random(scenario["id"]).randint(0, 99), prefix="Autre ")]
    if not scenario.get("in_full_only"):
        writings.append(Writing(sparing=True))
    for writing in writings:
        _check(scenario, counted(scenario, writing, "2028-12-31", *scenario.get("as_of", {})))


def test_rules_are_told_apart_saved_and_taken_back(run: Run, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("[counting]\nregion_test = false\n", encoding="utf-8")
    told = run("rule-set", "difference", str(rules), "--json").json
    assert (told["changed"], {one["key"] for one in told["indicators"]} >= {"break_even"}) == (True, True)
    assert run("indicators", "--json").json["rules"] == "1"
    reason = ("--reason", "Le conseil l’a décidé", "--owner", "Benoît", "--valid-from", "2026-01-01")
    made = run("rule-set", "change", str(rules), *reason, "--json")
    assert (made.json["version"], made.json["valid_from"], made.json["dated_back"]) == (2, "2026-01-01", True)
    assert run("indicators", "--as-of", "2025-12-31", "--json").json["rules"] == "1"
    assert run("indicators", "--as-of", "2026-01-01", "--json").json["rules"] == "2"
    again = run("rule-set", "change", str(rules), *reason, "--json")
    assert (again.code, again.error["code"]) == (1, "rules_unchanged")
    assert run("undo").code == 0
    assert run("indicators", "--json").json["rules"] == "1"
