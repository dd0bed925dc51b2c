"""Settings in the window: a field for every key a person may want, in force at once, refused where it does not fit."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from clusterdesk.config.settings import Settings, specs
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.drawing import HouseFacts, house
from clusterdesk.gui.dialogs.key_sheet import KeySheet
from clusterdesk.gui.pages.about.page import AboutPage
from clusterdesk.gui.pages.about.reports import ReportsPage
from clusterdesk.gui.pages.backups.page import BackupsPage
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.settings.logo_field import LogoField
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.services import maintenance
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text

# Written by the program itself: where it was, what it opened, which hints were read.
# Written by the program, or chosen by buttons and boxes of their own.
_OWN = {"last_binder", "recent_binders", "window_geometry", "hints", "shared_folder", "open_export_tables"}
_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">'
    b'<rect width="300" height="100" fill="red"/></svg>'
)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep logos and reports in a folder of this test."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))


@pytest.fixture
def page(show: Show, window: MainWindow) -> SettingsPage:
    """The page, with settings that are kept in a file."""
    window._parts.preferences._store = SettingsStore()
    shown = show(Route(SETTINGS.id))
    assert isinstance(shown, SettingsPage)
    return shown


def _picture(kind: str, path: Path, size: tuple[int, int] = (600, 200)) -> Path:
    if kind == "SVG":
        path.write_bytes(_SVG)
    else:
        Image.new("RGB", size, "green").save(path, kind)
    return path


def _logo(page: SettingsPage) -> LogoField:
    field = page.fields["house_logo"]
    assert isinstance(field, LogoField)
    return field


def _kept(key: str) -> object:
    return getattr(SettingsStore().load(), key)


def test_every_key_that_a_person_may_want_has_its_field(page: SettingsPage) -> None:
    assert set(specs()) - _OWN - set(page.fields) == set()
    for key, field in page.fields.items():
        assert getattr(field, "value", None) == getattr(page.context.settings, key), key
    assert nameless_widgets(page) == []


def test_choices_and_numbers_are_in_force_at_once_and_kept(page: SettingsPage, window: MainWindow) -> None:
    for key, wanted in (("default_document_language", "nl"), ("visit_timer", False), ("backups", False)):
        field = page.fields[key]
        assert isinstance(field, InlineChoice)
        place = [option.key for option in field._options].index(wanted)
        field.box.setCurrentIndex(place)
        field.box.activated.emit(place)
        assert (getattr(window.context.settings, key), _kept(key)) == (wanted, wanted)
    days = page.fields["silent_after_days"]
    assert isinstance(days, LineField)
    days.edit.setFocus()
    days.edit.selectAll()
    type_text(days.edit, "60")
    press(days.edit, 0x01000004)  # Return
    assert (window.context.settings.silent_after_days, _kept("silent_after_days")) == (60, 60)
    assert days.saved_mark


@pytest.mark.parametrize(("key", "typed"), [("backup_interval_minutes", "1"), ("document_size_limit_mb", "90000")])
def test_what_does_not_fit_is_refused_and_said(page: SettingsPage, window: MainWindow, key: str, typed: str) -> None:
    before = getattr(window.context.settings, key)
    field = page.fields[key]
    assert isinstance(field, LineField)
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, typed)
    press(field.edit, 0x01000004)
    assert typed in field.problem
    assert getattr(window.context.settings, key) == before


def test_what_is_changed_elsewhere_is_shown(page: SettingsPage, window: MainWindow) -> None:
    window.context.preferences.set("visit_timer", False)
    field = page.fields["visit_timer"]
    assert isinstance(field, InlineChoice)
    assert field.value is False


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "SVG"])
def test_a_logo_is_checked_kept_shown_and_printed(
    page: SettingsPage, window: MainWindow, settle: Settle, tmp_path: Path, kind: str, show: Show, rich: Rich
) -> None:
    source = _picture(kind, tmp_path / f"logo.{kind.lower()}")
    _logo(page).take(str(source))
    settle()
    kept = Path(window.context.settings.house_logo)
    assert kept.is_relative_to(tmp_path / "data")
    assert _kept("house_logo") == str(kept)
    source.unlink()  # the copy is what documents take
    with Image.open(kept) as image:
        assert image.format == "PNG"
        assert abs(image.width / image.height - 3) < 0.05
    assert not _logo(page).picture.pixmap().isNull()

    preview = show(routes.visit_sheet(rich.planned))
    assert isinstance(preview, PreviewPage)
    assert preview.brief is not None
    with pikepdf.open(BytesIO(preview.brief.pdf)) as pdf:
        assert pdf.pages[0].get_images()

    _logo(page).remove.click()
    assert window.context.settings.house_logo == ""


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"\x89PNG\r\n\x1a\nbroken", b"<svg", b"GIF89a" + b"0" * 50])
def test_what_is_no_picture_is_refused(
    page: SettingsPage, window: MainWindow, settle: Settle, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    _logo(page).take(str(tmp_path / "logo.png"))
    settle()
    assert "logo.png" in _logo(page).problem
    assert window.context.settings.house_logo == ""


def test_an_svg_set_by_the_command_line_is_printed_from_the_window(tmp_path: Path) -> None:
    path = _picture("SVG", tmp_path / "logo.svg")
    made = house(HouseFacts("Cluster", str(path)))
    assert made.logo is not None
    assert made.logo.startswith(b"\x89PNG")


def test_backups_tell_their_age_and_lead_to_the_list(
    page: SettingsPage, window: MainWindow, settle: Settle, ask: Ask
) -> None:
    assert "encore" in page.backups.age.text()
    ask(maintenance.back_up)
    page.refresh(None)
    settle()
    assert "23/11/2026" in page.backups.age.text()
    page.backups.list.click()
    settle()
    assert isinstance(window.page, BackupsPage)


def test_folders_open_in_the_file_manager(page: SettingsPage, system: System, binder: Path, tmp_path: Path) -> None:
    for key in ("binder", "backups", "settings"):
        page.folders.paths[key].mkdir(parents=True, exist_ok=True)
        page.folders.buttons[key].click()
    assert [Path(one) for one in system.opened] == [binder, binder / "backups", tmp_path]
    page.folders.buttons["reports"].click()
    assert len(system.opened) == 3  # there is none yet, and that is said


def test_help_shows_the_keys(page: SettingsPage, window: MainWindow) -> None:
    page.help.keys.click()
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    sheet.accept()


def test_about_lists_every_part_with_its_text(show: Show, settle: Settle) -> None:
    page = show(routes.about())
    assert isinstance(page, AboutPage)
    settle()
    assert page.shelf.key == "Inter"
    assert "SIL OPEN FONT LICENSE" in page.shelf.text.toPlainText()
    page.shelf.list.setCurrentIndex(page.shelf._model.index(2, 0))
    assert "ISC License" in page.shelf.text.toPlainText()
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("ClusterDesk ")
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_reports_are_read_copied_deleted_and_put_back(
    show: Show, window: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(routes.reports())
    assert isinstance(page, ReportsPage)
    settle()
    assert page.stack.currentWidget() is page.none
    assert not page.remove.isEnabled()

    folder = tmp_path / "data" / "reports"
    folder.mkdir(parents=True)
    report = folder / "report-20261123-094207-000000.txt"
    report.write_text("ClusterDesk 0.1.0\nbuiltins.KeyError\n", encoding="utf-8")
    window.go(routes.about())
    window.go(routes.reports())
    settle()
    assert "builtins.KeyError" in page.shelf.text.toPlainText()
    page.copy.click()
    assert "builtins.KeyError" in QGuiApplication.clipboard().text()
    page.remove.click()
    settle()
    assert not report.exists()
    toast = next(each for each in window.findChildren(QAbstractButton) if each.text() == "Annuler" and each.isVisible())
    toast.click()
    settle()
    assert report.read_text("utf-8").startswith("ClusterDesk")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.shelf)


def test_settings_without_a_file_are_in_force_all_the_same() -> None:
    preferences = Preferences(Settings())
    preferences.set("silent_after_days", 30)
    assert preferences.current.silent_after_days == 30
