"""The directory of receiving teams: found, added, filled in, freed from its examples, each step taken back."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.directory import (
    HubTeam,
    HubTeamCountry,
    HubTeamKind,
    HubTeamPerson,
)
from clusterdesk.domain.views.search import SearchPage
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dialogs.erasure import ErasureDialog
from clusterdesk.gui.pages.referrals.page import ReferralsPage
from clusterdesk.gui.pages.search.hits import WayTo
from clusterdesk.gui.pages.teams.page import TeamsPage
from clusterdesk.gui.pages.teams.people_card import TeamPersonRow
from clusterdesk.gui.pages.teams.row import TeamRow
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.services import lookup, undo
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text


def _page(show: Show, shown: object = None) -> TeamsPage:
    page = show(routes.teams(shown))  # type: ignore[arg-type]
    assert isinstance(page, TeamsPage)
    return page


def _all[R: Record](ask: Ask, cls: type[R], **equals: Any) -> list[R]:
    found = ask(lambda store: store.find(cls, **equals))
    assert isinstance(found, list)
    return found


def _titles(page: TeamsPage) -> list[str]:
    return [row.title.text() for row in page.card.rows.values()]


def _row(page: TeamsPage, title: str) -> TeamRow:
    row = next(one for one in page.card.rows.values() if one.title.text() == title)
    assert isinstance(row, TeamRow)
    return row


def _add(page: TeamsPage, name: str, settle: Settle) -> TeamRow:
    page.new_button.click()
    assert page.card.line is not None
    type_text(page.card.line, name)
    press(page.card.line, Qt.Key.Key_Return)
    settle()
    return _row(page, name)


def test_shipped_teams_say_that_they_are_examples_and_leave_in_one_step(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    page = _page(show)
    assert page.examples.isVisible()
    assert len(page.card.rows) == 8
    page.examples.button.click()
    settle()
    assert page.nothing.isVisible(), "an empty directory teaches the first step"
    assert not page.card.isVisible()
    assert _all(ask, HubTeamPerson) == [], "people go with their team"
    ask(undo.undo)
    window.reload()
    settle()
    assert len(page.card.rows) == 8
    assert _all(ask, HubTeamPerson) != []


def test_a_team_is_added_and_filled_in_by_keys(show: Show, settle: Settle, ask: Ask) -> None:
    page = _page(show)
    row = _add(page, "Cellule Océan Indien", settle)
    assert row.is_open, "it opens for the rest"
    line = row.countries.line
    line.setFocus()
    type_text(line, "maurice")
    press(line, Qt.Key.Key_Return)
    type_text(line, "Maghreb")
    press(line, Qt.Key.Key_Return)
    settle()
    team = next(one for one in _all(ask, HubTeam) if one.name == "Cellule Océan Indien")
    covered = {one.country for one in _all(ask, HubTeamCountry, hub_team_id=team.id)}
    assert covered >= {"MU", "MA", "DZ", "TN"}, "a group brings all its countries"
    assert "Maurice" in row.note.text()
    row.people.begin_adding()
    assert row.people.line is not None
    type_text(row.people.line, "Anaïs Payet")
    press(row.people.line, Qt.Key.Key_Return)
    settle()
    assert [one.name for one in _all(ask, HubTeamPerson, hub_team_id=team.id)] == ["Anaïs Payet"]
    ask(undo.undo)
    assert _all(ask, HubTeamPerson, hub_team_id=team.id) == []


def test_what_covers_everything_asks_for_no_list(show: Show, settle: Settle, ask: Ask) -> None:
    page = _page(show)
    row = _add(page, "Guichet mondial", settle)
    assert row.countries.isVisible()
    assert not row.sectors.isVisible(), "every value chain, until it is said otherwise"
    row.first.field("everywhere").committed.emit(True)
    row.rest.field("every_sector").committed.emit(False)
    settle()
    assert not row.countries.isVisible()
    assert row.sectors.isVisible()
    assert "tous les pays" in row.note.text()


def test_teams_are_found_by_country_sector_and_people(show: Show, settle: Settle) -> None:
    page = _page(show)
    for words in ("marokko textile", "yasm", "responsable maghreb"):
        page.field.setText(words)
        page.field.returnPressed.emit()
        settle()
        assert _titles(page) == ["Exemple · Responsable de zone Maghreb"], words
    page.field.setText("zzz")
    page.field.returnPressed.emit()
    assert _titles(page) == []
    page.field.clear()
    page.field.returnPressed.emit()
    page.filters.chips.choose(HubTeamKind.AGENCY.value)
    page.filters.chips.chosen.emit(page.filters.chips.keys)
    assert _titles(page) == ["Exemple · Agence de financement"]
    press(page.field, Qt.Key.Key_Down)
    row = _row(page, "Exemple · Agence de financement")
    toggle = page.window().focusWidget()
    assert toggle is not None
    assert row.isAncestorOf(toggle)
    press(toggle, Qt.Key.Key_Space)
    assert row.is_open, "arrow down leaves the search for the rows"


def test_a_search_leads_to_the_team_and_to_that_of_a_person(
    show: Show, settle: Settle, ask: Ask, desk: DeskWorker[Desk]
) -> None:
    team = next(one for one in _all(ask, HubTeam) if "Maghreb" in one.name)
    ways: list[object] = []
    for text, kind in (("Responsable de zone Maghreb", "hub_team"), ("Yasmine", "hub_team_person")):
        found = ask(partial(lookup.search, text=text))
        assert isinstance(found, SearchPage)
        hit = next(one for one in found.hits if one.kind == kind)
        desk.submit(WayTo(hit), ways.append)
    settle()
    assert ways == [routes.teams(team.id)] * 2
    assert _row(_page(show, team.id), team.name).is_open


def test_everything_has_a_name_and_nothing_is_cut(show: Show, settle: Settle) -> None:
    page = _page(show)
    row = _row(page, "Exemple · Responsable de zone Maghreb")
    row.open()
    next(iter(row.people.rows.values())).open()
    settle()
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_the_row_of_a_team_leads_to_its_orientations(show: Show, settle: Settle, window: MainWindow) -> None:
    page = _page(show)
    row = _row(page, "Exemple · Agence de financement")
    row.open()
    next(one for one in row.findChildren(Button) if one.text().strip() == "Ses orientations").click()
    settle()
    assert isinstance(window.page, ReferralsPage)
    assert window.page.argument == row.part.team.id


def test_a_person_of_a_team_is_erased_for_good_after_a_question(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    page = _page(show)
    row = next(one for one in page.card.rows.values() if "Maghreb" in one.title.text())
    assert isinstance(row, TeamRow)
    row.open()
    (person,) = row.people.rows.values()
    assert isinstance(person, TeamPersonRow)
    person.open()
    person.erase.click()
    settle()
    dialog = next(one for one in window.findChildren(ErasureDialog) if one.isVisible())
    assert "Yasmine Exemple" in dialog.heading.text()
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    assert not dialog.consent.isDefault()
    dialog.consent.click()
    settle()
    erased = ask(lambda store: store.get(HubTeamPerson, person.part.id))
    assert isinstance(erased, HubTeamPerson)
    assert (erased.name, erased.mail, erased.deleted) == ("", "", True)
    assert not row.people.rows
    assert any("effacées" in text for text in window.toasts.texts)
