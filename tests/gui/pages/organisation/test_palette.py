"""The palette on a real binder: what was opened last, what can be done, records, each with its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clusterdesk.gui import routes
from clusterdesk.gui.pages.today.planning import PlanDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.palette import Hit
from clusterdesk.gui.shell.search_box import SearchBox
from tests.gui.pages.organisation.conftest import MOMENT, Open, Rich
from tests.gui.support import press, type_text

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(window: MainWindow, open_page: Open, rich: Rich, qtbot: QtBot) -> SearchBox:
    open_page(routes.session(rich.planned))
    open_page(routes.organisation(rich.organisation))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    QTest.keyClick(window, Qt.Key.Key_K, _CTRL)
    found = window.findChild(SearchBox)
    assert found is not None
    assert found.hasFocus()
    return found


def _hits(box: SearchBox) -> list[Hit]:
    assert box.panel is not None
    return box.panel.hits


def _typed(box: SearchBox, text: str, qtbot: QtBot) -> list[Hit]:
    type_text(box, text)
    qtbot.waitUntil(lambda: not box._pause.isActive(), timeout=MOMENT)
    qtbot.waitUntil(lambda: not box.window().context.desk.busy, timeout=MOMENT)  # type: ignore[attr-defined]
    return _hits(box)


def test_an_empty_palette_shows_what_was_opened_last_then_what_can_be_done(box: SearchBox, rich: Rich) -> None:
    hits = _hits(box)
    assert hits[0].route == routes.session(rich.planned)
    assert hits[0].title == "Atelier Noord"
    assert all(hit.route != routes.organisation(rich.organisation) for hit in hits), "the page in front is not offered"
    assert any(hit.run is not None for hit in hits)


def test_it_does_what_is_named_by_the_first_letters(box: SearchBox, window: MainWindow, qtbot: QtBot) -> None:
    hits = _typed(box, "planif", qtbot)
    assert [hit.title for hit in hits if hit.run is not None] == ["Planifier une visite"]
    press(box, Qt.Key.Key_Return)
    dialog = window.findChild(PlanDialog)
    assert dialog is not None
    assert box.panel is None
    dialog.reject()


def test_records_come_before_commands_and_keys_are_told(box: SearchBox, rich: Rich, qtbot: QtBot) -> None:
    hits = _typed(box, "at", qtbot)
    assert hits[0].route == routes.organisation(rich.organisation)
    box.clear()
    (visit,) = [hit for hit in _typed(box, "> mode visite", qtbot) if hit.run is not None]
    assert visit.keys == "F8"


def test_the_colours_change_from_the_palette(box: SearchBox, window: MainWindow, qtbot: QtBot) -> None:
    _typed(box, ">couleurs sombres", qtbot)
    press(box, Qt.Key.Key_Return)
    assert window.context.settings.theme == "dark"


def test_going_elsewhere_closes_it(box: SearchBox, window: MainWindow, qtbot: QtBot) -> None:
    assert box.panel is not None
    assert window.page is not None
    window.page.setFocus()
    qtbot.waitUntil(lambda: box.panel is None, timeout=MOMENT)
