"""Search: names first, then texts; accents and case ignored; no text ever raises."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterdesk.domain.snippets import snippet
from clusterdesk.services import lookup
from clusterdesk.services.binders import open_binder
from clusterdesk.store.desk_store import Store
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("elan", "Élan Vélo"),
        ("ÉLAN", "Élan Vélo"),
        ("el", "Élan Vélo"),
        ("menuis", "Atelier Noord"),
        ("deja vu", "Atelier Noord"),
        ("0403.170.701", "Atelier Noord"),
        ("BE0403170701", "Atelier Noord"),
        ("0403.17", "Atelier Noord"),
        ("zoe", "Zoé Peeters"),
        ("chutes", "Chaises en chutes"),
        ("tour de l'atelier", "2026-11-16 Tour de l'atelier"),
    ],
)
def test_a_record_is_found_by_its_words(text: str, title: str, run: Run) -> None:
    found = run("search", text, "--json").json
    assert found["query"] == text
    assert title in [hit["title"] for hit in found["hits"]]
    assert found["total"] == len(found["hits"])


def test_people_read_dates_of_titles_in_their_language(run: Run) -> None:
    assert "16/11/2026 Tour" in run("search", "tour de l'atelier").out
    day = run("session", "list", "--json").json["items"][0]["id"]
    run("session", "edit", day, "--subject", "Autre")
    assert "16/11/2026" in run("undo", "--list").out
    assert "16/11/2026 Autre" in run("history", day).out
    run("session", "delete", day)
    assert "16/11/2026 Autre" in run("bin", "list").out
    assert run("bin", "list", "--json").json["items"][0]["title"] == "2026-11-16 Autre"


def test_names_come_before_texts_and_the_page_is_counted(run: Run) -> None:
    found = run("search", "atelier", "--json").json
    kinds = [hit["kind"] for hit in found["hits"]]
    assert kinds[:2] == ["organisation", "organisation"]
    assert kinds[-1] == "session"
    last = run("search", "atelier", "--json", "--limit", "1", "--offset", "2").json
    assert last["total"] == found["total"]
    assert last["hits"] == found["hits"][2:3]


def test_a_hit_names_its_organisation(run: Run) -> None:
    person, project = (run("search", text, "--json").json["hits"][0] for text in ("peeters", "chutes"))
    assert (person["kind"], person["organisation"]) == ("contact", "Élan Vélo")
    assert (project["kind"], project["organisation"]) == ("project", "Atelier Noord")
    assert set(project) == {"kind", "id", "title", "snippet", "organisation", "organisation_id"}


def test_what_is_in_the_bin_is_not_found(run: Run) -> None:
    run("organisation", "delete", "noord")
    assert run("search", "menuiserie", "--json").json == {
        "query": "menuiserie", "total": 0, "limit": 50, "offset": 0, "hits": [],
    }  # fmt: skip
    assert run("search", "noord").code == 0


def test_the_snippet_shows_the_word_in_its_surroundings() -> None:
    body = "avant " * 60 + "la Scierie mécanique " + "après " * 60
    piece = snippet(body, ("scierie",))
    assert "Scierie" in piece
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) < 140
    assert snippet("court\ntexte", ("x",)) == "court texte"


@pytest.fixture(scope="module")
def store(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root = tmp_path_factory.mktemp("search") / "binder"
    shutil.copytree(template_folder / "binder", root)
    opened = open_binder(root)
    yield opened
    opened.close()


TYPED = st.text() | st.sampled_from(['"', "*", "NEAR(", "a AND", "^b", "name:x", "-", "a\0b", "'; DROP", "\ud800"])


@settings(max_examples=300)
@given(text=TYPED)
def test_no_text_ever_raises(text: str, store: Store) -> None:
    page = lookup.search(store, text)
    assert page.total >= len(page.hits)
