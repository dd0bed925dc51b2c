"""The place of value chains: a chain is chosen, a link opens, somebody is placed there, each step taken back."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.production import AddIdea, MoveProduction, RateProduction
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.coaching import OneOffAdvice
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation, OrganisationActivity, OrganisationValueChain
from clusterdesk.domain.records.production import ProductionStage, ProductionStep
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import ResultEvent, ResultKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.chains.exchanges.card import ExchangeLine
from clusterdesk.gui.pages.chains.exchanges.noting import NoteExchangeDialog
from clusterdesk.gui.pages.chains.exchanges.tab import ExchangeTab
from clusterdesk.gui.pages.chains.link_row import ChainLinkRow
from clusterdesk.gui.pages.chains.links_tab import LinksTab
from clusterdesk.gui.pages.chains.page import ChainsPage
from clusterdesk.gui.pages.chains.production.move_dialog import StageDialog
from clusterdesk.gui.pages.chains.production.row import ProjectRow
from clusterdesk.gui.pages.chains.production.tab import ProductionTab
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import undo
from clusterdesk.services.production import move_production, rate_production
from clusterdesk.services.production_ideas import add_idea
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, move_button, nameless_widgets, type_text


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


def test_the_line_to_add_comes_into_sight(show: Show, settle: Settle, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 480)
    tab = _tab(show)
    settle()
    tab.card.begin_adding()
    assert tab.card.line is not None
    qtbot.waitUntil(tab.card.line.hasFocus)
    qtbot.waitUntil(lambda: tab.card.line is not None and not tab.card.line.visibleRegion().isEmpty())


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


def _production(show: Show, shown: UUID | None = None) -> ProductionTab:
    page = show(routes.chains("projects", shown))
    assert isinstance(page, ChainsPage)
    assert isinstance(page.tab, ProductionTab)
    return page.tab


def test_an_idea_is_noted_rated_ranked_and_moved_in_the_window(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    tab = _production(show)
    tab.new_button.click()
    assert tab.card.line is not None
    type_text(tab.card.line, "Séchoir partagé")
    tab.card.line.enter()
    settle()
    (row,) = tab.card.rows.values()
    assert isinstance(row, ProjectRow)
    assert row.is_open
    project_id = row.record_id()
    ask(lambda store: rate_production(store, _rated(project_id)))
    window.reload()
    settle()
    assert [cell for cell in tab.matrix.accessibleDescription().splitlines() if "Séchoir" in cell]
    on = move_button(row.moves, ProductionStage.SET_UP)
    on.click()
    dialog = window.findChild(StageDialog)
    assert dialog is not None
    dialog.remark.edit.setPlainText("bail signé")
    dialog.consent.click()
    settle()
    steps = _all(ask, ProductionStep)
    assert [one.stage for one in steps] == [ProductionStage.RANKED, ProductionStage.SET_UP]
    assert steps[-1].remark == "bail signé"
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []


def test_a_project_starts_producing_with_its_evidence(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    made = ask(_financed)
    assert isinstance(made, Project)
    tab = _production(show, made.id)
    row = tab.card.rows[made.id]
    assert isinstance(row, ProjectRow)
    assert row.is_open
    move_button(row.moves, ProductionStage.IN_PRODUCTION).click()
    dialog = window.findChild(StageDialog)
    assert dialog is not None
    assert dialog.proof is not None
    dialog.consent.click()
    assert _all(ask, ResultEvent) == [], "what proves it is asked for first"
    dialog.proof.title.restore_draft("Bon de livraison")
    dialog.consent.click()
    settle()
    (result,) = _all(ask, ResultEvent)
    assert result.kind is ResultKind.PRODUCTION_STARTED
    assert result.confirmed_on is not None
    ask(lambda store: undo.undo(store))
    assert _all(ask, ResultEvent) == []


def test_the_matrix_is_walked_through_by_keys(show: Show, settle: Settle, ask: Ask, qtbot: QtBot) -> None:
    made = ask(_financed)
    assert isinstance(made, Project)
    tab = _production(show)
    tab.matrix.setFocus()
    assert tab.matrix.current == 0
    qtbot.keyClick(tab.matrix, Qt.Key.Key_Return)
    settle()
    assert tab.card.rows[made.id].is_open


def _rated(project_id: UUID) -> RateProduction:
    return RateProduction(project_id=project_id, timing=4, skills=4, budget=4, funding=4, impact=4)


def _financed(store: Store) -> Project:
    made = add_idea(store, AddIdea(title="Carrelets")).output
    rate_production(store, _rated(made.id))
    for stage in (ProductionStage.SET_UP, ProductionStage.FINANCED):
        move_production(store, MoveProduction(project_id=made.id, stage=stage))
    return made


def test_a_need_is_noted_and_introduced_to_its_offer(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    def two(store: Store) -> Organisation:
        bank = Organisation(name="Vezelbank")
        add_record(store, AddRecord(record=bank))
        wool = Exchange(organisation_id=bank.id, side=ExchangeSide.OFFER, text="Gewassen wol")
        add_record(store, AddRecord(record=wool))
        felt = Organisation(name="Feutrelle")
        add_record(store, AddRecord(record=felt))
        return felt

    felt = ask(two)
    assert isinstance(felt, Organisation)
    page = show(routes.chains("exchange"))
    assert isinstance(page, ChainsPage)
    tab = page.tab
    assert isinstance(tab, ExchangeTab)
    tab.ask_what(felt.id)
    dialog = window.findChild(NoteExchangeDialog)
    assert dialog is not None
    dialog.consent.click()
    assert len(_all(ask, Exchange)) == 1, "what is looked for has to be said"
    dialog.text.restore_draft("Laine lavée")
    dialog.consent.click()
    settle()
    row = next(one for one in tab.card.rows.values() if one.title.text() == "Laine lavée")
    assert isinstance(row, ExchangeLine)
    assert row.is_open
    (block,) = row.matches
    assert block.meet is not None
    block.meet.click()
    settle()
    (advice,) = _all(ask, OneOffAdvice)
    assert advice.organisation_id == felt.id
    assert row.matches[0].meet is None, "introduced: it is told, not offered again"
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []
