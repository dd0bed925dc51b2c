"""The report to the Advisory Board by commands: PDF and workbook, editions, days, and what makes no sense."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.leaving.walking import text_of

REPORT = ("brief", "board")


def test_the_report_and_its_workbook_lie_side_by_side(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    said = run(*REPORT, "--quarter", "2026-Q3", "--in", "nl", "--output", str(target), "--json")
    assert said.code == 0, said.err
    assert said.json["edition"] == "advisory"
    assert [Path(one["path"]).name for one in said.json["briefs"]] == ["report.pdf", "report.xlsx"]
    assert "Kernboodschappen" in text_of(target)
    assert "Indicatoren" in text_of(tmp_path / "report.xlsx")


def test_the_workbook_may_be_named_and_the_usual_state_is_the_last_quarter(run: Run, tmp_path: Path) -> None:
    said = run(*REPORT, "--workbook", str(tmp_path / "own.xlsx"), "--output", f"{tmp_path}/", "--json")
    assert said.code == 0, said.err
    assert (tmp_path / "own.xlsx").is_file()
    assert len(list(tmp_path.glob("*.xlsx"))) == 1
    as_of = run(*REPORT, "--as-of", "2026-05-15", "--edition", "direction", "--output", str(tmp_path / "day.pdf"))
    assert as_of.code == 0, as_of.err
    assert "15" in text_of(tmp_path / "day.pdf")


def test_a_message_that_names_somebody_is_warned_of_by_name(run: Run, tmp_path: Path) -> None:
    text = "La scie d’Atelier Noord tourne."
    made = run("board-remark", "add", "--period", "2026-Q3", "--text", text, "--json")
    assert made.code == 0, made.err
    target = tmp_path / "report.pdf"
    said = run(*REPORT, "--quarter", "2026-Q3", "--output", str(target))
    assert "Atelier Noord" in said.err
    for path in (target, target.with_suffix(".xlsx")):
        assert "Atelier Noord" not in text_of(path)
        assert "tourne" in text_of(path)
    run(*REPORT, "--quarter", "2026-Q3", "--edition", "direction", "--output", str(target))
    assert "Atelier Noord" in text_of(target)


def test_what_makes_no_sense_is_said_in_words(run: Run, tmp_path: Path) -> None:
    for typed in (("--quarter", "summer"), ("zzz",), ("--as-of", "zzz"), ("2026-Q5",)):
        wrong = run(*REPORT, *typed, "--json")
        assert (wrong.code, wrong.error["code"]) == (2, "report_day")
    assert len(run(*REPORT, "zzz").err.strip().splitlines()) == 3
    assert run(*REPORT, "--quarter", "2099-Q1", "--json").error["code"] == "report_to_come"
    assert run(*REPORT, "--edition", "internal", "--json").error["code"] == "wrong_use"
    assert run("brief", "week", "--edition", "advisory", "--json").error["code"] == "wrong_use"
    assert run("brief", "week", "--quarter", "2026-Q3", "--json").error["code"] == "wrong_use"
    two = (*REPORT, "2026-Q2", "2026-Q3", "--workbook", str(tmp_path / "one.xlsx"), "--json")
    assert run(*two).error["code"] == "wrong_use"


def test_a_quarter_that_is_running_says_that_it_is_provisional(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    made = run(*REPORT, "2026-Q4", "--in", "nl", "--output", str(target), "--json")
    assert made.json["briefs"][0]["provisional_until"] == "2026-12-31"
    assert "31/12/2026" in made.err
    assert "Voorlopig: K4 2026 loopt tot 31/12/2026" in " ".join(text_of(target).split())
    over = run(*REPORT, "2026-Q3", "--output", str(target), "--json")
    assert over.json["briefs"][0]["provisional_until"] is None
    assert "voorlopig" not in over.err.lower()


def test_a_text_in_another_language_is_marked_and_told_of(run: Run, tmp_path: Path) -> None:
    run("board-remark", "add", "--period", "2026-Q3", "--text", "Le bois sèche.", "--language", "fr")
    target = tmp_path / "report.pdf"
    said = run(*REPORT, "2026-Q3", "--in", "nl", "--output", str(target))
    assert "Le bois sèche." in said.err
    for path in (target, target.with_suffix(".xlsx")):
        assert "Le bois sèche. (in het Frans)" in " ".join(text_of(path).split())
    mine = run(*REPORT, "2026-Q3", "--in", "fr", "--output", str(target))
    assert "Le bois sèche." not in mine.err
    assert "(en français)" not in text_of(target)
