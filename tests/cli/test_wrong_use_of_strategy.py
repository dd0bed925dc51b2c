"""The commands of the strategy desk, given what makes no sense: three sentences, the right exit code, no change."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

BROKEN = {
    "bad.toml": "[[[bad",
    "unknown.toml": '[break_even]\nunits = "x"\n',
    "value.toml": '[break_even]\nunit = "z"\n',
}


@pytest.mark.parametrize(
    ("words", "exit_code", "code", "says"),
    [
        ("indicators --as-of bad", 2, "not_a_date", "bad"),
        ("indicators --as-of 2026-13-45", 2, "no_such_date", "2026-13-45"),
        ("indicators --rules gone.toml", 1, "rules_file", "There is no file “gone.toml”."),
        ("indicators --rules .", 1, "rules_file", "“.” cannot be read"),
        ("indicators --rules bad.toml", 1, "rules_unreadable", "line 1, column 3"),
        ("indicators --rules unknown.toml", 1, "rules_unknown_key", "break_even.units"),
        ("indicators --rules value.toml", 1, "rules_value", "“z”"),
        ("rule-set difference bad.toml", 1, "rules_unreadable", "line 1"),
        ("strategy import bad.toml", 1, "rules_unreadable", "line 1"),
        ("strategy import gone.toml", 1, "strategy_unreadable", "gone.toml"),
        ("board freeze 2098-Q4", 1, "quarter_not_over", "2098-Q4"),
        ("board freeze 2026-Q9", 2, "wrong_use", "2026-Q9"),
        ("board freeze", 2, "wrong_use", "QUARTER"),
        ("statistics 2099", 1, "year_to_come", "2099"),
        ("statistics abc", 2, "no_year", "abc"),
        ("brief year-plan abc", 2, "no_year", "abc"),
        ("brief statistics abc", 2, "no_year", "abc"),
        ("brief minutes", 2, "wrong_use", "a meeting"),
        ("brief minutes zzzz", 1, "no_such_record", "zzzz"),
        ("brief year-plan 2026 --output bad.toml/plan.pdf", 1, "file_not_written", "plan.pdf"),
    ],
)
def test_it_is_told_in_three_sentences(
    words: str, exit_code: int, code: str, says: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in BROKEN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(*words.split(), "--json")
    assert (done.code, done.error["code"]) == (exit_code, code), done.err
    assert says in done.error["message"]
    assert done.error["safe"] == "Your data is safe: nothing was changed."
    assert done.error["advice"]
    plain = run(*words.split())
    assert plain.out == ""
    lines = plain.err.splitlines()
    assert lines[:3] == [done.error["message"], done.error["safe"], done.error["advice"]]
    assert "Traceback" not in plain.err


def test_a_quarter_is_frozen_once(run: Run) -> None:
    assert run("board", "freeze", "2026-Q3").code == 0
    again = run("board", "freeze", "2026-Q3", "--json")
    assert (again.code, again.error["code"]) == (1, "quarter_frozen")
    assert len(run("board", "list", "--json").json["freezes"]) == 1


def test_minutes_of_several_meetings_are_asked_about(run: Run) -> None:
    for name in ("GT Bois", "GT Vélo"):
        group = run("working-group", "add", "--name", name, "--json").json["id"]
        run("meeting", "add", "--working-group", group, "--on", "2026-11-03")
    done = run("brief", "minutes", "GT", "--json")
    assert (done.code, done.error["code"]) == (2, "ambiguous")
    assert [one["title"] for one in done.error["matches"]] == ["GT Bois", "GT Vélo"]
