"""clusterdesk capture and inbox."""

from tests.cli.conftest import Run


def test_a_line_is_filed_shown_and_taken_back(run: Run) -> None:
    looked = run("capture", "@action devis ponceuse 12/3 #noord", "--dry-run", "--json").json
    assert (looked["kept"], looked["id"], looked["destination"]) == (False, None, "promise")
    kept = run("capture", "@action devis ponceuse 12/3 #noord", "--json").json
    assert (kept["text"], kept["due_on"][4:]) == ("devis ponceuse", "-03-12")
    assert run("action", "show", kept["id"], "--json").json["text"] == "devis ponceuse"
    assert "Promise for Atelier Noord: devis ponceuse" in run("capture", "@action devis ponceuse #noord").out
    run("undo")
    run("undo")
    assert run("action", "list", "--filter", "devis ponceuse", "--json").json["total"] == 0


def test_what_waits_is_listed_filed_and_discarded(run: Run) -> None:
    waits = run("capture", "@action", "rappeler", "l'imprimeur", "31/04", "#noord")
    assert "“31/04” is not a day that exists." in waits.out
    run("capture", "@difficulte permis")
    (permit, printer) = run("inbox", "list", "--json").json["items"]
    assert (permit["kind"], printer["organisation"]) == ("difficulty", "Atelier Noord")
    filed = run("inbox", "file", printer["id"], "--due", "30/04", "--json").json
    assert (filed["destination"], filed["due_on"][4:]) == ("promise", "-04-30")
    assert run("inbox", "discard", "permis").code == 0
    assert "Nothing waits" in run("inbox", "list").out
    run("undo")
    assert run("inbox", "list", "--json").json["total"] == 1


def test_a_line_that_is_a_difficulty_is_filed_as_one(run: Run) -> None:
    run("capture", "@difficulté le permis prend des mois #noord")
    (line,) = run("inbox", "list", "--json").json["items"]
    filed = run("inbox", "file", line["id"], "--severity", "blocking", "--json").json
    assert (filed["kept"], filed["destination"], filed["organisation"]) == (True, "difficulty", "Atelier Noord")
    difficulty = run("difficulty", "follow", filed["id"], "--json").json
    assert difficulty["difficulty"]["title"] == "le permis prend des mois"
    assert difficulty["difficulty"]["severity"] == "blocking"
    assert [one["name"] for one in difficulty["organisations"]] == ["Atelier Noord"]
    assert run("inbox", "list", "--json").json["total"] == 0
    run("undo")
    assert run("difficulty", "list", "--json").json["items"] == []
    assert run("inbox", "file", line["id"], "--as", "note", "--json").json["destination"] == "fil"


def test_a_difficulty_of_an_organisation_nobody_knows_goes_on_waiting(run: Run) -> None:
    run("capture", "@difficulté le quai #nullepart")
    (line,) = run("inbox", "list", "--json").json["items"]
    filed = run("inbox", "file", line["id"], "--json").json
    assert (filed["destination"], run("difficulty", "list", "--json").json["items"]) == ("inbox", [])
    assert run("inbox", "file", line["id"], "--organisation", "noord", "--json").json["destination"] == "difficulty"


def test_a_line_that_is_an_orientation_is_begun_as_one(run: Run) -> None:
    run("capture", "@orientation un distributeur aux Pays-Bas #noord")
    (line,) = run("inbox", "list", "--json").json["items"]
    assert line["kind"] == "referral"
    kind = next(one for one in run("referral_kind", "list", "--json").json["items"] if one["international"])
    asked = ("--referral-kind", kind["key"], "--country", "nl")
    filed = run("inbox", "file", line["id"], *asked, "--json").json
    assert (filed["kept"], filed["destination"], filed["organisation"]) == (True, "referral", "Atelier Noord")
    begun = run("referral", "show", filed["id"], "--json").json
    assert (begun["need"], begun["state"], begun["kind_id"]) == ("un distributeur aux Pays-Bas", "draft", kind["id"])
    assert [one["country"] for one in run("referral-country", "list", "--json").json["items"]] == ["NL"]
    assert run("inbox", "list", "--json").json["total"] == 0
    run("undo")
    assert run("inbox", "list", "--json").json["total"] == 1
    assert run("referral", "list", "--json").json["items"] == []
    assert run("inbox", "file", line["id"]).out.startswith("Orientation begun, code")


def test_an_orientation_of_nobody_goes_on_waiting(run: Run) -> None:
    run("capture", "@orientation un distributeur")
    (line,) = run("inbox", "list", "--json").json["items"]
    assert run("inbox", "file", line["id"], "--json").json["destination"] == "inbox"
    assert run("referral", "list", "--json").json["items"] == []


def test_wrong_use_is_told(run: Run) -> None:
    assert run("capture", "devis", "--due", "31/04").code == 2
    assert run("capture", "devis", "--organisation", "nowhere").code == 1
    assert run("capture", "@action").code == 1
    assert run("inbox", "file", "nothing").code == 1


def test_a_line_that_says_what_is_offered_is_matched(run: Run) -> None:
    looked = run("capture", "#biedt 40 pallets #noord", "--dry-run", "--json").json
    assert (looked["kept"], looked["destination"], looked["text"]) == (False, "exchange", "40 pallets")
    kept = run("capture", "#biedt 40 pallets #noord", "--json").json
    shown = run("exchange", "show", kept["id"], "--json").json
    assert (shown["side"], shown["kind"], shown["quantity"], shown["unit"]) == ("offer", "materials", "40", "pallets")
    run("undo")
    assert run("exchange", "list", "--filter", "40 pallets", "--json").json["total"] == 0
