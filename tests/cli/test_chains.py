"""Value chains by the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_the_chains_are_shown_with_their_holes(run: Run) -> None:
    found = run("chain", "show", "bois", "--json").json["chains"]
    assert [one["key"] for one in found] == ["wood"]
    assert "wood_sorting" in found[0]["holes"]
    assert found[0]["links"][0]["key"] == "wood_collection"
    assert [one["name"] for one in found[0]["unplaced"]] == ["Atelier Noord"]
    assert len(run("chain", "show", "--json").json["chains"]) == 4
    text = run("chain", "show", "wood", "--language", "fr").out
    assert "personne en Région" in text
    assert "Atelier Noord" in text


def test_an_organisation_is_placed_once_and_taken_back(run: Run) -> None:
    made = run(
        "chain", "place", "wood_making", "Atelier Noord", "--from-on", "2024-09", "--remark", "panneaux", "--json"
    )
    assert made.code == 0
    links = run("chain", "show", "wood", "--json").json["chains"][0]["links"]
    (making,) = [one for one in links if one["key"] == "wood_making"]
    assert [(one["name"], one["from_on"], one["remark"]) for one in making["organisations"]] == [
        ("Atelier Noord", "2024-09", "panneaux")
    ]
    again = run("chain", "place", "Fabrication", "Atelier Noord", "--json")
    assert again.code == 1
    assert again.error["code"] == "stands_there"
    assert run("undo").code == 0
    assert run("chain-actor", "list", "--json").json["total"] == 0


def test_what_is_not_there_is_refused(run: Run) -> None:
    assert run("chain", "show", "plastique", "--json").error["code"] == "no_such_chain"
    assert run("chain", "place", "nulle-part", "Atelier Noord", "--json").code != 0
    assert run("chain", "place", "wood_making", "Atelier Noord", "--from-on", "31/02/2024", "--json").code != 0
    assert run("chain-link", "edit", "wood_making", "--nace-codes", "bois", "--json").code != 0


def test_a_project_goes_from_idea_to_production(run: Run) -> None:
    made = run("production", "add", "Carrelets", "--chain", "bois", "--organisation", "Atelier Noord", "--json").json
    assert (made["stage"], made["chains"], made["moves"]) == ("idea", ["wood"], ["ranked", "abandoned"])
    early = run("production", "move", "Carrelets", "set_up", "--json")
    assert (early.code, early.error["code"]) == (1, "production_move")
    scores = ("--timing", "4", "--skills", "3", "--budget", "4", "--funding", "5", "--impact", "5")
    rated = run("production", "rate", "Carrelets", *scores, "--by", "Claire", "--json").json
    assert (rated["stage"], rated["rank"], rated["feasibility"], rated["product"]) == ("ranked", 1, "4", "20")
    for stage in ("set_up", "financed"):
        assert run("production", "move", "Carrelets", stage).code == 0
    proof = ("--evidence-title", "Bon de livraison", "--evidence-level", "3")
    started = run("production", "move", "Carrelets", "in_production", *proof, "--by", "Claire", "--json").json
    assert (started["stage"], started["confirmed"]) == ("in_production", True)
    results = run("result-event", "list", "--json").json["items"]
    assert [one["kind"] for one in results] == ["production_started"]
    assert run("undo").code == 0
    assert run("production", "show", "Carrelets", "--json").json["stage"] == "financed"
    assert run("result-event", "list", "--json").json["total"] == 0


def test_bad_scores_stages_and_projects_are_refused(run: Run) -> None:
    assert run("production", "add", "Carrelets").code == 0
    for wrong in (
        ("rate", "Carrelets", "--timing", "6"),
        ("rate", "Carrelets", "--timing", "beaucoup"),
        ("rate", "Carrelets"),
        ("move", "Carrelets", "presque"),
        ("move", "Carrelets", "abandoned"),
        ("move", "Personne", "ranked"),
        ("add", "  "),
        ("add", "Autre", "--chain", "plastique"),
    ):
        assert run("production", *wrong, "--json").code != 0, wrong
    assert run("production", "show", "--json").json["projects"][0]["stage"] == "idea"


def test_offers_meet_needs_and_are_introduced(run: Run) -> None:
    assert run("organisation", "add", "--name", "Vezelbank").code == 0
    wanted = ("--text", "Laine lavée", "--quantity", "800", "--unit", "kg")
    assert run("exchange", "add", "--organisation", "Atelier Noord", *wanted).code == 0
    given = ("--side", "offer", "--text", "Gewassen wol", "--quantity", "200", "--unit", "kg")
    assert run("exchange", "add", "--organisation", "Vezelbank", *given).code == 0
    (match,) = run("exchange", "matches", "Vezelbank", "--json").json["matches"]
    assert match["words"] == ["wol"]
    assert "some" in match["why"]
    made = run("exchange", "introduce", match["need"]["id"], match["offer"]["id"], "--json").json
    assert made["kind"] == "introduction"
    again = run("exchange", "introduce", match["need"]["id"], match["offer"]["id"], "--json")
    assert (again.code, again.error["code"]) == (1, "introduced")
    assert run("undo").code == 0
    assert run("one-off-advice", "list", "--json").json["total"] == 0
    assert run("exchange", "add", "--organisation", "Vezelbank", "--text", "x", "--quantity", "-2", "--json").code != 0
    assert run("exchange", "introduce", match["offer"]["id"], match["need"]["id"], "--json").code == 1


def test_enterprises_are_found_in_kbo_open_data(run: Run, tmp_path: Path) -> None:
    where = ("--kbo", str(Path(__file__).parents[1] / "data" / "kbo"))
    target = tmp_path / "out.csv"
    found = run("prospect", "find", *where, "--nace", "31,16", "--save", str(target), "--json").json
    assert [one["name"] for one in found["enterprises"]] == ["Houtwerk", "Ébénisterie du Quai"]
    assert "Houtwerk" in target.read_text("utf-8-sig")
    number = found["enterprises"][0]["enterprise_number"]
    assert run("prospect", "find", *where, "--link", "wood_making", "--json").json["total"] == 2
    assert run("prospect", "find", *where, "--nace", "31", "--postcodes", "9000", "--json").json["total"] == 1
    assert run("prospect", "find", *where, "--link", "wood_making", "--take", "--json").json["taken"] == 2
    again = run("prospect", "find", *where, "--link", "wood_making", "--json").json["enterprises"]
    assert [one["known_as"] for one in again] == ["Houtwerk", "Ébénisterie du Quai"]
    assert run("prospect", "find", *where, "--nace", "31", "--take", "--json").error["code"] == "prospects_known"
    shown = run("prospect", "overview", "--chain", "wood", "--json").json
    assert [(one["name"], one["link"]) for one in shown["prospects"]] == [
        ("Houtwerk", "wood_making"),
        ("Ébénisterie du Quai", "wood_making"),
    ]
    assert (shown["counts"][0]["found"], shown["counts"][0]["open"]) == (2, 2)
    assert run("prospect", "move", "houtwerk", "declined", "--json").error["code"] == "prospect_reason"
    moved = run("prospect", "move", "houtwerk", "interested", "--remark", "komt kijken", "--json").json
    assert [(one["state"], one["remark"]) for one in moved["steps"]] == [("interested", "komt kijken")]
    assert run("prospect", "edit", "houtwerk", "--enterprise-number", "").code == 0  # those of the file do not exist
    joined = run("prospect", "join", "houtwerk", "--membership", "candidate", "--json").json
    assert (joined["state"], joined["organisation"]) == ("joined", "Houtwerk")
    assert run("organisation", "show", "houtwerk", "--json").json["name"] == "Houtwerk"
    assert run("undo").code == 0
    assert run("organisation", "show", "houtwerk", "--json").code == 1
    assert number == "1999990003"
    for wrong in (("--nace", "bois"), (), ("--nace", "31", "--postcodes", "x"), ("--link", "nulle-part")):
        assert run("prospect", "find", *where, *wrong, "--json").code != 0
    assert (
        run("prospect", "find", "--kbo", str(tmp_path / "rien"), "--nace", "31", "--json").error["code"] == "kbo_folder"
    )
