"""Prospects: noted from a hole, moved, joined to their place in the chain, found again from search and the Fil."""

from pathlib import Path
from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.prospects import MoveProspect, TakeProspects
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.exchange.kbo.candidates import Candidate
from clusterdesk.exchange.kbo.finding import Enterprise
from clusterdesk.gui import routes
from clusterdesk.gui.pages.chains.link_row import ChainLinkRow
from clusterdesk.gui.pages.chains.links_tab import LinksTab
from clusterdesk.gui.pages.chains.page import ChainsPage
from clusterdesk.gui.pages.chains.prospects.find_dialog import FindProspectsDialog
from clusterdesk.gui.pages.chains.prospects.found_list import MOST
from clusterdesk.gui.pages.chains.prospects.join_dialog import JoinDialog
from clusterdesk.gui.pages.chains.prospects.move_dialog import ProspectDialog
from clusterdesk.gui.pages.chains.prospects.new_dialog import NewProspectDialog
from clusterdesk.gui.pages.chains.prospects.row import ProspectLine
from clusterdesk.gui.pages.chains.prospects.tab import ProspectsTab
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import undo
from clusterdesk.services.prospects import move_prospect, take_prospects
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, move_button, nameless_widgets


def _all[R: Record](ask: Ask, cls: type[R], **equals: Any) -> list[R]:
    found = ask(lambda store: store.find(cls, **equals))
    assert isinstance(found, list)
    return found


def _tab(window: MainWindow) -> ProspectsTab:
    assert isinstance(window.page, ChainsPage)
    tab = window.page.tab
    assert isinstance(tab, ProspectsTab)
    return tab


def _line(tab: ProspectsTab, prospect_id: UUID) -> ProspectLine:
    row = next(card.rows[prospect_id] for card in tab.cards.values() if prospect_id in card.rows)
    assert isinstance(row, ProspectLine)
    return row


def _dialog[D](window: MainWindow, kind: type[D]) -> D:
    found: D | None = window.findChild(kind)  # type: ignore[type-var]
    assert found is not None
    return found


def _two(store: Store) -> tuple[Prospect, Prospect]:
    """Somebody for a link of the wood chain who is due, and somebody for one of the bikes."""
    links = {one.key: one.id for one in store.find(ChainLink)}
    wood = Prospect(name="Démontages Lavandier", chain_link_id=links["wood_collection"], city="Laeken")
    bike = Prospect(name="Wrakkenroute", chain_link_id=links["bike_collection"])
    take_prospects(store, TakeProspects(prospects=(wood, bike)))
    due = {"next_step": "Téléphoner", "next_step_on": store.clock.today()}
    move_prospect(store, MoveProspect(prospect_id=wood.id, state=ProspectState.TO_CONTACT, **due))  # type: ignore[arg-type]
    return wood, bike


def _both(ask: Ask) -> tuple[Prospect, Prospect]:
    ask(_two)
    wood, bike = sorted(_all(ask, Prospect), key=lambda one: one.name)
    return wood, bike


def test_an_empty_link_leads_to_a_prospect_for_it_with_one_press(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    page = show(routes.chains())
    assert isinstance(page, ChainsPage)
    assert isinstance(page.tab, LinksTab)
    row = next(one for one in page.tab.card.rows.values() if one.title.text() == "Gisement et déconstruction")
    assert isinstance(row, ChainLinkRow)
    row.open()
    row.seek.click()
    settle()
    dialog = _dialog(window, NewProspectDialog)
    assert dialog.link.value == row.part.link.id
    dialog.consent.click()
    assert _all(ask, Prospect) == [], "who it is has to be said"
    dialog.name.restore_draft("Démontages Lavandier")
    dialog.consent.click()
    settle()
    (made,) = _all(ask, Prospect)
    assert made.chain_link_id == row.part.link.id
    assert _line(_tab(window), made.id).is_open
    assert nameless_widgets(window) == []
    assert clipped_texts(window) == []


def test_a_prospect_is_moved_with_what_comes_next(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    wood, _bike = _both(ask)
    show(routes.prospect(wood.id))
    settle()
    tab = _tab(window)
    line = _line(tab, wood.id)
    declined = move_button(line.moves, ProspectState.DECLINED)
    declined.click()
    dialog = _dialog(window, ProspectDialog)
    dialog.consent.click()
    settle()
    assert dialog.problem, "declining wants a reason"
    dialog.remark.restore_draft("Pas de place pour stocker.")
    dialog.consent.click()
    settle()
    assert [one.state for one in _all(ask, ProspectStep)][-1] is ProspectState.DECLINED
    assert wood.id in tab.cards[ProspectState.DECLINED].rows
    assert "Pas de place" in _line(tab, wood.id).note.text()
    assert _line(tab, wood.id).is_open, "who was moved stays open"
    ask(lambda store: undo.undo(store))
    window.reload()
    settle()
    assert wood.id in tab.cards[ProspectState.TO_CONTACT].rows
    assert "Téléphoner" in _line(tab, wood.id).note.text()


def test_filters_by_chain_link_due_and_words(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    wood, bike = _both(ask)
    show(routes.chains("prospects"))
    settle()
    tab = _tab(window)

    def shown() -> set[UUID]:
        return {key for card in tab.cards.values() for key in card.rows}

    assert shown() == {wood.id, bike.id}
    for key, wanted in (("bike", {bike.id}), ("due", {wood.id}), ("all", {wood.id, bike.id})):
        tab.chips.choose(key)
        tab.chips.chosen.emit(tab.chips.keys)
        assert shown() == wanted
    tab.filters.link_box.choose(bike.chain_link_id)
    tab.filters.link_box.activated.emit(tab.filters.link_box.currentIndex())
    assert shown() == {bike.id}
    tab.open_record(wood.id)  # leaves the filter
    tab.filters.field.setText("laeken lavan")
    tab._fill()
    assert shown() == {wood.id}
    assert [row[0] for row in tab.listing().rows] == ["Démontages Lavandier"]
    tab.filters.field.setText("laeken zzz")
    tab._fill()
    assert (tab.nothing.isHidden(), tab.empty.isHidden()) == (False, True), "there are prospects, none of these words"
    tab.nothing.button.click()
    assert shown() == {wood.id, bike.id}


def test_who_joins_stands_at_the_link_and_is_linked_to_the_organisation_it_is(
    show: Show, settle: Settle, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    wood, _bike = _both(ask)
    known = Organisation(name="Démontages Lavandier SRL")
    ask(lambda store: add_record(store, AddRecord(record=known)))
    show(routes.prospect(wood.id))
    settle()
    line = _line(_tab(window), wood.id)
    move_button(line.moves, ProspectState.JOINED).click()
    dialog = _dialog(window, JoinDialog)
    qtbot.waitUntil(lambda: dialog.who.value == known.id)
    assert dialog.membership.isHidden()
    dialog.consent.click()
    settle()
    assert [one.organisation_id for one in _all(ask, ChainActor)] == [known.id]
    assert len(_all(ask, Organisation, name=known.name)) == 1
    line = _line(_tab(window), wood.id)
    line.open()
    assert not line.visit.isHidden()
    assert line.moves.buttons == []
    ask(lambda store: undo.undo(store))
    assert _all(ask, ChainActor) == []


def test_the_contact_person_is_erased_after_a_question(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    prospect = Prospect(name="Wrakkenroute", contact_name="Jef Aerts", phone="+3225550963")
    ask(lambda store: add_record(store, AddRecord(record=prospect)))
    show(routes.prospect(prospect.id))
    settle()
    line = _line(_tab(window), prospect.id)
    line.forget.click()
    dialog = next(one for one in window.children() if one.objectName() == "" and hasattr(one, "consent"))
    dialog.consent.click()
    settle()
    (left,) = _all(ask, Prospect)
    assert (left.contact_name, left.phone) == ("", "")
    assert line.forget.isHidden()


def test_what_kbo_open_data_hold_for_a_link_is_ticked_and_taken_over(
    show: Show, settle: Settle, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    def one_is_known(store: Store) -> ChainLink:
        add_record(store, AddRecord(record=Organisation(name="Houtwerk", enterprise_number="1999990003")))
        return next(one for one in store.find(ChainLink) if one.key == "wood_making")

    link = ask(one_is_known)
    assert isinstance(link, ChainLink)
    show(routes.chains("prospects"))
    settle()
    tab = _tab(window)
    tab.new_button.click()
    noting = _dialog(window, NewProspectDialog)
    settle()
    noting.link.set_value(link.id)
    noting.in_kbo.click()
    settle()
    dialog = _dialog(window, FindProspectsDialog)
    form = dialog.form
    assert (form.link.value, form.nace.value, form.postcodes.value) == (link.id, link.nace_codes, "1000-1299")
    assert not dialog.consent.isEnabled()
    form.nace.restore_draft("bois")
    form.search.click()
    assert dialog.problem, "activities are codes"
    form.nace.restore_draft("31, 16")
    form.keep.click()
    settle()
    assert _all(ask, ChainLink, key="wood_making")[0].nace_codes == "31, 16"
    form.take_folder(str(Path(__file__).parents[3] / "data" / "kbo"))
    form.search.click()
    qtbot.waitUntil(lambda: not dialog.found.isHidden())
    assert [one.name for one in dialog.found.chosen] == ["Ébénisterie du Quai"], "who is known is not ticked"
    assert "Houtwerk" in dialog.found.list.model().index(0, 0).data()
    dialog.found.all_off.click()
    assert not dialog.consent.isEnabled()
    dialog.found.list.clicked.emit(dialog.found.list.model().index(1, 0))
    dialog.consent.click()
    settle()
    (made,) = _all(ask, Prospect)
    assert (made.name, made.chain_link_id, made.source) == ("Ébénisterie du Quai", link.id, "KBO/BCE")
    assert _line(tab, made.id).is_open


def test_a_folder_that_holds_no_open_data_is_told(
    show: Show, settle: Settle, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    show(routes.chains("prospects"))
    settle()
    _tab(window).find_button.click()
    settle()
    dialog = _dialog(window, FindProspectsDialog)
    dialog.form.nace.restore_draft("31")
    dialog.form.take_folder(str(tmp_path))
    dialog.form.search.click()
    qtbot.waitUntil(lambda: bool(dialog.problem))
    assert "activity.csv" in dialog.problem
    assert dialog.form.search.isEnabled()


def test_a_search_that_is_too_wide_shows_the_first_and_says_how_many_there_are(
    show: Show, settle: Settle, window: MainWindow
) -> None:
    show(routes.chains("prospects"))
    settle()
    _tab(window).find_button.click()
    settle()
    dialog = _dialog(window, FindProspectsDialog)
    found = [Enterprise(f"{number:010}", f"Ébénisterie {number}") for number in range(MOST + 5)]
    dialog._show_found(tuple(Candidate(one, Prospect(name=one.name)) for one in found))
    assert dialog.found.list.model().rowCount() == len(dialog.found.chosen) == MOST
    assert dialog.note.text().startswith(f"{MOST + 5} entreprises"), "all of them are told"
    assert dialog.note.text().count("\n") == 1
    dialog._show_found(tuple(Candidate(one, Prospect(name=one.name)) for one in found[:3]))
    assert "\n" not in dialog.note.text()
