"""The strategy by the command line: shown, brought in after telling what that does, written, taken back."""

from pathlib import Path

from tests.cli.conftest import Run

OTHER = Path(__file__).parents[1] / "data" / "repair_cluster.toml"


def _targets(run: Run) -> dict[str, int | None]:
    return {one["key"]: one["target"] for one in run("strategy", "show", "--json").json["indicators"]}


def test_another_strategy_comes_in_goes_out_and_is_taken_back(run: Run, tmp_path: Path) -> None:
    first = _targets(run)
    assert first["industrialised"] == 30
    dry = run("strategy", "import", str(OTHER), "--dry-run", "--json").json
    assert dry["dry_run"] is True
    assert "Ateliers viables" in dry["added"]
    assert dry["rules"] == 2
    assert (
        "Règles\u00a0: version 2, valables à partir du 01/01/2025"
        in run("strategy", "import", str(OTHER), "--dry-run", "--language", "fr").out
    )
    assert _targets(run) == first
    done = run("strategy", "import", str(OTHER), "--json").json
    assert {**done, "dry_run": True} == dry
    assert _targets(run) == {"viable_workshops": 6, "answers": 4}
    out = tmp_path / "stratégie.toml"
    assert run("strategy", "export", str(out), "--json").json == {"path": str(out)}
    again = run("strategy", "import", str(out), "--json").json
    assert again["added"] == again["changed"] == again["removed"] == []
    assert again["rules"] is None
    assert run("undo").code == 0
    assert _targets(run) == first


def test_people_read_it_in_their_language(run: Run) -> None:
    said = run("strategy", "show", "--language", "nl").out
    assert "Geïndustrialiseerde projecten" in said
    assert "2026: 15" in said


def test_a_file_that_is_none_is_told_in_three_sentences(run: Run, tmp_path: Path) -> None:
    for name, content, code in (
        ("weg.toml", None, "strategy_unreadable"),
        ("beeld.toml", b"\xff\xfe\x00", "strategy_unreadable"),
        ("leer.toml", b"", "strategy_file"),
    ):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        answer = run("strategy", "import", str(path), "--json")
        assert answer.code == 1
        assert answer.json["error"]["code"] == code


def test_a_record_of_the_strategy_is_edited_by_itself(run: Run) -> None:
    assert run("indicator", "edit", "Projets industrialisés", "--target", "32").code == 0
    assert _targets(run)["industrialised"] == 32
    made = run("plan-item", "add", "--year", "2027", "--text", "Ouvrir la halle", "--json")
    assert made.code == 0
    assert [one["text"] for one in run("strategy", "show", "--json").json["plan"]] == ["Ouvrir la halle"]


def test_a_quarter_is_frozen_once_listed_and_taken_back(run: Run) -> None:
    shown = run("board", "show", "--quarter", "2025-Q4", "--json").json
    assert (shown["as_of"], shown["quarter"], shown["frozen"]) == ("2025-12-31", "2025-Q4", None)
    assert {one["key"] for one in shown["indicators"]} >= {"industrialised", "difficulties_sent"}
    made = run("board", "freeze", "2025-q4", "--by", "Claire", "--json").json
    assert (made["quarter"], made["by"]) == ("2025-Q4", "Claire")
    again = run("board", "freeze", "2025-Q4", "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "quarter_frozen")
    assert run("board", "list", "--json").json == {"freezes": [made]}
    after = run("board", "show", "--as-of", "2025-12-31", "--json").json
    assert after["frozen"] == made
    assert {(one["frozen"], one["restated"]) for one in after["indicators"]} == {(0, 0)}
    assert run("board", "show", "--quarter", "demain").code == 2
    assert run("undo").code == 0
    assert run("board", "list", "--json").json == {"freezes": []}
