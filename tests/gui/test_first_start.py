"""The first start: a page that welcomes, three ways to begin, three questions, first steps; later another binder."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.cli import edge
from clusterdesk.config.paths import binders_dir
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui import app, routes
from clusterdesk.gui.application import Application
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.binders.page import BindersPage
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.qt_language import QtLanguage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services.binders import create_binder, free_folder, open_binder
from tests.gui.support import clipped_texts, nameless_widgets, type_text
from tests.gui.texts import shown_texts


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """Keep settings and binders of a test in its own folder."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))
    yield
    QtLanguage(qapp).use("fr")


type Start = Callable[..., Application]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """A function that starts the application as ``app.run`` does; it is ended after the test."""
    made: list[Application] = []

    def start_it(binder: Path | None = None, place: str = "") -> Application:
        settings = SettingsStore().load()
        folder = binder or app.binder_to_open(None, settings)
        ahead = app.read_ahead(folder, settings, settings.language)
        welcome = app.is_first_start(folder)
        application = Application(folder, settings, settings.language, ahead, place=place, welcome=welcome)
        made.append(application)
        application.start()
        return application

    yield start_it
    for application in made:
        if application.window is not None:
            application.window.close()
        application.stop()
        application._preferences.deleteLater()


def _window(application: Application) -> MainWindow:
    assert application.window is not None
    return application.window


def _welcome(application: Application) -> BindersPage:
    page = _window(application).page
    assert isinstance(page, BindersPage)
    return page


def _texts(window: MainWindow) -> list[str]:
    return [text.replace("\u200b", "") for _widget, text in shown_texts(window)]  # long words may be broken


def _chosen(application: Application, qtbot: QtBot) -> tuple[Path, str]:
    qtbot.waitUntil(lambda: application.chosen is not None)
    assert application.chosen is not None
    return application.chosen


def test_the_first_start_welcomes_and_makes_nothing_by_itself(start: Start, qtbot: QtBot) -> None:
    application = start()
    page = _welcome(application)
    assert page.first
    for wanted in (
        "Bienvenue dans ClusterDesk",
        "Ouvrir le classeur d’exemple",
        "Commencer le mien",
        "Importer un Excel",
    ):
        assert wanted in _texts(_window(application))
    assert _window(application)._rail.isHidden()
    assert nameless_widgets(_window(application)) == []
    _window(application).grab()
    assert clipped_texts(_window(application)) == []
    QTest.keyClick(_window(application), Qt.Key.Key_F9)
    QTest.keyClick(_window(application), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: application._begun)
    assert not binders_dir().exists()


def test_the_sample_opens_with_its_banner_and_three_first_steps(start: Start, qtbot: QtBot) -> None:
    first = start()
    qtbot.mouseClick(_welcome(first).sample.button, Qt.MouseButton.LeftButton)
    path, place = _chosen(first, qtbot)
    assert path == binders_dir() / "sample"
    second = start(path, place)
    window = _window(second)
    assert isinstance(window.page, TodayPage)
    qtbot.waitUntil(lambda: any(text.startswith("Ceci est le classeur d’exemple") for text in _texts(window)))
    hints = window.page.header.hints
    assert hints is not None
    assert hints.left == ["record", "sheet", "mode"]
    qtbot.waitUntil(lambda: not second._backstage.desk.busy)
    window.page.header.prepare.click()
    assert hints.left == ["record", "mode"]
    assert SettingsStore().load().hints == "record mode"
    window.go(Route(routes.TODAY))
    hints.close_button.click()
    assert hints.isHidden()
    assert SettingsStore().load().hints == ""


def test_the_questions_are_kept_and_the_language_changes_at_once(start: Start, qtbot: QtBot) -> None:
    application = start()
    page = _welcome(application)
    page.questions.person.edit.setFocus()
    type_text(page.questions.person.edit, "Nora Lejeune")
    page.questions.person.commit()
    page.questions._take_folder("/team/dossier")
    page.questions.language.committed.emit("nl")
    qtbot.waitUntil(lambda: "Welkom bij ClusterDesk" in _texts(_window(application)))
    kept = SettingsStore().load()
    assert (kept.profile_name, kept.shared_folder, kept.language) == ("Nora Lejeune", "/team/dossier", "nl")
    assert not binders_dir().exists()


def test_ones_own_binder_has_the_name_given_and_steps_go_as_they_are_done(start: Start, qtbot: QtBot) -> None:
    first = start()
    page = _welcome(first)
    page.name.clear()
    type_text(page.name, "Bois & textile")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    path, place = _chosen(first, qtbot)
    assert path == binders_dir() / "Bois  textile"
    second = start(path, place)
    today = _window(second).page
    assert isinstance(today, TodayPage)
    qtbot.waitUntil(lambda: SettingsStore().load().last_binder == str(path))
    assert today.header.hints is not None
    assert today.header.hints.left == ["organisations", "visit", "sheet"]
    today.context.write(partial(jobs.add, AddRecord(record=Organisation(name="Atelier Noord"))))
    qtbot.waitUntil(lambda: today.header.hints.left == ["visit", "sheet"])  # type: ignore[union-attr]


def test_a_list_leads_to_the_import_in_a_binder_of_ones_own(start: Start, qtbot: QtBot) -> None:
    first = start()
    _welcome(first).list.button.click()
    path, place = _chosen(first, qtbot)
    assert place == routes.IMPORT
    second = start(path, place)
    assert isinstance(_window(second).page, ImportPage)
    qtbot.waitUntil(lambda: SettingsStore().load().last_binder == str(path))
    assert not open_binder_is_sample(path)


def open_binder_is_sample(path: Path) -> bool:
    """Tell whether the binder of a folder is the sample."""
    store = open_binder(path)
    try:
        return store.is_sample
    finally:
        store.close()


def test_later_another_binder_is_opened_from_the_list(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    create_binder(tmp_path / "un").close()
    create_binder(tmp_path / "deux").close()
    first = start(tmp_path / "un")
    qtbot.waitUntil(lambda: SettingsStore().load().last_binder == str(tmp_path / "un"))
    _window(first).go(Route(routes.BINDERS))
    page = _welcome(first)
    qtbot.waitUntil(lambda: "un" in _texts(_window(first)))
    page.open_folder(str(tmp_path))
    assert f"Il n’y a pas de classeur dans {tmp_path}." in _texts(_window(first))
    page.open_folder(str(tmp_path / "deux"))
    path, place = _chosen(first, qtbot)
    second = start(path, place)
    qtbot.waitUntil(lambda: SettingsStore().load().last_binder == str(tmp_path / "deux"))
    _window(second).go(Route(routes.BINDERS))
    qtbot.waitUntil(lambda: "deux" in _texts(_window(second)))
    assert "un" in _texts(_window(second))


def test_one_process_goes_from_the_welcome_to_the_binder() -> None:
    # A process of its own: ending the application's loop of events would end those of the tests after it.
    told = subprocess.run([sys.executable, "-m", "tests.gui.guest"], capture_output=True, text=True, timeout=300)
    assert (told.returncode, told.stdout.split()) == (0, ["welcome", "today"]), told.stderr
    assert SettingsStore().load().last_binder == str(binders_dir() / "sample")


def test_the_command_line_lists_what_was_opened_lately(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    create_binder(tmp_path / "un").close()
    SettingsStore().change(recent_binders=f"{tmp_path / 'un'}\n{tmp_path / 'parti'}")
    assert edge.run(["binder", "list"], None) == 0  # type: ignore[arg-type]
    told = capsys.readouterr().out
    assert str(tmp_path / "un") in told
    assert "parti" not in told


def test_a_folder_is_free_or_gets_a_number(tmp_path: Path) -> None:
    (binders_dir() / "Bois").mkdir(parents=True)
    assert free_folder("Bois").name == "Bois 2"
    assert free_folder("../..").parent == binders_dir()
    assert free_folder(" ").name == "ClusterDesk"
