"""The list on a page goes into a file: from the button, and with Ctrl+Shift+X from anywhere."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from clusterdesk.gui import routes
from clusterdesk.gui.list_export import ExportButton
from clusterdesk.gui.pages.organisations.page import OrganisationsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT
from tests.gui.support import press, type_text

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LISTED = (routes.ORGANISATIONS, routes.LISTS, routes.BIN, routes.HEALTH, routes.FIGURES_DUE)


def choose(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Give the dialog that asks for a file this one."""
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)), timeout=MOMENT)
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    dialog.accept()


def test_the_list_as_it_is_filtered_goes_into_a_workbook(
    show: Show, window: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(Route(routes.ORGANISATIONS))
    assert isinstance(page, OrganisationsPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.field.setFocus()
    type_text(page.field, "noord")
    settle()
    path = tmp_path / "liste.xlsx"
    press(page.field, Qt.Key.Key_X, modifiers=CTRL_SHIFT)
    choose(window, path, qtbot)
    qtbot.waitUntil(path.exists, timeout=MOMENT)
    settle()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    shown = page.model.ids
    assert len(rows) - 1 == len(shown) > 0
    assert all("noord" in str(row[0]).lower() for row in rows[1:])
    assert "Dernier contact" in rows[0]
    assert {type(row[rows[0].index("Dernier contact")]) for row in rows[1:]} <= {date, str}


@pytest.mark.parametrize("place", LISTED)
def test_every_list_has_its_file(
    place: str, show: Show, window: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(Route(place))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    assert page.listing() is not None
    button = page.findChild(ExportButton)
    path = tmp_path / "liste.csv"
    if button is None:
        press(window, Qt.Key.Key_X, modifiers=CTRL_SHIFT)
    else:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        if button.menu_of_ways.isVisible():
            button.menu_of_ways.close()
            button.to_file.trigger()
    choose(window, path, qtbot)
    qtbot.waitUntil(path.exists, timeout=MOMENT)
    settle()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b";" in path.read_bytes()


def test_a_page_without_a_list_says_so(show: Show, window: MainWindow, settle: Settle) -> None:
    page: Page = show(Route("settings"))
    window.activateWindow()
    assert page.listing() is None
    press(window, Qt.Key.Key_X, modifiers=CTRL_SHIFT)
    settle()
    assert "Il n’y a pas de liste à exporter sur cette page." in window.toasts.texts
    assert not window.findChildren(QFileDialog)
