"""The pictures in docs/screens show the window of today: every page, every language, the same parts on each."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from clusterdesk.gui.places import places
from clusterdesk.gui.shell.main_window import MainWindow
from tests.screens.studio import HEIGHT, WELCOME, WIDTH, Studio, regions, show

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
pytestmark = pytest.mark.slow

EDITIONS = ("fr_light", "fr_dark", "nl_light", "en_light")
LANGUAGES = ("fr", "nl", "en")
STEPS = [
    "import_columns",
    "import_preview",
    "figures_file_preview",
    "merge_fields",
    "visit_review",
    "groups",
    "chains_exchange",
    "chains_projects",
    "chains_prospects",
    "capture",
    "discreet",
    WELCOME,
]
PAGES = [place.key for place in places()] + STEPS
HEAVIEST = 60_000
REDRAW = "the window has changed: look at it, then run scripts/make_screens.py"


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_has_a_picture(edition: str) -> None:
    assert sorted(path.stem for path in (SCREENS / edition).glob("*.png")) == sorted(PAGES), REDRAW
    for path in (SCREENS / edition).glob("*.png"):
        assert path.stat().st_size <= HEAVIEST
        with Image.open(path) as picture:
            assert picture.size == (WIDTH, HEIGHT)


def test_a_page_has_the_same_parts_in_each_language() -> None:
    noted = json.loads((SCREENS / "regions.json").read_text("utf-8"))
    for page in PAGES:
        kinds = {language: [part.partition(":")[0] for part in noted[page][language]] for language in LANGUAGES}
        assert kinds["fr"] == kinds["nl"] == kinds["en"], page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_is_what_the_pictures_show(
    language: str, open_window: Callable[[str], tuple[Studio, MainWindow]]
) -> None:
    noted = json.loads((SCREENS / "regions.json").read_text("utf-8"))
    studio, window = open_window(language)
    for page, scene in studio.scenes().items():
        show(window, scene)
        assert regions(window) == noted[page][language], f"{page}: {REDRAW}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_start_is_what_its_picture_shows(
    language: str, open_window: Callable[..., tuple[Studio, MainWindow]]
) -> None:
    noted = json.loads((SCREENS / "regions.json").read_text("utf-8"))
    _studio, window = open_window(language, welcome=True)
    assert regions(window) == noted[WELCOME][language], REDRAW
