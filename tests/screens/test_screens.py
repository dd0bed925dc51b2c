"""The pictures in docs/screens show the window of today: every page, every language, the same parts on each."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QScrollArea

from clusterdesk.gui.places import places
from clusterdesk.gui.shell.main_window import MainWindow
from tests.gui.support import clipped_texts, nameless_widgets
from tests.screens.binder import Subjects, make_binder
from tests.screens.studio import HEIGHT, WIDTH, Studio, regions, show

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
pytestmark = pytest.mark.slow

EDITIONS = ("fr_light", "fr_dark", "nl_light", "en_light")
LANGUAGES = ("fr", "nl", "en")
STEPS = ["import_columns", "import_preview", "merge_fields", "visit_review", "capture"]
PAGES = [place.key for place in places()] + STEPS
HEAVIEST = 60_000
REDRAW = "the window has changed: look at it, then run scripts/make_screens.py"


@pytest.fixture(scope="session")
def binder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Subjects]:
    folder = tmp_path_factory.mktemp("screens") / "binder"
    return folder, make_binder(folder)


@pytest.fixture
def open_window(
    qapp: QApplication, binder: tuple[Path, Subjects], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[str], tuple[Studio, MainWindow]]]:
    """A function that opens the window in a language; no error may be shown in it."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))
    errors: list[BaseException] = []
    opened = []

    def open_it(language: str, scale: float = 1.0) -> tuple[Studio, MainWindow]:
        studio = Studio(*binder)
        manager = studio.window(language, "light", errors.append, scale)
        opened.append(manager)
        return studio, manager.__enter__()

    yield open_it
    for manager in opened:
        manager.__exit__(None, None, None)
    assert errors == []


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
        assert clipped_texts(window) == [], page
        assert nameless_widgets(window) == [], page
        assert _too_wide(window) == [], page


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_twice_the_size_fits_the_smallest_window(
    language: str, open_window: Callable[..., tuple[Studio, MainWindow]]
) -> None:
    studio, window = open_window(language, 2.0)
    for page, scene in studio.scenes().items():
        show(window, scene)
        least = window.minimumSizeHint()
        assert (least.width() <= WIDTH, least.height() <= HEIGHT) == (True, True), f"{page}: {least}"
        assert clipped_texts(window) == [], page
        assert _too_wide(window) == [], page


def _too_wide(window: MainWindow) -> list[str]:
    """Return the scrolled parts whose content is cut at the right."""
    found = []
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None and content.width() > area.viewport().width():
            found.append(f"{type(area).__name__}: {content.width()} in {area.viewport().width()}")
    return found
