"""Today: what stands on it, and everything that can be done from it."""

from dataclasses import astuple, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind
from clusterdesk.domain.views.deadlines import Deadline, DeadlineKind
from clusterdesk.domain.views.today import ROOMY, TIGHT, Promise, Today, TodayCounts, Visit
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import BriefRequest
from clusterdesk.gui.pages.organisations.new import NewOrganisation
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.pages.today.planning import NoteDialog, PlanDialog
from clusterdesk.gui.pages.today.promise_days import DayStrip
from clusterdesk.gui.pages.today.reading import KeepPromise
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.dragging import PROMISE, mime_of
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.links import RouteLink
from clusterdesk.gui.widgets.words_row import WordLink, WordsRow
from clusterdesk.services.documents import attach_document
from clusterdesk.services.first_look import MOST_AT_FIRST
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, clipped_texts, drop_on, nameless_widgets, press


@pytest.fixture
def page(show: Show) -> TodayPage:
    """Today, filled."""
    shown = show(Route(routes.TODAY))
    assert isinstance(shown, TodayPage)
    return shown


def _words(page: TodayPage) -> list[str]:
    labels = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    words = [word.text for row in page.findChildren(WordsRow) if row.isVisible() for word in row.words]
    links = [link for kind in (RouteLink, WordLink) for link in page.findChildren(kind) if link.isVisible()]
    return labels + words + [link.accessibleName() for link in links]


def _chips(card: QWidget) -> list[str]:
    return [word.text for row in card.findChildren(WordsRow) for word in row.words if word.tone is not None]


def test_visits_and_promises_come_first(page: TodayPage) -> None:
    assert page.header.title == "Lundi 23 novembre"
    words = _words(page)
    assert {"10:00", "Atelier Noord", "Appeler le hub", "Devis de la ponceuse"} <= set(words)
    assert page.header.prepare.accessibleName() == "Préparer la prochaine visite"
    assert _chips(page.visits) == ["fiche prête"]
    assert len(page.promises.rows) == 1


def test_nothing_is_nameless_or_cut(page: TodayPage) -> None:
    page.grab()
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_large_text_folds_the_page(page: TodayPage, window: MainWindow, qtbot: QtBot) -> None:
    window.context.kit.theme.scale_text(150)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.visits.width() > page.width() * 0.8, timeout=MOMENT)

    def whole() -> None:  # cards that fold are laid out in two turns
        page.grab()
        assert clipped_texts(page) == []

    qtbot.waitUntil(whole, timeout=MOMENT)
    assert page.area.horizontalScrollBar().maximum() == 0


def test_checking_a_promise_keeps_it_and_undo_opens_it_again(
    page: TodayPage, window: MainWindow, settle: Settle, ask: Ask
) -> None:
    row = page.promises.rows[0]
    promise = row.promise_id
    row.box.click()
    settle()
    assert ask(lambda store: store.get(Action, promise).done_on) == TODAY
    assert not page.promises.rows
    assert window.toasts.texts == ("C’est fait.",)
    window.undo()
    settle()
    assert ask(lambda store: store.get(Action, promise).done_on) is None
    assert {shown.promise_id for shown in page.promises.rows} == {promise}


def test_rows_that_say_the_same_stay_and_a_refused_tick_is_taken_back(
    page: TodayPage, window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, promise = page.visits.rows[0], page.promises.rows[0]
    page.refresh(None)
    settle()
    assert page.visits.rows[0] is visit
    assert page.promises.rows[0] is promise
    refused: list[BaseException] = []
    monkeypatch.setattr(window, "show_error", refused.append)

    def refuse(_job: object, _desk: object) -> None:
        raise KnownError("full", "The disk is full.", advice="Make room.")

    monkeypatch.setattr(KeepPromise, "__call__", refuse)
    promise.box.click()
    settle()
    assert len(refused) == 1
    assert not page.promises.rows[0].box.isChecked()


def test_a_promise_can_be_put_off(page: TodayPage, settle: Settle, ask: Ask) -> None:
    row = page.promises.rows[0]
    days = {choice.words: choice.day for choice in row.later_days()}
    assert list(days)[:3] == ["Aujourd’hui", "Demain", "mer. 25 nov."]
    row.put_off.emit(row.promise_id, days["lun. 30 nov."])
    settle()
    assert ask(lambda store: store.get(Action, row.promise_id).due_on) == TODAY + timedelta(days=7)


def test_a_promise_is_dragged_to_a_date(page: TodayPage, window: MainWindow, settle: Settle, ask: Ask) -> None:
    row = page.promises.rows[0]
    promise = row.promise_id
    row.drag.began.emit()
    strip = page.findChild(DayStrip)
    assert strip is not None
    assert strip.isVisible()
    page.grab()
    assert page.rect().contains(strip.geometry())
    assert [zone.day for zone in strip.zones] == [choice.day for choice in row.later_days()]
    assert not drop_on(strip.zones[2], mime_of("visit", promise.bytes))
    assert drop_on(strip.zones[2], mime_of(PROMISE, promise.bytes))
    row.drag.ended.emit()
    assert strip.isHidden()
    settle()
    assert ask(lambda store: store.get(Action, promise).due_on) == TODAY + timedelta(days=2)
    window.undo()
    settle()
    assert ask(lambda store: store.get(Action, promise).due_on) == TODAY + timedelta(days=4)


def test_what_came_in_leads_to_its_organisation(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = tmp_path / "devis.pdf"
    paper.write_bytes(b"%PDF")
    page.context.write(
        lambda desk: attach_document(
            desk.store, AttachDocument(source=paper, organisation_id=rich.organisation), limit_mb=1
        )
    )
    qtbot.waitUntil(lambda: bool(page.attention.arrived.links), timeout=MOMENT)
    (link,) = page.attention.arrived.links
    assert link.accessibleName() == "devis.pdf · Atelier Noord"
    link.click()
    assert window.route == routes.organisation(rich.organisation)
    settle()


def test_the_state_of_a_sheet_is_explained(page: TodayPage) -> None:
    page.grab()
    (row,) = page.visits.rows
    (chip,) = (word for word in row.words if word.tone is not None)
    assert row.tooltip_at(chip.box.center()).startswith("On sait qui demander")
    assert "On sait qui demander" in row.accessibleDescription()
    assert row.accessibleName().startswith("10:00, fiche prête")


def test_the_sheets_of_the_coming_visits_are_prepared_in_one_go(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle
) -> None:
    page.header.prepare.click()
    assert window.route == routes.preview(BriefRequest(BriefKind.BAG, (rich.planned,), days=(TODAY,)))
    settle()


def test_links_lead_to_visit_sheet_and_organisation(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle
) -> None:
    by_name = {link.accessibleName(): link for link in page.visits.findChildren(WordLink)}
    by_name["Mode visite – Atelier Noord"].click()
    assert window.route == routes.visit(rich.planned)
    settle()
    by_name["Atelier Noord"].click()
    assert window.route == routes.organisation(rich.organisation)
    settle()


def test_a_visit_is_planned(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    page.header.plan.click()
    dialog = window.findChild(PlanDialog)
    assert dialog is not None
    assert not dialog.consent.isEnabled()
    dialog.picker.field.setText("noor")
    qtbot.waitUntil(lambda: dialog.picker.organisation_id == rich.organisation, timeout=MOMENT)
    dialog.hour.restore_draft("14h30")
    dialog.subject.setText("Essai de la ponceuse")
    assert nameless_widgets(dialog) == []
    with qtbot.waitSignal(dialog.planned, timeout=MOMENT) as planned:
        dialog.consent.click()
    made = planned.args[0] if planned.args else None
    assert isinstance(made, Session)
    assert (made.on, made.kind, made.subject) == (TODAY + timedelta(days=1), SessionKind.VISIT, "Essai de la ponceuse")
    assert made.coaching_file_id is not None
    settle()
    qtbot.waitUntil(lambda: "14:30" in _words(page), timeout=MOMENT)


def test_a_note_opens_a_session_of_now(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(NoteDialog)
    assert dialog is not None
    dialog.picker.field.setText("Noord")
    qtbot.waitUntil(lambda: dialog.picker.organisation_id == rich.organisation, timeout=MOMENT)
    dialog.kind.choose(SessionKind.CALL)
    with qtbot.waitSignal(dialog.started, timeout=MOMENT) as started:
        dialog.consent.click()
    assert started.args is not None
    session_id = started.args[0]
    assert window.route == routes.session(session_id)
    assert ask(lambda store: store.get(Session, session_id).kind) == SessionKind.CALL
    settle()


def test_a_new_organisation_warns_of_its_twin(
    page: TodayPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    page.header.organisation.click()
    dialog = window.findChild(NewOrganisation)
    assert dialog is not None
    assert not dialog.consent.isEnabled()
    dialog.name.setText("Atelier Noord SRL")
    qtbot.waitUntil(lambda: bool(dialog.twins), timeout=MOMENT)
    assert "Atelier Noord" in dialog.twins[0].accessibleName()
    dialog.name.setText("Filature Senne")
    qtbot.waitUntil(lambda: not dialog.twins, timeout=MOMENT)
    dialog.number.setText("0403.019.262")  # the check digits are wrong
    dialog.consent.click()
    qtbot.waitUntil(lambda: bool(dialog.problem), timeout=MOMENT)
    dialog.number.setText("")
    with qtbot.waitSignal(dialog.made, timeout=MOMENT) as made:
        dialog.consent.click()
    assert made.args is not None
    organisation_id = made.args[0]
    assert window.route == routes.organisation(organisation_id)
    assert ask(lambda store: store.get(Organisation, organisation_id).name) == "Filature Senne"
    settle()


def test_keys_prepare_and_note(page: TodayPage, window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.visits.findChildren(WordLink)[0].setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.route is not None
    assert window.route.place == routes.PREVIEW
    settle()


def test_a_full_week_shows_its_first_visits(page: TodayPage, rich: Rich) -> None:
    visit = Visit(rich.planned, rich.organisation, "Atelier Noord", SessionKind.VISIT, TODAY)
    week = Today(TODAY, visits=(visit,) * 30, counts=TodayCounts(visits=30))
    page.visits.show_visits(week)
    assert len(page.visits.rows) == TIGHT.visits
    assert page.visits.more.accessibleName() == "Afficher 24 de plus"
    page.visits.more.click()
    assert page.visits.more.isHidden()


def test_the_first_rows_say_how_many_more_there_will_be(page: TodayPage, rich: Rich) -> None:
    visit = Visit(rich.planned, rich.organisation, "Atelier Noord", SessionKind.VISIT, TODAY)
    promise = Promise(rich.planned, "Envoyer le plan", OwnerKind.US)
    counts = TodayCounts(visits=30, promises=900, owed=2)
    first = Today(TODAY, visits=(visit,) * MOST_AT_FIRST, promises=(promise,) * MOST_AT_FIRST, counts=counts)
    page.show_today(first, empty_binder=False)
    assert page.visits.more.accessibleName() == "Afficher 24 de plus"
    assert page.promises.more.accessibleName() == "Afficher 47 de plus"
    whole = replace(first, visits=(visit,) * 30, promises=(promise,) * 50)
    page.show_today(whole, empty_binder=False)
    assert page.visits.more.accessibleName() == "Afficher 24 de plus"


def test_as_many_rows_are_read_at_first_as_are_shown() -> None:
    for room in (ROOMY, TIGHT):
        assert max(astuple(room)) <= MOST_AT_FIRST


def test_a_higher_window_begins_with_more_rows(page: TodayPage, window: MainWindow, rich: Rich, qtbot: QtBot) -> None:
    visit = Visit(rich.planned, rich.organisation, "Atelier Noord", SessionKind.VISIT, TODAY)
    promise = Promise(rich.planned, "Envoyer le plan", OwnerKind.US)
    counts = TodayCounts(visits=30, promises=30)
    page.show_today(Today(TODAY, visits=(visit,) * 30, promises=(promise,) * 30, counts=counts), empty_binder=False)
    assert (len(page.visits.rows), len(page.promises.rows)) == (TIGHT.visits, TIGHT.promises)
    window.resize(1280, 1000)
    qtbot.waitUntil(lambda: len(page.visits.rows) == ROOMY.visits, timeout=MOMENT)
    assert len(page.promises.rows) == ROOMY.promises
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: len(page.visits.rows) == TIGHT.visits, timeout=MOMENT)


def test_deadlines_are_counted_beside_the_tabs_and_open_under_the_visits(page: TodayPage, qtbot: QtBot) -> None:
    organisation = UUID(int=7)
    found = (
        Deadline(DeadlineKind.FUNDING, UUID(int=1), organisation, "Atelier Noord", "Région", TODAY, 0),
        Deadline(DeadlineKind.MILESTONE, UUID(int=2), organisation, "Atelier Noord", "Dix clients", TODAY, -3),
    )
    page.due.show_deadlines(found)
    button = page.due.deadlines
    assert "2 échéances" in button.text()
    assert "1 en retard" in button.text()
    press(button, Qt.Key.Key_Return)
    card = page.inbox.deadlines
    assert card is not None
    assert card.isVisible()
    assert [link.accessibleName() for link in card.links] == ["Atelier Noord"] * 2
    with qtbot.waitSignal(card.went) as gone:
        press(card.links[0], Qt.Key.Key_Return)
    assert gone.args == [routes.coaching(organisation)]
    press(button, Qt.Key.Key_Return)
    assert not card.isVisible()
    page.due.show_deadlines(())
    assert button.isHidden()
