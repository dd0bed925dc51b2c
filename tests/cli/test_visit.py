"""The notes of a visit by commands: opened, written, closed; also after the fact."""

from tests.cli.conftest import Run


def test_a_visit_is_opened_written_and_closed(run: Run) -> None:
    opened = run("visit", "open", "atelier noord", "--json").json
    assert opened["state"] == "planned"
    assert [note["number"] for note in opened["notes"]] == list(range(1, len(opened["notes"]) + 1))
    assert len(opened["notes"]) > 2
    code = opened["code"]
    assert run("visit", "open", code, "--json").json["id"] == opened["id"]
    written = run("visit", "write", code, "La scie est là", "--question", "2", "--json").json
    assert written["notes"][1]["text"] == "La scie est là"
    decided = run("visit", "write", code, "Acheter la ponceuse", "--decision", "--json").json
    assert decided["notes"][-1]["kind"] == "decision"
    assert "La scie est là" in run("visit", "show", code).out
    closed = run("visit", "close", code, "--minutes", "45", "--next-step", "Devis", "--next-on", "2035-03-12", "--json")
    assert (closed.json["state"], closed.json["minutes"]) == ("held", 45)
    assert (closed.json["next_step"], closed.json["next_step_on"]) == ("Devis", "2035-03-12")
    left = run("visit", "show", code, "--json").json["notes"]
    assert [note["text"] for note in left] == ["La scie est là", "Acheter la ponceuse"]
    assert run("undo").code == 0
    assert run("visit", "show", code, "--json").json["state"] == "planned"


def test_a_visit_after_the_fact_is_of_its_day(run: Run) -> None:
    opened = run("visit", "open", "atelier noord", "--on", "2026-03-03", "--json").json
    assert opened["on"] == "2026-03-03"
    assert run("visit", "close", opened["code"], "--json").json["on"] == "2026-03-03"


def test_a_visit_is_called_off_with_the_reason(run: Run) -> None:
    run("week", "plan", "atelier noord", "2035-11-20")
    called_off = run("visit", "cancel", "atelier noord", "--reason", "malade", "--json").json
    assert called_off["state"] == "cancelled"
    (note,) = run("visit", "show", called_off["code"], "--json").json["notes"]
    assert (note["text"], note["visibility"]) == ("malade", "internal")


def test_what_cannot_be_meant_is_told(run: Run) -> None:
    assert run("visit", "open").code == 1
    assert run("visit", "open", "--on", "2026-03-03").code == 2
    code = run("visit", "open", "atelier noord", "--json").json["code"]
    assert run("visit", "write", code, "x", "--question", "99").code == 2
    assert run("visit", "write", code, "x", "--question", "deux").code == 2
    assert run("visit", "close", "nobody at all").code == 1


def test_what_is_sought_or_offered_in_a_note_is_noted_with_it(run: Run) -> None:
    code = run("visit", "open", "atelier noord", "--json").json["code"]
    said = "On a parlé du hall.\n#cherche 200 m² de stockage"
    written = run("visit", "write", code, said, "--json").json
    assert [(one["side"], one["text"]) for one in written["exchanges"]] == [("need", "200 m² de stockage")]
    assert len(run("visit", "write", code, said, "--question", "2", "--json").json["exchanges"]) == 1, "only once"
    offered = run("visit", "write", code, "#propose 12 palettes")
    assert "12 palettes" in offered.out
    assert run("undo").code == 0
    left = run("visit", "show", code, "--json").json
    assert [one["text"] for one in left["exchanges"]] == ["200 m² de stockage"]
    assert "#propose" not in str(left["notes"]), "one step took both back"
