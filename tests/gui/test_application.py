"""The whole application on a real binder: window first, recovered texts, language switch, orderly end."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialogButtonBox
from pytestqt.qtbot import QtBot

from clusterdesk.base.ids import new_id
from clusterdesk.config.settings import Settings
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.gui.app import python_is_new_enough
from clusterdesk.gui.application import Application
from clusterdesk.gui.dialogs.error import ErrorDialog
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.qt_language import QtLanguage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.single_instance import SingleInstance, server_name
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.binders import create_binder
from clusterdesk.services.drafts import save_draft
from tests.gui.support import clipped_texts, delete_now, nameless_widgets, press


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, reports and binders of a test in its own folder."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))


class Script:
    """Does things while the application runs, one after the other, each when its turn comes."""

    def __init__(self, application: Application, *steps: object) -> None:
        self._steps = list(steps)
        self._application = application
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._step)
        self._turns = 0
        self._timer.start()

    @property
    def left(self) -> int:
        return len(self._steps)

    def _step(self) -> None:
        self._turns += 1
        window = self._application._window
        if self._turns > 500 or not self._steps:
            self._timer.stop()
            if window is not None:
                window.close()
        elif window is not None and self._steps[0](window):  # type: ignore[operator]
            self._steps.pop(0)


@pytest.fixture
def binder(tmp_path: Path) -> Path:
    return tmp_path / "binder"


@pytest.fixture
def language_after(qapp: QApplication) -> Iterator[None]:
    yield
    QtLanguage(qapp).use("fr")


def _opened(window: MainWindow) -> bool:
    return "08:" in _state(window) or ":" in _state(window)


def _state(window: MainWindow) -> str:
    return next(label.text() for label in reversed(window.findChildren(Label)) if label.property("role") == "small")


def test_a_new_binder_is_made_behind_the_window_and_backed_up(binder: Path) -> None:
    application = Application(binder, Settings(), "fr")
    script = Script(application, _opened)
    assert application.run() == 0
    assert script.left == 0
    assert (binder / "binder.db").is_file()
    assert list((binder / "backups").glob("*.db"))
    assert SettingsStore().load().last_binder == str(binder)
    assert SettingsStore().load().window_geometry


def test_texts_typed_before_a_crash_come_back_and_can_be_undone(binder: Path) -> None:
    from clusterdesk.domain.commands.records import AddRecord
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.services.records import add_record

    store = create_binder(binder)
    organisation = Organisation(id=new_id(), name="Atelier Noord")
    add_record(store, AddRecord(record=organisation))
    save_draft(store, "organisation", organisation.id, "name", "Atelier Noord et fils")
    store.close()
    seen: list[str] = []

    def look(window: MainWindow) -> bool:
        seen.extend(window.toasts.texts)
        return bool(seen)

    application = Application(binder, Settings(), "fr")
    Script(application, look)
    application.run()
    assert "1" in seen[0]


def test_the_language_changes_while_running(binder: Path, language_after: None) -> None:
    titles: list[str] = []
    words: list[str] = []

    def to_dutch(window: MainWindow) -> bool:
        if window.page is None:
            window.go(Route("settings"))
            return False
        if not isinstance(window.page, SettingsPage):
            window.go(Route("settings"))
            return False
        field = cast(InlineChoice, window.page.fields["language"])
        titles.append(window.page.fields["text_scale"].caption)
        field.box.choose("nl")
        field.box.activated.emit(field.box.currentIndex())
        return True

    def is_dutch(window: MainWindow) -> bool:
        if window.context.kit.t.language != "nl" or not isinstance(window.page, SettingsPage):
            return False
        titles.append(window.page.fields["text_scale"].caption)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words.append(box.buttons()[0].text())
        return True

    application = Application(binder, Settings(), "fr")
    script = Script(application, _opened, to_dutch, is_dutch, _opened)
    assert application.run() == 0
    assert script.left == 0
    assert titles[0] != titles[1]
    assert words == ["Annuleren"]
    assert SettingsStore().load().language == "nl"


def test_a_binder_that_does_not_open_is_told_once(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "binder.db").write_bytes(b"this is no database" * 100)
    texts: list[str] = []

    def told(window: MainWindow) -> bool:
        dialog = window.findChild(ErrorDialog)
        if dialog is None:
            return False
        texts.append(dialog.accessibleName())
        dialog.accept()
        return True

    application = Application(broken, Settings(), "fr")
    Script(application, told)
    assert application.run() == 0
    assert texts


def test_a_second_start_raises_the_first(binder: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(binder), SingleInstance(binder)
    assert not second.hand_over()
    assert first.listen()
    with qtbot.waitSignal(first.raise_asked):
        assert second.hand_over()
    first.close()
    assert server_name(binder) == server_name(binder / ".." / binder.name)
    delete_now(first, second)


def test_old_pythons_are_refused() -> None:
    assert not python_is_new_enough((3, 11))
    assert python_is_new_enough((3, 12))


def test_the_settings_page_is_complete(binder: Path) -> None:
    problems: list[str] = []

    def walk(window: MainWindow) -> bool:
        window.go(Route("settings"))
        if not isinstance(window.page, SettingsPage) or not window.page.fields:
            return False
        window.grab()
        problems.extend(nameless_widgets(window) + clipped_texts(window))
        field = window.page.fields["profile_name"]
        editor = field.focusProxy()
        assert editor is not None
        editor.setFocus()
        press(editor, 0, "é")
        press(editor, 0x01000004, "\r")
        return True

    application = Application(binder, Settings(), "fr")
    Script(application, walk)
    application.run()
    assert problems == []
    assert SettingsStore().load().profile_name == "é"


def test_qt_speaks_the_language_of_the_window(qapp: QApplication, language_after: None) -> None:
    words = QtLanguage(qapp)
    assert words.use("nl")
    calendar = QCalendarWidget()
    assert calendar.locale().name() == "nl_BE"
    assert words.use("en")
    delete_now(calendar)
