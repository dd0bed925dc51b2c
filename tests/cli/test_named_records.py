"""Records of collective work are named as people call them: meetings by title, links by key; prospects show a state."""

import pytest

from tests.cli.conftest import Run


def test_a_meeting_is_found_by_its_title(run: Run) -> None:
    group = run("working-group", "add", "--name", "Groupe bois", "--json").json["id"]
    for title in ("Lancement du bois", "Groupe bois, suite"):
        run("meeting", "add", "--working-group", group, "--on", "2026-05-07", "--title", title, "--json")
    found = run("history", "lancement du bois", "--json").json
    assert found["record_type"] == "meeting"
    assert run("history", "Groupe bois", "--json").json["record_type"] == "working_group", "the exact name comes first"
    run("programme-event", "add", "--title", "Afterwork de mai", "--on", "2026-05-08", "--json")
    assert run("history", "afterwork de mai", "--json").json["record_type"] == "programme_event"


@pytest.mark.parametrize("link", ["wood_making", "WOOD_MAKING"])
def test_a_prospect_is_added_at_a_link_by_key_and_listed_with_its_state(run: Run, link: str) -> None:
    made = run("prospect", "add", "--name", "Copeau Neuf", "--chain-link", link, "--json")
    assert made.code == 0, made.err
    run("prospect", "move", "Copeau Neuf", "contacted")
    listed = run("prospect", "list", "--json").json["items"]
    assert [one["state"] for one in listed if one["name"] == "Copeau Neuf"] == ["contacted"]
    assert (
        "Contacté" in run("--lang", "fr", "prospect", "list").out or "contacted" in run("prospect", "list").out.lower()
    )
