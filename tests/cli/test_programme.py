"""The programme by commands: a year shown and carried over, an event moved, told, people registered and marked."""

from pathlib import Path
from typing import Any

from tests.briefs.pdf_reading import pdf_text
from tests.cli.conftest import Done, Run
from tests.leaving.walking import text_of


def _done(done: Done) -> Any:
    assert done.code == 0, done.err
    return done.json


def _planned(run: Run, title: str = "Afterwork", on: str = "2026-01-22") -> str:
    arguments = ("--title", title, "--on", on, "--event-kind", "Afterwork", "--host", "atelier noord")
    made: str = _done(run("programme-event", "add", *arguments, "--json"))["id"]
    return made


def test_a_year_from_commitments_to_turnout(run: Run) -> None:
    made = _done(run("programme", "carry-over", "2026", "--json"))
    assert (made["added"], {one["standing"] for one in made["commitments"]} <= {"missing", "late"}) == (5, True)
    ref = _planned(run)
    _done(run("membership", "add", "--organisation", "élan vélo", "--status", "member", "--json"))
    _done(run("programme-event", "register", ref, "Zoé Peeters", "--organisation", "élan vélo", "--json"))
    _done(run("programme-event", "register", ref, "--organisation", "ateliers du nord", "--json"))
    moved = _done(run("programme-event", "move", "afterwork", "2026-01-15", "--json"))
    assert (moved["event"]["on"], moved["event"]["registered"]) == ("2026-01-15", 2)
    _done(run("programme-event", "presence", ref, "present", "élan vélo", "--json"))
    told = _done(run("programme-event", "tell", ref, "held", "--json"))
    assert [(one["organisation"], one["presence"]) for one in told["participants"]] == [
        ("Ateliers du Nord", "unknown"),
        ("Élan Vélo", "present"),
    ]
    shown = _done(run("programme", "show", "2026", "--json"))
    afterwork = next(one for one in shown["commitments"] if one["key"] == "afterwork")
    assert (afterwork["held"], afterwork["missing"]) == (1, 1)
    turnout = _done(run("programme", "turnout", "2026", "--json"))
    assert [(one["name"], one["present"], one["never_came"]) for one in turnout["members"]] == [("Élan Vélo", 1, False)]
    assert "Élan Vélo" in run("programme", "turnout", "2026").out
    recent = _done(run("programme", "turnout", "--months", "120", "--json"))
    assert (recent["year"], recent["months"], recent["members"][0]["name"]) == (None, 120, "Élan Vélo")
    assert run("programme", "turnout", "2026", "--months", "3", "--json").error["code"] == "year_or_months"
    assert run("programme", "turnout", "--months", "0", "--json").error["code"] == "no_months"
    assert _done(run("undo", "--json"))
    assert _done(run("programme-event", "follow", ref, "--json"))["event"]["state"] == "planned"


def test_what_makes_no_sense_is_said_in_words(run: Run) -> None:
    ref = _planned(run, "Sortie", "2099-01-08")
    assert run("programme", "show", "0", "--json").error["code"] == "no_programme_year"
    assert run("programme", "rank", "2031", "--json").error["code"] == "no_votes"
    assert run("programme-event", "tell", ref, "held", "--json").error["code"] == "event_to_come"
    assert (
        run("programme-event", "presence", ref, "present", "Personne", "--json").error["code"] == "no_such_participant"
    )
    assert run("programme-event", "presence", ref, "late").code == 2
    assert run("commitment", "add", "--year", "0", "--event-kind", "Afterwork", "--json").code != 0
    assert run("satisfaction", "add", "--programme-event", ref, "--useful", "6", "--json").code != 0


def test_themes_are_ranked(run: Run) -> None:
    for title, points in (("Machines", "2"), ("Matières", "3")):
        theme = _done(run("theme", "add", "--year", "2027", "--title", title, "--json"))["id"]
        _done(run("theme-vote", "add", "--theme", theme, "--points", points, "--json"))
    ranked = _done(run("programme", "rank", "2027", "--json"))
    assert [(one["place"], one["title"]) for one in ranked["themes"]] == [(1, "Matières"), (2, "Machines")]


def test_an_event_has_a_sheet_to_sign_and_a_report(run: Run, tmp_path: Path) -> None:
    ref = _planned(run)
    sheet = tmp_path / "sheet.pdf"
    _done(run("brief", "signin", "Afterwork", "--in", "fr", "--output", str(sheet), "--json"))
    assert "Zoé Peeters" not in pdf_text(sheet.read_bytes()), "an empty sheet is a sheet: people come unannounced"
    for name in ("Zoé Peeters", "Marc Tielemans"):
        _done(run("programme-event", "register", ref, name, "--organisation", "élan vélo", "--json"))
    _done(run("programme-event", "presence", ref, "excused", "Marc Tielemans", "--json"))
    _done(run("brief", "signin", ref, "--in", "fr", "--output", str(sheet), "--json"))
    told = pdf_text(sheet.read_bytes())
    assert "Zoé Peeters" in told
    assert "Excusé" in told
    _done(run("programme-event", "presence", ref, "present", "Zoé Peeters", "--json"))
    notes = "On a parlé du tri.\nDécision : y retourner."
    _done(run("programme-event", "edit", ref, "--minutes", notes, "--json"))
    for suffix in (".pdf", ".docx"):
        out = tmp_path / f"report{suffix}"
        done = _done(run("brief", "minutes", "afterwork", "--in", "fr", "--output", str(out), "--json"))
        assert done["kind"] == "minutes"
        words = " ".join(text_of(out).split()).replace("\u00a0", " ")
        assert "y retourner." in words
        assert "1 présent, de 1 organisation" in words
        assert "Procès-verbal" not in words
    _done(run("programme-event", "edit", ref, "--visibility", "internal", "--json"))
    for kind in ("signin", "minutes"):
        assert run("brief", kind, ref, "--json").error["code"] == "event_not_shareable"


def test_people_are_invited_by_a_filter(run: Run, tmp_path: Path) -> None:
    ref = _planned(run, on="2099-01-22")
    owner = ("--organisation", "élan vélo")
    _done(run("membership", "add", *owner, "--status", "member", "--json"))
    for name, agrees in (("Lou", "yes"), ("Marc", "no")):
        contact = _done(run("contact", "add", "--first-name", name, "--last-name", "Peeters", "--json"))["id"]
        _done(run("contact-role", "add", "--contact", contact, *owner, "--json"))
        mail = ("--kind", "mail", "--value", f"{name.lower()[:2]}@elan.example")
        _done(run("contact-point", "add", "--contact", contact, *mail, "--json"))
        consent = ("--purpose", "mailing", "--given", agrees)
        _done(run("consent", "add", "--contact", contact, *consent, "--json"))
    asked = ("programme-event", "invite", ref, "--filter", "membership=member")
    dry = _done(run(*asked, "--dry-run", "--json"))
    assert (dry["invited"], dry["drafts"]) == (0, [])
    left_out = {one["name"]: one["left_out"] for one in dry["candidates"]}
    assert left_out == {"Lou Peeters": None, "Marc Peeters": "refused", "Zoé Peeters": "not_asked"}
    done = _done(run(*asked, "--drafts", str(tmp_path / "mails"), "--json"))
    assert done["invited"] == 1
    assert b"lo@elan.example" in Path(done["drafts"][0]["path"]).read_bytes()
    again = _done(run(*asked, "--json"))
    assert (again["invited"], again["drafts"]) == (0, [])
    assert [one["left_out"] for one in again["candidates"] if one["name"] == "Lou Peeters"] == ["invited"]
    assert "Lou Peeters" in run(*asked, "--dry-run").out
    assert run(*asked, "--filter", "colour=red", "--json").error["code"] == "unknown_field"
    assert run("programme-event", "invite", ref, "--filter", "membership=friend", "--json").code == 2
    saved = _done(run("programme-event", "calendar", ref, "--output", str(tmp_path / "a.ics"), "--json"))
    assert "Afterwork" in Path(saved["path"]).read_text(encoding="utf-8")
    every = tmp_path / "all.ics"
    _done(run("export", "calendar", str(every), "--json"))
    assert "SUMMARY:Afterwork" in every.read_text(encoding="utf-8")


def test_registrations_and_votes_are_imported(run: Run, tmp_path: Path) -> None:
    ref = _planned(run, on="2099-01-22")
    listed = tmp_path / "inscrits.csv"
    listed.write_text("Nom;Organisation;Participe\nZoé Peeters;Élan Vélo;oui\nJean;Inconnue SA;oui\n", encoding="utf-8")
    command = ("import", "registrations", str(listed), "--event", ref)
    dry = run(*command, "--dry-run", "--json").json
    assert (dry["counts"]["new"], dry["counts"]["undecided"], dry["operation"]) == (1, 1, None)
    done = run(*command, "--json")
    assert done.code == 3, "somebody is to be decided about"
    assert "Inconnue SA" in done.json["rows"][1]["reason"]
    assert "--undecided" in run(*command).err
    assert run(*command, "--json").json["counts"]["new"] == 0
    assert _done(run("programme-event", "follow", ref, "--json"))["event"]["registered"] == 1
    taken = run(*command, "--undecided", "as-written", "--json")
    assert (taken.code, taken.json["operation"] is not None) == (0, True)
    followed = _done(run("programme-event", "follow", ref, "--json"))
    assert followed["event"]["registered"] == 2
    assert "Organisation: Inconnue SA" in str(run("event-participation", "list", "--json").json)
    assert run(*command, "--json").code == 0, "what was decided is not asked again"
    _done(run("theme", "add", "--year", "2027", "--title", "Machines", "--json"))
    votes = tmp_path / "votes.csv"
    votes.write_text("Thème;Points;Organisation\nMachines;4;Élan Vélo\n", encoding="utf-8")
    _done(run("import", "votes", str(votes), "--json"))
    _done(run("import", "votes", str(votes), "--json"))
    assert _done(run("programme", "rank", "2027", "--json"))["themes"][0]["points"] == 4


def test_year_plan_and_badges_are_printed(run: Run, tmp_path: Path) -> None:
    ref = _planned(run)
    for kind, subject in (("year-plan", "2026"), ("year-plan-a3", "2026")):
        out = tmp_path / f"{kind}.pdf"
        done = _done(run("brief", kind, subject, "--in", "nl", "--output", str(out), "--json"))
        assert done["briefs"][0]["language"] == "nl"
        assert out.read_bytes().startswith(b"%PDF")
    assert run("brief", "year-plan", "MMXXVI", "--json").error["code"] == "no_year"
    assert run("brief", "badges", ref, "--json").error["code"] == "nobody_registered"
    _done(run("programme-event", "register", ref, "Zoé Peeters", "--json"))
    _done(run("brief", "badges", ref, "--output", str(tmp_path / "badges.pdf"), "--json"))
    assert (tmp_path / "badges.pdf").read_bytes().startswith(b"%PDF")
