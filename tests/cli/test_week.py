"""The week by commands: plan and move, the day and the note on paper, calendars out and in."""

from io import BytesIO
from pathlib import Path

import pikepdf

from tests.cli.conftest import Run

DAY = "2035-11-20"


def test_a_visit_is_planned_at_the_first_free_hour_and_moved(run: Run) -> None:
    first = run("week", "plan", "atelier noord", DAY, "--json").json
    second = run("week", "plan", "élan vélo", DAY, "--json").json
    assert (first["starts_at"], second["starts_at"]) == ("09:00", "10:30")
    assert run("week", "plan", "élan vélo", DAY, "--at", "16h15", "--json").json["starts_at"] == "16:15"
    moved = run("week", "move", first["code"], "2035-11-21", "--json").json
    assert (moved["id"], moved["on"], moved["starts_at"]) == (first["id"], "2035-11-21", "09:00")
    shown = run("week", "show", DAY)
    assert "Atelier Noord" in shown.out
    assert run("undo").code == 0
    on = [visit["on"] for visit in run("week", "show", DAY, "--json").json["visits"]]
    assert on == [DAY] * 3


def test_wrong_days_and_names_are_told(run: Run) -> None:
    assert run("week", "show", "nonsense").code == 2
    assert run("week", "move", "atelier noord", DAY).code == 1
    assert run("week", "plan", "nobody at all", DAY).code == 1


def test_the_day_and_the_sheets_of_its_visits_on_paper(run: Run, tmp_path: Path) -> None:
    run("week", "plan", "atelier noord", DAY)
    done = run("brief", "day", DAY, "--sheets", "--in", "nl", "--output", f"{tmp_path}/", "--json").json
    names = [Path(brief["path"]).name for brief in done["briefs"]]
    assert names == ["2035-11-20 Bezoekdag.pdf", "2035-11-20 Bezoekfiche – Atelier Noord.pdf"]
    target = tmp_path / "bag.pdf"
    assert run("brief", "day", DAY, "--sheets", "--merge", "--output", str(target)).code == 0
    with pikepdf.open(BytesIO(target.read_bytes())) as document:
        assert len(document.pages) == 4
    assert run("brief", "visit").code == 2


def test_the_weekly_note_on_paper(run: Run) -> None:
    done = run("brief", "week", "2026-11-18", "--edition", "internal", "--json").json
    (brief,) = done["briefs"]
    assert Path(brief["path"]).name == "2026-11-16 Note de la semaine.pdf"
    assert (done["kind"], done["edition"]) == ("week", "internal")


def test_a_calendar_goes_out_is_changed_and_comes_back(run: Run, tmp_path: Path) -> None:
    planned = run("week", "plan", "atelier noord", DAY, "--json").json
    out = tmp_path / "out.ics"
    assert run("export", "calendar", str(out), "--json").json["visits"] == 1
    text = out.read_text("utf-8").replace("20351120T090000", "20351122T110000")
    out.write_text(text, encoding="utf-8")
    dry = run("import", "calendar", str(out), "--dry-run", "--json").json
    assert dry["operation"] is None
    (change,) = dry["changes"]
    assert (change["kind"], change["before_on"], change["on"]) == ("moved", DAY, "2035-11-22")
    assert run("week", "show", DAY, "--json").json["visits"][0]["on"] == DAY
    done = run("import", "calendar", str(out))
    assert done.code == 0
    assert "Atelier Noord" in done.out
    (visit,) = run("week", "show", DAY, "--json").json["visits"]
    assert (visit["id"], visit["on"], visit["starts_at"]) == (planned["id"], "2035-11-22", "11:00")
    bad = tmp_path / "bad.ics"
    bad.write_text("hello")
    assert run("import", "calendar", str(bad), "--json").error["code"] == "no_calendar"
    assert run("import", "calendar", str(tmp_path / "none.ics")).code == 1
