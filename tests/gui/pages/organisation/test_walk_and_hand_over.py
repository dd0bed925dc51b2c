"""From one organisation of the list to the next, and handing one over, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.coaching import CoachingFileManager
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.hand_over import HandOverDialog
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisations.page import OrganisationsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import records
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, nameless_widgets

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def listed(window: MainWindow, ask: Ask, qtbot: QtBot) -> OrganisationsPage:
    def fill(store: Store) -> object:
        for name in ("Bois de Cureghem", "Câblotri"):
            records.add_record(store, AddRecord(record=Organisation(name=name)))
        return None

    ask(lambda store: (fill(store), True)[1])
    window.go(routes.organisations())
    page = window.page
    assert isinstance(page, OrganisationsPage)
    qtbot.waitUntil(lambda: len(page.model.ids) == 3, timeout=MOMENT)
    return page


def test_ctrl_down_and_up_follow_the_list(
    listed: OrganisationsPage, open_page: Open, window: MainWindow, rich: Rich, qtbot: QtBot
) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    assert page.header.walk._place.text() == "1 sur 3"
    assert not page.header.walk.previous.isEnabled()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    QTest.keyClick(window, Qt.Key.Key_Down, _CTRL)
    qtbot.waitUntil(lambda: page.header.name.value == "Bois de Cureghem", timeout=MOMENT)
    page.header.walk.next.click()
    qtbot.waitUntil(lambda: page.header.name.value == "Câblotri", timeout=MOMENT)
    QTest.keyClick(window, Qt.Key.Key_Down, _CTRL)
    QTest.keyClick(window, Qt.Key.Key_Up, _CTRL)
    qtbot.waitUntil(lambda: page.header.name.value == "Bois de Cureghem", timeout=MOMENT)


def test_without_a_list_there_is_nothing_to_follow(open_page: Open, rich: Rich) -> None:
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    assert page.header.walk.isHidden()


def test_an_organisation_passes_to_a_colleague(
    open_page: Open, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    ask(lambda store: records.add_record(store, AddRecord(record=Profile(name="Hanne Wouters"))))
    page = open_page(routes.organisation(rich.organisation))
    assert isinstance(page, OrganisationPage)
    page.header.menu.hand_over.trigger()
    dialog = window.findChild(HandOverDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.taker.box.count() == 3, timeout=MOMENT)
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    hanne = ask(lambda store: store.find(Profile, name="Hanne Wouters")[0].id)
    dialog.taker.set_value(hanne)
    dialog.consent.click()
    qtbot.waitUntil(lambda: window.findChild(HandOverDialog) is None, timeout=MOMENT)
    roles = ask(lambda store: [one.profile_id for one in store.find(CoachingFileManager)])
    assert roles == [hanne]
    window.undo()
    qtbot.waitUntil(lambda: ask(lambda store: store.find(CoachingFileManager)) == [], timeout=MOMENT)
