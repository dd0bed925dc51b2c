"""An orientation by hand: begun from an organisation, agreed to, handed over, reminded, done; each step undone."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.directory import HubTeam, HubTeamCountry, HubTeamReferralKind, ReferralKind
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.referrals import (
    ReadinessReply,
    Referral,
    ReferralAct,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.records.sessions import Action
from clusterdesk.gui import routes
from clusterdesk.gui.other_program import open_in_program
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.referral.hand_over_dialog import HandOverDialog
from clusterdesk.gui.pages.referral.header import ReferralHeader
from clusterdesk.gui.pages.referral.letter_dialog import LetterDialog
from clusterdesk.gui.pages.referral.move_dialogs import ConsentDialog, ReasonDialog
from clusterdesk.gui.pages.referral.new_dialog import NewReferralDialog
from clusterdesk.gui.pages.referral.outcome_dialog import OutcomeDialog
from clusterdesk.gui.pages.referral.page import ReferralPage
from clusterdesk.gui.pages.referral.readiness_card import ReadinessRow
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.toast import Toast
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, type_text

type Asked = Callable[..., QDialog]


@pytest.fixture
def asked(window: MainWindow, settle: Settle) -> Asked:
    """A function that gives the open dialog of a kind."""

    def find(kind: type[QDialog]) -> QDialog:
        settle()
        return next(one for one in window.findChildren(kind) if one.isVisible())

    return find


@pytest.fixture
def team(ask: Ask) -> HubTeam:
    """A team for the Netherlands and another one for France."""

    def make(store: Store) -> HubTeam:
        north = add(
            store, HubTeam(name="Export Noord", answer_days=3, mail="noord@hub.example", languages=("nl", "fr"))
        )
        south = add(store, HubTeam(name="Export Sud", answer_days=5))
        abroad = store.find(ReferralKind, key="international")[0]
        add(store, HubTeamCountry(hub_team_id=north.id, country="NL"))
        add(store, HubTeamReferralKind(hub_team_id=north.id, referral_kind_id=abroad.id))
        add(store, HubTeamCountry(hub_team_id=south.id, country="FR"))
        return north

    made = ask(make)
    assert isinstance(made, HubTeam)
    return made


def only(ask: Ask) -> Referral:
    found = ask(lambda store: store.find(Referral))
    assert isinstance(found, list)
    (referral,) = found
    assert isinstance(referral, Referral)
    return referral


def refer(window: MainWindow, rich: Rich, show: Show, asked: Asked, qtbot: QtBot, *, agreed: bool = False) -> None:
    """Two keys and three fields."""
    show(routes.organisation(rich.organisation))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NewReferralDialog)
    assert isinstance(dialog, NewReferralDialog)
    dialog.need.edit.setPlainText("Un distributeur aux Pays-Bas")
    dialog.countries.line.setText("Pays-Bas")
    dialog.countries.commit()
    if agreed:
        dialog.agrees.setChecked(True)
        dialog.what.edit.setPlainText("Le catalogue")
    dialog.consent.click()


def test_it_is_begun_with_two_clicks_and_three_fields_and_the_right_team_is_proposed(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, team: HubTeam, ask: Ask, qtbot: QtBot
) -> None:
    refer(window, rich, show, asked, qtbot)
    settle()
    referral = only(ask)
    assert (referral.state, referral.hub_team_id) == (ReferralState.DRAFT, team.id)
    assert referral.token
    assert isinstance(window.page, ReferralPage), "it leads to its page"
    assert window.page.header.title.text() == "International · Pays-Bas"
    window.undo()
    settle()
    assert ask(lambda store: store.find(Referral)) == []


def test_a_refusal_is_told_where_one_is_and_goes_with_what_is_typed(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, team: HubTeam, settle: Settle, qtbot: QtBot
) -> None:
    show(routes.organisation(rich.organisation))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NewReferralDialog)
    assert isinstance(dialog, NewReferralDialog)
    dialog.need.edit.setPlainText("Un distributeur")
    dialog.agrees.setChecked(True)
    dialog.consent.setFocus()
    dialog.consent.click()
    settle()
    assert dialog.problem
    assert dialog.focusWidget() is dialog.consent, "not in the first field, far from what is missing"
    dialog.what.edit.insertPlainText("Le catalogue")
    assert dialog.problem == ""
    dialog.consent.click()
    settle()
    page = window.page
    assert isinstance(page, ReferralPage)
    countries = page.main.need.countries
    countries.line.setText("Benelux")
    countries.commit()
    settle()
    assert page.row.countries == ("BE", "LU", "NL"), "groups are known on the page, too"


def test_no_button_flashes_up_before_it_is_known_what_is_possible(window: MainWindow) -> None:
    header = ReferralHeader(window.context.kit)
    header.show()
    buttons = (*header.acts.values(), header.answer, header.parcel)
    assert [one.text() for one in buttons if one.isVisible()] == []
    header.deleteLater()


def test_a_draft_that_no_program_opens_is_not_lost_without_a_word(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_in_program(window.context, tmp_path / "Houtlus.eml")
    assert "Houtlus.eml" in window.toasts.texts[-1]
    (toast,) = window.findChildren(Toast)
    next(one for one in toast.findChildren(Button) if one.text() == "Ouvrir le dossier").click()
    assert opened[-1] == str(tmp_path)


def hand_over(page: ReferralPage, asked: Asked, settle: Settle, team: HubTeam, ask: Ask) -> None:
    """Note the consent, then hand it over to the team that is proposed."""
    acts = page.header.acts
    acts[ReferralAct.CONSENTED].click()
    consent = asked(ConsentDialog)
    assert isinstance(consent, ConsentDialog)
    assert consent.by.value == "Sofie Peeters", "the main contact is proposed"
    consent.consent.click()
    settle()
    assert "partag" in consent.problem, "a consent to nothing is none"
    consent.what.edit.setPlainText("Le catalogue")
    consent.consent.click()
    settle()
    acts[ReferralAct.HANDED_OVER].click()
    handing = asked(HandOverDialog)
    assert isinstance(handing, HandOverDialog)
    assert handing.team.team_id == team.id
    handing.consent.click()
    settle()
    referral = only(ask)
    assert referral.state is ReferralState.HANDED_OVER
    assert referral.handed_over_on is not None
    assert referral.answer_due_on is not None
    assert (referral.answer_due_on - referral.handed_over_on).days == 3


def test_it_travels_from_its_page_to_an_outcome(
    window: MainWindow,
    rich: Rich,
    show: Show,
    asked: Asked,
    settle: Settle,
    team: HubTeam,
    ask: Ask,
    qtbot: QtBot,
    system: System,
) -> None:
    refer(window, rich, show, asked, qtbot)
    settle()
    page = window.page
    assert isinstance(page, ReferralPage)
    acts = page.header.acts
    hand_over(page, asked, settle, team, ask)
    referral = only(ask)
    page.mover.ask(page.row, ReferralAct.CHASED)
    mail = asked(LetterDialog)
    assert isinstance(mail, LetterDialog)
    assert referral.token in mail.body.toPlainText()
    assert "doorverwezen" in mail.body.toPlainText(), "in the language of the team"
    mail.consent.click()
    settle()
    assert [one[-4:] for one in system.opened] == [".eml"]
    acts[ReferralAct.ACCEPTED].click()
    settle()
    acts[ReferralAct.DONE].click()
    ending = asked(OutcomeDialog)
    assert isinstance(ending, OutcomeDialog)
    ending.outcome.set_value(ReferralOutcome.DISTRIBUTOR)
    type_text(ending.value.edit, "12 000")
    ending.consent.click()
    settle()
    done = only(ask)
    assert (done.state, done.outcome, done.outcome_country) == (ReferralState.DONE, ReferralOutcome.DISTRIBUTOR, "NL")
    steps = ask(lambda store: [one.act for one in store.find(ReferralStep)])
    assert isinstance(steps, list)
    assert set(steps) >= {ReferralAct.CREATED, ReferralAct.CHASED, ReferralAct.DONE}
    home = show(routes.organisation(rich.organisation))
    assert isinstance(home, OrganisationPage)
    (told,) = [one for one in home.main.fil.view.entries.entries if one.icon == "share-2"]
    assert told.title == "Orientation · Un distributeur aux Pays-Bas"
    assert told.mark == "Terminée", "a day is one entry, and its chip says what happened last"
    body = " ".join(told.body.split())
    for words in ("Transmise : Export Noord", "Relancée", "Terminée : Distributeur · 12 000 € · Pays-Bas"):
        assert words in body
    home.main.fil.view.opened.emit(told.id)
    settle()
    assert isinstance(window.page, ReferralPage)
    for state in (ReferralState.ACCEPTED, ReferralState.HANDED_OVER):
        window.undo()
        settle()
        assert only(ask).state is state


def test_what_is_impossible_is_explained(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, team: HubTeam, ask: Ask, qtbot: QtBot
) -> None:
    refer(window, rich, show, asked, qtbot, agreed=True)
    settle()
    page = window.page
    assert isinstance(page, ReferralPage)
    assert only(ask).state is ReferralState.CONSENT, "the consent was noted with it"
    page.mover.ask(page.row, ReferralAct.DONE)
    settle()
    assert "Transmettez-la d’abord." in window.toasts.texts[-1]
    page.mover.ask(page.row, ReferralAct.WITHDRAWN)
    reason = asked(ReasonDialog)
    assert isinstance(reason, ReasonDialog)
    reason.consent.click()
    settle()
    assert "raison" in reason.problem
    reason.reason.edit.setPlainText("Autre priorité")
    reason.consent.click()
    settle()
    assert only(ask).state is ReferralState.WITHDRAWN


def test_readiness_is_answered_by_a_click_and_what_is_missing_becomes_an_action(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, team: HubTeam, ask: Ask, qtbot: QtBot
) -> None:
    refer(window, rich, show, asked, qtbot)
    settle()
    page = window.page
    assert isinstance(page, ReferralPage)
    card = page.main.readiness
    row = next(one for one in card.rows.values() if isinstance(one, ReadinessRow) and one.part.key == "price_list")
    row.buttons[ReadinessReply.NO].click()
    settle()
    assert row.buttons[ReadinessReply.NO].isChecked()
    assert card.lift.isVisible()
    card.lift.click()
    settle()
    wanted = row.part.action_fr
    assert ask(lambda store: len(store.find(Action, text=wanted))) == 1
    row.buttons[ReadinessReply.NO].click()
    settle()
    assert not card.lift.isVisible(), "the same button takes the answer back"


def test_a_kind_that_stays_here_asks_for_no_country(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    show(routes.organisation(rich.organisation))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(NewReferralDialog)
    assert isinstance(dialog, NewReferralDialog)
    finance = ask(lambda store: store.find(ReferralKind, key="finance")[0].id)
    assert isinstance(finance, UUID)
    assert dialog.countries.isVisible()
    dialog.kind.set_value(finance)
    dialog.kind.committed.emit(finance)
    assert not dialog.countries.isVisible()
    dialog.consent.click()
    settle()
    assert dialog.problem, "an orientation without a need says so"
    assert QApplication.activeModalWidget() is dialog
    dialog.reject()


def test_no_team_is_missed_before_it_is_known_what_is_asked_of_it(
    window: MainWindow, rich: Rich, settle: Settle, asked: Asked, team: HubTeam
) -> None:
    beginning = NewReferralDialog(window.context, parent=window)
    beginning.open()
    settle()
    assert beginning.team.note.text().startswith("Choisissez d’abord l’entreprise")
    assert not beginning.team.others.isVisible()
    beginning.picker.picked.emit(rich.organisation)
    settle()
    assert not beginning.team.note.isVisible()
    assert team.id in beginning.team.radios
    assert beginning.team.others.isVisible()
    beginning.countries.line.setText("Brésil")
    beginning.countries.commit()
    assert "Aucune équipe" in beginning.team.note.text()
    assert beginning.team.note.isVisible()
    beginning.reject()


def test_a_line_that_waits_becomes_an_orientation_and_is_sorted_with_it(
    window: MainWindow, rich: Rich, show: Show, asked: Asked, settle: Settle, ask: Ask
) -> None:
    def jot(store: Store) -> QuickNote:
        note = QuickNote(organisation_id=rich.organisation, kind=CaptureKind.REFERRAL, on=TODAY, text="Un prêt court")
        return add(store, note)

    note = ask(jot)
    assert isinstance(note, QuickNote)
    page = show(Route(routes.TODAY))
    assert isinstance(page, TodayPage)
    page.inbox._sort(note.id)
    dialog = asked(NewReferralDialog)
    assert isinstance(dialog, NewReferralDialog)
    assert dialog.need.text() == "Un prêt court"
    dialog.consent.click()
    settle()
    assert only(ask).need == "Un prêt court"
    assert ask(lambda store: store.get(QuickNote, note.id).deleted) is True
    window.undo()
    settle()
    assert ask(lambda store: store.get(QuickNote, note.id).deleted) is False
