"""Receiving teams by the command line: countries by any name or by group, examples that say so."""

from pathlib import Path

from tests.cli.conftest import Run


def _countries(run: Run, ref: str) -> set[str]:
    parts = run("hub-team", "show", ref, "--json").json["parts"]
    return {one["country"] for one in parts.get("hub_team_country", [])}


def test_countries_are_given_by_name_code_and_group(run: Run) -> None:
    made = run("hub-team", "add", "--name", "Export", "--country", "Maghreb, Pays-Bas", "--country", "uk", "--json")
    assert made.code == 0
    assert _countries(run, "Export") == {"MA", "DZ", "TN", "LY", "MR", "NL", "GB"}
    changed = run("hub-team", "edit", "Export", "--country", "Duitsland", "--json").json
    assert changed["changed"] == ["hub_team_country"]
    assert _countries(run, "Export") == {"DE"}
    found = run("hub-team", "list", "--filter", "country=Allemagne", "--filter", "Export", "--json").json["items"]
    assert "Export" in [one["name"] for one in found]
    assert run("undo").code == 0
    assert _countries(run, "Export") == {"MA", "DZ", "TN", "LY", "MR", "NL", "GB"}


def test_an_unknown_country_is_refused_before_anything_is_written(run: Run) -> None:
    answer = run("hub-team", "add", "--name", "Export", "--country", "Atlantide", "--json")
    assert answer.code == 2
    assert answer.json["error"]["code"] == "unknown_country"
    assert run("hub-team", "list", "--filter", "name=Export", "--json").json["total"] == 0


def test_a_country_of_a_single_field_may_be_a_name_too(run: Run) -> None:
    assert run("hub-team", "add", "--name", "Export").code == 0
    made = run("hub-team-country", "add", "--hub-team", "Export", "--country", "Hollande", "--json")
    assert made.code == 0
    assert _countries(run, "Export") == {"NL"}
    group = run("country-group", "add", "--key", "sahel", "--name-fr", "Sahel", "--countries", "Mali, Niger", "--json")
    assert group.code == 0
    assert run("country-group", "show", "Sahel", "--json").json["countries"] == ["ML", "NE"]
    assert "Mali, Niger" in run("country-group", "show", "Sahel", "--language", "fr").out


def test_every_team_that_ships_is_an_example_and_says_so(run: Run) -> None:
    items = run("hub-team", "list", "--json").json["items"]
    assert 6 <= len(items) <= 8
    assert all(
        one["example"] and one["name"].startswith("Exemple") and one["mail"].endswith(".example") for one in items
    )
    assert len({one["kind"] for one in items}) == 7
    abroad = run("hub-team", "show", "Exemple · Responsable de zone Maghreb", "--json").json["parts"]
    assert {one["titles"]["value_chain_id"] for one in abroad["hub_team_sector"]} == {"Textile", "Bois"}
    assert [one["titles"]["referral_kind_id"] for one in abroad["hub_team_referral_kind"]] == ["International"]
    assert abroad["hub_team_person"][0]["name"] == "Yasmine Exemple"


def test_a_directory_goes_out_into_a_sheet_and_comes_back(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "équipes.csv"
    assert run("hub-team", "list", "--save", str(sheet), "--language", "fr").code == 0
    text = sheet.read_text(encoding="utf-8-sig")
    assert "Algérie" in text, "countries by their names"
    sheet.write_text(text.replace("Exemple · Responsable de zone Maghreb", "Zone Maghreb"), encoding="utf-8-sig")
    looked = run("import", "hub-teams", str(sheet), "--dry-run", "--json")
    assert looked.code == 0
    assert looked.json["counts"]["new"] == 1
    assert run("hub-team", "list", "--filter", "name=Zone Maghreb", "--json").json["total"] == 0
    assert run("import", "hub-teams", str(sheet), "--json").code == 0
    assert _countries(run, "Zone Maghreb") == {"MA", "DZ", "TN"}
    assert run("undo").code == 0
    assert run("hub-team", "list", "--filter", "name=Zone Maghreb", "--json").json["total"] == 0
