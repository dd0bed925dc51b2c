"""The binder as a whole, from the settings: checked, written as an archive, an archive taken over and undone."""

from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.gui.pages.settings.archive_dialog import ArchiveDialog
from clusterdesk.gui.pages.settings.binder_card import BinderCard
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.services import binders, records
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import FixedClock, clipped_texts, nameless_widgets


@pytest.fixture
def card(show: Show) -> BinderCard:
    page = show(Route(SETTINGS.id))
    assert isinstance(page, SettingsPage)
    return page.binder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of another binder with one organisation of its own, and a line that cannot be read."""
    store = binders.create_binder(tmp_path / "other", author="Nora", clock=FixedClock())
    records.add_record(store, AddRecord(record=Organisation(name="Scierie du Canal")))
    path = tmp_path / "autre.jsonl"
    export_archive(store, path)
    store.close()
    with path.open("a", encoding="utf-8") as file:
        file.write('{"type": "organisation", "id": "odd", "name": "Odd", "kind": "no such kind"}\n')
    return path


def _names(store: Store) -> set[str]:
    return {one.name for one in store.find(Organisation)}


def test_a_sound_binder_is_in_order(card: BinderCard, settle: Settle) -> None:
    card.check.click()
    assert not card._buttons.isEnabled()
    settle()
    assert card._buttons.isEnabled()
    assert card.outcome.text() == "Tout est en ordre."


def test_what_is_wrong_is_told(card: BinderCard, settle: Settle, ask: Ask) -> None:
    def damage(store: Store) -> None:
        raw = store.engines.raw()
        guards = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'organisation'")
        for (name,) in guards.fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute("UPDATE organisation SET name = 'Autrement'")
        raw.close()

    ask(damage)
    card.check.click()
    settle()
    assert "problème" in card.outcome.text()
    assert "organisation" in card.outcome.text()
    assert card.outcome.property("role") == "problem"


def test_an_archive_is_written(card: BinderCard, window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "tout.zip"
    card.export_to(path)
    settle()
    assert path.stat().st_size > 1000
    assert "tout.zip" in card.outcome.text()
    assert "L’archive est écrite." in window.toasts.texts


def test_an_archive_is_looked_at_taken_over_and_undone(
    card: BinderCard, window: MainWindow, settle: Settle, ask: Ask, archive: Path
) -> None:
    before = ask(_names)
    assert isinstance(before, set)
    card.preview(archive)
    settle()
    dialog = window.findChild(ArchiveDialog)
    assert dialog is not None
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    assert ask(_names) == before
    dialog.consent.click()
    settle()
    assert ask(_names) == before | {"Scierie du Canal"}
    assert "1 refusée" in card.outcome.text()
    assert "Importé\N{NO-BREAK SPACE}: autre.jsonl" in window.toasts.texts
    window.undo()
    settle()
    assert ask(_names) == before


def test_a_file_that_is_no_archive_is_refused_with_the_reason(
    card: BinderCard, window: MainWindow, settle: Settle, errors: list[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / "rien.zip"
    path.write_bytes(b"no zip at all")
    card.preview(path)
    settle()
    assert window.findChild(ArchiveDialog) is None
    (error,) = errors
    assert isinstance(error, KnownError)
    assert "archive" in error.code
    assert card._buttons.isEnabled()
    errors.clear()


def test_a_file_that_is_gone_is_said(
    card: BinderCard, settle: Settle, errors: list[BaseException], tmp_path: Path
) -> None:
    card.preview(tmp_path / "parti.zip")
    settle()
    assert len(errors) == 1
    assert card._buttons.isEnabled()
    errors.clear()
