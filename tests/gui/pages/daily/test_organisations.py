"""The list of organisations: filters, order, selection, the bin and the way back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clusterdesk.base.clock import Clock
from clusterdesk.bootstrap import Desk
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.pages.bin.page import BinPage
from clusterdesk.gui.pages.organisations.new import NewOrganisation
from clusterdesk.gui.pages.organisations.page import OrganisationsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services import binders
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text

NAMES = ("Bois de Cureghem", "Étal Vert", "Filature Senne", "Vélo Canal")


@pytest.fixture
def binder(tmp_path: Path, clock: Clock) -> Path:
    """A binder with four organisations, two of them members."""
    root = tmp_path / "binder"
    store = binders.create_binder(root, clock=clock)
    for name in NAMES:
        organisation = Organisation(name=name, enterprise_number="0403019261" if name == NAMES[0] else None)
        status = MembershipStatus.MEMBER if name[0] in "BF" else MembershipStatus.PARTNER
        add(store, organisation, Membership(organisation_id=organisation.id, status=status))
    store.close()
    return root


@pytest.fixture
def page(show: Show) -> OrganisationsPage:
    """The list, filled."""
    shown = show(Route(routes.ORGANISATIONS))
    assert isinstance(shown, OrganisationsPage)
    return shown


@pytest.fixture
def names(page: OrganisationsPage, settle: Settle) -> Callable[[], list[str]]:
    """A function that gives the names listed, in order."""

    def read() -> list[str]:
        page.table.grab()
        settle()
        page.model._ask()
        settle()
        return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]

    return read


def test_all_stand_in_the_order_of_their_names(
    page: OrganisationsPage, names: Callable[[], list[str]], qtmodeltester: ModelTester
) -> None:
    assert names() == list(NAMES)
    assert page.selection.words == "4 organisations"
    qtmodeltester.check(page.model)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_typing_filters_without_accents(
    page: OrganisationsPage, names: Callable[[], list[str]], settle: Settle, qtbot: QtBot
) -> None:
    type_text(page.field, "etal")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=MOMENT)
    assert names() == ["Étal Vert"]
    page.field.setText("0403.019")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and names() == [NAMES[0]], timeout=MOMENT)
    settle()


def test_chips_filter_and_count(
    page: OrganisationsPage, names: Callable[[], list[str]], settle: Settle, qtbot: QtBot
) -> None:
    chips = {chip.text(): chip for chip in page.filters._chips.values()}
    assert {"Membre effectif · 2", "Partenaire · 2", "Numéro manquant · 3"} <= set(chips)
    chips["Membre effectif · 2"].click()
    settle()
    assert names() == [NAMES[0], NAMES[2]]
    assert page.filters._chips["number"].text() == "Numéro manquant · 1"


def test_headers_sort_in_the_store(page: OrganisationsPage, names: Callable[[], list[str]], settle: Settle) -> None:
    page.table.sort_asked.emit("name", True)
    settle()
    assert names() == list(reversed(NAMES))


def test_the_page_begins_with_the_filter_it_was_opened_with(show: Show) -> None:
    shown = show(routes.organisations("number"))
    assert isinstance(shown, OrganisationsPage)
    assert shown.filters.keys == {"number"}
    assert shown.model.rowCount() == 3


def test_enter_opens_and_letters_search(
    page: OrganisationsPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page.table.typed.emit("v")
    assert page.field.text() == "v"
    page.field.setText("vélo")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=MOMENT)
    press(page.field, Qt.Key.Key_Return, "\r")
    assert window.route == routes.organisation(page.model.ids[0])  # type: ignore[arg-type]
    settle()


def test_the_arrow_goes_from_the_search_to_a_row_that_is_seen(
    page: OrganisationsPage, window: MainWindow, names: Callable[[], list[str]], qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    names()
    page.field.setFocus()
    press(page.field, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [0]


def test_what_is_not_there_can_be_entered(
    page: OrganisationsPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page.field.setText("Tissus Marolles")
    qtbot.waitUntil(page.nothing.isVisible, timeout=MOMENT)
    assert "Tissus Marolles" in page.nothing.heading.text()
    page.nothing.new.click()
    dialog = window.findChild(NewOrganisation)
    assert dialog is not None
    assert dialog.name.text() == "Tissus Marolles"
    dialog.reject()
    page.nothing.clear.click()
    settle()
    assert page.model.rowCount() == 4


def test_several_go_to_the_bin_in_one_step_and_come_back(
    page: OrganisationsPage, window: MainWindow, show: Show, settle: Settle, ask: Ask
) -> None:
    page.table.selectAll()
    assert page.selection.words == "4 sélectionnées"
    page.selection.to_bin.click()
    settle()
    assert page.model.rowCount() == 0
    assert page.nothing.isVisible()
    assert window.toasts.texts == ("4 organisations sont dans la corbeille.",)
    waiting = show(Route(routes.BIN))
    assert isinstance(waiting, BinPage)
    assert waiting.model.rowCount() == 4
    waiting.table.selectRow(0)
    assert waiting.back.accessibleName() == "Remettre"
    waiting.back.click()
    settle()
    assert waiting.model.rowCount() == 3
    window.undo()
    settle()
    assert waiting.model.rowCount() == 4
    window.undo()
    settle()
    assert waiting.empty.isVisible()
    assert len(ask(lambda store: store.find(Organisation))) == 4  # type: ignore[arg-type]
    assert len(ask(lambda store: store.find(Membership))) == 4  # type: ignore[arg-type]


def test_the_bin_puts_several_back_at_once(page: OrganisationsPage, show: Show, settle: Settle, ask: Ask) -> None:
    page.table.selectAll()
    page.selection.bin_selected()
    settle()
    waiting = show(Route(routes.BIN))
    assert isinstance(waiting, BinPage)
    assert nameless_widgets(waiting) == []
    waiting.table.selectAll()
    waiting.back.click()
    settle()
    assert len(ask(lambda store: store.find(Organisation))) == 4  # type: ignore[arg-type]


def test_sheets_of_the_selection_are_asked_for(page: OrganisationsPage, window: MainWindow, settle: Settle) -> None:
    page.table.selectAll()
    page.selection.sheets.click()
    assert window.route is not None
    assert window.route.place == routes.PREVIEW
    settle()


def test_delete_key_belongs_to_the_table(page: OrganisationsPage) -> None:
    keys = [action.shortcut() for action in page.table.actions()]
    assert QKeySequence(QKeySequence.StandardKey.Delete) in keys


def test_an_empty_binder_teaches(
    tmp_path: Path, desk: DeskWorker[Desk], page: OrganisationsPage, settle: Settle
) -> None:
    page.table.selectAll()
    page.selection.bin_selected()
    settle()
    assert page.nothing.bring.isVisible()
    assert page.nothing.heading.text() == "Aucune organisation pour l’instant."
