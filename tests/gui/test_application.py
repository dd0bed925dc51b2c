"""The whole application on a real binder: window first, recovered texts, language switch, orderly end."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialogButtonBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import ErrorTexts
from clusterdesk.base.ids import new_id
from clusterdesk.config.settings import Settings
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui.app import python_is_new_enough, read_ahead
from clusterdesk.gui.application import Application
from clusterdesk.gui.dialogs.error import ErrorDialog
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.qt_language import QtLanguage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shell.rail import RailButton
from clusterdesk.gui.single_instance import SingleInstance, server_name
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.binders import create_binder
from clusterdesk.services.drafts import save_draft
from clusterdesk.services.records import add_record
from clusterdesk.store.binder import BinderFolder, WindowLock
from tests.gui.support import clipped_texts, delete_now, nameless_widgets, press, type_text


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, reports and binders of a test in its own folder."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))


type Start = Callable[[Path], Application]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Start the application on a binder; it is ended after the test."""
    made: list[Application] = []

    def start_it(binder: Path) -> Application:
        application = Application(binder, Settings(), "fr", read_ahead(binder, Settings(), "fr"))
        made.append(application)
        application.start()
        return application

    yield start_it
    for application in made:
        _end(application)
    QtLanguage(qapp).use("fr")


def _end(application: Application) -> None:
    if application.window is not None:
        application.window.close()
    application.stop()
    application._preferences.deleteLater()


def _window(application: Application) -> MainWindow:
    assert application.window is not None
    return application.window


def _backed_up(application: Application) -> bool:
    state = [label.text() for label in _window(application).findChildren(Label) if label.property("role") == "small"]
    return any(":" in text for text in state)


@pytest.fixture
def binder(tmp_path: Path) -> Path:
    return tmp_path / "binder"


def test_a_new_binder_is_made_behind_the_window_and_backed_up(binder: Path, start: Start, qtbot: QtBot) -> None:
    application = start(binder)
    assert not binder.exists()
    assert _window(application).isVisible()
    qtbot.waitUntil(lambda: _backed_up(application))
    with qtbot.waitSignal(application.ended):
        _window(application).close()
    application.stop()
    assert (binder / "binder.db").is_file()
    assert list((binder / "backups").glob("*.db"))
    assert SettingsStore().load().last_binder == str(binder)
    assert SettingsStore().load().window_geometry


def test_texts_typed_before_a_crash_come_back_and_can_be_undone(binder: Path, start: Start, qtbot: QtBot) -> None:
    store = create_binder(binder)
    organisation = Organisation(id=new_id(), name="Atelier Noord")
    add_record(store, AddRecord(record=organisation))
    save_draft(store, "organisation", organisation.id, "name", "Atelier Noord et fils")
    store.close()
    application = start(binder)
    qtbot.waitUntil(lambda: bool(_window(application).toasts.texts))
    assert "1" in _window(application).toasts.texts[0]
    undo = [button for button in _window(application).findChildren(RailButton) if not button.key]
    qtbot.waitUntil(lambda: any(not button.isHidden() for button in undo))


def test_what_the_command_line_writes_is_shown_at_once(binder: Path, start: Start, qtbot: QtBot) -> None:
    store = create_binder(binder)
    organisation = Organisation(id=new_id(), name="Atelier Noord")
    add_record(store, AddRecord(record=organisation))
    store.close()
    application = start(binder)
    window = _window(application)
    window.go(Route("organisation", organisation.id))
    qtbot.waitUntil(lambda: _says(window, "Atelier Noord") and _backed_up(application), timeout=20_000)
    edit = [sys.executable, "-m", "clusterdesk", "--binder", str(binder)]
    edit += ["organisation", "edit", "Atelier Noord", "--name", "Atelier Zuid"]
    subprocess.run(edit, check=True, capture_output=True, timeout=120)
    qtbot.waitUntil(lambda: _says(window, "Atelier Zuid"), timeout=20_000)
    # it can be taken back from here, too
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=20_000)
    window.undo()
    qtbot.waitUntil(lambda: _says(window, "Atelier Noord"), timeout=20_000)


def _says(window: MainWindow, text: str) -> bool:
    return any(part.property("text") == text for part in window.findChildren(QWidget) if part.isVisible())


def test_the_language_changes_while_running(binder: Path, start: Start, qtbot: QtBot) -> None:
    application = start(binder)
    first = _window(application)
    first.go(Route("settings"))
    page = cast(SettingsPage, first.page)
    french = page.fields["text_scale"].caption
    field = cast(InlineChoice, page.fields["language"])
    field.box.choose("nl")
    field.box.activated.emit(field.box.currentIndex())
    qtbot.waitUntil(lambda: application.window is not first)
    page = cast(SettingsPage, _window(application).page)
    assert page.fields["text_scale"].caption != french
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.buttons()[0].text() == "Annuleren"
    assert SettingsStore().load().language == "nl"
    qtbot.waitUntil(lambda: _backed_up(application))


def test_a_binder_that_does_not_open_is_told_once(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "binder.db").write_bytes(b"this is no database" * 100)
    application = start(broken)
    told: list[ErrorTexts] = []
    application._errors.shown.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    dialog = _window(application).findChild(ErrorDialog)
    assert dialog is not None
    assert dialog.accessibleName() == told[0].message
    _window(application).go(Route("settings"))
    dialog.accept()
    assert len(told) == 1


def test_the_settings_page_is_complete(binder: Path, start: Start, qtbot: QtBot) -> None:
    window = _window(start(binder))
    window.go(Route("settings"))

    def all_there() -> None:
        assert clipped_texts(window) == []

    qtbot.waitUntil(all_there)
    assert nameless_widgets(window) == []
    editor = cast(SettingsPage, window.page).fields["profile_name"].focusProxy()
    assert editor is not None
    type_text(editor, "é")
    press(editor, Qt.Key.Key_Return, "\r")
    assert SettingsStore().load().profile_name == "é"


def test_a_second_start_raises_the_first(binder: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(binder), SingleInstance(binder)
    assert not second.hand_over()
    assert first.listen()
    with qtbot.waitSignal(first.raise_asked):
        assert second.hand_over()
    first.close()
    assert server_name(binder) == server_name(binder / ".." / binder.name)
    delete_now(first, second)


def test_of_two_starts_at_the_same_moment_the_second_gives_way(binder: Path, start: Start, qtbot: QtBot) -> None:
    lock = WindowLock(BinderFolder(binder))
    lock.take()  # the first is opening the binder and does not answer yet
    first, second = SingleInstance(binder), start(binder)
    told: list[object] = []
    second._errors.shown.connect(told.append)
    qtbot.waitUntil(lambda: second._taken is not None)
    with qtbot.waitSignals([first.raise_asked, second.ended]):
        first.listen()
    assert not _window(second).isVisible()
    assert told == []
    lock.release()
    first.close()
    delete_now(first)


def test_a_binder_that_nobody_answers_for_is_told(
    binder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusterdesk.gui.application._RETRY_MS", 0)
    lock = WindowLock(BinderFolder(binder))
    lock.take()  # as a restore from the command line does
    application = start(binder)
    told: list[ErrorTexts] = []
    application._errors.shown.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    lock.release()


def test_an_open_binder_answers(binder: Path, start: Start, qtbot: QtBot) -> None:
    application = start(binder)
    second = SingleInstance(binder)
    qtbot.waitUntil(second.hand_over)
    with qtbot.waitSignal(application._instance.raise_asked):
        assert second.hand_over()
    delete_now(second)


def test_old_pythons_are_refused() -> None:
    assert not python_is_new_enough((3, 11))
    assert python_is_new_enough((3, 12))


def test_qt_speaks_the_language_of_the_window(qapp: QApplication) -> None:
    words = QtLanguage(qapp)
    assert words.use("nl")
    calendar = QCalendarWidget()
    assert calendar.locale().name() == "nl_BE"
    assert words.use("en")
    delete_now(calendar)


@pytest.mark.parametrize(("language", "place", "kind"), [("fr", "Voir", "Fichiers"), ("nl", "Zoeken", "Bestand")])
def test_the_file_dialog_of_qt_has_no_english_words(qapp: QApplication, language: str, place: str, kind: str) -> None:
    words = QtLanguage(qapp)
    assert words.use(language)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    said = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert said[0].startswith(place)
    assert said[-1].startswith(kind)
    assert words.use("en")
    delete_now(dialog)
