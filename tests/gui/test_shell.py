"""The window: places, routes, staleness, undo by name, search, keys."""

from collections.abc import Callable, Sequence
from typing import cast
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import BugError
from clusterdesk.domain.changes import OpChanges, OpResult
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.key_sheet import KeySheet
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.palette import Hit
from clusterdesk.gui.shell.places import Place, Route, Spot, Trail
from clusterdesk.gui.shell.rail import RailButton
from clusterdesk.gui.shell.search_box import SearchBox
from clusterdesk.gui.undoing import UndoWords
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.search_field import SearchField
from tests.gui.conftest import OpenWindow
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text

_CTRL = Qt.KeyboardModifier.ControlModifier


class SmallPage(Page):
    """A real page, small."""

    shows = ("organisation",)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.calls: list[object] = []

    def build(self) -> None:
        self.calls.append("build")
        self.name = InlineText(self.kit, "Nom")
        self.filter_field = SearchField(self.kit, "Filtrer")
        self.body.addWidget(self.name)
        self.body.addWidget(self.filter_field)

    def refresh(self, changes: OpChanges | None) -> None:
        self.calls.append("all" if changes is None else sorted(changes.touched))

    def argument_changed(self) -> None:
        self.calls.append(self.argument)

    def search_field(self) -> SearchField:
        return self.filter_field


class OtherPage(SmallPage):
    """Another one."""

    shows = ("session",)


_TODAY = Place("today", "Today", "house", SmallPage)
_ORGANISATIONS = Place("organisations", "Organisations", "building-2", OtherPage)
_ORGANISATION = Place("organisation", "Organisation", "building-2", OtherPage, Spot.HIDDEN, "organisations")
_SETTINGS = Place("settings", "Settings", "settings", OtherPage, Spot.BOTTOM)
_ALL = (_TODAY, _ORGANISATIONS, _ORGANISATION, _SETTINGS)


def _changes(*keys: str) -> OpChanges:
    return OpChanges(uuid4(), {key: frozenset({uuid4()}) for key in keys})


def _page(window: MainWindow) -> SmallPage:
    return cast(SmallPage, window.page)


class Undo:
    """An undo that remembers what it was asked."""

    def __init__(self) -> None:
        self.words = UndoWords("Nom · Atelier Noord", "")
        self.done: list[str] = []

    def ask(self, deliver: Callable[[UndoWords], None]) -> None:
        deliver(self.words)

    def undo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        self.done.append("undo")
        self.words = UndoWords("", "Nom · Atelier Noord")
        done(_changes("organisation"))

    def redo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        self.done.append("redo")
        self.words = UndoWords("Nom · Atelier Noord", "")
        done(_changes("organisation"))


class Search:
    """A search that finds one thing."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        self.asked.append(text)
        found = [Hit(Route("organisation", "noord"), "Atelier Noord", "Organisation", "building-2")]
        deliver(found if text.casefold().startswith(("n", "r")) else [])


def test_a_trail_goes_back_and_forward() -> None:
    trail = Trail()
    assert trail.current is None
    assert trail.back() is None
    for name in "abb":
        trail.visit(Route(name))
    assert trail.back() == Route("a")
    assert not trail.can_go_back
    assert trail.forward() == Route("b")
    trail.back()
    trail.visit(Route("c"))
    assert trail.forward() is None
    for number in range(300):
        trail.visit(Route(str(number)))
    assert trail.current == Route("299")


def test_pages_are_made_when_first_visited(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    assert window.page is None
    window.go(Route("today"))
    page = _page(window)
    qtbot.waitUntil(lambda: page.calls == ["build", None, "all"])
    window.go(Route("organisation", 7))
    other = _page(window)
    qtbot.waitUntil(lambda: other.calls == ["build", 7, "all"])
    window.go(Route("today"))
    assert _page(window) is page
    window.go(Route("organisation", 7))
    window.go(Route("organisation", 8))
    qtbot.waitUntil(lambda: other.calls == ["build", 7, "all", 8, "all"])
    assert page.calls == ["build", None, "all"]


def test_an_unknown_place_is_a_bug(open_window: OpenWindow) -> None:
    with pytest.raises(BugError):
        open_window(*_ALL).go(Route("nowhere"))


def test_a_visible_page_refreshes_and_a_hidden_one_becomes_stale(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("organisations"))
    hidden = _page(window)
    window.go(Route("today"))
    shown = _page(window)
    qtbot.waitUntil(lambda: "all" in shown.calls and "all" in hidden.calls)
    window.changed(_changes("organisation"))
    qtbot.waitUntil(lambda: shown.calls[-1] == ["organisation"])
    window.changed(_changes("session"))
    window.changed(_changes("session", "action"))
    assert hidden.calls[-1] == "all"
    window.go(Route("organisations"))
    qtbot.waitUntil(lambda: hidden.calls[-1] == ["action", "session"])
    assert shown.calls[-1] == ["organisation"]


def test_everything_loads_anew_on_request(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("today"))
    page = _page(window)
    qtbot.waitUntil(lambda: page.calls.count("all") == 1)
    window.reload()
    qtbot.waitUntil(lambda: page.calls.count("all") == 2)


def test_leaving_a_page_commits_what_is_typed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("today"))
    page = _page(window)
    committed: list[object] = []
    page.name.committed.connect(committed.append)
    page.name.edit.setFocus()
    type_text(page.name.edit, "Né")
    window.go(Route("organisations"))
    assert committed == ["Né"]


def test_closing_commits_what_is_typed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("today"))
    page = _page(window)
    committed: list[object] = []
    page.name.committed.connect(committed.append)
    page.name.edit.setFocus()
    type_text(page.name.edit, "fin")
    with qtbot.waitSignal(window.closing):
        window.close()
    assert committed == ["fin"]


def test_the_rail_and_its_keys_lead_to_places(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("today"))
    qtbot.keyClick(window, Qt.Key.Key_2, _CTRL)
    assert window.route == Route("organisations")
    qtbot.keyClick(window, Qt.Key.Key_Ampersand, _CTRL)
    assert window.route == Route("today")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is not None
    assert window.route == Route("organisations")
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.route == Route("today")
    lit = _buttons(window)["settings"]
    lit.click()
    assert window.route == Route("settings")
    assert lit.isChecked()


def _buttons(window: QWidget) -> dict[str, RailButton]:
    return {button.key: button for button in window.findChildren(RailButton)}


def test_a_hidden_place_lights_the_one_it_stands_under(open_window: OpenWindow) -> None:
    window = open_window(*_ALL)
    window.go(Route("organisation", 1))
    assert _buttons(window)["organisations"].isChecked()
    assert "organisation" not in _buttons(window)


def test_undo_names_the_operation_and_is_absent_without_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    undo = Undo()
    window = open_window(*_ALL, undo=undo)
    window.go(Route("today"))
    window.ask_undo()
    rail = [button for button in window.findChildren(RailButton) if not button.key]
    shown = [button for button in rail if not button.isHidden()]
    assert [button.accessibleName() for button in shown] == [
        window.context.kit.t("Undo: {operation}", operation="Nom · Atelier Noord")
    ]
    window.toast_undo("Enregistré")
    qtbot.keyClick(window, Qt.Key.Key_Z, _CTRL)
    assert undo.done == ["undo"]
    assert len(window.toasts.texts) == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, _CTRL)
    assert undo.done == ["undo"]
    qtbot.keyClick(window, Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert undo.done == ["undo", "redo"]


def test_search_opens_what_it_finds(open_window: OpenWindow, qtbot: QtBot) -> None:
    search = Search()
    window = open_window(*_ALL, search=search)
    window.go(Route("today"))
    qtbot.keyClick(window, Qt.Key.Key_K, _CTRL)
    box = window.findChild(SearchBox)
    assert box is not None
    assert box.hasFocus()
    type_text(box, "noord")
    qtbot.waitUntil(lambda: box.panel is not None)
    assert nameless_widgets(window) == []
    press(box, Qt.Key.Key_Return)
    assert window.route == Route("organisation", "noord")
    assert box.panel is None
    type_text(box, "xyz")
    qtbot.waitUntil(lambda: box.panel is not None)
    press(box, Qt.Key.Key_Escape)
    assert box.panel is None


def test_a_place_called_by_its_whole_name_comes_before_what_is_found(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL, search=Search())
    window.go(Route("today"))
    qtbot.keyClick(window, Qt.Key.Key_K, _CTRL)
    box = window.findChild(SearchBox)
    assert box is not None
    type_text(box, "réglages")
    qtbot.waitUntil(lambda: box.panel is not None)
    press(box, Qt.Key.Key_Return)
    assert window.route == Route("settings")


def test_ctrl_f_goes_to_the_pages_search(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("today"))
    qtbot.keyClick(window, Qt.Key.Key_F, _CTRL)
    assert _page(window).filter_field.hasFocus()


def test_tab_goes_to_the_first_field_of_a_page_just_opened(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    window.go(Route("organisations"))
    page = cast(SmallPage, window.page)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.name.hasFocus)
    qtbot.keyClick(page.name, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.filter_field.hasFocus)


def test_f1_shows_the_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(*_ALL)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.accept()


def test_banner_and_state_line(open_window: OpenWindow) -> None:
    window = open_window(*_ALL)
    window.say_banner("Ceci est le classeur d'exemple.")
    window.show_state("Hors ligne · sauvegarde 08:12")
    window.go(Route("today"))
    window.grab()
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []


def test_a_write_refreshes_answers_and_offers_undo(open_window: OpenWindow, qtbot: QtBot) -> None:
    undo = Undo()
    window = open_window(*_ALL, undo=undo)
    window.go(Route("today"))
    page = _page(window)
    qtbot.waitUntil(lambda: page.calls[-1] == "all")
    outputs: list[UUID] = []
    made = uuid4()
    window.context.write(lambda _desk: OpResult(made, _changes("organisation")), outputs.append, toast="Créée")
    qtbot.waitUntil(lambda: page.calls[-1] == ["organisation"])
    assert outputs == [made]
    assert window.toasts.texts == ("Créée",)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("scale", [100, 150])
def test_the_window_fits_in_every_language(
    open_window: OpenWindow, kit_of: Callable[[str], Kit], kit: Kit, language: str, scale: int, qtbot: QtBot
) -> None:
    kit.theme.scale_text(scale)
    window = open_window(*_ALL, undo=Undo(), search=Search(), with_kit=kit_of(language))
    window.resize(1280, 720)
    window.go(Route("today"))
    window.ask_undo()
    window.grab()
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []
