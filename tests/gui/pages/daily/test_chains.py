"""The place of value chains: a chain is chosen, a link opens, somebody is placed there, each step taken back."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation, OrganisationActivity, OrganisationValueChain
from clusterdesk.gui import routes
from clusterdesk.gui.pages.chains.link_row import ChainLinkRow
from clusterdesk.gui.pages.chains.links_tab import LinksTab
from clusterdesk.gui.pages.chains.page import ChainsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import undo
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, nameless_widgets, type_text


def _tab(show: Show, shown: object = None) -> LinksTab:
    page = show(routes.chains(shown=shown))  # type: ignore[arg-type]
    assert isinstance(page, ChainsPage)
    assert isinstance(page.tab, LinksTab)
    return page.tab


def _all[R: Record](ask: Ask, cls: type[R], **equals: Any) -> list[R]:
    found = ask(lambda store: store.find(cls, **equals))
    assert isinstance(found, list)
    return found


def _row(tab: LinksTab, title: str) -> ChainLinkRow:
    row = next(one for one in tab.card.rows.values() if one.title.text() == title)
    assert isinstance(row, ChainLinkRow)
    return row


def _carpenter(store: Store) -> Organisation:
    mine = Organisation(name="Copeau Neuf")
    (wood,) = store.find(ValueChain, key="wood")
    activity = OrganisationActivity(organisation_id=mine.id, code="16120")
    chain = OrganisationValueChain(organisation_id=mine.id, value_chain_id=wood.id)
    add_record(store, AddRecord(record=mine, parts=(activity, chain)))
    return mine


def test_an_arrow_opens_its_link_and_a_name_is_placed_there_with_one_press(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    mine = ask(_carpenter)
    assert isinstance(mine, Organisation)
    tab = _tab(show)
    arrow = next(one for one in tab.strip.arrows if one.link.name == "Déclouage, séchage, sciage")
    assert arrow.link.hole
    assert "personne" in arrow.accessibleName()
    arrow.click()
    settle()
    row = _row(tab, "Déclouage, séchage, sciage")
    assert row.is_open
    (button,) = row.fitting.buttons
    button.click()
    settle()
    (actor,) = _all(ask, ChainActor)
    assert actor.organisation_id == mine.id
    assert row.note.text() == "Copeau Neuf"
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []
    ask(lambda store: undo.undo(store))
    window.reload()
    settle()
    assert _all(ask, ChainActor) == []


def test_a_link_is_added_by_typing_its_name(show: Show, settle: Settle, ask: Ask) -> None:
    tab = _tab(show)
    tab.chips.choose("textile")
    tab.chips.chosen.emit(tab.chips.keys)
    settle()
    tab.card.begin_adding()
    assert tab.card.line is not None
    type_text(tab.card.line, "Teinture")
    tab.card.line.enter()
    settle()
    (made,) = _all(ask, ChainLink, name_fr="Teinture")
    (chain,) = _all(ask, ValueChain, key="textile")
    assert made.value_chain_id == chain.id
    assert _row(tab, "Teinture").is_open


def test_search_and_fil_lead_to_the_link(show: Show, ask: Ask) -> None:
    (link,) = _all(ask, ChainLink, key="bike_frame")
    tab = _tab(show, link.id)
    assert tab.shown is not None
    assert tab.shown.chain.key == "bike"
    assert _row(tab, "Cadres et soudure").is_open


def test_the_fourth_place_is_reached_by_its_key(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert isinstance(window.page, ChainsPage)
