"""The registry of keys refuses clashes and fills the sheet."""

import re
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QApplication, QScrollArea

from clusterdesk.base.errors import BugError
from clusterdesk.base.resources import resource
from clusterdesk.gui.dialogs.key_sheet import KeySheet
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import (
    BACK,
    FORWARD,
    GENERAL,
    KEYS,
    REDO,
    SEARCH,
    UNDO,
    Scope,
    Shortcut,
    Shortcuts,
    grouped,
    place_keys,
    sequences,
    shown_key,
    with_keys,
)
from clusterdesk.gui.widgets.label import Label
from tests.gui.support import clipped_texts, delete_now, nameless_widgets


def _page_key(name: str, place: str, *keys: str) -> Shortcut:
    return Shortcut(name, "Test", keys, GENERAL, Scope.PAGE, place)


def test_two_window_actions_may_not_have_one_key() -> None:
    shortcuts = Shortcuts()
    shortcuts.register(SEARCH)
    with pytest.raises(BugError, match="one key"):
        shortcuts.register(Shortcut("other", "Other", ("F9", "ctrl+k"), GENERAL))


def test_a_page_may_not_take_a_key_of_the_window() -> None:
    shortcuts = Shortcuts()
    shortcuts.register(SEARCH)
    with pytest.raises(BugError, match="one key"):
        shortcuts.register(_page_key("page", "today", "Ctrl+K"))


def test_two_pages_may_use_one_key() -> None:
    shortcuts = Shortcuts()
    shortcuts.register(_page_key("a", "today", "Ctrl+E"), _page_key("b", "organisations", "Ctrl+E"))
    with pytest.raises(BugError, match="one key"):
        shortcuts.register(_page_key("c", "today", "Ctrl+E"))


def test_an_id_is_used_once_and_a_key_is_known() -> None:
    shortcuts = Shortcuts()
    shortcuts.register(UNDO)
    with pytest.raises(BugError, match="twice"):
        shortcuts.register(UNDO)
    with pytest.raises(BugError, match="unknown key"):
        sequences(Shortcut("x", "X", ("",), GENERAL))


def test_the_windows_own_keys_go_together_with_all_places() -> None:
    shortcuts = Shortcuts()
    shortcuts.register(BACK, FORWARD, KEYS, SEARCH, UNDO, REDO)
    for number in range(1, 10):
        shortcuts.register(Shortcut(f"place-{number}", "Place", place_keys(number), GENERAL))


def test_digits_have_their_azerty_twin() -> None:
    assert place_keys(1) == ("Ctrl+1", "Ctrl+&")
    assert place_keys(2) == ("Ctrl+2", "Ctrl+É")


def test_the_sheet_lists_every_key(kit: Kit) -> None:
    shortcuts = Shortcuts()
    shortcuts.register(BACK, FORWARD, KEYS, SEARCH, UNDO, REDO)
    sheet = KeySheet(kit, shortcuts)
    sheet.show()
    texts = [label.text() for label in sheet.findChildren(Label)]
    assert all(kit.t(each.label) in texts for each in shortcuts)
    assert all(kit.t(heading) in texts for heading in grouped(shortcuts))
    assert nameless_widgets(sheet) == []
    assert clipped_texts(sheet) == []
    assert _fits(sheet)
    delete_now(sheet)


def test_a_sheet_too_wide_for_the_screen_has_one_column(kit: Kit) -> None:
    shortcuts = Shortcuts()
    long = "Discret : masquer les noms et les chiffres des autres organisations devant un public"
    for number in range(1, 10):
        shortcuts.register(Shortcut(f"place-{number}", long, place_keys(number), f"Group {number % 4}"))
    sheet = KeySheet(kit, shortcuts)
    sheet.show()
    assert sheet.width() <= sheet.screen().availableSize().width()
    assert _fits(sheet)
    delete_now(sheet)


def _fits(sheet: KeySheet) -> bool:
    (area,) = sheet.findChildren(QScrollArea)
    QApplication.sendPostedEvents()
    content = area.widget()
    return content is not None and content.width() <= area.viewport().width()


@pytest.mark.parametrize(
    ("language", "key", "shown"),
    [
        ("fr", "Ctrl+Shift+Z", "Ctrl+Maj+Z"),
        ("fr", "Alt+Left", "Alt+Gauche"),
        ("fr", "Escape", "Échap"),
        ("fr", "Ctrl+Return", "Ctrl+Entrée"),
        ("fr", "Delete", "Suppr"),
        ("nl", "Ctrl+Return", "Ctrl+Enter"),
        ("nl", "Alt+Left", "Alt+Pijl links"),
        ("en", "Ctrl+Return", "Ctrl+Enter"),
        ("en", "Alt+Left", "Alt+Left"),
    ],
)
def test_a_key_is_written_as_on_the_keyboards_of_the_language(
    kit_of: Callable[[str], Kit], language: str, key: str, shown: str
) -> None:
    kit = kit_of(language)
    assert shown_key(key) == shown
    assert with_keys(kit.t, "X", key) == f"X ({shown})"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_no_text_names_a_key_by_itself(language: str) -> None:
    written = re.compile(r"\b(Ctrl|Alt|Shift|Maj)\s?\+|\bEsc\b|Échap|\bEnter (adds|opens)|F\d\b")
    with resource("locale", language, "gui.po").open("rb") as file:
        catalogue = read_po(file)
    texts = [text for message in catalogue for text in (str(message.id), str(message.string))]
    assert [text for text in texts if written.search(text)] == []
