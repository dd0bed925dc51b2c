"""Value chains by the command line."""

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
