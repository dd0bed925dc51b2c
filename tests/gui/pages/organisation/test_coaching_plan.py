"""The coaching plan of an organisation, worked through with keys only."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, TrackOutcome, TrackStatus
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import FundingApplication, Milestone
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.coaching.baseline_dialog import BaselineDialog
from clusterdesk.gui.pages.coaching.closing_dialog import ClosingDialog
from clusterdesk.gui.pages.coaching.page import CoachingPage
from clusterdesk.gui.pages.coaching.templates_dialog import TemplatesDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import records
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, nameless_widgets, press, type_text


@pytest.fixture
def page(rich: Rich, ask: Ask, open_page: Open) -> CoachingPage:
    """The plan of an organisation with a file on one track."""
    ask(_give_track)
    made = open_page(routes.coaching(rich.organisation))
    assert isinstance(made, CoachingPage)
    return made


def _give_track(store: Store) -> None:
    (file,) = store.find(CoachingFile)
    track = store.find(Track, key="employment")[0]
    records.add_record(store, AddRecord(record=CoachingFileTrack(coaching_file_id=file.id, track_id=track.id)))


def _dialog[D: AskDialog](kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=MOMENT)
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def _enter(editor: QWidget, text: str) -> None:
    editor.setFocus()
    if hasattr(editor, "selectAll"):
        editor.selectAll()
    type_text(editor, text)


def test_the_page_shows_time_and_promises_of_both_sides(page: CoachingPage) -> None:
    (card,) = page.cards
    assert card.title.text() == "Ligne de ponçage"
    assert [row.title.text() for row in card.promises.ours.rows.values()] == ["Appeler le hub"]
    assert [row.title.text() for row in card.promises.theirs.rows.values()] == ["Devis de la ponceuse"]
    assert nameless_widgets(page) == []


def test_milestones_are_proposed_ticked_and_put_into_the_plan(page: CoachingPage, ask: Ask, qtbot: QtBot) -> None:
    card = page.cards[0]
    card.buttons.templates.setFocus()
    press(card.buttons.templates, Qt.Key.Key_Return)
    dialog = _dialog(TemplatesDialog, qtbot)
    ticks = dialog.ticks.ticks
    assert 4 <= len(ticks) <= 6
    press(ticks[0].box, Qt.Key.Key_Space)  # this one shall not be in the plan
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(card.sections()[0].milestones.rows) == len(ticks) - 1, timeout=MOMENT)
    assert ask(lambda store: len(store.find(Milestone))) == len(ticks) - 1
    ask(undo)
    assert ask(lambda store: store.find(Milestone)) == []


def test_a_milestone_is_added_reached_and_open_again(page: CoachingPage, ask: Ask, qtbot: QtBot) -> None:
    milestones = page.cards[0].sections()[0].milestones
    milestones.begin_adding()
    assert milestones.line is not None
    type_text(milestones.line, "Première embauche")
    press(milestones.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(milestones.rows) == 1, timeout=MOMENT)
    row = next(iter(milestones.rows.values()))
    press(row.box, Qt.Key.Key_Space)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: ask(lambda store: store.find(Milestone)[0].done_on) == TODAY, timeout=MOMENT)
    press(row.box, Qt.Key.Key_Space)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: ask(lambda store: store.find(Milestone)[0].done_on) is None, timeout=MOMENT)


def test_a_baseline_is_frozen_and_changed_with_a_reason_only(page: CoachingPage, ask: Ask, qtbot: QtBot) -> None:
    row = page.cards[0].sections()[0].row
    row.open()
    press(row.baseline, Qt.Key.Key_Return)
    dialog = _dialog(BaselineDialog, qtbot)
    _enter(dialog.value.edit, "6,5")
    _enter(dialog.unit.edit, "ETP")
    press(dialog.unit.edit, Qt.Key.Key_Return)
    press(dialog.consent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(_track).baseline == Decimal("6.5"), timeout=MOMENT)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "6,5" in row.strip.words[0], timeout=MOMENT)
    press(row.baseline, Qt.Key.Key_Return)
    again = _dialog(BaselineDialog, qtbot)
    _enter(again.value.edit, "7")
    press(again.value.edit, Qt.Key.Key_Return)
    press(again.consent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(again.problem), timeout=MOMENT)
    assert ask(_track).baseline == Decimal("6.5")  # type: ignore[attr-defined]
    _enter(again.reason.edit, "Mi-temps oublié")
    press(again.reason.edit, Qt.Key.Key_Return)
    press(again.consent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(_track).baseline == Decimal(7), timeout=MOMENT)  # type: ignore[attr-defined]
    assert ask(_track).baseline_reason == "Mi-temps oublié"  # type: ignore[attr-defined]


def test_closing_asks_for_each_track_and_the_next_step(page: CoachingPage, ask: Ask, qtbot: QtBot) -> None:
    card = page.cards[0]
    press(card.buttons.close_file, Qt.Key.Key_Return)
    dialog = _dialog(ClosingDialog, qtbot)
    press(dialog.consent, Qt.Key.Key_Return)
    assert dialog.problem
    assert dialog.focusWidget() is dialog.tracks[0].outcome
    press(dialog.tracks[0].outcome, Qt.Key.Key_Down)  # opens the list
    listed = dialog.tracks[0].outcome.view()
    press(listed, Qt.Key.Key_Down)
    press(listed, Qt.Key.Key_Return)
    _enter(dialog.tracks[0].reason.edit, "Deux embauches tenues un an")
    press(dialog.consent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "prochaine étape" in dialog.problem.casefold(), timeout=MOMENT)
    assert ask(lambda store: store.find(CoachingFile)[0].closed_on) is None
    _enter(dialog.step.edit, "Revoir au printemps")
    _enter(dialog.step_day.edit, (TODAY + timedelta(days=120)).strftime("%d/%m/%Y"))
    press(dialog.consent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(lambda store: store.find(CoachingFile)[0].closed_on) == TODAY, timeout=MOMENT)
    track = ask(_track)
    assert (track.status, track.outcome) == (TrackStatus.ENDED, TrackOutcome.ACHIEVED)  # type: ignore[attr-defined]
    file = ask(lambda store: store.find(CoachingFile)[0])
    assert file.next_step == "Revoir au printemps"  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not card.buttons.reopen.isHidden(), timeout=MOMENT)
    press(card.buttons.reopen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(lambda store: store.find(CoachingFile)[0].closed_on) is None, timeout=MOMENT)


def test_a_request_for_funding_is_added_by_whom_it_asks(page: CoachingPage, ask: Ask, qtbot: QtBot) -> None:
    page.funding.begin_adding()
    assert page.funding.line is not None
    type_text(page.funding.line, "Région")
    press(page.funding.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.funding.rows) == 1, timeout=MOMENT)
    row = next(iter(page.funding.rows.values()))
    asked, deadline = row.form.field("asked"), row.form.field("deadline")  # type: ignore[attr-defined]
    _enter(asked.edit, "24 500")
    press(asked.edit, Qt.Key.Key_Return)
    _enter(deadline.edit, "+7")
    press(deadline.edit, Qt.Key.Key_Return)
    wanted = (Decimal(24500), TODAY + timedelta(days=7))
    qtbot.waitUntil(lambda: ask(_request) == wanted, timeout=MOMENT)
    file = ask(lambda store: store.find(CoachingFile)[0])
    assert ask(lambda store: store.find(FundingApplication)[0].coaching_file_id) == file.id  # type: ignore[attr-defined]


def test_tabs_and_the_row_of_the_file_lead_here(window: MainWindow, page: CoachingPage, qtbot: QtBot) -> None:
    press(page.tabs, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.page is not page, timeout=MOMENT)


def _track(store: Store) -> CoachingFileTrack:
    return store.find(CoachingFileTrack)[0]


def _request(store: Store) -> tuple[Decimal | None, date | None]:
    found = store.find(FundingApplication)[0]
    return found.asked, found.deadline
