"""Backups: made, listed, and gone back to after seeing what would change."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.backups.page import BackupsPage
from clusterdesk.gui.pages.backups.restoring import RestoreDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.label import Label
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import FixedClock, clipped_texts, nameless_widgets


@pytest.fixture
def page(show: Show) -> BackupsPage:
    """The page of a binder without a backup."""
    shown = show(Route(routes.BACKUPS))
    assert isinstance(shown, BackupsPage)
    return shown


def test_a_backup_is_made_and_listed(page: BackupsPage, window: MainWindow, settle: Settle) -> None:
    assert page.model.rowCount() == 0
    assert not page.restore.isEnabled()
    page.now.click()
    settle()
    assert page.model.rowCount() == 1
    assert window.toasts.texts == ("Sauvegarde faite et vérifiée.",)
    page.grab()
    settle()
    row = page.model.row_at(0)
    assert row is not None
    assert row.cells[0].startswith("lundi 23 novembre 2026")
    assert row.cells[1:3] == ("aujourd’hui", "demandée")
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_going_back_shows_the_difference_first(
    page: BackupsPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, clock: FixedClock, qtbot: QtBot
) -> None:
    page.now.click()
    settle()
    clock.moment += timedelta(minutes=5)
    command = EditRecord(type_key="organisation", record_id=rich.organisation, values={"name": "Atelier Zuid"})
    page.context.write(lambda desk: jobs.edit(command, desk))
    settle()
    page.table.selectRow(0)
    page.restore.click()
    qtbot.waitUntil(lambda: window.findChild(RestoreDialog) is not None, timeout=MOMENT)
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    assert "1 opération a été faite depuis." in [label.text() for label in dialog.findChildren(Label)]
    assert nameless_widgets(dialog) == []
    dialog.consent.click()
    settle()
    qtbot.waitUntil(lambda: bool(window.toasts.texts), timeout=MOMENT)
    settle()
    assert ask(lambda store: store.get(Organisation, rich.organisation).name) == "Atelier Noord"
    assert page.model.rowCount() == 2  # what there was is kept as well
