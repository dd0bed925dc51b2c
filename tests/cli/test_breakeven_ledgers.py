"""breakeven show, propose, what-if: of the ledger of an organisation in a binder, taken back and as JSON."""

from tests.cli.conftest import Run

LOSS = ("30000", "12000", "24000")
GAIN = ("44000", "17600", "24000")


def _followed(run: Run) -> None:
    """Follow an organisation that is coached since January 2024: losses, then three months above."""
    project = run("project", "add", "--title", "Banc d’essai", "--organisation", "atelier noord", "--json").json["id"]
    file = run("coaching-file", "add", "--project", project, "--opened-on", "2024-01-01", "--json").json["id"]
    session = run(
        *("session", "add", "--organisation", "atelier noord", "--on", "2024-01-22", "--state", "held"),
        *("--coaching-file", file, "--json"),
    ).json["id"]
    run("session-note", "add", "--session", session, "--text", "Première visite")
    assert run("figures", "open", "atelier noord", "--from", "2024-01-01").code == 0
    for number, split in enumerate([*[LOSS] * 4, *[GAIN] * 3], start=1):
        month = f"2024-{number:02}"
        cells = [f"{line}={amount}" for line, amount in zip(("revenue", "variable", "fixed"), split, strict=True)]
        assert run("figures", "enter", "atelier noord", month, *cells).code == 0
        assert run("figures", "close", "atelier noord", month).code == 0


def test_where_a_ledger_stands_in_words_and_numbers(run: Run) -> None:
    _followed(run)
    shown = run("breakeven", "show", "atelier noord", "--json").json
    assert (shown["rule"], shown["complete"], shown["currency"]) == ("R3", 7, "EUR")
    assert shown["last"]["threshold"] == "40000"
    assert shown["last"]["safety"] == "4000"
    assert shown["without_subsidies"]["events"] == [["reached", "2024-07"]]
    assert shown["start"]["state"] == "below"
    assert [one["core"] for one in shown["months"]] == ["-6000"] * 4 + ["2400"] * 3
    assert shown["outlook"]["complete"] == 7
    said = run("breakeven", "show", "atelier noord", "--language", "fr").out
    assert "À l’équilibre depuis juillet 2024." in said
    for measure in ("Premier mois à zéro ou au-dessus", "3 mois d’affilée", "Douze mois cumulés", "Avec subsides"):
        assert measure in said, "every measure is shown together with the others"
    assert "Les pertes depuis janv. 2024" in said


def test_a_proposal_is_confirmed_once_and_taken_back(run: Run) -> None:
    _followed(run)
    (proposal,) = run("breakeven", "propose", "atelier noord", "--json").json["proposals"]
    assert (proposal["kind"], proposal["on"], proposal["action"]) == ("break_even_reached", "2024-07-31", "confirm")
    asked = ("breakeven", "propose", "atelier noord", "--confirm", "--by", "Claire", "--json")
    title = "Figures given by the company, 05/2024 to 07/2024"
    assert proposal["suggested_evidence"] == {"title": title, "level": 1}
    bare = run(*asked)
    assert (bare.code, bare.error["code"]) == (1, "result_unproved")
    assert f"--evidence-title “{title}” --evidence-level 1" in bare.error["advice"]
    (done,) = run(*asked, "--evidence-title", title).json["proposals"]
    assert (done["standing"], done["suggested_evidence"]) == ("confirmed", None)
    assert [(one["title"], one["level"]) for one in done["evidence"]] == [(title, 1)]
    again = run("breakeven", "propose", "atelier noord", "--confirm", "--by", "Claire", "--json")
    assert again.error["code"] == "nothing_proposed"
    assert run("figures", "enter", "atelier noord", "2024-06", "revenue=20000", "--over", "new").code == 0
    (doubted,) = run("breakeven", "propose", "atelier noord", "--json").json["proposals"]
    assert doubted["standing"] == "to_revoke"
    gone = run("breakeven", "propose", "atelier noord", "--revoke", "--reason", "Juin corrigé", "--json")
    assert gone.json["proposals"] == []
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert run("breakeven", "propose", "atelier noord", "--json").json["proposals"][0]["standing"] == "confirmed"


def test_a_plan_is_worked_out_kept_and_compared(run: Run) -> None:
    _followed(run)
    plan = run(
        *("breakeven", "what-if", "atelier noord", "--price", "36000", "--growth", "4", "--keep", "Prix bas", "--json")
    ).json
    assert (plan["first"], plan["variable_cost"], plan["units"]) == ("2024-08", "17600", "1")
    assert plan["reached_in"] == "2025-03"
    assert plan["periods"][0]["core"] == "-5600"
    assert len(plan["periods"]) == 24
    (kept,) = run("breakeven", "show", "atelier noord", "--json").json["scenarios"]
    assert (kept["name"], kept["reached_in"], kept["known"]) == ("Prix bas", "2025-03", 0)
    assert [one["name"] for one in run("scenario", "list", "--json").json["items"]] == ["Prix bas"]
    wrong = run("breakeven", "what-if", "atelier noord", "--price", "beaucoup")
    assert wrong.code == 2


def test_without_figures_it_says_so(run: Run) -> None:
    assert run("breakeven", "show", "élan vélo", "--json").error["code"] == "no_ledger"


def test_years_are_told_as_years(run: Run) -> None:
    assert run("figures", "open", "atelier noord", "--cadence", "annual", "--from", "2024-01-01").code == 0
    for year, revenue in (("2024", "100000"), ("2025", "140000")):
        given = (f"revenue={revenue}", "variable=56000", "fixed=72000")
        assert run("figures", "enter", "atelier noord", year, *given).code == 0
        assert run("figures", "close", "atelier noord", year).code == 0
    shown = run("breakeven", "show", "atelier noord", "--json").json
    assert (shown["annual"], shown["rule"], shown["outlook"], shown["year"]) == (True, None, None, None)
    assert [one["period"] for one in shown["months"]] == ["2024", "2025"]
    assert (shown["last"]["threshold"], shown["last"]["safety"]) == ("120000", "20000")
    assert shown["point"] == {"year": 2025, "annual": True, "regular": "2025-11-09", "real": None}
    told = run("breakeven", "show", "atelier noord").out
    assert "2025" in told
    wanted = run("breakeven", "target", "atelier noord", "--result", "30000", "--json").json
    assert (wanted["periods_a_year"], wanted["revenue"], wanted["revenue_now"]) == (
        1,
        "186666.666666666666666667",
        "140000",
    )
