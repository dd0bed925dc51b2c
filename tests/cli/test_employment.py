"""employment: head counts in one line, the sum of a year, the baseline, the confirmation, what is missing."""

from pathlib import Path

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Run


def _coached(run: Run) -> None:
    """Open a file on the employment track whose coaching began on 12 February 2024."""
    file = run(*("coaching-file", "add", "--project", "chaises en chutes", "--opened-on", "2024-02-01", "--json")).json[
        "id"
    ]
    run("coaching-file-track", "add", "--coaching-file", file, "--track", "Emploi")
    session = run(
        *("session", "add", "--organisation", "atelier noord", "--on", "2024-02-12", "--state", "held"),
        *("--coaching-file", file, "--json"),
    ).json["id"]
    run("session-note", "add", "--session", session, "--text", "Première visite")


def _grown(run: Run) -> None:
    _coached(run)
    for line in ("5,5 ETP 31/01/2024", "6 ETP 28/03/2024", "7 ETP 30/06/2024", "7,5 ETP 20/12/2024, 9 personnes"):
        assert run("employment", "note", "atelier noord", *line.split()).code == 0


def test_from_one_line_to_a_confirmed_year(run: Run) -> None:
    _grown(run)
    shown = run("employment", "show", "atelier noord", "--json").json
    assert [one["judged"] for one in shown["headcounts"]] == ["7.5", "7", "6", "5.5"]
    assert shown["headcounts"][0]["persons"] == 9
    (file,) = run("employment", "judge", "atelier noord", "--json").json["files"]
    assert (file["baseline"], file["baseline_on"], file["baseline_frozen"]) == ("5.5", "2024-01-31", False)
    year = file["years"][0]
    assert (year["year"], year["state"], year["known"], year["mean"]) == (2024, "qualifies", 3, "6.83")
    assert [end["fte"] for end in year["quarters"]] == ["6", "7", None, "7.5"]
    assert file["action"] == "none"
    assert run("employment", "freeze", "atelier noord").code == 0
    assert run("employment", "judge", "atelier noord", "--json").json["files"][0]["action"] == "confirm"
    words = run("employment", "judge", "atelier noord").out
    assert "(6,0 + 7,0 + 7,5) ÷ 3 = 6,83" in words
    assert "6,83 − 5,5 = +1,33" in words
    bare = run("employment", "confirm", "atelier noord", "--by", "Claire", "--json")
    assert (bare.code, bare.error["code"]) == (1, "result_unproved")
    assert "--evidence-title “Head counts of 2024, given by the company” --evidence-level 1" in bare.error["advice"]
    proof = ("--evidence-title", "Bilan social 2024", "--evidence-level", "3")
    done = run("employment", "confirm", "atelier noord", "--by", "Claire", *proof, "--json").json
    assert (done["on"], done["confirmed_by"]) == ("2024-12-31", "Claire")
    assert run("employment", "judge", "atelier noord", "--json").json["files"][0]["standing"] == "confirmed"
    (kept,) = run("evidence", "list", "--json").json["items"]
    assert (kept["title"], kept["level"], kept["result_event_id"]) == ("Bilan social 2024", 3, done["id"])
    again = run("employment", "confirm", "atelier noord", "--by", "Claire", *proof, "--json")
    assert again.error["code"] == "nothing_proposed"
    assert run("undo").code == 0
    assert run("evidence", "list", "--json").json["items"] == []
    assert run("employment", "judge", "atelier noord", "--json").json["files"][0]["standing"] == "proposed"


def test_an_attestation_is_printed_to_be_signed_and_wanted_from_then_on(run: Run, tmp_path: Path) -> None:
    _grown(run)
    done = run("brief", "attestation", "atelier noord", "--in", "nl", "--output", f"{tmp_path}/", "--json").json
    (brief,) = done["briefs"]
    assert Path(brief["path"]).name.endswith("Tewerkstellingsattest – Atelier Noord.pdf")
    text = pdf_text(Path(brief["path"]).read_bytes())
    assert "5,5" in text
    (wanted,) = run("evidence", "list", "--json").json["items"]
    assert (wanted["wanted"], wanted["indicator"], wanted["level"]) == (True, "job_growth", 2)
    again = run("brief", "attestation", "atelier noord", "--output", f"{tmp_path}/", "--json").json
    assert again["briefs"]
    assert len(run("evidence", "list", "--json").json["items"]) == 1


def test_what_cannot_be_counted_is_refused_with_a_reason(run: Run) -> None:
    assert run("employment", "note", "atelier noord", "beaucoup", "--json").error["code"] == "no_headcount"
    assert run("employment", "note", "atelier noord", "7,53", "--json").error["code"] == "fte_step"
    assert run("employment", "note", "atelier noord", "7,5", "31/12/2090", "--json").error["code"] == "headcount_ahead"
    assert run("employment", "note", "atelier noord", "7,5 ETP 30/06/2025").code == 0
    assert run("employment", "note", "atelier noord", "8 ETP 30/06/2025", "--json").error["code"] == "headcount_known"
    assert run("employment", "freeze", "atelier noord").code == 2
    assert run("employment", "show", "nobody at all").code == 1


def test_about_is_kept_and_not_judged(run: Run) -> None:
    run("employment", "note", "élan vélo", "environ 8 ETP 30/06/2025")
    shown = run("employment", "show", "élan vélo", "--json").json
    assert (shown["headcounts"][0]["precision"], shown["fte"]) == ("about", None)


def test_missing_quarter_ends_are_listed_where_employment_is_followed(run: Run) -> None:
    assert run("employment", "missing", "--json").json["missing"] == []
    _coached(run)
    (row,) = run("employment", "missing", "--json").json["missing"]
    assert run("employment", "note", "atelier noord", "5", row["on"]).code == 0
    assert run("employment", "missing", "--json").json["missing"] == []


def test_the_generic_commands_know_head_counts_and_their_parts(run: Run) -> None:
    made = run(
        *("headcount", "add", "--organisation", "atelier noord", "--on", "2025-06-30", "--fte", "7,5", "--json")
    ).json
    part = run(
        *("headcount-part", "add", "--headcount", made["id"], "--contract-type", "Étudiant", "--fte", "0,5", "--json")
    )
    assert part.code == 0
    shown = run("employment", "show", "atelier noord", "--json").json["headcounts"][0]
    assert (shown["fte"], shown["judged"], shown["from_parts"]) == ("7.5", "0", True)
    assert run("headcount", "edit", made["id"], "--fte", "7,52").code != 0
