"""Every screen, dialog and menu with the eyes of a user: names, words, room, order; three languages, also at 200 %."""

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QWidget

import clusterdesk.gui
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from tests.gui.looking import cut_off, overlaps, restless, tab_jumps, too_wide, untranslated
from tests.gui.support import clipped_texts, nameless_widgets
from tests.screens.dialogs import BASES, OPENERS
from tests.screens.studio import HEIGHT, WIDTH, Studio, settle, show

pytestmark = pytest.mark.slow

LANGUAGES = ("fr", "nl", "en")
SCALES = (100, 200)
type Open = Callable[..., tuple[Studio, MainWindow]]


def _wrong(root: QWidget, language: str) -> dict[str, list[str]]:
    """Return everything that is wrong with what is shown."""
    looked = {
        "nameless": nameless_widgets(root),
        "clipped": clipped_texts(root),
        "cut off": cut_off(root),
        "too wide": too_wide(root),
        "over each other": overlaps(root),
        "Tab jumps": tab_jumps(root),
        "never at rest": restless(root),
        "English": untranslated(root, language) if language != "en" else [],
    }
    return {what: found for what, found in looked.items() if found}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_good_to_look_at(language: str, scale: int, open_window: Open) -> None:
    studio, window = open_window(language, scale / 100)
    wrong: dict[str, object] = {}
    for page, scene in studio.scenes().items():
        show(window, scene)
        found: dict[str, object] = dict(_wrong(window, language))
        least = window.minimumSizeHint()
        if least.width() > WIDTH or least.height() > HEIGHT:
            found["least size"] = (least.width(), least.height())
        if found:
            wrong[page] = found
    assert wrong == {}


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_start_is_good_to_look_at(language: str, scale: int, open_window: Open) -> None:
    _studio, window = open_window(language, scale / 100, welcome=True)
    assert _wrong(window, language) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_today_is_seen_at_once_in_the_smallest_window(language: str, open_window: Open) -> None:
    """Six visits, promises of both sides, two notes to sort, and who is silent: without scrolling."""
    studio, window = open_window(language)
    show(window, studio.scenes()["today"])
    page = window.page
    assert isinstance(page, TodayPage)
    assert page.inbox.card is not None
    assert page.inbox.card.isVisible()
    assert len(page.visits.rows) == 6
    assert page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_is_good_to_look_at(language: str, scale: int, open_window: Open) -> None:
    studio, window = open_window(language, scale / 100)
    show(window, studio.scenes()["today"])
    wrong: dict[str, object] = {}
    for kind, opener in OPENERS.items():
        opened = opener(window, studio.subjects)
        opened.show()
        settle(window)
        found: dict[str, object] = dict(_wrong(opened, language))
        if opened.isWindow() and (opened.width() > WIDTH or opened.height() > HEIGHT):
            found["size"] = (opened.width(), opened.height())
        if found:
            wrong[kind.__name__] = found
        opened.close()
        opened.deleteLater()
    assert wrong == {}


def test_no_dialog_is_forgotten() -> None:
    for module in pkgutil.walk_packages(clusterdesk.gui.__path__, "clusterdesk.gui."):
        import_module(module.name)
    known = {*OPENERS, *BASES}
    forgotten = [kind.__name__ for base in (QDialog, QMenu) for kind in _ours(base) if kind not in known]
    assert forgotten == [], "enter it in tests/screens/dialogs.py"


def _ours(base: type[QWidget]) -> list[type[QWidget]]:
    found: list[type[QWidget]] = []
    for kind in base.__subclasses__():
        module = inspect.getmodule(kind)
        if module is not None and module.__name__.startswith("clusterdesk."):
            found += [kind, *_ours(kind)]
    return found
