"""Merging by clicks, taking merges apart, and the list of likely duplicates, on a real binder."""

from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.domain.merging import Side
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.gui import routes
from clusterdesk.gui.pages.merging.apart import TakeApart
from clusterdesk.gui.pages.merging.duplicates import DuplicatesPage
from clusterdesk.gui.pages.merging.other import TwinButton
from clusterdesk.gui.pages.merging.page import MergePage
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.lists.conftest import Press, Snapshot, reads_well
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import nameless_widgets, press


@pytest.fixture
def twin(ask: Ask) -> UUID:
    """A second entry of the rich organisation."""

    def make(store: Store) -> UUID:
        made = Organisation(name="ATELIER NOORD SRL", legal_form="SRL", languages=("nl",), notes="Vu au salon.")
        add(store, made, Address(organisation_id=made.id, street="Quai 1", postcode="1000", city="Bruxelles"))
        return made.id

    found = ask(make)
    assert isinstance(found, UUID)
    return found


def organisation(store: Store, one: UUID) -> Organisation:
    return store.get(Organisation, one)


def test_two_organisations_are_merged_by_clicks_and_undo_parts_them(
    show: Show,
    settle: Settle,
    press_button: Press,
    snapshot: Snapshot,
    ask: Ask,
    window: MainWindow,
    rich: Rich,
    twin: UUID,
) -> None:
    before = snapshot("before")
    page = show(routes.merge(rich.organisation))
    assert isinstance(page, MergePage)
    buttons = page.other.findChildren(TwinButton)
    press_button(buttons[0])
    assert page.steps.currentIndex() == 1
    assert page.fields.choices["languages"] is Side.BOTH
    page.fields.choose("name", Side.ABSORBED)
    press_button(page.merge)
    assert isinstance(window.page, OrganisationPage)
    kept = ask(lambda store: organisation(store, rich.organisation))
    assert isinstance(kept, Organisation)
    assert kept.name == "ATELIER NOORD SRL"
    assert kept.legal_form == "SRL"
    assert kept.languages == ("fr", "nl")
    assert ask(lambda store: organisation(store, twin).merged_into) == rich.organisation
    window.undo()
    settle()
    assert snapshot("after") == before


def test_the_other_one_can_be_kept(show: Show, settle: Settle, press_button: Press, rich: Rich, twin: UUID) -> None:
    page = show(routes.merge(rich.organisation, twin))
    assert isinstance(page, MergePage)
    press_button(page.swap)
    assert page._facts is not None
    assert page._facts.preview is not None
    assert page._facts.preview.kept.id == twin
    press_button(page.change)
    assert page.steps.currentIndex() == 0


def test_a_merge_is_taken_apart_from_the_menu_of_the_kept_one(
    show: Show, settle: Settle, ask: Ask, window: MainWindow, rich: Rich, twin: UUID, qtbot: QtBot
) -> None:
    show(routes.merge(rich.organisation, twin))
    page = window.page
    assert isinstance(page, MergePage)
    page.merge.click()
    settle()
    kept = window.page
    assert isinstance(kept, OrganisationPage)
    assert kept.header.menu.apart.isVisible()
    kept.header.menu.apart.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TakeApart)
    assert nameless_widgets(dialog) == []
    dialog.consent.click()
    settle()
    assert window.route == routes.organisation(twin)
    assert ask(lambda store: organisation(store, twin).merged_into is None)
    assert ask(lambda store: organisation(store, rich.organisation).legal_form is None)
    shown = show(routes.organisation(rich.organisation))
    assert isinstance(shown, OrganisationPage)
    assert not shown.header.menu.apart.isVisible()


def test_duplicates_are_listed_compared_and_gone_once_merged(
    show: Show, settle: Settle, press_button: Press, window: MainWindow, rich: Rich, twin: UUID, qtbot: QtBot
) -> None:
    page = show(Route(routes.DUPLICATES))
    assert isinstance(page, DuplicatesPage)
    assert [(pair.kept.id, pair.other.id) for pair in page.pairs] == [(rich.organisation, twin)]
    page.table.grab()
    reads_well(qtbot, page)
    press(page.table, Qt.Key.Key_Return)
    settle()
    merging = window.page
    assert isinstance(merging, MergePage)
    reads_well(qtbot, merging)
    press_button(merging.merge)
    assert window.page is page
    assert page.pairs == []
    assert page.none.isVisible()


def test_two_numbers_warn_and_one_organisation_cannot_be_merged_with_itself(
    show: Show, ask: Ask, rich: Rich, twin: UUID
) -> None:
    def others(store: Store) -> tuple[UUID, UUID]:
        made = [Organisation(name=name, enterprise_number=number) for name, number in _NUMBERED]
        for one in made:
            add(store, one)
        return made[0].id, made[1].id

    first, second = cast("tuple[UUID, UUID]", ask(others))
    page = show(routes.merge(first, second))
    assert isinstance(page, MergePage)
    assert page.warning.isVisible()
    show(routes.merge(rich.organisation, twin))
    assert not page.warning.isVisible()
    show(routes.merge(first, first))
    assert page.banner.isVisible()
    assert not page.merge.isEnabled()


_NUMBERED = (("Menuiserie A", "1999999151"), ("Menuiserie A bis", "1999999250"))


def test_a_value_is_chosen_by_a_click_on_its_words(show: Show, qtbot: QtBot, rich: Rich, twin: UUID) -> None:
    page = show(routes.merge(rich.organisation, twin))
    assert isinstance(page, MergePage)
    radio = page.fields._groups["name"][Side.ABSORBED]
    qtbot.mouseClick(radio.parentWidget(), Qt.MouseButton.LeftButton)
    assert page.fields.choices["name"] is Side.ABSORBED
