"""The window of the other pages, and walking through the import wizard as a person does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.gui import routes
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.importing.steps import Steps
from clusterdesk.gui.shell.places import Route
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show, settle, show
from tests.gui.pages.organisation.conftest import MOMENT, Ask, ask, binder, desk, rich, template, window
from tests.gui.support import clipped_texts, nameless_widgets

__all__ = ["ask", "binder", "desk", "rich", "settle", "show", "template", "window"]

DATA = Path(__file__).resolve().parents[3] / "data"

type Press = Callable[[QAbstractButton], None]
type Snapshot = Callable[[str], bytes]


@pytest.fixture
def press_button(qtbot: QtBot, settle: Settle) -> Press:
    """A function that clicks a button that can be seen and pressed, and waits for what follows."""

    def click(button: QAbstractButton) -> None:
        qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=MOMENT)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    return click


@pytest.fixture
def wizard(show: Show) -> Steps:
    """The wizard at its first step."""
    page = show(Route(routes.IMPORT))
    assert isinstance(page, ImportPage)
    return page.wizard.frame


@pytest.fixture
def snapshot(ask: Ask, tmp_path: Path) -> Snapshot:
    """A function that gives the whole binder as the bytes of an archive."""

    def take(name: str) -> bytes:
        path = tmp_path / f"{name}.zip"

        def export(store: Store) -> None:
            export_archive(store, path)

        ask(lambda store: export(store) or True)  # type: ignore[func-returns-value]
        return path.read_bytes()

    return take


@pytest.fixture
def write_list(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a csv file: ``write_list("Nom;CP", "Atelier;1000")``."""

    def write(*lines: str, name: str = "liste.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding=encoding)
        return path

    return write


def reads_well(qtbot: QtBot, widget: QWidget) -> None:
    """Fail when something has no name, or a text is still cut once everything has found its place."""

    def all_there() -> None:
        assert clipped_texts(widget) == []

    qtbot.waitUntil(all_there, timeout=MOMENT)
    assert nameless_widgets(widget) == []
