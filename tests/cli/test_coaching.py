"""The coaching plan and the diagnostic by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def file(run: Run) -> str:
    """A coaching file on two tracks."""
    owner = run("organisation", "list", "--json").json["items"][0]["id"]
    project = run("project", "add", "--title", "Scie partagée", "--organisation", owner, "--json").json["id"]
    made = run("coaching-file", "add", "--project", project, "--opened-on", "2026-02-02", "--json").json["id"]
    for track in ("break_even", "employment"):
        assert run("coaching-file-track", "add", "--coaching-file", made, "--track", track).code == 0
    return str(made)


def test_a_plan_is_made_from_templates_followed_and_closed(run: Run, file: str) -> None:
    offered = run("coaching-file", "templates", file, "--json").json["templates"]
    assert {one["track_key"] for one in offered} == {"break_even", "employment"}
    chosen = ("break_even.costs_split", "employment.first_hire")
    made = run("coaching-file", "milestones", file, *chosen, "--json").json["milestones"]
    assert [one["due_on"] for one in made] == ["2026-04-02", "2026-08-02"]
    assert run("milestone", "reach", made[1]["id"], "--on", "2026-07-01", "--value", "0,8").code == 0
    shown = run("coaching-file", "plan", file, "--json").json
    hired = shown["tracks"][1]["milestones"][0]
    assert (hired["done_on"], hired["reached_value"], hired["days_late"]) == ("2026-07-01", "0.8", 0)
    assert run("milestone", "reopen", made[1]["id"]).code == 0
    close = ("coaching-file", "close", file, "--on", "2026-09-30", "--no-next-step")
    refused = run(*close, "--result", "break_even=achieved:trois mois positifs", "--json")
    assert refused.code == 1
    assert refused.json["error"]["code"] == "track_result_missing"
    results = ("--result", "break_even=achieved:trois mois positifs", "--result", "employment=abandoned:pas de place")
    closed = run(*close, *results, "--json").json
    assert [one["outcome"] for one in closed["tracks"]] == ["achieved", "abandoned"]
    assert run("undo").code == 0
    assert run("coaching-file", "plan", file, "--json").json["coaching_file"]["closed_on"] is None
    assert "Scie partagée" in run("coaching-file", "plan", file).out


def test_a_baseline_is_frozen_and_changes_with_a_reason(run: Run, file: str) -> None:
    first = run("coaching-file", "baseline", file, "employment", "6,5", "--unit", "ETP", "--on", "2026-02-10", "--json")
    assert (first.json["baseline"], first.json["baseline_on"]) == ("6.5", "2026-02-10")
    assert run("coaching-file", "baseline", file, "employment", "7").code == 1
    generic = run("coaching-file-track", "edit", first.json["id"], "--baseline", "7", "--json")
    assert generic.json["error"]["code"] == "baseline_frozen"
    again = run("coaching-file", "baseline", file, "employment", "7", "--reason", "mi-temps oublié", "--json")
    assert (again.json["baseline"], again.json["unit"]) == ("7", "ETP")


def test_what_falls_due_is_listed(run: Run, file: str) -> None:
    owner = run("organisation", "list", "--json").json["items"][0]["id"]
    run("funding-application", "add", "--organisation", owner, "--funder", "Région", "--deadline", "2024-01-08")
    run("milestone", "add", "--coaching-file", file, "--title", "Dix clients", "--due-on", "2024-03-01")
    due = run("coaching-file", "due", "--json").json["due"]
    assert [(one["kind"], one["text"]) for one in due] == [
        ("funding_application", "Région"),
        ("milestone", "Dix clients"),
    ]
    assert all(one["days"] < 0 for one in due)
    assert "Dix clients" in run("coaching-file", "due").out


def test_two_diagnostics_are_compared_seed_the_plan_and_print(run: Run, file: str, tmp_path: Path) -> None:
    owner = run("organisation", "list", "--json").json["items"][0]["id"]
    run("diagnostic", "take", owner, "--on", "2025-03-03", "--score", "market=1:un seul client")
    scores = ("--score", "market=4:six clients", "--score", "feedstock=0:rien de signé : à faire")
    taken = run("diagnostic", "take", owner, "--on", "2026-03-03", *scores, "--json").json["diagnostic"]["id"]
    read = run("diagnostic", "compare", owner, "--json").json
    told = {one["criterion"]: (one["score_before"], one["score"], one["sentence"]) for one in read["scores"]}
    assert told["market"] == (1, 4, "six clients")
    assert told["feedstock"] == (None, 0, "rien de signé : à faire")
    assert read["before"] == "2025-03-03"
    asked = run("diagnostic", "seed", taken, file, "--dry-run", "--json").json["templates"]
    assert [one["criterion_key"] for one in asked] == ["feedstock"]
    assert len(run("diagnostic", "seed", taken, file, "--json").json["milestones"]) == 1
    assert run("diagnostic", "seed", taken, file, "--json").json["templates"] == []
    assert run("diagnostic", "score", taken, "market=9").code == 1
    assert run("brief", "diagnostic", owner, "--output", f"{tmp_path}/").code == 1  # not marked as shareable
    printed = run(
        "brief", "diagnostic", owner, "--edition", "internal", "--in", "nl", "--output", f"{tmp_path}/", "--json"
    )
    (brief,) = printed.json["briefs"]
    assert Path(brief["path"]).name.startswith("2026-03-03 Diagnose – ")
    assert Path(brief["path"]).read_bytes().startswith(b"%PDF")
    assert run("diagnostic", "score", taken, "nonsense=2").code == 2
