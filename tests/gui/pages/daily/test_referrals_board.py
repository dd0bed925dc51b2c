"""The board of orientations: dragged, moved by keys and by its menu, undone, filtered, listed, counted by team."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.referrals import Acknowledge, CreateReferral, Decline, HandOver
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.referrals.board import BoardColumn, Shown
from clusterdesk.domain.referrals.silence import Silence
from clusterdesk.gui import routes
from clusterdesk.gui.pages.referral.hand_over_dialog import HandOverDialog
from clusterdesk.gui.pages.referral.move_dialogs import ConsentDialog
from clusterdesk.gui.pages.referrals.board import ColumnZone
from clusterdesk.gui.pages.referrals.card import REFERRAL, ReferralCard
from clusterdesk.gui.pages.referrals.page import ReferralsPage
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.dragging import mime_of
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.gui.widgets.filter_chips import FilterChip
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.toast import Toast
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, drop_on, press, type_text

LONG_AGO = TODAY - timedelta(days=60)


def begun(store: Store, rich: Rich, need: str, *, agreed: bool = True, on: date = LONG_AGO) -> Referral:
    kind = store.find(ReferralKind, key="finance")[0]
    consent = "Sofie Peeters" if agreed else ""
    cmd = CreateReferral(
        organisation_id=rich.organisation,
        need=need,
        kind_id=kind.id,
        on=on,
        consent_by=consent,
        consent_what="Les comptes",
        consent_on=on,
    )
    return create_referral(store, cmd).output


@pytest.fixture
def three(ask: Ask, rich: Rich) -> dict[str, UUID]:
    """A draft, one with the consent, and one that a team has kept silent about for long."""

    def make(store: Store) -> dict[str, UUID]:
        team = add(store, HubTeam(name="Guichet", answer_days=10))
        draft = begun(store, rich, "Un prêt", agreed=False)
        consent = begun(store, rich, "Un crédit")
        sent = begun(store, rich, "Une garantie")
        move_referral(store, HandOver(referral_id=sent.id, hub_team_id=team.id, on=LONG_AGO))
        return {"draft": draft.id, "consent": consent.id, "sent": sent.id, "team": team.id}

    made = ask(make)
    assert isinstance(made, dict)
    return made


def state(ask: Ask, referral_id: UUID) -> ReferralState:
    found = ask(lambda store: store.get(Referral, referral_id).state)
    assert isinstance(found, ReferralState)
    return found


def board(show: Show) -> ReferralsPage:
    page = show(routes.referrals())
    assert isinstance(page, ReferralsPage)
    return page


def card(page: ReferralsPage, referral_id: UUID) -> ReferralCard:
    return next(one for one in page.parts.board.cards if one.row.record.id == referral_id)


def zone(page: ReferralsPage, column: BoardColumn) -> ColumnZone:
    return next(one for one in page.parts.board.zones if one.column is column)


def let_go(page: ReferralsPage, referral_id: UUID, column: BoardColumn) -> None:
    assert drop_on(zone(page, column), mime_of(REFERRAL, referral_id.bytes))


def test_six_columns_show_what_is_late_in_red(show: Show, three: dict[str, UUID]) -> None:
    page = board(show)
    assert [one.column for one in page.parts.board.zones] == list(BoardColumn)
    found = {one.column: len(one.findChildren(ReferralCard)) for one in page.parts.board.zones}
    assert [found[one] for one in BoardColumn] == [1, 1, 1, 0, 0, 0]
    assert card(page, three["sent"]).row.silent.late_days == 50


def test_a_card_is_dragged_and_the_drop_is_undone(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, three: dict[str, UUID]
) -> None:
    page = board(show)
    let_go(page, three["sent"], BoardColumn.WORKED_ON)
    settle()
    assert state(ask, three["sent"]) is ReferralState.ACCEPTED
    window.undo()
    settle()
    assert state(ask, three["sent"]) is ReferralState.HANDED_OVER
    let_go(page, three["consent"], BoardColumn.HANDED_OVER)
    settle()
    dialog = next(one for one in window.findChildren(HandOverDialog) if one.isVisible())
    dialog.reject()
    assert state(ask, three["consent"]) is ReferralState.CONSENT, "what needs a team asks for it first"


def test_what_may_not_be_is_explained_and_changes_nothing(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, three: dict[str, UUID]
) -> None:
    page = board(show)
    let_go(page, three["draft"], BoardColumn.HANDED_OVER)
    settle()
    assert "accord" in window.toasts.texts[-1], "nothing is handed over without the consent"
    let_go(page, three["draft"], BoardColumn.DONE)
    settle()
    assert state(ask, three["draft"]) is ReferralState.DRAFT


def test_a_key_does_what_dragging_does(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, three: dict[str, UUID], qtbot: QtBot
) -> None:
    page = board(show)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    moved = card(page, three["sent"]).name
    moved.setFocus()
    qtbot.keyClick(moved, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert state(ask, three["sent"]) is ReferralState.ACCEPTED
    assert card(page, three["sent"]).has_focus_inside(), "the focus goes along"
    draft = card(page, three["draft"]).name
    draft.setFocus()
    qtbot.keyClick(draft, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle()
    consent = next(one for one in window.findChildren(ConsentDialog) if one.isVisible())
    consent.reject()


def test_the_menu_of_a_card_lists_what_can_happen(show: Show, settle: Settle, ask: Ask, three: dict[str, UUID]) -> None:
    page = board(show)
    card(page, three["sent"]).more.click()
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    received = next(one for one in menu.actions() if one.data() == "acknowledged")
    assert isinstance(received, QAction)
    received.trigger()
    menu.close()
    settle()
    assert state(ask, three["sent"]) is ReferralState.ACKNOWLEDGED


def test_what_ended_long_ago_is_counted_under_its_column_and_stands_in_the_list(
    show: Show, settle: Settle, ask: Ask, three: dict[str, UUID], rich: Rich
) -> None:
    def end(store: Store) -> None:
        day = TODAY - timedelta(days=400)
        other = begun(store, rich, "Un vieux prêt", on=day)
        move_referral(store, HandOver(referral_id=other.id, hub_team_id=three["team"], on=day))
        move_referral(store, Decline(referral_id=other.id, on=day, reason="Trop petit"))

    ask(end)
    page = board(show)
    said = [one.text() for one in zone(page, BoardColumn.CLOSED).findChildren(Label)]
    assert any(one.startswith("1 plus ancienne") for one in said)
    assert not zone(page, BoardColumn.CLOSED).findChildren(ReferralCard)
    assert "Un vieux prêt" in [row.record.need for row in page.rows()]


def test_the_chips_count_beside_what_else_is_asked_and_a_team_tells_how_it_stands(
    show: Show, settle: Settle, three: dict[str, UUID]
) -> None:
    page = board(show)
    chips = page.parts.filters.chips.findChildren(FilterChip)
    assert chips[0].text().endswith("3")
    page._open_team(three["team"])
    settle()
    assert [row.record.id for row in page.rows()] == [three["sent"]]
    assert chips[0].text().endswith("1"), "of this team"
    assert "Guichet · 1 chez elle · 1 en retard" in " ".join(
        one.text() for one in page.parts.header.findChildren(Label)
    )
    page.parts.filters.team.choose(None)
    page.parts.filters.field.setText("crédit")
    page.parts.filters.changed.emit()
    assert chips[0].text().endswith("1"), "with this word"
    assert "Guichet" not in " ".join(one.text() for one in page.parts.header.findChildren(Label))


def test_filters_list_and_teams_show_the_same_orientations(
    show: Show, settle: Settle, ask: Ask, three: dict[str, UUID], rich: Rich
) -> None:
    def decline(store: Store) -> None:
        other = begun(store, rich, "Un hangar")
        move_referral(store, HandOver(referral_id=other.id, hub_team_id=three["team"], on=LONG_AGO))
        move_referral(store, Acknowledge(referral_id=other.id, on=LONG_AGO))
        later = LONG_AGO + timedelta(days=4)
        move_referral(store, Decline(referral_id=other.id, on=later, reason="Trop petit"))

    ask(decline)
    page = board(show)
    page.parts.filters.choose(Shown.LATE)
    page.parts.filters.changed.emit()
    settle()
    assert [one.row.record.id for one in page.parts.board.cards] == [three["sent"]]
    page.parts.filters.clear()
    page.parts.filters.field.setText("hang")
    page.parts.filters.changed.emit()
    settle()
    assert [row.record.need for row in page.rows()] == ["Un hangar"]
    page.parts.filters.clear()
    page.parts.tabs.setCurrentIndex(2)
    (row,) = page.parts.teams.model._source.rows  # type: ignore[attr-defined]
    assert row.cells[:4] == ("Guichet", "1", "1", "2")
    assert row.cells[4:6] == ("4 jours", "0\N{NO-BREAK SPACE}%")
    page.parts.teams.opened.emit(three["team"])
    settle()
    assert {one.record.hub_team_id for one in page.rows()} == {three["team"]}
    listing = page.listing()
    assert listing.title == "Orientations"
    assert len(listing.rows) == 2
    assert {cell[5] for cell in listing.rows} == {"Transmise", "Refusée"}


def test_how_long_a_team_may_be_silent_is_set_in_force_at_once_and_put_back(
    window: MainWindow, three: dict[str, UUID], show: Show, settle: Settle
) -> None:
    page = board(show)
    assert card(page, three["sent"]).row.silent.silence is Silence.RED
    today = show(Route(routes.TODAY))
    assert isinstance(today, TodayPage)
    settings = show(Route(SETTINGS.id))
    assert isinstance(settings, SettingsPage)
    field = settings.fields["answer_red_days"]
    assert isinstance(field, LineField)
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, "90")
    press(field.edit, Qt.Key.Key_Return)
    settle()
    board(show)
    assert card(page, three["sent"]).row.silent.silence is Silence.AMBER
    assert card(page, three["sent"]).row.silent.chase
    assert window.toasts.texts[-1] == "De l’ambre au rouge\N{NO-BREAK SPACE}: 90"
    told = next(one for one in window.findChildren(Toast) if one.text == window.toasts.texts[-1])
    told.findChildren(Button)[0].click()

    settle()
    assert window.context.settings.answer_red_days == 14
    assert field.edit.text() == "14"
    board(show)
    assert card(page, three["sent"]).row.silent.silence is Silence.RED
